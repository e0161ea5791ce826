import { z } from 'zod';
import {
  ARRAYS,
  type ImportedColumns,
  SERVICE_COLUMNS,
  type ServiceTable,
  STRUCTURE_COLUMNS,
  type StructureTable,
} from '../../matching/imported/columns.ts';
import { InvalidDataError } from '../read-yaml.ts';
import type { Built } from './build-columns.ts';

/** « PASSDI », then the version: changes whenever the columns or their keys do, so that a file of another build is refused. */
const MAGIC = Buffer.from('PASSDI03', 'latin1');
const WORD = 8;

const kind = z.enum(['f64', 'u32', 'u16', 'u8']);
const header = z.strictObject({
  fait: z.iso.date(),
  codes: z.array(z.string()),
  sources: z.array(z.string()),
  departements: z.array(z.string()),
  sections: z.array(z.strictObject({ name: z.string(), kind, at: z.int(), length: z.int() })),
});

type Section = readonly [name: string, kind: keyof typeof ARRAYS, pieces: readonly ArrayBufferView[]];

const sizeOf = (pieces: readonly ArrayBufferView[]): number =>
  pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);

/** A snapshot's bytes: a header in JSON, then each column as the memory holds it. */
export function encodeSnapshot({ columns, strings }: Built): Buffer {
  const sections: Section[] = [
    ...sectionsOf('structures', STRUCTURE_COLUMNS, columns.structures),
    ...sectionsOf('services', SERVICE_COLUMNS, columns.services),
    ['zoneStarts', 'u32', [columns.zoneStarts]],
    ['zoneCodes', 'u32', [columns.zoneCodes]],
    ['strings.ends', 'u32', [strings.ends]],
    ['strings', 'u8', strings.pieces],
  ];
  let at = 0;
  const placed = sections.map(([name, type, pieces]) => {
    const here = { name, kind: type, at, length: sizeOf(pieces) / ARRAYS[type].BYTES_PER_ELEMENT };
    at += padded(sizeOf(pieces));
    return here;
  });
  const { fait, codes, sources, departements } = columns;
  const json = Buffer.from(JSON.stringify({ fait, codes, sources, departements, sections: placed }), 'utf8');
  const start = padded(MAGIC.length + WORD + json.length);
  const out = Buffer.alloc(start + at);
  MAGIC.copy(out);
  out.writeUInt32LE(json.length, MAGIC.length);
  json.copy(out, MAGIC.length + WORD);
  sections.forEach(([, , pieces], index) => {
    let to = start + (placed[index]?.at ?? 0);
    for (const piece of pieces) {
      to += Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).copy(out, to);
    }
  });
  return out;
}

const padded = (size: number) => Math.ceil(size / WORD) * WORD;

function sectionsOf(
  prefix: string,
  shape: Readonly<Record<string, keyof typeof ARRAYS>>,
  table: Readonly<Record<string, ArrayBufferView>>,
): Section[] {
  return Object.entries(shape).map(([name, type]) => [
    `${prefix}.${name}`,
    type,
    [table[name] ?? new Uint8Array()],
  ]);
}

/** Opens the bytes of a snapshot: the columns are views on them, nothing is copied.
 *  @throws {InvalidDataError} when they are damaged, cut, or of another version; the remedy is to import again */
export function decodeSnapshot(bytes: Buffer, file: string): ImportedColumns {
  const { head, start } = readHeader(bytes, file);
  const end = head.sections.reduce(
    (last, { at, length, kind: type }) =>
      Math.max(last, start + at + length * ARRAYS[type].BYTES_PER_ELEMENT),
    start,
  );
  if (end > bytes.length) {
    throw fault(file, 'It is cut');
  }
  const arrays = new Map(
    head.sections.map(({ name, kind: type, at, length }) => [
      name,
      new ARRAYS[type](bytes.buffer as ArrayBuffer, bytes.byteOffset + start + at, length),
    ]),
  );
  const get = (name: string) => {
    const found = arrays.get(name);
    if (!found) {
      throw fault(file, `It has no column ${name}`);
    }
    return found;
  };
  const ends = get('strings.ends');
  const strings = get('strings');
  const text = Buffer.from(strings.buffer, strings.byteOffset, strings.byteLength);
  const tableOf = (prefix: string, shape: object) =>
    Object.fromEntries(Object.keys(shape).map((name) => [name, get(`${prefix}.${name}`)]));
  return {
    fait: head.fait,
    codes: head.codes,
    sources: head.sources,
    departements: head.departements,
    zoneStarts: get('zoneStarts') as Uint32Array,
    zoneCodes: get('zoneCodes') as Uint32Array,
    structures: tableOf('structures', STRUCTURE_COLUMNS) as unknown as StructureTable,
    services: tableOf('services', SERVICE_COLUMNS) as unknown as ServiceTable,
    text: (rank) => (rank === 0 ? '' : text.toString('utf8', ends[rank], ends[rank + 1])),
  };
}

function readHeader(bytes: Buffer, file: string) {
  const at = MAGIC.length + WORD;
  if (bytes.length < at || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw fault(file, 'It is not a snapshot of this version');
  }
  const length = bytes.readUInt32LE(MAGIC.length);
  const parsed = header.safeParse(jsonOf(bytes.subarray(at, at + length)));
  if (!parsed.success) {
    throw fault(file, 'Its header cannot be read');
  }
  return { head: parsed.data, start: padded(at + length) };
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

function fault(file: string, detail: string): InvalidDataError {
  return new InvalidDataError(file, `✖ ${detail}\nRun passerelle knowledge import to write it again.`);
}
