import type { Conversation } from './conversation.ts';
import { onThreeShifts } from './shift.ts';

/** Neither a name nor empty, which would show the address. */
const NO_TITLE = '\u200B';

/** Makes « Quitter vite » and three presses of Shift leave no way back. */
export function installExit(
  link: HTMLAnchorElement,
  conversation: Pick<Conversation, 'forget' | 'part'>,
): void {
  const leave = () => {
    erase();
    tellServer(conversation.forget());
    go(link.href);
  };
  document.addEventListener(
    'click',
    (event) => {
      if (!(event.target instanceof Node) || !link.contains(event.target)) return;
      event.preventDefault();
      leave();
    },
    true,
  );
  onThreeShifts(window, leave);
  // What the browser keeps of a page left behind must be empty too, and « Back » starts afresh.
  window.addEventListener('pagehide', () => {
    erase();
    tellServer(conversation.part());
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.replace(location.pathname + location.search);
  });
}

/** At once, before any network: the voice, which someone may hear; then fields, content, title. */
function erase(): void {
  window.speechSynthesis?.cancel();
  for (const field of Array.from(document.querySelectorAll('textarea'))) field.value = '';
  document.documentElement.hidden = true;
  document.title = NO_TITLE;
  document.body.textContent = '';
}

/** Not awaited, and it may be lost: the conversation then dies of its own age. */
function tellServer(token: string | null): void {
  if (token === null) return;
  const body = new URLSearchParams({ t: token });
  fetch('/end', { method: 'POST', body, keepalive: true, credentials: 'omit' }).catch(() => undefined);
}

/** How long the loader around a frame has to leave first, in milliseconds: two departures at once may stop each other. */
const LOADER_LEAVES = 150;

/** Replaces the whole page; in a frame, the loader around it does, or else the frame, or else the frame is left blank. */
function go(target: string): void {
  const { parent } = window;
  if (parent === window) {
    location.replace(target);
    return;
  }
  // It says nothing but that the person leaves, which the host sees anyway. A loader removes the frame, and this with it.
  parent.postMessage({ passerelle: 'exit' }, '*');
  setTimeout(() => replaceTop(target), LOADER_LEAVES);
}

function replaceTop(target: string): void {
  try {
    (window.top ?? window).location.replace(target);
  } catch {
    location.replace('about:blank');
  }
}
