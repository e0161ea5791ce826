import type { Places } from '../../geography/places.ts';
import { acceptService } from './accept-service.ts';
import { acceptStructure, type Notes } from './accept-structure.ts';
import type { KeptService, KeptStructure } from './kept.ts';
import type { Problem, Report } from './problems.ts';
import { checkRecord, type Found, unknownFields } from './records.ts';
import { createShelf, type Shelf } from './shelf.ts';

/** What was read of every file, before services meet their structures. */
export interface Collected {
  readonly structures: ReadonlyMap<string, KeptStructure>;
  readonly services: ReadonlyMap<string, KeptService>;
  /** The texts of kept records, as they were put away. */
  readonly shelf: Shelf;
  readonly lues: { readonly structures: number; readonly services: number };
}

/** Takes records one by one, in any order and from any number of files. */
export interface Collector {
  take(found: Found, fichier: string): void;
  collected(): Collected;
}

/** Checks each record and keeps what matching needs of it; each refusal is a line of the report. */
export function createCollector(places: Places, report: Report): Collector {
  const structures = new Map<string, KeptStructure>();
  const services = new Map<string, KeptService>();
  const shelf = createShelf();
  const lues = { structures: 0, services: 0 };

  const takeStructure = (fields: Fields, here: Here) => {
    const record = checked('structure', fields, here.tell);
    if (record && !seen(structures.get(record.id), shelf.structure, here.tell)) {
      const { textes, ...kept } = acceptStructure(record, places, here.notes);
      structures.set(record.id, { ...kept, textes: shelf.putStructure({ ...textes, ...here.read }) });
    }
  };
  const takeService = (fields: Fields, here: Here) => {
    const record = checked('service', fields, here.tell);
    if (!record || seen(services.get(record.id), shelf.service, here.tell)) {
      return;
    }
    const accepted = acceptService(record, places, here.notes);
    if ('kept' in accepted) {
      const { textes, ...kept } = accepted.kept;
      services.set(record.id, { ...kept, textes: shelf.putService({ ...textes, ...here.read }) });
    } else {
      here.tell(accepted.champ, accepted.motif, 'fiche');
    }
  };
  const take = (found: Found, fichier: string) => {
    const here = hereOf(found, fichier, report);
    for (const name of unknownFields(found)) {
      report.lose(`${found.kind}.${name}`, 'not a field of data·inclusion v1');
    }
    const fields = withSource(found.fields, fichier, report);
    if (found.kind === 'structure') {
      lues.structures += 1;
      takeStructure(fields, here);
    } else {
      lues.services += 1;
      takeService(fields, here);
    }
  };
  return { take, collected: () => ({ structures, services, lues, shelf }) };
}

type Fields = Readonly<Record<string, unknown>>;

/** Where a record stands, and how to tell of it. */
interface Here {
  readonly read: { readonly fichier: string; readonly endroit: string };
  readonly tell: Tell;
  readonly notes: Notes;
}

function hereOf({ at }: Found, fichier: string, report: Report): Here {
  const tell: Tell = (champ, motif, refus) => report.problem({ fichier, endroit: at, champ, motif, refus });
  return {
    read: { fichier, endroit: at },
    tell,
    notes: { field: (champ, motif) => tell(champ, motif, 'champ'), lose: report.lose },
  };
}

type Tell = (champ: string | null, motif: string, refus: Problem['refus']) => void;

function checked<K extends Found['kind']>(kind: K, fields: Fields, tell: Tell) {
  const { record, problems } = checkRecord(kind, fields);
  for (const { field, reason, refused } of problems) {
    tell(field, reason, refused ? 'fiche' : 'champ');
  }
  return record;
}

/** The entry template has no source: the id's own prefix, else the file's name, stands for it. */
function withSource(fields: Fields, fichier: string, report: Report): Fields {
  if (fields.source) {
    return fields;
  }
  report.lose('source', 'absent: taken from the id or the name of the file');
  const [prefix = '', rest] = String(fields.id ?? '').split('--');
  return { ...fields, source: rest === undefined ? fichier.replace(/\.[a-z]+$/i, '') : prefix };
}

/** An id is read once: which of two records is right cannot be told, the first one stays. */
function seen(
  before: { readonly textes: number } | undefined,
  textes: (rank: number) => { readonly fichier: string; readonly endroit: string },
  tell: Tell,
): boolean {
  if (before) {
    const { fichier, endroit } = textes(before.textes);
    tell('id', `already read in ${fichier}, ${endroit}`, 'fiche');
  }
  return before !== undefined;
}
