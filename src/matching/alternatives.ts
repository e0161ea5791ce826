import type { BesoinId } from '../../knowledge/vocabulary/besoins.ts';
import { SIGNAUX, type SignalId } from '../../knowledge/vocabulary/signaux.ts';
import type { Demand } from './demand.ts';
import { type Directory, type Entry, isEverywhere } from './directory.ts';
import { byCriteria, type Candidate, ranksOf } from './order.ts';
import { isForOthers, type Step } from './plan.ts';
import { brokenRule } from './rules.ts';

/** At most this many suggestions, the plan first. */
export const MAX_SUGGESTIONS = 8;

/** What a search found, and where it looked. */
export interface Found {
  readonly plan: readonly Step[];
  readonly byNeed: ReadonlyMap<BesoinId, readonly Candidate[]>;
  readonly demand: Demand;
  readonly directory: Directory;
  /** Service ids set aside by the person. */
  readonly ecartes: readonly string[];
}

/** What else could help: the next best of each need in turn, then the safety nets that nothing shown holds. */
export function alternatives(found: Found): Step[] {
  const { plan, byNeed, demand } = found;
  const room = MAX_SUGGESTIONS - plan.length;
  const planned = plan.map(({ candidate }) => candidate);
  const taken = new Set(planned.map(({ entry }) => entry.id));
  const all = new Map(
    [...dedicatedTo(found), ...mergeByNeed(byNeed)].map((candidate) => [candidate.entry.id, candidate]),
  );
  const rest = [...all.values()].filter((candidate) => !taken.has(candidate.entry.id));
  const fitting = rest.filter((candidate) => fits(candidate, demand));
  const doors = importedLast(newDoors(plan, othersLast(fitting)), (candidate) => candidate, demand).slice(
    0,
    room,
  );
  const first = netsOf(doors, rest, found);
  // What nets push out may have been what made one needless.
  const nets = netsOf(doors.slice(0, Math.max(0, room - first.length)), rest, found);
  const list = importedLast(withNets(doors, nets, room), (candidate) => candidate, demand);
  return list.map((candidate) => ({ candidate, needs: needsMet(candidate, [...byNeed.keys()]) }));
}

/** The safety nets that neither the plan nor these doors hold, the nearest first. */
function netsOf(doors: readonly Candidate[], rest: readonly Candidate[], found: Found): Candidate[] {
  const shown = [...found.plan.map(({ candidate }) => candidate), ...doors];
  const near = [...nearPartner(shown, found), ...adultNear(found)];
  const lines = signalLines([...shown, ...near], found);
  const nets = [...near, ...lines, ...weakNet([...shown, ...near, ...lines], rest)];
  const known = new Set(shown.map(({ entry }) => entry.id));
  return nets.filter(({ entry }) => !known.has(entry.id));
}

/** Where there is any signal, nothing imported precedes a curated entry or a national line, whatever the need. */
export function importedLast<Item>(
  items: readonly Item[],
  candidateOf: (item: Item) => Candidate,
  { sure, possible }: Demand,
): Item[] {
  const imported = (item: Item) => candidateOf(item).entry.origine === 'importe';
  return sure.size + possible.size === 0
    ? [...items]
    : [...items.filter((item) => !imported(item)), ...items.filter(imported)];
}

/** The last rank of the signals: made for what was not said. */
const NOT_SAID = 2;

/** Once a danger is sure, what is made for another one is noise: a suicidal man at night is not sent to victims' aid. */
const fits = ({ ranks }: Candidate, { sure }: Demand) => sure.size === 0 || ranks[0] !== NOT_SAID;

const othersLast = (list: readonly Candidate[]): Candidate[] => [
  ...list.filter(({ ranks }) => !isForOthers(ranks)),
  ...list.filter(({ ranks }) => isForOthers(ranks)),
];

/** Adds nets at the end; when there is no room, they take the last places. */
function withNets(list: readonly Candidate[], nets: readonly Candidate[], room: number): Candidate[] {
  const kept = nets.slice(0, room);
  return [...list.slice(0, room - kept.length), ...kept];
}

/** What a weak source never stands without. */
function weakNet(shown: readonly Candidate[], rest: readonly Candidate[]): Candidate[] {
  const weak = shown.some(({ entry }) => entry.confiance === 'basse');
  return weak && !shown.some(isNet) ? rest.filter(isNet).slice(0, 1) : [];
}

const isNet = ({ entry }: Candidate) => isEverywhere(entry) && entry.confiance !== 'basse';

/** Once what is suffered is sure, the best partner near made for it, unless one is shown: whoever asks for a roof only
 *  is told who knows what they live. */
