/** Strings one after the other, in pieces, and where each ends; the first one is empty. */
export interface Packed {
  readonly ends: Uint32Array;
  readonly pieces: readonly Buffer[];
}

/** Values that come often are held once; past this many, they are written again. */
const MAX_KNOWN = 50_000;
const CHUNK = 1 << 20;

/** The chunks without the unused end of the last one. */
const piecesOf = (chunks: readonly Buffer[], used: number): Buffer[] =>
  chunks.map((chunk, index) => chunk.subarray(0, Math.min(CHUNK, used - index * CHUNK)));

/** Packs strings as they come, outside the heap and in chunks that are never copied. */
export function createStrings() {
  const chunks: Buffer[] = [];
  let ends = new Uint32Array(1 << 16);
  let count = 1;
  let used = 0;
  const known = new Map<string, number>();

  const write = (bytes: Buffer): void => {
    for (let done = 0; done < bytes.length; ) {
      if (used % CHUNK === 0) {
        chunks.push(Buffer.alloc(CHUNK));
      }
      const copied = bytes.copy(chunks.at(-1) ?? bytes, used % CHUNK, done);
      used += copied;
      done += copied;
    }
  };
  /** The rank of a string, written once more. */
  const add = (text: string): number => {
    if (text === '') {
      return 0;
    }
    if (count + 1 >= ends.length) {
      const wider = new Uint32Array(2 * ends.length);
      wider.set(ends);
      ends = wider;
    }
    write(Buffer.from(text, 'utf8'));
    count += 1;
    ends[count] = used;
    return count - 1;
  };
  /** The rank of a string that may have come before. */
  const once = (text: string): number => {
    const before = known.get(text);
    if (before !== undefined) {
      return before;
    }
    const rank = add(text);
    if (known.size < MAX_KNOWN) {
      known.set(text, rank);
    }
    return rank;
  };
  const read = (rank: number): string => {
    const [from = 0, to = 0] = ends.subarray(rank, rank + 2);
    const first = Math.floor(from / CHUNK);
    const last = Math.floor(to / CHUNK);
    const whole = first === last ? chunks[first] : Buffer.concat(chunks.slice(first, last + 1));
    return whole?.toString('utf8', from - first * CHUNK, to - first * CHUNK) ?? '';
  };
  const packed = (): Packed => ({ ends: ends.slice(0, count + 1), pieces: piecesOf(chunks, used) });
  return { add, once, read, packed };
}
