import { fieldsOfJson } from './cells.ts';
import { kindOf, MAX_RECORD, readText, type Sink } from './read-text.ts';

/** Reads one JSON record a line. A line that is too long or no JSON object is told, and skipped. */
export async function readNdjson(file: string, sink: Sink): Promise<void> {
  let rest = '';
  let line = 0;
  let tooLong = false;
  const end = (text: string) => {
    line += 1;
    if (tooLong) {
      sink.skip(`line ${line}`, null, `longer than ${MAX_RECORD} characters`);
    } else {
      readLine(text, `line ${line}`, sink);
    }
    tooLong = false;
  };
  for await (const piece of readText(file)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(end);
    if (rest.length > MAX_RECORD) {
      tooLong = true;
    }
    if (tooLong) {
      rest = '';
    }
  }
  if (rest !== '' || tooLong) {
    end(rest);
  }
}

function readLine(text: string, at: string, sink: Sink): void {
  if (text.trim() === '') {
    return;
  }
  const record = recordOf(text);
  if (record) {
    takeJson(record, at, sink);
  } else {
    sink.skip(at, null, 'not a JSON object: cut, or damaged');
  }
}

function recordOf(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/** A plain JSON object. */
export const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Hands over a record that came as JSON. */
export function takeJson(record: object, at: string, { take }: Sink): void {
  const fields = fieldsOfJson(record as Record<string, unknown>);
  take({ at, kind: kindOf(Object.keys(record)), fields });
}
