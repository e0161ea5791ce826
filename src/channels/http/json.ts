import type { RouteResponse } from './route.ts';

/** Deeper than any activity, and shallow enough for every recursive reader behind. */
const MAX_DEPTH = 32;

/** The value of a JSON text, or undefined for one that is not JSON or nests too deep. Never throws: V8's errors quote the input. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isShallow(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isShallow(root: unknown): boolean {
  let level: unknown[] = [root];
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth += 1) {
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return level.length === 0;
}

/** A JSON answer. */
export function json(status: number, value: unknown): RouteResponse {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}
