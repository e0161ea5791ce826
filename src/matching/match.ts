import { BESOINS, type BesoinId } from '../../knowledge/vocabulary/besoins.ts';
import type { Situation } from '../conversation/situation.ts';
import { alternatives, importedLast, MAX_SUGGESTIONS } from './alternatives.ts';
import { type Demand, demandOf } from './demand.ts';
import type { Directory, Entry } from './directory.ts';
import { byCriteria, type Candidate, nearness, ranksOf } from './order.ts';
import { planOptions, type Step, smallestPlan } from './plan.ts';
import { type Suggestion, suggest } from './reasons.ts';
import { brokenRule, forProfessionals, RULES, type RuleId, zoneLevel } from './rules.ts';

/** A plan covers at most this many needs, in the order of calling; the others are still among the suggestions. */
const MAX_PLAN_NEEDS = 8;

/** How far one had to look for a need. */
export type Portee = 'commune' | 'epci' | 'departement' | 'region' | 'pays' | 'generique' | 'personne';

/** What is asked beside the situation. */
export interface MatchOptions {
  readonly acces: 'public' | 'professionnel';
  readonly now: Date;
  /** Service ids set aside by the person. */
  readonly ecartes?: readonly string[];
  /** Entries already filtered by `poolOf`, when many situations of one person are compared. */
  readonly pool?: Pool;
}

/** What `match` proposes, and how far it looked. */
export interface MatchResult {
  readonly suggestions: readonly Suggestion[];
  /** Each widening, per need: told to the person. */
  readonly elargi: readonly { readonly besoin: BesoinId; readonly portee: Portee }[];
  readonly couverture: ReadonlyMap<BesoinId, Portee>;
  /** For a professional: services of the place left out, and the rule that did it. */
  readonly exclus: readonly { readonly id: string; readonly regle: RuleId }[];
}

/** Proposes services for a situation: pure, deterministic, explained, never empty on a complete directory. */
export function match(situation: Situation, directory: Directory, options: MatchOptions): MatchResult {
  const { demand, byNeed, plan } = search(situation, directory, options);
  // What was only set aside is still known: it is not told that nothing is.
  const aside = (options.ecartes ?? []).flatMap((id) => directory.byId.get(id) ?? []);
  const knownNearby = (need: BesoinId) =>
    aside.some((entry) => entry.service.besoins.includes(need) && nearness(entry, demand) <= 1);
  const couverture = new Map(demand.needs.map((need) => [need, reach(need, plan, demand)]));
  const others = alternatives({ plan, byNeed, demand, directory, ecartes: options.ecartes ?? [] });
  return {
    suggestions: [
      ...plan.map((step) => suggest('plan', step, demand)),
      ...others.map((step) => suggest('autre', step, demand)),
    ],
    elargi: widened(couverture, demand).filter(({ besoin }) => !knownNearby(besoin)),
    couverture,
    // A violent person, whatever their work, is not told which places receive victims.
    exclus:
      demand.auteur === 'non' && forProfessionals(demand)
        ? leftOut(directory, demand, [...plan, ...others])
        : [],
  };
}

/** The ids of the plan alone: what a policy compares, over and over. */
export function planIds(
  situation: Situation,
  directory: Directory,
  options: MatchOptions,
): ReadonlySet<string> {
  return new Set(search(situation, directory, options).plan.map(({ candidate }) => candidate.entry.id));
}

function search(situation: Situation, directory: Directory, options: MatchOptions) {
  const demand = demandOf(situation, options.acces, directory.places, options.now);
  const aside = new Set(options.ecartes ?? []);
  const byNeed = new Map(
    demand.needs.map((need) => [
      need,
      withoutAside(candidatesFor(need, directory, demand, options.pool), aside),
    ]),
  );
  const asked = demand.needs.slice(0, MAX_PLAN_NEEDS);
  const steps = smallestPlan(asked.map((need) => planOptions(need, byNeed.get(need) ?? [])));
  return { demand, byNeed, plan: importedLast(inCallingOrder(steps), ({ candidate }) => candidate, demand) };
}

/** The entries that some answer could still propose, by need: what a policy re-ranks. */
export type Pool = ReadonlyMap<BesoinId, readonly Entry[]>;

