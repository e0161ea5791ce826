import type { EmbedConfig } from '../view/embed-config.ts';
import { onThreeShifts } from '../widget/shift.ts';

/** Against a host's own rules: an inline important declaration wins over any style sheet. */
const RESET = [['all', 'initial']];
const FRAME = [
  ...RESET,
  ['display', 'block'],
  ['box-sizing', 'border-box'],
  ['width', '100%'],
  ['height', '90vh'],
  ['min-height', '20rem'],
  ['max-height', '46rem'],
  ['border', '1px solid #767676'],
  ['border-radius', '8px'],
  // Above a host's banner: the exit must not be covered.
  ['position', 'relative'],
  ['z-index', '2147483647'],
];
// The host's own ink is the one that can be read on its page.
const LINE = [
  ...RESET,
  ['display', 'block'],
  ['color', 'inherit'],
  ['margin', '8px 0'],
  ['font', '16px/1.5 system-ui,sans-serif'],
];
const LINK = [
  ...RESET,
  ['font', 'inherit'],
  ['color', 'inherit'],
  ['text-decoration', 'underline'],
  ['display', 'inline-block'],
  ['padding', '10px 0'],
  ['cursor', 'pointer'],
];

/** Puts the frame and a plain link at the script's place, and leaves the page when the frame or the keyboard asks. */
export function embed(config: EmbedConfig): void {
  const script =
    document.currentScript ?? document.querySelector(`script[data-site][src^="${config.origine}/"]`);
  if (!script?.parentNode) return;
  const site = script.getAttribute('data-site') ?? '';
  const own = Object.keys(config.sites).indexOf(site) >= 0 ? config.sites[site] : undefined;
  const mots = config.mots[own?.langue ?? config.langue];
  const address = `${config.origine}/?site=${encodeURIComponent(site)}`;
  const frame = document.createElement('iframe');
  frame.src = address;
  frame.title = own?.titre ?? mots?.titre ?? '';
  frame.referrerPolicy = 'no-referrer';
  styled(frame, FRAME);
  script.parentNode.insertBefore(frame, script.nextSibling);
  if (!script.previousElementSibling?.querySelector(`a[href^="${config.origine}/"]`)) {
    const line = styled(document.createElement('div'), LINE);
    line.appendChild(linkTo(address, mots?.lien ?? ''));
    script.parentNode.insertBefore(line, frame.nextSibling);
  }
  const leave = () => {
    // First: what it reads aloud ends with it.
    frame.remove();
    leaveFor(own?.sortie ?? config.sortie);
  };
  onThreeShifts(window, leave);
  window.addEventListener('message', (event) => {
    // Sent by our frame and from our origin, and nothing but this word.
    const isOurs = event.origin === config.origine && event.source === frame.contentWindow;
    if (isOurs && isExit(event.data)) leave();
  });
}

function isExit(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return Object.keys(data).join() === 'passerelle' && (data as { passerelle: unknown }).passerelle === 'exit';
}

function linkTo(address: string, text: string): HTMLAnchorElement {
  const link = styled(document.createElement('a'), LINK);
  link.href = address;
  link.rel = 'noreferrer';
  link.textContent = text;
  return link;
}

function styled<E extends HTMLElement>(element: E, rules: readonly (readonly string[])[]): E {
  for (const [name = '', value = ''] of rules) element.style.setProperty(name, value, 'important');
  return element;
}

/** Everything disappears at once, before the network; then the neutral page takes this one's place in the history. */
function leaveFor(target: string): void {
  document.documentElement.style.setProperty('display', 'none', 'important');
  document.title = '\u200B';
  try {
    (window.top ?? window).location.replace(target);
  } catch {
    // Framed by a page that forbids it: this part at least goes.
    window.location.replace(target);
  }
}
