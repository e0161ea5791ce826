import { z } from 'zod';
import type { Understanding } from '../bot/reading.ts';
import { mergeSignals } from '../conversation/merge.ts';
import type { Understood } from '../conversation/understood.ts';
import { BadLineError } from './lines.ts';

const request = z.object({ text: z.string() });

/** `understand`: `{"text":"…"}` in, what was understood out. */
export function understandLine(understanding: Understanding) {
  return async (value: unknown): Promise<Omit<Understood, 'besoins_possibles'>> => {
    const parsed = request.safeParse(value);
    if (!parsed.success) {
      throw new BadLineError('expected {"text":"…"}.');
    }
    const prepared = understanding.prepare(parsed.data.text);
    const flags = understanding.redFlags(prepared);
    const understood = await understanding.understand(prepared);
    // The printed line is a contract: what the conversation asks about is no part of it.
    const { besoins_possibles: _, ...printed } = understood;
    return { ...printed, signaux: mergeSignals(understood.signaux, flags) };
  };
}
