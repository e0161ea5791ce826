const WITHIN_MS = 5_000;
const PRESSES = 3;

/** Calls `act` when Shift alone is pressed three times within five seconds, wherever the focus is. */
export function onThreeShifts(target: Window, act: () => void): void {
  let presses: number[] = [];
  let isAlone = false;
  const reset = () => {
    presses = [];
    isAlone = false;
  };
  // In the capture phase: nothing in the page can stop it.
  target.addEventListener(
    'keydown',
    ({ key, repeat }) => {
      if (key !== 'Shift') reset();
      else if (!repeat) isAlone = true;
    },
    true,
  );
  target.addEventListener('mousedown', reset, true);
  target.addEventListener(
    'keyup',
    ({ key, timeStamp }) => {
      if (key !== 'Shift' || !isAlone) return;
      isAlone = false;
      presses = [...presses.filter((at) => timeStamp - at < WITHIN_MS), timeStamp];
      if (presses.length >= PRESSES) {
        reset();
        act();
      }
    },
    true,
  );
}
