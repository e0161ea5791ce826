import { nameKey } from './normalise.ts';

/** The words of a list written with spaces or commas. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/[\s,]+/).filter((word) => word !== ''));
}

/** The phrases of a list, as keys. */
export function phraseSet(phrases: readonly string[]): ReadonlySet<string> {
  return new Set(phrases.map(nameKey));
}
