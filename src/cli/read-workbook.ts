import { readFileSync, statSync } from 'node:fs';
import { type Range, read, utils, type WorkBook, type WorkSheet } from 'xlsx';
import { ReadFault, type Sink } from '../knowledge/exchange/read-text.ts';
import { createRows } from '../knowledge/exchange/rows.ts';

/** The two sheets of data·inclusion's entry template that hold data. */
const SHEETS = ['Structures', 'Services'] as const;
/** A workbook is read whole: a longer one is asked for as CSV. */
const MAX_BYTES = 30 * 1024 * 1024;

/** Reads data·inclusion's entry template. Excel belongs to the command line: the server never loads this.
 *  @throws {ReadFault} when it is no workbook, or too large, or has none of the two sheets */
export function readWorkbook(file: string, sink: Sink): void {
  if (statSync(file).size > MAX_BYTES) {
    throw new ReadFault('workbook', 'larger than 30 MB: save each sheet as CSV');
  }
  const book = open(file);
  const present = SHEETS.filter((name) => book.Sheets[name]);
  if (present.length === 0) {
    throw new ReadFault('workbook', `no sheet is named ${SHEETS.join(' or ')}`);
  }
  for (const name of present) {
    const sheet = book.Sheets[name];
    if (sheet) {
      readSheet(name, sheet, sink);
    }
  }
}

function open(file: string): WorkBook {
  try {
    return read(readFileSync(file), { cellDates: true, UTC: true, dense: true, sheets: [...SHEETS] });
  } catch {
    throw new ReadFault('workbook', 'not an Excel workbook, or damaged');
  }
}

function readSheet(name: string, sheet: WorkSheet, sink: Sink): void {
  const [header = [], ...rows] = utils.sheet_to_json<unknown[]>(sheet, {
    header: 1,
    raw: true,
    UTC: true,
    defval: null,
    blankrows: true,
  });
  const table = createRows(header, `sheet ${name}, row 1`, sink);
  for (const { row, column } of (sheet['!merges'] ?? []).flatMap(covered)) {
    const champ = table.names[column] ?? null;
    sink.skip(`sheet ${name}, row ${row + 1}`, champ, 'merged cells: only the first one has a value');
  }
  rows.forEach((cells, index) => {
    table.row(cells, `sheet ${name}, row ${index + 2}`);
  });
}

/** The cells of a merge that have no value: all but its first. */
function covered({ s, e }: Range): { row: number; column: number }[] {
  const width = e.c - s.c + 1;
  const cells = Array.from({ length: width * (e.r - s.r + 1) }, (_, rank) => ({
    row: s.r + Math.floor(rank / width),
    column: s.c + (rank % width),
  }));
  return cells.slice(1);
}
