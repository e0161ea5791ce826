import { createReadStream } from 'node:fs';
import type { Found } from './records.ts';

/** A record longer than this is no record: the longest text of data·inclusion is 10,000 characters. */
export const MAX_RECORD = 1 << 20;

/** Small pieces stay in the young part of the heap, and are forgotten at once. */
const PIECE = 1 << 15;

/** Where readers put what they find. */
export interface Sink {
  readonly take: (found: Found) => void;
  /** One record or one field that cannot be read; reading goes on. */
  readonly skip: (at: string, champ: string | null, motif: string) => void;
  /** What is left aside by design. */
  readonly lose: (champ: string, motif: string) => void;
}

/** Reading cannot go on after this place of a file; what came before stands. */
export class ReadFault extends Error {
  override name = 'ReadFault';
  readonly at: string;

  constructor(at: string, reason: string) {
    super(reason);
    this.at = at;
  }
}

/** The text of a file, piece by piece.
 *  @throws {ReadFault} at the first line that is not UTF-8: another encoding would garble every name after it */
export async function* readText(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for await (const chunk of createReadStream(file, { highWaterMark: PIECE })) {
    const bytes = chunk as Buffer;
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: true });
    } catch {
      throw new ReadFault(`line ${line + linesBeforeFault(bytes)}`, 'not UTF-8: save the file in UTF-8');
    }
    line += breaks(text);
    yield text;
  }
  try {
    yield decoder.decode();
  } catch {
    throw new ReadFault(`line ${line}`, 'not UTF-8: it is cut inside a character');
  }
}

function breaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}

/** Lines of a piece before its first byte that is not UTF-8. */
function linesBeforeFault(bytes: Buffer): number {
  const loose = bytes.toString('utf8');
  return breaks(loose.slice(0, Math.max(0, loose.indexOf('\ufffd', 3))));
}

/** A record is a service when it names its structure. */
export const kindOf = (names: Iterable<string>): Found['kind'] =>
  new Set(names).has('structure_id') ? 'service' : 'structure';
