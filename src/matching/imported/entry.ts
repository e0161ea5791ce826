import { BESOINS, type BesoinId } from '../../../knowledge/vocabulary/besoins.ts';
import { PUBLICS, type PublicId } from '../../../knowledge/vocabulary/publics.ts';
import type { PlaceChain, Places } from '../../geography/places.ts';
import { timeZone } from '../../geography/time-zone.ts';
import type { Contact } from '../../knowledge/schema/contact.ts';
import type { Organisation, Service } from '../../knowledge/schema/organisation.ts';
import type { Entry } from '../directory.ts';
import { calendarOf } from '../holidays.ts';
import type { Zone } from '../hours.ts';
import { type Hours, parseHours } from '../parse-hours.ts';
import { DRAPEAUX, type ImportedColumns, type ServiceTable } from './columns.ts';

/** The needs and the publics by their bit. */
export const NEED_IDS = Object.keys(BESOINS) as BesoinId[];
export const PUBLIC_IDS = Object.keys(PUBLICS) as PublicId[];

/** A file last changed before this day is weak: it never stands alone. */
const FIRST_GOOD_DAY = dayOf('2023-01-01');

/** Days since 2000-01-01. */
export function dayOf(date: string): number {
  return Math.round((Date.parse(date) - Date.parse('2000-01-01')) / 86_400_000);
}

const dates = new Map<number, string>();

/** The date of a day; there are a few thousand of them. */
function dateOf(day: number): string {
  let date = dates.get(day);
  if (date === undefined) {
    date = new Date(Date.parse('2000-01-01') + day * 86_400_000).toISOString().slice(0, 10);
    dates.set(day, date);
  }
  return date;
}

/** How sure an imported record is: never as sure as a curated one. */
export const confidenceOf = (day: number): Organisation['confiance'] =>
  day < FIRST_GOOD_DAY ? 'basse' : 'moyenne';

/** 48 bits as they are written in an id: by halves, since large numbers are slow to write. */
export function hexOf(key: number): string {
  const low = key % HALF;
  return (HALF + (key - low) / HALF).toString(16).slice(1) + (HALF + low).toString(16).slice(1);
}

const HALF = 2 ** 24;

/** What is read of the columns over and over, worked out once a value. */
export interface Readers {
  readonly chainOf: (row: number) => PlaceChain | null;
  readonly hoursOf: (row: number) => Hours | null;
  readonly zonesOf: (row: number) => readonly string[];
  readonly clockOf: (row: number) => Zone;
  /** The same number for all the departments of one clock and one calendar. */
  readonly clockClassOf: (row: number) => number;
}

/** Remembers the chains of communes and the hours that were asked for. */
export function createReaders(columns: ImportedColumns, places: Places): Readers {
  const chains: (PlaceChain | null | undefined)[] = [];
  const hours = new Map<number, Hours | null>();
  const { services, codes, zoneStarts, zoneCodes, departements } = columns;
  const clocks = departements.map((departement): Zone => ({ fuseau: timeZone(departement), departement }));
  const classes = clocks.map(({ fuseau, departement }) => `${fuseau} ${calendarOf(departement)}`);
  const ranks = Uint8Array.from(classes, (one) => classes.indexOf(one));
  return {
    clockClassOf: (row) => ranks[services.departement[row] ?? 0] ?? 0,
    clockOf: (row) => clocks[services.departement[row] ?? 0] ?? { fuseau: timeZone(''), departement: '' },
    chainOf: (row) => {
      const rank = services.commune[row] ?? 0;
      let chain = chains[rank];
      if (chain === undefined) {
        chain = rank === 0 ? null : (places.chain(codes[rank - 1] ?? '') ?? null);
        chains[rank] = chain;
      }
      return chain;
    },
    hoursOf: (row) => {
      const rank = services.horaires[row] ?? 0;
      let known = hours.get(rank);
      if (known === undefined) {
        known = rank === 0 ? null : parseHours(columns.text(rank));
        hours.set(rank, known);
      }
      return known;
    },
    zonesOf: (row) => {
      const zone = services.zone[row] ?? 0;
      return Array.from(
        zoneCodes.subarray(zoneStarts[zone], zoneStarts[zone + 1]),
        (code) => codes[code] ?? '',
      );
    },
  };
}

/** Makes one entry of the columns: imported free text stays behind, but for the conditions of access. */
export function entryAt(row: number, columns: ImportedColumns, readers: Readers): Entry {
  const { services, structures } = columns;
  const structure = services.structure[row] ?? 0;
  const jour = services.jour[row] ?? 0;
  const hidden = has(services.drapeaux[row] ?? 0, 'sensible');
  const organisation = organisationOf(structure, columns, { jour, hidden });
  const service = serviceOf(row, columns, readers);
  return {
    id: `di-${hexOf(structures.cle[structure] ?? 0)}/${service.id}`,
    organisation,
    service,
    origine: 'importe',
    zones: new Set(service.zone_eligibilite),
    national: service.zone_eligibilite.includes('france'),
    lieu: readers.chainOf(row),
    zone: readers.clockOf(row),
    hours: readers.hoursOf(row),
    confiance: organisation.confiance,
    verifieLe: null,
    misAJour: organisation.sources[0]?.date ?? null,
  };
}

