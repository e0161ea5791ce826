import type { ImportedColumns } from '../../matching/imported/columns.ts';
import { hexOf } from '../../matching/imported/entry.ts';
import type { DenyList } from '../schema/deny-list.ts';
import type { Organisation } from '../schema/organisation.ts';
import { hashedPhoneKey, nameKey, phoneDigits, phoneKey, siretKey } from './keys.ts';

/** A number that more structures than this share is a switchboard: it recognises nobody. */
const MAX_SHARED = 3;

/** Why an imported structure is left out: it is a curated organisation, or it is refused. */
export interface Overlap {
  /** `di-…`, the imported structure. */
  readonly importe: string;
  readonly nom: string;
  /** The curated organisation; null when the deny-list refuses it. */
  readonly organisation: string | null;
  readonly par: 'siret' | 'telephone' | 'nom-commune';
}

interface Known {
  readonly organisation: string | null;
  /** Of a hidden place, or refused: even a shared number takes the structure out. */
  readonly strict: boolean;
}

type Keys = Readonly<Record<Overlap['par'], Map<number, Known>>>;

/** What the curated layer already says, or refuses, of the imported one: by SIRET, then phone, then name and commune. */
export function findOverlaps(
  columns: ImportedColumns,
  organisations: readonly Organisation[],
  deny: DenyList,
): { left: Uint8Array; overlaps: Overlap[] } {
  const { structures } = columns;
  const keys = keysOf(organisations, deny);
  const phones = phonesOf(columns);
  const shared = sharing(phones);
  const left = new Uint8Array(structures.cle.length);
  const overlaps: Overlap[] = [];
  structures.cle.forEach((cle, row) => {
    const byPhone = (phones[row] ?? []).map((phone) => {
      const known = keys.telephone.get(phone);
      return known && (known.strict || (shared.get(phone) ?? 0) <= MAX_SHARED) ? known : undefined;
    });
    const found = (
      [
        ['siret', keys.siret.get(structures.siret[row] ?? 0)],
        ['telephone', byPhone.find((known) => known !== undefined)],
        ['nom-commune', keys['nom-commune'].get(structures.nomCommune[row] ?? 0)],
      ] as const
    ).find(([, known]) => known !== undefined);
    if (found) {
      left[row] = 1;
      const nom = columns.text(structures.nom[row] ?? 0);
      overlaps.push({
        importe: `di-${hexOf(cle)}`,
        nom,
        organisation: found[1]?.organisation ?? null,
        par: found[0],
      });
    }
  });
  return { left, overlaps };
}

/** Every number by which a structure or one of its services is called, by structure. */
function phonesOf({ structures, services }: ImportedColumns): number[][] {
  const phones: number[][] = Array.from(structures.telephone, (key) => (key === 0 ? [] : [key]));
  services.telephoneCle.forEach((key, row) => {
    const of = phones[services.structure[row] ?? 0];
    if (key !== 0 && of && !of.includes(key)) {
      of.push(key);
    }
  });
  return phones;
}

function sharing(phones: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const phone of phones.flat()) {
    counts.set(phone, (counts.get(phone) ?? 0) + 1);
  }
  return counts;
}

function keysOf(organisations: readonly Organisation[], deny: DenyList): Keys {
  const keys: Keys = { siret: new Map(), telephone: new Map(), 'nom-commune': new Map() };
  const add = (par: Overlap['par'], key: number, known: Known) => {
    if (key !== 0 && !keys[par].get(key)?.strict) {
      keys[par].set(key, known);
    }
  };
  for (const record of organisations.filter(({ generique }) => !generique)) {
    const hidden = [record.confidentialite, ...record.services.map((s) => s.confidentialite)];
    const known = { organisation: record.id, strict: hidden.some((level) => level !== 'publique') };
    add('siret', siretKey(record.siret), known);
    for (const phone of curatedPhones(record)) {
      add('telephone', phoneKey(phoneDigits(phone)), known);
    }
    for (const [nom, commune] of curatedNames(record)) {
      add('nom-commune', nameKey(nom, commune), known);
    }
  }
  for (const refused of deny.refus) {
    const [par, key] = refusalKey(refused);
    add(par, key, { organisation: null, strict: true });
  }
  return keys;
}

function refusalKey(refused: DenyList['refus'][number]): [Overlap['par'], number] {
  if ('siret' in refused) {
    return ['siret', siretKey(refused.siret)];
  }
  return 'nom' in refused
    ? ['nom-commune', nameKey(refused.nom, refused.commune)]
    : ['telephone', hashedPhoneKey(refused.telephone_sha256)];
}

const curatedPhones = ({ services }: Organisation): string[] =>
  services.flatMap(({ contacts }) =>
    contacts.filter(({ canal }) => canal === 'telephone').map(({ valeur }) => valeur),
  );

/** Its names, in each commune where one of its services is or which one serves alone. */
function curatedNames({ nom, noms_alternatifs, services }: Organisation): [string, string][] {
  const communes = new Set(
    services.flatMap(({ code_insee, zone_eligibilite }) => [
      ...(code_insee ? [code_insee] : []),
      ...zone_eligibilite.filter((code) => code.length === 5),
    ]),
  );
  return [...communes].flatMap((commune) =>
    [nom, ...noms_alternatifs].map((name): [string, string] => [name, commune]),
  );
}
