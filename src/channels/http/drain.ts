import type { ServerResponse } from 'node:http';

/** Counts the answers under way, so that closing can wait for them. */
export interface Drain {
  /** Counts an answer until it is sent or lost. */
  readonly track: (response: ServerResponse) => void;
  /** Resolves when no answer is under way, or after `ms`. */
  readonly settle: (ms: number) => Promise<void>;
}

/** A count that starts empty. */
export function createDrain(): Drain {
  let underWay = 0;
  let whenIdle: (() => void) | undefined;
  return {
    track(response) {
      underWay += 1;
      response.once('close', () => {
        underWay -= 1;
        if (underWay === 0) whenIdle?.();
      });
    },
    settle(ms) {
      if (underWay === 0) return Promise.resolve();
      return new Promise((resolve) => {
        const late = setTimeout(resolve, ms);
        whenIdle = () => {
          clearTimeout(late);
          resolve();
        };
      });
    },
  };
}
