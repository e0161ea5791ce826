import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Between two collections: a few tens of megabytes of garbage. */
const EVERY = 20_000;

/** Counts records, and collects garbage every so often: left alone, V8 lets it grow to three times what lives,
 *  and an import of all of France promises to stay under 500 MB. */
export function createThrift(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let count = 0;
  return () => {
    count += 1;
    if (count % EVERY === 0) {
      collect();
    }
  };
}
