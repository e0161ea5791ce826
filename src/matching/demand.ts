import { BESOINS, type BesoinId, GROUPES_BESOINS } from '../../knowledge/vocabulary/besoins.ts';
import { SIGNAUX, type SignalId } from '../../knowledge/vocabulary/signaux.ts';
import { hasSignal, type Situation, values } from '../conversation/situation.ts';
import type { PlaceChain, Places } from '../geography/places.ts';

/** Signals that tell of violence suffered by the person to help. */
export const SUBIES: readonly SignalId[] = (Object.keys(SIGNAUX) as SignalId[]).filter(
  (id) => SIGNAUX[id].subie,
);

/** `narrow`: violent, and nothing suffered: victims' services are closed. `both`: their national lines only. */
export type Auteur = 'non' | 'narrow' | 'both';

/** A situation as matching reads it, with what follows from it worked out once. */
export interface Demand {
  readonly situation: Situation;
  readonly acces: 'public' | 'professionnel';
  /** In the order of calling. */
  readonly needs: readonly BesoinId[];
  readonly sure: ReadonlySet<SignalId>;
  readonly possible: ReadonlySet<SignalId>;
  readonly publics: ReadonlySet<string>;
  readonly exclus: ReadonlySet<string>;
  readonly violence: boolean;
  readonly auteur: Auteur;
  readonly chain: PlaceChain | null;
  /** Needs a way to reach help other than a voice call. */
  readonly sansAppel: boolean;
  readonly eloignement: boolean;
  readonly horizon: 'maintenant' | 'ce-soir' | 'large';
  readonly now: Date;
}

/** Works out what a situation asks of the directory. */
export function demandOf(s: Situation, acces: Demand['acces'], places: Places, now: Date): Demand {
  const contraintes = values(s.contraintes);
  const standing = s.signaux.filter(({ id }) => !s.signaux_ecartes.includes(id));
  const sure = sureOf(s, standing);
  const possible = new Set(standing.filter(({ force }) => force === 'possible').map(({ id }) => id));
  const violence = SUBIES.some((id) => sure.has(id) || possible.has(id));
  return {
    situation: s,
    acces,
    needs: needsOf(s, acces),
    sure,
    possible,
    publics: new Set([...values(s.publics), ...(contraintes.includes('sans-papiers') ? ['etranger'] : [])]),
    exclus: new Set([...s.publics_exclus, ...(values(s.publics).includes('homme') ? ['femme'] : [])]),
    violence,
    auteur: auteurOf(s, violence),
    chain: s.lieu && s.lieu !== 'decline' ? (places.chain(s.lieu) ?? null) : null,
    sansAppel: contraintes.some(
      (c) => c === 'sans-voix' || c === 'ne-peut-pas-parler' || c === 'sans-telephone',
    ),
    eloignement: contraintes.includes('eloignement'),
    horizon: s.delai === 'maintenant' || s.delai === 'ce-soir' ? s.delai : 'large',
    now,
  };
}

/** The sure signals; a minor who suffers any of them is a child in danger. */
function sureOf(s: Situation, standing: Situation['signaux']): Set<SignalId> {
  const said = standing.filter(({ force }) => force === 'sure').map(({ id }) => id);
  const child = values(s.publics).includes('mineur') && said.some((id) => SUBIES.includes(id));
  return new Set<SignalId>(child ? [...said, 'enfant-en-danger'] : said);
}

function auteurOf(s: Situation, violence: boolean): Auteur {
  if (!hasSignal(s, 'auteur')) {
    return 'non';
  }
  return violence ? 'both' : 'narrow';
}

/** Someone who says nothing is offered someone to talk to, and someone who knows what exists. */
const NOTHING_SAID: readonly BesoinId[] = ['ecoute', 'information'];

/** The needs to cover: those said; else those of a chosen group; else those the signals imply; else someone to turn to.
 *  What is for professionals only is nobody else's need. */
export function needsOf(s: Situation, acces: Demand['acces'] = 'public'): BesoinId[] {
  const said = values(s.besoins);
  const grouped: readonly BesoinId[] = s.groupe ? GROUPES_BESOINS[s.groupe].besoins : [];
  const implied = s.signaux
    .filter((x) => !s.signaux_ecartes.includes(x.id))
    .flatMap((x) => SIGNAUX[x.id].besoins);
  const asked = [said, grouped, implied, NOTHING_SAID].find((list) => list.length > 0) ?? [];
  const professional = s.locuteur === 'professionnel' || acces === 'professionnel';
  const kept = [...new Set<BesoinId>(asked)].filter(
    (need) => !s.besoins_refuses.includes(need) && (professional || need !== 'appui-professionnel'),
  );
  const needs: BesoinId[] = kept.length > 0 ? kept : [...NOTHING_SAID];
  return needs.sort((a, b) => BESOINS[a].appelOrdre - BESOINS[b].appelOrdre || (a < b ? -1 : 1));
}
