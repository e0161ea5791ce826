import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { PUBLICS_REPRIS, THEMATIQUES } from '../knowledge/vocabulary/data-inclusion.ts';
import { column, type PlacesFile } from '../src/geography/compact.ts';
import { departementOf } from '../src/geography/registry.ts';

type Record_ = Record<string, unknown>;

/** A commune of France, as the generator places structures. */
interface Commune {
  readonly code: string;
  readonly nom: string;
  readonly codePostal: string;
  readonly epci: string | null;
  readonly departement: string;
}

/** Share of services with one fault: what a real file has. */
const DIRT = 0.02;

/** A small seeded generator: the same file everywhere. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Draws communes as often as people live there. */
export function communeDrawer(file: PlacesFile, roll: () => number): () => Commune {
  const codes = column(file.communes.codes);
  const noms = column(file.communes.noms);
  const postaux = column(file.communes.codes_postaux);
  const epci = column(file.epci.codes);
  let total = 0;
  const cumulated = Float64Array.from(file.communes.populations, (population) => {
    total += population;
    return total;
  });
  return () => {
    const rank = rankOf(cumulated, roll() * total);
    const code = codes[rank] ?? '';
    return {
      code,
      nom: noms[rank] ?? '',
      codePostal: postaux[rank]?.split(' ')[0] ?? '',
      epci: epci[file.communes.epci[rank] ?? -1] ?? null,
      departement: departementOf(code),
    };
  };
}

function rankOf(cumulated: Float64Array, value: number): number {
  let low = 0;
  let high = cumulated.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulated[middle] ?? 0) > value) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

const SOURCES = [
  'dora',
  'soliguide',
  'mes-aides',
  'france-travail',
  'action-logement',
  'reseau-alpha',
  'cd35',
];
const KINDS = [
  'Association',
  'Centre social',
  'CCAS',
  'Mission locale',
  'Maison des habitants',
  'Espace',
  'Comité',
];
const WORDS = [
  'du Canal',
  'des Tilleuls',
  'de la Gare',
  'Solidaire',
  'du Parc',
  'des Quais',
  'Horizon',
  'du Moulin',
];
const SERVICES = [
  'Accompagnement',
  'Permanence',
  'Atelier',
  'Aide',
  'Information',
  'Accueil',
  'Formation',
  'Suivi',
];
const STREETS = [
  'rue des Lilas',
  'avenue de la République',
  'place du Marché',
  'rue Victor-Hugo',
  'chemin du Lavoir',
];
const TYPES = [
  'accompagnement',
  'aide-financiere',
  'aide-materielle',
  'atelier',
  'formation',
  'information',
  null,
];
const CONDITIONS = [
  'Sur orientation d’un travailleur social.',
  'Sur prescription de France Travail, « fiche de liaison » à remettre.',
  'Être inscrit, et habiter la commune.',
  'Avoir une pièce d’identité',
];
const TEXT =
  'Ce service accueille, informe et accompagne ; il se tient dans nos locaux, avec ou sans rendez-vous, "sur place" ou à distance. ';
const DAYS = ['Mo-Fr', 'Mo-Sa', 'Mo,We,Fr', 'Tu,Th', 'Mo-Th', 'We'];
const OPEN = ['08:30', '09:00', '09:30', '10:00', '13:30', '14:00'];
const CLOSE = ['16:00', '16:30', '17:00', '17:30', '18:00', '19:00'];

/** One structure or one service at a time, as the published files order them. */
export type Generated = { readonly kind: 'structures' | 'services'; readonly record: Record_ };

/** A realistic file of `count` services and five structures for seven services, with 2 % dirt. */
export function* generate(file: PlacesFile, count: number, seed = 1): Generator<Generated> {
  const roll = dice(seed);
  const draw = communeDrawer(file, roll);
  const make = makers(roll);
  const structures = Math.round((count * 5) / 7);
  const homes: { id: string; source: string; commune: Commune }[] = [];
  for (let n = 0; n < structures; n += 1) {
    const commune = draw();
    const source = make.one(SOURCES);
    const id = `${source}--${n.toString(16).padStart(6, '0')}-${Math.floor(roll() * 1e6)}`;
    homes.push({ id, source, commune });
    yield { kind: 'structures', record: make.structure(id, source, commune) };
  }
  for (let n = 0; n < count; n += 1) {
    const home = homes[Math.floor(roll() * homes.length)] ?? homes[0];
    if (home) {
      const record = make.service(`${home.source}--S${n}`, home.source, home.id, home.commune);
      yield { kind: 'services', record: roll() < DIRT ? make.dirty(record) : record };
    }
  }
}