function nearPartner(shown: readonly Candidate[], { demand, directory, ecartes }: Found): Candidate[] {
  const isMade = ({ origine, service }: Entry) =>
    origine === 'partenaire' &&
    service.signaux.some((id) => SIGNAUX[id].subie && demand.sure.has(id)) &&
    !service.besoins.every((need) => demand.situation.besoins_refuses.includes(need));
  if (shown.some(({ entry }) => isMade(entry))) return [];
  return directory.entries
    .filter((entry) => isMade(entry) && brokenRule(entry, demand) === null && !ecartes.includes(entry.id))
    .map((entry) => ({ entry, ranks: ranksOf(entry, demand) }))
    .filter(({ ranks }) => !isForOthers(ranks))
    .sort(byCriteria)
    .slice(0, 1);
}

/** A minor in danger is told of one adult who listens outside the home: a phone is not always theirs. */
function adultNear({ demand, directory, ecartes }: Found): Candidate[] {
  if (!demand.publics.has('mineur') || demand.sure.size === 0) return [];
  return directory.entries
    .filter(({ origine, service }) => origine === 'generique' && service.accueil === 'exclusif')
    .filter(({ service }) => service.publics.includes('mineur') && service.besoins.includes('ecoute'))
    .filter((entry) => brokenRule(entry, demand) === null && !ecartes.includes(entry.id))
    .map((entry) => ({ entry, ranks: ranksOf(entry, demand) }))
    .sort(byCriteria)
    .slice(0, 1);
}

/** For each sure signal, the best national line made for it, unless its door is already shown: whatever was asked,
 *  a person in danger is told who is made for it. */
function signalLines(shown: readonly Candidate[], { demand, directory, ecartes }: Found): Candidate[] {
  const doors = new Set(shown.map(({ entry }) => doorOf(entry)));
  const refused = demand.situation.besoins_refuses;
  const lines = directory.lines
    .filter((entry) => entry.service.signaux.some((id) => demand.sure.has(id)))
    .filter((entry) => brokenRule(entry, demand) === null && !ecartes.includes(entry.id))
    .filter(({ service }) => !service.besoins.every((need) => refused.includes(need)))
    .map((entry) => ({ entry, ranks: ranksOf(entry, demand) }))
    .sort(byCriteria);
  const missing = [...demand.sure].flatMap((signal) => missingLine(signal, lines, doors));
  return [...new Set(missing)];
}

function missingLine(
  signal: SignalId,
  lines: readonly Candidate[],
  doors: ReadonlySet<string>,
): readonly Candidate[] {
  const made = lines.filter(({ entry }) => entry.service.signaux.includes(signal));
  return made.some(({ entry }) => doors.has(doorOf(entry))) ? [] : made.slice(0, 1);
}

/** Services kept for someone like this person, whatever their need. */
function dedicatedTo({ demand, directory, ecartes }: Found): Candidate[] {
  return directory.dedicated
    .filter((entry) => brokenRule(entry, demand) === null && !ecartes.includes(entry.id))
    .map((entry) => ({ entry, ranks: ranksOf(entry, demand) }))
    .sort(byCriteria);
}

function needsMet({ entry }: Candidate, asked: readonly BesoinId[]): BesoinId[] {
  const met = asked.filter((need) => entry.service.besoins.includes(need));
  return met.length > 0 ? met : entry.service.besoins.slice(0, 1);
}

/** One door once: three cards that all say « 115 » are one. */
function newDoors(plan: readonly Step[], rest: readonly Candidate[]): Candidate[] {
  const known = new Set(plan.map(({ candidate }) => doorOf(candidate.entry)));
  return rest.filter(({ entry }) => {
    const door = doorOf(entry);
    const isNew = door === '' || !known.has(door);
    known.add(door);
    return isNew;
  });
}

const doorOf = ({ service }: Entry) =>
  [...service.contacts.map(({ valeur }) => valeur), service.adresse ?? ''].filter(Boolean).sort().join(' ');

/** Interleaves the needs: the next best of each, in the order of calling, each service once. */
function mergeByNeed(byNeed: ReadonlyMap<BesoinId, readonly Candidate[]>): Candidate[] {
  const lists = [...byNeed.values()];
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const merged = new Map<string, Candidate>();
  for (let index = 0; index < longest && merged.size < 4 * MAX_SUGGESTIONS; index += 1) {
    for (const candidate of lists.flatMap((list) => list[index] ?? [])) {
      merged.set(candidate.entry.id, candidate);
    }
  }
  return [...merged.values()];
}
