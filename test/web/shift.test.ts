import { onThreeShifts } from '../../src/widget/shift.ts';

type Sent = { readonly type: string; readonly key?: string; readonly at: number; readonly repeat?: boolean };

/** Plays events on a window of paper and counts how often it was left. */
function leavesAfter(events: readonly Sent[]): number {
  const listeners = new Map<string, (event: object) => void>();
  const options: unknown[] = [];
  const paper = {
    addEventListener: (type: string, listener: (event: object) => void, how: unknown) => {
      listeners.set(type, listener);
      options.push(how);
    },
  };
  let left = 0;
  onThreeShifts(paper as unknown as Window, () => {
    left += 1;
  });
  expect(options).toEqual(options.map(() => true));
  for (const { type, key, at, repeat = false } of events) {
    listeners.get(type)?.({ type, key, repeat, timeStamp: at });
  }
  return left;
}

const press = (at: number): Sent[] => [
  { type: 'keydown', key: 'Shift', at },
  { type: 'keyup', key: 'Shift', at: at + 50 },
];
const capital = (at: number): Sent[] => [
  { type: 'keydown', key: 'Shift', at },
  { type: 'keydown', key: 'É', at: at + 10 },
  { type: 'keyup', key: 'É', at: at + 20 },
  { type: 'keyup', key: 'Shift', at: at + 30 },
];
const held: Sent[] = [0, 100, 200, 300].map((at) => ({ type: 'keydown', key: 'Shift', at, repeat: at > 0 }));

describe('B6: Shift pressed three times', () => {
  test.each<[string, Sent[], number]>([
    ['three presses within five seconds', [...press(0), ...press(1_000), ...press(2_000)], 1],
    ['two presses', [...press(0), ...press(1_000)], 0],
    ['three presses over more than five seconds', [...press(0), ...press(2_600), ...press(5_200)], 0],
    ['one old press, then three', [...press(0), ...press(6_000), ...press(7_000), ...press(8_000)], 1],
    ['three capitals', [...capital(0), ...capital(500), ...capital(1_000)], 0],
    [
      'two presses, a letter, one press',
      [...press(0), ...press(500), { type: 'keydown', key: 'a', at: 800 }, ...press(900)],
      0,
    ],
    ['a capital between presses', [...press(0), ...press(500), ...capital(900), ...press(1_200)], 0],
    [
      'a click with Shift held',
      [
        { type: 'keydown', key: 'Shift', at: 0 },
        { type: 'mousedown', at: 10 },
        { type: 'keyup', key: 'Shift', at: 20 },
        ...press(100),
        ...press(200),
      ],
      0,
    ],
    ['Shift held down', [...held, { type: 'keyup', key: 'Shift', at: 400 }], 0],
  ])('B6: given %s, when they are heard, then the page is left as it should: %#', (_, events, expected) => {
    expect(leavesAfter(events)).toBe(expected);
  });
});
