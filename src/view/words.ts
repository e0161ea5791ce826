import { directionOf as direction } from '../../dialogs/languages.ts';
import type { TextKey } from '../../dialogs/text-keys.ts';

const KEYS = {
  titre: 'page.titre',
  exit: 'page.exit',
  exitLimites: 'page.exit-limites',
  texteLibelle: 'page.texte-libelle',
  texteAide: 'page.texte-aide',
  fautes: 'page.fautes',
  envoyer: 'page.envoyer',
  reponse: 'page.reponse',
  pied: 'page.pied',
  viePrivee: 'vie-privee.lien',
  continuer: 'page.continuer',
  erreur: 'page.erreur',
  reprise: 'accueil.reprise',
  details: 'page.details',
  aPropos: 'page.a-propos',
  premierContact: 'resultats.premier-contact',
  raisons: 'resultats.raisons',
  inconnus: 'resultats.inconnus',
  imprimer: 'imprimer.ouvrir',
  imprimerPrudence: 'imprimer.prudence',
  imprimerContenu: 'imprimer.contenu',
  imprimerGeste: 'imprimer.geste',
  imprimerTitre: 'imprimer.titre',
  imprimerQuand: 'imprimer.quand',
  exitClavier: 'page.exit-clavier',
  langues: 'page.langues-bouton',
  plusGrand: 'page.plus-grand',
  attente: 'page.attente',
  reseau: 'page.reseau',
  lire: 'page.lire',
  taire: 'page.taire',
  efface: 'fin.efface',
  recommencer: 'commande.recommencer',
} as const satisfies Record<string, TextKey>;

/** The words of the page around the conversation. */
export type Words = Readonly<Record<keyof typeof KEYS, string>> & { readonly langue: string };

/** Picks the page's words among the sentences of a language. */
export function wordsOf(langue: string, texts: ReadonlyMap<TextKey, string>): Words {
  const entries = Object.entries(KEYS).map(([name, key]) => [name, texts.get(key) ?? '']);
  return { ...(Object.fromEntries(entries) as Record<keyof typeof KEYS, string>), langue };
}

/** The direction in which a language is read; here for the widget, which imports view only. */
export const directionOf: (langue: string) => 'ltr' | 'rtl' = direction;
