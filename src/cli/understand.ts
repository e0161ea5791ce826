import { z } from 'zod';
import type { Understanding } from '../bot/reading.ts';
import { mergeSignals } from '../conversation/merge.ts';
import type { Understood } from '../conversation/understood.ts';
import { BadLineError } from './lines.ts';

const request = z.object({ text: z.string() });

/** `understand`: `{"text":"…"}` in, what was understood out. */
export function understandLine(understanding: Understanding) {
  return async (value: unknown): Promise<Understood> => {
    const parsed = request.safeParse(value);
    if (!parsed.success) {
      throw new BadLineError('expected {"text":"…"}.');
    }
    const prepared = understanding.prepare(parsed.data.text);
    const flags = understanding.redFlags(prepared);
    const understood = await understanding.understand(prepared);
    return { ...understood, signaux: mergeSignals(understood.signaux, flags) };
  };
}
