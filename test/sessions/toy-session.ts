import { z } from 'zod';

/** A value with a free text, which no real session has: the store must seal it all the same. */
export const toySession = z.strictObject({ version: z.literal(1), count: z.int(), note: z.string() });

export const nextToySession = z.strictObject({ version: z.literal(2), count: z.int(), note: z.string() });

export type ToySession = z.infer<typeof toySession>;
export type NextToySession = z.infer<typeof nextToySession>;

export const CANARY = 'CANARI-Ségolène-0612345678-7rue';

export function toy(count: number, note = ''): ToySession {
  return { version: 1, count, note };
}
