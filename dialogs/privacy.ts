import type { TextKey } from './text-keys.ts';

/** What is said of traces, and the checks whose tests hold it: a test verifies that each of them exists. */
interface Engagement {
  readonly texte: TextKey;
  readonly essais: readonly string[];
}

/** What /confidentialite says, in its order: nothing stands here that no test holds. */
export const ENGAGEMENTS: readonly { readonly titre: TextKey; readonly lignes: readonly Engagement[] }[] = [
  {
    titre: 'vie-privee.mots-titre',
    lignes: [
      { texte: 'vie-privee.mots', essais: ['A4', 'A5', 'A6'] },
      { texte: 'vie-privee.noms', essais: ['A13'] },
      { texte: 'vie-privee.codes', essais: ['A4'] },
      { texte: 'vie-privee.duree', essais: ['A11'] },
      { texte: 'vie-privee.effacer', essais: ['A12'] },
      { texte: 'vie-privee.echo', essais: ['A4'] },
    ],
  },
  {
    titre: 'vie-privee.appareil-titre',
    lignes: [
      { texte: 'vie-privee.cookies', essais: ['A1'] },
      { texte: 'vie-privee.stockage', essais: ['A2'] },
      { texte: 'vie-privee.brouillon', essais: ['A23'] },
      { texte: 'vie-privee.adresse-page', essais: ['A10', 'A24'] },
      { texte: 'vie-privee.titre-neutre', essais: ['A21'] },
    ],
  },
  {
    titre: 'vie-privee.reseau-titre',
    lignes: [
      { texte: 'vie-privee.tiers', essais: ['A3'] },
      { texte: 'vie-privee.ip', essais: ['A8', 'A9'] },
      { texte: 'vie-privee.journal', essais: ['A4', 'A8'] },
      { texte: 'vie-privee.site', essais: ['A17', 'A18', 'A19'] },
      { texte: 'vie-privee.moteurs', essais: ['A20'] },
    ],
  },
];

/** What cannot be hidden: said without tests, since it is not ours to hold. */
export const LIMITES: readonly TextKey[] = [
  'accueil.trace',
  'vie-privee.limites-appareil',
  'vie-privee.limites-espion',
  'vie-privee.limites-appel',
];
