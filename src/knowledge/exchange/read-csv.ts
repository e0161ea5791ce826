import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { MAX_RECORD, ReadFault, readText, type Sink } from './read-text.ts';
import { createRows } from './rows.ts';

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Reads a CSV file, with commas, semicolons or tabs between its cells, row by row.
 *  @throws {ReadFault} where it is cut, or where a row never ends; the rows before stand */
export async function readCsv(file: string, sink: Sink): Promise<void> {
  const pieces = readText(file);
  const head = await pieces.next();
  if (head.done) {
    throw new ReadFault('line 1', 'empty');
  }
  const parser = parse({
    delimiter: delimiterOf(head.value),
    info: true,
    max_record_size: MAX_RECORD,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  try {
    await pipeline(Readable.from(whole(head.value, pieces)), parser, async (rows: AsyncIterable<Row>) =>
      takeRows(rows, sink),
    );
  } catch (error) {
    throw error instanceof CsvError ? new ReadFault(`line ${error.lines}`, reasonOf(error)) : error;
  }
}

async function takeRows(rows: AsyncIterable<Row>, sink: Sink): Promise<void> {
  let table: ReturnType<typeof createRows> | undefined;
  let next = 1;
  for await (const { record, info } of rows) {
    const at = `line ${next}`;
    next = info.lines + 1;
    if (!table) {
      table = createRows(record, at, sink);
    } else if (record.length !== table.names.length) {
      sink.skip(at, null, `${record.length} cells under ${table.names.length} columns`);
    } else {
      table.row(record, at);
    }
  }
}

async function* whole(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

/** What stands most often between the names of the columns. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/\r?\n/) >>> 0);
  const count = (sign: string) => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function reasonOf({ code }: CsvError): string {
  return code === 'CSV_MAX_RECORD_SIZE'
    ? `longer than ${MAX_RECORD} characters`
    : 'cut, or a quote is not closed';
}