function makers(roll: () => number) {
  const one = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  const maybe = <T>(share: number, value: () => T): T | null => (roll() < share ? value() : null);
  const themes = Object.keys(THEMATIQUES);
  const publics = Object.keys(PUBLICS_REPRIS).slice(1);
  // Some themes are in thousands of records, others in a few.
  const theme = () => themes[Math.floor(themes.length * roll() ** 1.6)] as string;
  const several = (most: number, make: () => string) => [
    ...new Set(Array.from({ length: 1 + Math.floor(roll() * most) }, make)),
  ];
  const phone = () => `+33${1 + Math.floor(roll() * 5)}${String(Math.floor(roll() * 1e8)).padStart(8, '0')}`;
  const hours = () => `${one(DAYS)} ${one(OPEN)}-${one(CLOSE)}${roll() < 0.2 ? '; PH off' : ''}`;
  const date = () =>
    `${2022 + Math.floor(roll() * 5)}-0${1 + Math.floor(roll() * 9)}-1${Math.floor(roll() * 9)}`;
  const address = (commune: Commune) => ({
    adresse: `${1 + Math.floor(roll() * 150)} ${one(STREETS)}`,
    commune: commune.nom,
    code_postal: commune.codePostal,
    code_insee: commune.code,
    latitude: 45 + roll(),
    longitude: 3 + roll(),
  });
  const zone = (commune: Commune): string[] => {
    const draw = roll();
    if (draw < 0.15) return [commune.code];
    if (draw < 0.4 && commune.epci) return [commune.epci];
    if (draw < 0.92) return [commune.departement];
    return draw < 0.95 ? [...new Set([commune.departement, '59', '62', '75', '92'])] : ['france'];
  };
  const structure = (id: string, source: string, commune: Commune): Record_ => ({
    id,
    source,
    nom: `${one(KINDS)} ${one(WORDS)} ${commune.nom}`.slice(0, 150),
    date_maj: date(),
    siret: maybe(0.7, () => String(Math.floor(roll() * 9e13) + 1e13)),
    ...address(commune),
    telephone: maybe(0.8, phone),
    courriel: maybe(0.6, () => `contact@structure${Math.floor(roll() * 1e6)}.fr`),
    site_web: maybe(0.5, () => `https://structure${Math.floor(roll() * 1e6)}.example.fr/`),
    horaires_accueil: maybe(0.4, hours),
    description: TEXT.repeat(2),
    reseaux_porteurs: maybe(0.2, () => [one(['ccas-cias', 'mission-locale', 'chrs', 'emmaus', 'cidff'])]),
  });
  const service = (id: string, source: string, structureId: string, commune: Commune): Record_ => ({
    id,
    source,
    structure_id: structureId,
    nom: `${one(SERVICES)} ${one(WORDS)}`,
    description: TEXT.repeat(3),
    date_maj: date(),
    type: one(TYPES),
    thematiques: several(3, theme),
    frais: one(['gratuit', 'payant', null]),
    publics: roll() < 0.45 ? ['tous-publics'] : several(4, () => one(publics)),
    conditions_acces: maybe(0.3, () => one(CONDITIONS)),
    ...(roll() < 0.85 ? address(commune) : {}),
    telephone: maybe(0.7, phone),
    courriel: maybe(0.5, () => `service@structure${Math.floor(roll() * 1e6)}.fr`),
    modes_accueil: one([['en-presentiel'], ['a-distance'], ['en-presentiel', 'a-distance']]),
    zone_eligibilite: zone(commune),
    mobilisable_par: roll() < 0.12 ? ['professionnels'] : ['usagers', 'professionnels'],
    modes_mobilisation: several(3, () => one(['telephoner', 'envoyer-un-courriel', 'se-presenter'])),
    lien_mobilisation: maybe(
      0.2,
      () => `https://structure${Math.floor(roll() * 1e6)}.example.fr/inscription`,
    ),
    mobilisation_precisions: maybe(0.1, () => one(CONDITIONS)),
    horaires_accueil: maybe(0.6, hours),
  });
  const FAULTS: readonly ((record: Record_) => Record_)[] = [
    (r) => ({ ...r, thematiques: ['theme--qui-nexiste-pas'] }),
    (r) => ({ ...r, zone_eligibilite: ['59999'] }),
    (r) => ({ ...r, id: `${r.source}--S1` }),
    (r) => ({ ...r, nom: '' }),
    (r) => ({ ...r, courriel: 'pas une adresse' }),
    (r) => ({ ...r, telephone: 'voir le site' }),
    (r) => ({ ...r, publics: ['tous-publics', 'femmes'] }),
    (r) => ({ ...r, structure_id: 'dora--inconnue' }),
    (r) => ({ ...r, date_maj: 'hier' }),
    (r) => ({ ...r, zone_eligibilite: ['région Bretagne'] }),
    (r) => ({ ...r, horaires_accueil: 'du lundi au vendredi' }),
    (r) => ({ ...r, code_postal: '750121' }),
  ];
  return { one, structure, service, dirty: (record: Record_) => one(FAULTS)(record) };
}

/** Writes the generated records as NDJSON. */
export async function writeNdjson(file: PlacesFile, count: number, to: string): Promise<void> {
  const out = createWriteStream(to);
  let batch = '';
  for (const { record } of generate(file, count)) {
    batch += `${JSON.stringify(record)}\n`;
    if (batch.length > 1 << 20) {
      if (!out.write(batch)) {
        await once(out, 'drain');
      }
      batch = '';
    }
  }
  out.end(batch);
  await once(out, 'finish');
}
