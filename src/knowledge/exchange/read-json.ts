import { JSONParser } from '@streamparser/json';
import { isRecord, takeJson } from './read-ndjson.ts';
import { MAX_RECORD, ReadFault, readText, type Sink } from './read-text.ts';

/** A list of records, or an object that holds lists of them. */
const PATHS = { '[': ['$.*'], '{': ['$.structures.*', '$.services.*'] } as const;

/** Reads a JSON file record by record: the whole is never in memory.
 *  @throws {ReadFault} where it is cut or damaged; the records before stand */
export async function readJson(file: string, sink: Sink): Promise<void> {
  let parser: JSONParser | undefined;
  let records = 0;
  let since = 0;
  const failed: Error[] = [];
  const open = (text: string) => {
    const first = text.trimStart()[0];
    if (first !== '[' && first !== '{') {
      throw new ReadFault('line 1', 'neither a list of records nor an object with structures and services');
    }
    const made = new JSONParser({ paths: [...PATHS[first]], keepStack: false });
    made.onValue = ({ value }) => {
      records += 1;
      since = 0;
      if (isRecord(value)) {
        takeJson(value, `record ${records}`, sink);
      } else {
        sink.skip(`record ${records}`, null, 'not a JSON object');
      }
    };
    made.onError = (error) => failed.push(error);
    return made;
  };
  for await (const piece of readText(file)) {
    if (piece === '') {
      continue;
    }
    parser ??= open(piece);
    since += piece.length;
    parser.write(piece);
    if (failed.length > 0 || since > 2 * MAX_RECORD) {
      break;
    }
  }
  if (failed.length > 0 || !parser?.isEnded) {
    const reason = since > 2 * MAX_RECORD ? `longer than ${MAX_RECORD} characters` : 'cut, or not JSON';
    throw new ReadFault(`record ${records + 1}`, reason);
  }
}
