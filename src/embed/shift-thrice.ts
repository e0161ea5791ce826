/** For the three presses, in milliseconds. */
const WITHIN_MS = 5_000;
const PRESSES = 3;

/**
 * Calls `leave` when Shift alone is pressed three times within five seconds. Shift held for a capital or a click does not
 * count, and any other key starts again. It listens first, so that no field and no other script sees it before.
 */
export function onShiftThrice(target: Window, leave: () => void): void {
  let presses: number[] = [];
  let isAlone = false;
  const forget = () => {
    presses = [];
    isAlone = false;
  };
  const listen = <K extends keyof WindowEventMap>(type: K, react: (event: WindowEventMap[K]) => void) =>
    target.addEventListener(type, react, { capture: true, passive: true });
  listen('keydown', (event) => {
    if (event.key !== 'Shift') forget();
    else if (!event.repeat) isAlone = true;
  });
  listen('mousedown', forget);
  listen('keyup', (event) => {
    if (event.key !== 'Shift' || !isAlone) return;
    isAlone = false;
    presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at <= WITHIN_MS);
    if (presses.length >= PRESSES) leave();
  });
}
