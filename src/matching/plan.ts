import type { BesoinId } from '../../knowledge/vocabulary/besoins.ts';
import type { Entry } from './directory.ts';
import { type Candidate, compareRanks, PLAN_CRITERIA } from './order.ts';

/** For one need, the candidates that may cover it, best first. */
export interface NeedOptions {
  readonly need: BesoinId;
  readonly options: readonly Candidate[];
}

/** One line of the plan: a service, and the needs it covers. */
export interface Step {
  readonly candidate: Candidate;
  readonly needs: readonly BesoinId[];
}

/** Partners whose second rank (horizon) is at least this cannot be reached, or not in time: they cover nothing. */
const OUT_OF_REACH = 2;

/** Of candidates in order, those that may cover a need: equal to its best on the first criteria,
 *  and national lines or generic services only when no partner is near (see `isNear`), nor anything imported. */
export function planOptions(need: BesoinId, ordered: readonly Candidate[]): NeedOptions {
  const open = ordered.filter(({ ranks }) => !isForOthers(ranks));
  const doors = (open.length > 0 ? open : ordered).filter(({ entry }) => !isBehindADoor(entry));
  const fit = Math.min(...doors.map(({ ranks }) => ranks[0] ?? 0));
  const within = doors.filter(({ ranks }) => ranks[0] === fit && (ranks[1] ?? 0) < OUT_OF_REACH);
  const near = within.filter((candidate) => isNear(candidate, within));
  const imported = within.filter(({ entry }) => entry.origine === 'importe');
  const pool = [near, imported, doors, ordered].find((list) => list.length > 0) ?? [];
  const best = pool[0];
  return {
    need,
    options: best ? pool.filter((c) => compareRanks(c.ranks, best.ranks, PLAN_CRITERIA) === 0) : [],
  };
}

/** A partner, unless something else is made for this very person: then not a partner made first for others,
 *  and in danger none but those made for this person too (a hurt child is for the 119 first). */
function isNear({ entry, ranks }: Candidate, within: readonly Candidate[]): boolean {
  if (entry.origine !== 'partenaire') {
    return false;
  }
  if (isMadeFor(ranks)) {
    return true;
  }
  const dedicated = within.filter((other) => isMadeFor(other.ranks));
  const line = dedicated.some((other) => other.entry.origine === 'ligne' && other.ranks[0] === 0);
  return !line && (dedicated.length === 0 || entry.service.publics.length === 0);
}

/** Made first of all for people this person is not: a man is never sent first to a women's line. */
export const isForOthers = (ranks: Candidate['ranks']): boolean => ranks[2] === 2;

const isMadeFor = (ranks: Candidate['ranks']) => ranks[2] === 0;

/** Lodging is never reached directly: its door (the 115, the SIAO) is what a person calls. An imported one names none. */
const isBehindADoor = ({ service, organisation, origine }: Entry) =>
  service.type === 'hebergement' &&
  (origine === 'importe' || (service.acces_via ?? organisation.acces_via) !== null);

/** The fewest organisations that cover every need; among equals, the best service for each need in turn. */
export function smallestPlan(needs: readonly NeedOptions[]): Step[] {
  const covered = needs.filter(({ options }) => options.length > 0);
  const masks = organisationMasks(covered);
  const size = coverSizer(masks);
  const all = (1 << covered.length) - 1;
  const budget = size(all);
  let chosen: ReadonlySet<string> = new Set();
  const picks: Candidate[] = [];
  for (const { options } of covered) {
    const pick = options.find((candidate) => {
      const withIt = new Set([...chosen, candidate.entry.organisation.id]);
      return withIt.size + size(all & ~maskOf(withIt, masks)) <= budget;
    });
    // The first option always fits once the sizer has found a cover; the guard only satisfies the types.
    if (pick) {
      chosen = new Set([...chosen, pick.entry.organisation.id]);
      picks.push(pick);
    }
  }
  return group(covered, picks);
}

function organisationMasks(needs: readonly NeedOptions[]): Map<string, number> {
  const masks = new Map<string, number>();
  needs.forEach(({ options }, index) => {
    for (const { entry } of options) {
      const id = entry.organisation.id;
      masks.set(id, (masks.get(id) ?? 0) | (1 << index));
    }
  });
  return masks;
}

function maskOf(organisations: ReadonlySet<string>, masks: ReadonlyMap<string, number>): number {
  let mask = 0;
  for (const id of organisations) {
    mask |= masks.get(id) ?? 0;
  }
  return mask;
}

/** The fewest organisations that cover a set of needs, remembered per set: at most 2^needs sets. */
function coverSizer(masks: ReadonlyMap<string, number>): (mask: number) => number {
  const distinct = [...new Set(masks.values())];
  const known = new Map<number, number>([[0, 0]]);
  const size = (mask: number): number => {
    const before = known.get(mask);
    if (before !== undefined) {
      return before;
    }
    // Some organisation must cover the lowest uncovered need: branch on that one only.
    const lowest = mask & -mask;
    const smallest = distinct
      .filter((m) => m & lowest)
      .reduce((best, m) => Math.min(best, 1 + size(mask & ~m)), Number.POSITIVE_INFINITY);
    known.set(mask, smallest);
    return smallest;
  };
  return size;
}

function group(needs: readonly NeedOptions[], picks: readonly Candidate[]): Step[] {
  const steps = new Map<string, { candidate: Candidate; needs: BesoinId[] }>();
  picks.forEach((candidate, index) => {
    const need = needs[index]?.need;
    const step = steps.get(candidate.entry.id) ?? { candidate, needs: [] };
    if (need) {
      step.needs.push(need);
    }
    steps.set(candidate.entry.id, step);
  });
  return [...steps.values()];
}