/** Filters once by the rules that no answer can change; a known place is one of them. At most `limit` entries. */
export function poolOf(
  situation: Situation,
  directory: Directory,
  options: Pick<MatchOptions, 'acces' | 'now'>,
  ask: { readonly needs: readonly BesoinId[]; readonly limit: number },
): Pool {
  const demand = demandOf(situation, options.acces, directory.places, options.now);
  const fixed: readonly RuleId[] = situation.lieu === null ? FIXED_RULES : [...FIXED_RULES, 'zone'];
  const share = Math.min(IMPORTED_OF_ONE, Math.ceil(IMPORTED_IN_POOL / Math.max(1, ask.needs.length)));
  let left = ask.limit;
  return new Map(
    ask.needs.map((need) => {
      const entries = (directory.byNeed.get(need) ?? [])
        .filter((entry) => fixed.every((id) => RULES[id](entry, demand)))
        .slice(0, left);
      left -= entries.length;
      const imported = directory.imported?.pool(need, demand, Math.min(left, share)) ?? [];
      left -= imported.length;
      return [need, [...entries, ...imported]];
    }),
  );
}

/** Imported services among which a policy weighs its questions: of all the needs in question, and of one. */
const IMPORTED_IN_POOL = 104;
const IMPORTED_OF_ONE = 10;

const FIXED_RULES: readonly RuleId[] = ['role', 'acces', 'orientation'];

function candidatesFor(need: BesoinId, directory: Directory, demand: Demand, pool?: Pool): Candidate[] {
  return (pool?.get(need) ?? everyEntry(need, directory, demand))
    .filter((entry) => brokenRule(entry, demand) === null)
    .map((entry) => ({ entry, ranks: ranksOf(entry, demand) }))
    .sort(byCriteria);
}

/** The curated services of a need, and the best of the imported ones. */
function everyEntry(need: BesoinId, { byNeed, imported }: Directory, demand: Demand): readonly Entry[] {
  const curated = byNeed.get(need) ?? [];
  return imported ? [...curated, ...imported.best(need, demand)] : curated;
}

/** Set aside, unless nothing would be left: a person is never left with nobody. */
function withoutAside(candidates: Candidate[], aside: ReadonlySet<string>): Candidate[] {
  if (aside.size === 0) {
    return candidates;
  }
  const left = candidates.filter(({ entry }) => !aside.has(entry.id));
  return left.length > 0 ? left : candidates;
}

function inCallingOrder(steps: readonly Step[]): Step[] {
  const rank = (step: Step) => Math.min(...step.needs.map((need) => BESOINS[need].appelOrdre));
  return [...steps].sort((a, b) => rank(a) - rank(b) || byCriteria(a.candidate, b.candidate));
}

const LEVELS = ['commune', 'epci', 'departement', 'region', 'pays'] as const;

function reach(need: BesoinId, plan: readonly Step[], demand: Demand): Portee {
  const step = plan.find(({ needs }) => needs.includes(need));
  if (!step) {
    return 'personne';
  }
  const { entry } = step.candidate;
  if (entry.origine === 'generique') {
    return 'generique';
  }
  return LEVELS[nearness(entry, demand)] ?? 'pays';
}

/** Told when a place was asked and the need is covered from farther than its EPCI. */
function widened(couverture: ReadonlyMap<BesoinId, Portee>, demand: Demand) {
  if (!demand.chain) {
    return [];
  }
  return [...couverture]
    .filter(([, portee]) => portee !== 'commune' && portee !== 'epci')
    .map(([besoin, portee]) => ({ besoin, portee }));
}

/** Organisations of the place of which nothing is proposed, and the rule that did it. */
function leftOut(
  directory: Directory,
  demand: Demand,
  shown: readonly Step[],
): { id: string; regle: RuleId }[] {
  const proposed = new Set(shown.map(({ candidate }) => candidate.entry.organisation.id));
  const entries = new Set(demand.needs.flatMap((need) => directory.byNeed.get(need) ?? []));
  return [...entries]
    .filter(({ organisation, origine }) => origine === 'partenaire' && !proposed.has(organisation.id))
    .filter((entry) => zoneLevel(entry, demand) !== null)
    .flatMap((entry) => {
      const regle = brokenRule(entry, demand);
      return regle ? [{ id: entry.id, regle }] : [];
    })
    .slice(0, MAX_SUGGESTIONS);
}
