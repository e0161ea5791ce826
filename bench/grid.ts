import { readFileSync } from 'node:fs';
import { BESOINS, type BesoinId } from '../knowledge/vocabulary/besoins.ts';
import { PUBLICS, type PublicId } from '../knowledge/vocabulary/publics.ts';
import {
  CONTRAINTES,
  type ContrainteId,
  LOCUTEURS,
  type LocuteurId,
} from '../knowledge/vocabulary/situation.ts';
import { assemble } from '../src/cli/assemble.ts';
import { readConfig } from '../src/config.ts';
import { EMPTY_SITUATION, type Situation } from '../src/conversation/situation.ts';
import { placesFile, SEPARATOR } from '../src/geography/compact.ts';
import { type Directory, latestSource } from '../src/matching/directory.ts';
import { match } from '../src/matching/match.ts';
import { report, round } from './report.ts';

const COMMUNES = 500;

/** An afternoon, a Sunday night, a summer evening on a holiday: each commune has one, in turn. */
const INSTANTS = ['2026-11-24T15:00:00+01:00', '2026-11-22T03:00:00+01:00', '2026-07-14T20:00:00+02:00'].map(
  (iso) => new Date(iso),
);

const WHO = [null, ...(Object.keys(PUBLICS) as PublicId[])];
const LIMITS = [null, ...(Object.keys(CONTRAINTES) as ContrainteId[])];
const SPEAKERS = Object.keys(LOCUTEURS) as LocuteurId[];

interface Counts {
  situations: number;
  vides: number;
  besoins_sans_personne: number;
  suggestions: number;
  sans_raison: number;
  sans_source: number;
  sans_date: number;
}

/** Every need × public × constraint × speaker in 500 communes of all France: what is empty, or without reason, source or date. */
export function benchGrid(): void {
  const config = readConfig({});
  const { directory } = assemble(config).world;
  const communes = spread(
    placesFile.parse(JSON.parse(readFileSync(config.placesFile, 'utf8'))).communes,
    directory,
  );
  const undocumented = undocumentedOf(directory);
  const counts: Counts = {
    situations: 0,
    vides: 0,
    besoins_sans_personne: 0,
    suggestions: 0,
    sans_raison: 0,
    sans_source: 0,
    sans_date: 0,
  };
  const started = performance.now();
  communes.forEach((lieu, rank) => {
    const now = INSTANTS[rank % INSTANTS.length] ?? INSTANTS[0] ?? new Date(0);
    for (const situation of situationsAt(lieu)) {
      tally(counts, match(situation, directory, { acces: 'public', now }), undocumented);
    }
  });
  report('grid', {
    communes: communes.length,
    departements: new Set(communes.map((code) => directory.places.chain(code)?.departements[0])).size,
    besoins: Object.keys(BESOINS).length,
    publics: WHO.length,
    contraintes: LIMITS.length,
    locuteurs: SPEAKERS.length,
    ...counts,
    seconds: round((performance.now() - started) / 1000),
  });
}

const PEOPLE = WHO.flatMap((qui) =>
  LIMITS.flatMap((limite) =>
    SPEAKERS.map((locuteur) => ({
      publics: qui ? [qui] : [],
      contraintes: limite ? [limite] : [],
      locuteur,
    })),
  ),
);
const NEEDS = Object.keys(BESOINS) as BesoinId[];

const situationsAt = (lieu: string): Situation[] =>
  NEEDS.flatMap((need) => PEOPLE.map((person) => ({ ...EMPTY_SITUATION, ...person, besoins: [need], lieu })));

function tally(
  counts: Counts,
  { suggestions, couverture }: ReturnType<typeof match>,
  undocumented: ReadonlyMap<string, 'sans_source' | 'sans_date'>,
): void {
  counts.situations += 1;
  counts.vides += suggestions.length === 0 ? 1 : 0;
  counts.besoins_sans_personne += [...couverture.values()].includes('personne') ? 1 : 0;
  for (const { id, raisons } of suggestions) {
    counts.suggestions += 1;
    counts.sans_raison += raisons.length === 0 ? 1 : 0;
    const fault = undocumented.get(id);
    if (fault) {
      counts[fault] += 1;
    }
  }
}

/** The entries whose latest source is missing, or has no date. */
function undocumentedOf({ entries }: Directory): Map<string, 'sans_source' | 'sans_date'> {
  const faults = new Map<string, 'sans_source' | 'sans_date'>();
  for (const entry of entries) {
    const source = latestSource(entry);
    if (!source?.date) {
      faults.set(entry.id, source ? 'sans_date' : 'sans_source');
    }
  }
  return faults;
}

/** Every department in turn, its communes from the largest down, until there are enough. */
function spread(
  { codes, populations }: { codes: string; populations: readonly number[] },
  directory: Directory,
) {
  const byDepartment = new Map<string, { code: string; population: number }[]>();
  codes.split(SEPARATOR).forEach((code, rank) => {
    const department = directory.places.chain(code)?.departements[0] ?? code.slice(0, 2);
    const list = byDepartment.get(department) ?? [];
    list.push({ code, population: populations[rank] ?? 0 });
    byDepartment.set(department, list);
  });
  const lists = [...byDepartment.values()].map((list) =>
    stepped(list.sort((a, b) => b.population - a.population || (a.code < b.code ? -1 : 1))),
  );
  const turns = Array.from({ length: COMMUNES }, (_, turn) =>
    lists.flatMap((list) => list[turn]?.code ?? []),
  );
  return turns.flat().slice(0, COMMUNES);
}

/** The largest commune, then one at each fifth of the list: towns and villages alike. */
function stepped<T>(list: readonly T[]): T[] {
  const ranks = [0, 1, 2, 3, 4, 5].map((fifth) => Math.floor((fifth * (list.length - 1)) / 5));
  return [...new Set(ranks)].flatMap((rank) => list[rank] ?? []);
}
