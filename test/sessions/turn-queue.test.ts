import { createTurnQueue } from '../../src/sessions/turn-queue.ts';

test('E12: given turns that end well or badly, when nothing is left to run, then the queue holds nothing', async () => {
  const queue = createTurnQueue();
  const turns = [
    queue.run('a', async () => 1),
    queue.run('a', () => Promise.reject(new Error('fault'))),
    queue.run('a', async () => 2),
    queue.run('b', async () => 3),
  ];
  expect(queue.size()).toBe(2);
  const outcomes = await Promise.allSettled(turns);
  expect(outcomes.map((outcome) => outcome.status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect(queue.size()).toBe(0);
});

test('E13: given a task that throws at once, when it runs, then the error is the promise of the caller', async () => {
  const queue = createTurnQueue();
  const fault = new Error('fault');
  const run = queue.run('a', () => {
    throw fault;
  });
  await expect(run).rejects.toBe(fault);
  expect(await queue.run('a', async () => 'next')).toBe('next');
});

test('E13: given a task queued while another ends, when both are of one key, then they never overlap', async () => {
  const queue = createTurnQueue();
  let running = 0;
  let most = 0;
  const task = async () => {
    running += 1;
    most = Math.max(most, running);
    for (let i = 0; i < 10; i += 1) await Promise.resolve();
    running -= 1;
  };
  const first = queue.run('a', task).then(() => queue.run('a', task));
  await Promise.all([first, queue.run('a', task), queue.run('a', task)]);
  expect(most).toBe(1);
});
