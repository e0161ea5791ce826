/** Runs the tasks of one key one after the other, and forgets a key that has nothing left to run. */
export type TurnQueue = {
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
  /** How many keys have something to run. */
  size(): number;
};

/** An empty queue, in this process only. */
export function createTurnQueue(): TurnQueue {
  const lastOf = new Map<string, Promise<void>>();
  return {
    size: () => lastOf.size,
    async run(key, task) {
      const turn = after(lastOf.get(key), task);
      const settled = turn.then(ignore, ignore);
      lastOf.set(key, settled);
      try {
        return await turn;
      } finally {
        if (lastOf.get(key) === settled) lastOf.delete(key);
      }
    },
  };
}

async function after<T>(previous: Promise<void> | undefined, task: () => Promise<T>): Promise<T> {
  await previous;
  return task();
}

function ignore(): void {}
