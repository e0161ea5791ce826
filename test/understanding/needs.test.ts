import { prepare } from '../../src/understanding/prepare.ts';
import { createRedFlags } from '../../src/understanding/red-flags.ts';
import { createUnderstand } from '../../src/understanding/understand.ts';
import { FRENCH } from './french.ts';
import { NEEDS } from './need-sentences.ts';

const understand = createUnderstand({
  data: FRENCH,
  places: { resolve: () => ({ lieu: null, possibles: [] }) },
  redFlags: createRedFlags(FRENCH),
});

test.each(NEEDS)(
  'given « %s », when it is read, then the needs are %j and the refusals %j',
  async (text, besoins, refuses) => {
    const understood = await understand(prepare(text));
    expect([...understood.besoins].sort()).toEqual([...besoins].sort());
    expect([...understood.besoins_refuses].sort()).toEqual([...refuses].sort());
  },
);