function organisationOf(
  row: number,
  { structures, sources, text }: ImportedColumns,
  { jour, hidden }: { readonly jour: number; readonly hidden: boolean },
): Organisation {
  const titre = 'data·inclusion';
  const editeur = `${titre}, ${sources[structures.source[row] ?? 0] ?? ''}`;
  return {
    id: `di-${hexOf(structures.cle[row] ?? 0)}`,
    nom: text(structures.nom[row] ?? 0),
    noms_alternatifs: [],
    statut: 'actif',
    successeur: null,
    role: 'orientation',
    generique: false,
    siret: null,
    site_web: hidden ? null : text(structures.site[row] ?? 0) || null,
    description: null,
    confidentialite: hidden ? 'adresse-masquee' : 'publique',
    acces_via: null,
    sources: [{ titre, editeur, date: dateOf(jour) }],
    verifie_le: null,
    confiance: confidenceOf(jour),
    services: [],
  };
}

function serviceOf(row: number, columns: ImportedColumns, readers: Readers): Service {
  const { services, text } = columns;
  const at = (column: keyof ServiceTable) => services[column][row] ?? 0;
  const flags = at('drapeaux');
  return {
    id: `s-${hexOf(at('cle'))}`,
    nom: text(at('nom')),
    description: '',
    type: typeOf(flags),
    besoins: idsOf(at('besoins'), NEED_IDS),
    // Said by its words only: enough to keep a violent person away from it, never to put it first.
    signaux: has(flags, 'violence') ? ['violences'] : [],
    reserve_signaux: [],
    accueil: welcomeOf(flags),
    publics: idsOf(at('publics'), PUBLIC_IDS),
    age_min: has(flags, 'adultes') ? 18 : null,
    age_max: null,
    zone_eligibilite: [...readers.zonesOf(row)],
    ...placeOf(row, columns),
    confidentialite: has(flags, 'sensible') ? 'adresse-masquee' : 'publique',
    acces_via: null,
    conditions_acces: text(at('conditions')) || null,
    mobilisable_par: has(flags, 'orientation') ? ['professionnels'] : ['usagers', 'professionnels'],
    frais: feeOf(flags),
    modes_accueil: modesOf(flags),
    contacts: contactsOf(row, services, text),
    horaires_accueil: text(at('horaires')) || null,
    langues: [],
    visibilite: 'tous',
    premier_contact: [],
    avertissement: null,
  };
}

function placeOf(row: number, { services, text, codes }: ImportedColumns) {
  const commune = services.commune[row] ?? 0;
  return {
    adresse: text(services.adresse[row] ?? 0) || null,
    complement_adresse: text(services.complement[row] ?? 0) || null,
    commune: null,
    code_postal: null,
    code_insee: commune === 0 ? null : (codes[commune - 1] ?? null),
    latitude: null,
    longitude: null,
  };
}

/** Whether a flag is up. */
const has = (flags: number, name: keyof typeof DRAPEAUX): boolean => (flags & DRAPEAUX[name]) !== 0;

function typeOf(flags: number): Service['type'] {
  if (has(flags, 'mediation')) {
    return 'mediation';
  }
  return has(flags, 'hebergement') ? 'hebergement' : 'accueil';
}

function welcomeOf(flags: number): Service['accueil'] {
  if (has(flags, 'exclusif')) {
    return 'exclusif';
  }
  return has(flags, 'preferentiel') ? 'preferentiel' : 'inconditionnel';
}

function feeOf(flags: number): Service['frais'] {
  if (has(flags, 'gratuit')) {
    return 'gratuit';
  }
  return has(flags, 'payant') ? 'payant' : null;
}

function modesOf(flags: number): Service['modes_accueil'] {
  return [
    ...(has(flags, 'aDistance') ? ['a-distance' as const] : []),
    ...(has(flags, 'enPresentiel') ? ['en-presentiel' as const] : []),
  ];
}

function idsOf<Id>(mask: number, ids: readonly Id[]): Id[] {
  return ids.filter((_, bit) => (mask & (1 << bit)) !== 0);
}

const CHANNELS = [
  ['telephone', 'telephone'],
  ['courriel', 'courriel'],
  ['lien', 'formulaire'],
] as const;

function contactsOf(
  row: number,
  services: ImportedColumns['services'],
  text: ImportedColumns['text'],
): Contact[] {
  return CHANNELS.flatMap(([column, canal]) => {
    const rank = services[column][row] ?? 0;
    return rank === 0
      ? []
      : [
          {
            canal,
            valeur: text(rank),
            cout: 'inconnu' as const,
            trace: 'inconnu' as const,
            horaires: null,
            precisions: null,
            visibilite: 'tous' as const,
          },
        ];
  });
}
