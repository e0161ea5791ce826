import type { Understood } from '../../src/conversation/understood.ts';
import { prepare } from '../../src/understanding/prepare.ts';
import { createRedFlags } from '../../src/understanding/red-flags.ts';
import { createUnderstand } from '../../src/understanding/understand.ts';
import { FRENCH } from './french.ts';
import { PEOPLE } from './people-sentences.ts';

const understand = createUnderstand({
  data: FRENCH,
  places: { resolve: () => ({ lieu: null, possibles: [] }) },
  redFlags: createRedFlags(FRENCH),
});
const sorted = (value: unknown): unknown => (Array.isArray(value) ? [...value].sort() : value);

test.each(PEOPLE)('given « %s », when it is read, then it says %j', async (text, expected) => {
  const understood = await understand(prepare(text));
  for (const facet of Object.keys(expected) as (keyof Understood)[]) {
    expect([facet, sorted(understood[facet])]).toEqual([facet, sorted(expected[facet])]);
  }
});
