import { faults, journeys, play } from './play.ts';

const all = journeys('blind.yaml');

describe('journeys written without knowledge of the code', () => {
  test.each(all.map((journey) => [journey.id, journey] as const))(
    'given %s, when it is played, then what is expected comes and what is forbidden does not',
    async (_, journey) => {
      expect(faults(journey, await play(journey))).toEqual([]);
    },
  );
});
