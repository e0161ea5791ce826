import type { ImportedColumns } from './columns.ts';

/** For each need and each zone code, the rows that answer the one and serve the other. */
export interface Postings {
  /** The rows of a need (its rank in the vocabulary) in a zone (its rank in `codes`), ascending. */
  of(need: number, code: number): Uint32Array;
  /** The zones of a need, those with most services first. */
  zones(need: number, limit: number): number[];
}

/** Indexes the services by need and zone, in two passes over the columns; `left` marks the structures to leave out. */
export function indexPostings(columns: ImportedColumns, needs: number, left: Uint8Array): Postings {
  const width = columns.codes.length;
  const starts = new Uint32Array(needs * width + 1);
  eachCell(columns, left, (cell) => {
    starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
  });
  for (let cell = 0; cell < starts.length - 1; cell += 1) {
    starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0);
  }
  const filled = starts.slice();
  const rows = new Uint32Array(starts[starts.length - 1] ?? 0);
  eachCell(columns, left, (cell, row) => {
    const at = filled[cell] ?? 0;
    rows[at] = row;
    filled[cell] = at + 1;
  });
  const sizeOf = (cell: number) => (starts[cell + 1] ?? 0) - (starts[cell] ?? 0);
  return {
    of: (need, code) => rows.subarray(starts[need * width + code], starts[need * width + code + 1]),
    zones: (need, limit) =>
      [...columns.codes.keys()]
        .filter((code) => sizeOf(need * width + code) > 0)
        .sort((a, b) => sizeOf(need * width + b) - sizeOf(need * width + a) || a - b)
        .slice(0, limit),
  };
}

/** Visits each cell of the index, a need in a zone, that a service belongs to. */
function eachCell(
  { services, zoneStarts, zoneCodes, codes }: ImportedColumns,
  left: Uint8Array,
  visit: (cell: number, row: number) => void,
): void {
  services.zone.forEach((zone, row) => {
    const out = left[services.structure[row] ?? 0] === 1;
    const codesOf = zoneCodes.subarray(zoneStarts[zone], zoneStarts[zone + 1]);
    for (let mask = out ? 0 : (services.besoins[row] ?? 0); mask !== 0; mask &= mask - 1) {
      const first = (31 - Math.clz32(mask & -mask)) * codes.length;
      for (const code of codesOf) {
        visit(first + code, row);
      }
    }
  });
}
