import { departementOf } from '../../geography/registry.ts';
import {
  ARRAYS,
  DRAPEAUX,
  type ImportedColumns,
  SERVICE_COLUMNS,
  type ServiceTable,
  STRUCTURE_COLUMNS,
  type StructureTable,
} from '../../matching/imported/columns.ts';
import { flag } from './accept-service.ts';
import type { Joined, Joint } from './join.ts';
import type { ServiceTexts, StructureTexts } from './kept.ts';
import { nameKey } from './keys.ts';
import { quotable, tellsWhere } from './quotable.ts';
import type { Shelf } from './shelf.ts';
import { createStrings, type Packed } from './strings.ts';

/** Columns that are being filled, with their strings beside them. */
export interface Built {
  readonly columns: Omit<ImportedColumns, 'text'>;
  readonly strings: Packed;
}

/** A table of values, each once, by rank. */
function ranker(first?: string) {
  const ranks = new Map<string, number>();
  const of = (value: string): number => {
    const known = ranks.get(value);
    if (known !== undefined) {
      return known;
    }
    ranks.set(value, ranks.size);
    return ranks.size - 1;
  };
  if (first !== undefined) {
    of(first);
  }
  return { of, values: () => [...ranks.keys()] };
}

/** Empty columns of some number of rows. */
function table<T extends Record<string, keyof typeof ARRAYS>>(shape: T, rows: number) {
  return Object.fromEntries(Object.entries(shape).map(([name, kind]) => [name, new ARRAYS[kind](rows)]));
}

/** Puts joined services in columns. They must come in the order of their ids. */
export function buildColumns({ joined, hidden }: Joint, shelf: Shelf, fait: string): Built {
  const tables: Tables = {
    shelf,
    hidden,
    strings: createStrings(),
    codes: ranker('france'),
    sources: ranker(),
    zones: ranker(),
    departements: ranker(''),
  };
  const opensHome = (item: Joined, row: number) => joined[row - 1]?.structure !== item.structure;
  const structures = table(STRUCTURE_COLUMNS, joined.filter(opensHome).length) as StructureTable;
  const services = table(SERVICE_COLUMNS, joined.length) as ServiceTable;
  let row = -1;
  let home: StructureTexts | undefined;
  joined.forEach((item, index) => {
    if (!home || opensHome(item, index)) {
      row += 1;
      home = shelf.structure(item.structure.textes);
      fillStructure(structures, row, { item, home }, tables);
    }
    services.structure[index] = row;
    fillService(services, index, { item, home }, tables);
    structures.nomCommune[row] ||= nameKey(home.nom, shelf.service(item.service.textes).commune || null);
  });
  const zones = tables.zones.values().map((zone) => zone.split(' ').map(tables.codes.of));
  return {
    strings: tables.strings.packed(),
    columns: {
      fait,
      codes: tables.codes.values(),
      sources: tables.sources.values(),
      departements: tables.departements.values(),
      zoneStarts: Uint32Array.from([0, ...running(zones)]),
      zoneCodes: Uint32Array.from(zones.flat()),
      structures,
      services,
    },
  };
}

interface Tables {
  readonly shelf: Shelf;
  readonly hidden: Joint['hidden'];
  readonly strings: ReturnType<typeof createStrings>;
  readonly codes: ReturnType<typeof ranker>;
  readonly sources: ReturnType<typeof ranker>;
  readonly zones: ReturnType<typeof ranker>;
  readonly departements: ReturnType<typeof ranker>;
}

function running(lists: readonly (readonly number[])[]): number[] {
  let total = 0;
  return lists.map((list) => {
    total += list.length;
    return total;
  });
}

/** A service, with the texts of its structure. */
interface Housed {
  readonly item: Joined;
  readonly home: StructureTexts;
}

function fillStructure(to: StructureTable, row: number, { item, home }: Housed, t: Tables): void {
  const { structure, cleStructure } = item;
  to.cle[row] = cleStructure;
  to.nom[row] = t.strings.add(home.nom);
  to.source[row] = t.sources.of(home.source);
  to.site[row] = t.hidden.has(structure) ? 0 : t.strings.add(home.site);
  to.siret[row] = structure.siret;
  to.telephone[row] = structure.telephoneCle;
  to.nomCommune[row] = structure.nomCommune;
}

function fillService(to: ServiceTable, row: number, { item, home }: Housed, t: Tables): void {
  const { service, structure, cle } = item;
  const hidden = t.hidden.has(structure);
  const own = t.shelf.service(service.textes);
  const quoted = quotable(own.conditions, hidden);
  const ways = waysOf(own, home, hidden);
  to.cle[row] = cle;
  to.nom[row] = t.strings.once(hidden && tellsWhere(own.nom) ? home.nom : own.nom);
  to.conditions[row] = t.strings.once(quoted.text);
  to.horaires[row] = t.strings.once(own.horaires || home.horaires);
  to.zone[row] = t.zones.of(hidden && service.zoneOfAddress ? departementOf(own.zone) : own.zone);
  to.besoins[row] = service.besoins;
  to.publics[row] = service.publics;
  to.jour[row] = service.jour;
  to.telephoneCle[row] = service.telephoneCle;
  to.drapeaux[row] = flagsOf(item, ways) | flag('sensible', hidden) | flag('orientation', quoted.referral);
  fillWays(to, row, ways, t);
  to.departement[row] = t.departements.of(ways.commune ? departementOf(ways.commune) : own.departement);
}

function fillWays(to: ServiceTable, row: number, ways: Ways, t: Tables): void {
  to.adresse[row] = t.strings.add(ways.adresse);
  to.complement[row] = t.strings.add(ways.complement);
  to.telephone[row] = t.strings.add(ways.telephone);
  to.courriel[row] = t.strings.add(ways.courriel);
  to.lien[row] = t.strings.add(ways.lien);
  to.commune[row] = ways.commune ? t.codes.of(ways.commune) + 1 : 0;
}

/** The service's own ways in, or its structure's; a hidden place keeps those that do not tell where it is. */
function waysOf(own: ServiceTexts, home: StructureTexts, hidden: boolean): Ways {
  const { adresse, complement, commune } = own.adresse || own.commune ? own : home;
  const place = hidden ? NOWHERE : { adresse, complement, commune };
  return {
    ...place,
    telephone: own.telephone || home.telephone,
    courriel: own.courriel || home.courriel,
    lien: hidden ? '' : own.lien,
  };
}

const NOWHERE = { adresse: '', complement: '', commune: '' };

interface Ways {
  readonly adresse: string;
  readonly complement: string;
  readonly commune: string;
  readonly telephone: string;
  readonly courriel: string;
  readonly lien: string;
}

function flagsOf({ service, structure }: Joined, { adresse, telephone, courriel, lien }: Ways): number {
  const flags =
    service.drapeaux |
    flag('violence', structure.violence) |
    flag('hebergement', structure.hebergement) |
    flag('adultes', structure.hebergement);
  const lodging = (flags & DRAPEAUX.hebergement) !== 0;
  const present = (flags & DRAPEAUX.enPresentiel) !== 0 && adresse !== '' && !lodging;
  return (
    flags |
    flag('joignable', `${adresse}${telephone}${courriel}${lien}` !== '') |
    flag('sansAppel', present || `${courriel}${lien}` !== '')
  );
}
