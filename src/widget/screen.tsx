import { render } from 'preact';
import { Replies, type Sending, type ShownReply } from '../view/replies.tsx';
import { spoken } from '../view/spoken.ts';
import { directionOf, type Words } from '../view/words.ts';
import type { Turn } from './wire.ts';

/** What the page shows of the conversation. */
export interface Screen {
  readonly words: () => Words;
  /** Puts other words around the conversation. */
  readonly setWords: (words: Words) => void;
  readonly show: (turn: Turn) => void;
  /** The person has just answered: what they read next begins at the heading. */
  readonly wait: () => void;
  readonly say: (text: string) => void;
}

/** Before it is said that one must wait. */
const PATIENCE_MS = 800;
/** For a screen reader to take what is new; it would be read twice if it stayed. */
const HEARD_MS = 1_000;

/** Choices are sent by the page's own listener. */
const LIVE: Sending = { Wrap: ({ children }) => <form method="post">{children}</form> };

/** Takes over the parts of the page that change; the field, the exit and the numbers stay as the server made them. */
export function createScreen(main: HTMLElement, first: Words): Screen {
  const heading = part<HTMLElement>(main, 'h1');
  const replies = part<HTMLElement>(main, '#replies');
  const status = part<HTMLElement>(main, '#status');
  const standing = document.querySelector('.standing');
  const heard = main.appendChild(document.createElement('div'));
  heard.className = 'away';
  heard.setAttribute('role', 'log');
  let words = first;
  let count = 0;
  let late: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string) => {
    clearTimeout(late);
    replies.classList.remove('waiting');
    status.textContent = text;
  };
  return {
    words: () => words,
    setWords(next) {
      if (next === words) return;
      words = next;
      relabel(words);
    },
    wait() {
      say('');
      replies.classList.add('waiting');
      heading.focus({ preventScroll: true });
      // The numbers take one row, and stay in view above the answer.
      standing?.classList.add('short');
      // The language row of the first screen goes with it: one button keeps the way.
      main.querySelector('#langs')?.removeAttribute('hidden');
      (standing ?? heading).scrollIntoView();
      late = setTimeout(() => {
        status.textContent = words.attente;
      }, PATIENCE_MS);
    },
    show({ replies: said, langue }) {
      say('');
      count += 1;
      // The first answer replaces what the server wrote.
      if (count === 1) replies.textContent = '';
      heading.textContent = words.reponse;
      // A new key a turn: nothing open, typed or focused in the last answer passes into the next.
      render(<Replies key={count} replies={said} words={words} sending={LIVE} langue={langue} />, replies);
      announce(heard, said, langue);
    },
    say,
  };
}

function announce(heard: HTMLElement, replies: readonly ShownReply[], langue: string): void {
  heard.textContent = '';
  for (const reply of replies) {
    const item = document.createElement('p');
    item.lang = reply.type === 'card' ? reply.langue : langue;
    item.dir = directionOf(item.lang);
    item.textContent = spoken(reply);
    heard.append(item);
  }
  const items = Array.from(heard.children);
  setTimeout(() => {
    for (const item of items) item.remove();
  }, HEARD_MS);
}

/** The words around the conversation, which the server wrote. */
function relabel(words: Words): void {
  document.documentElement.lang = words.langue;
  document.documentElement.dir = directionOf(words.langue);
  for (const element of Array.from(document.querySelectorAll<HTMLElement>('[data-word]'))) {
    element.textContent = words[element.dataset.word as keyof Words] ?? '';
  }
  document.querySelector('#larger')?.setAttribute('aria-label', `A+ ${words.plusGrand}`);
}

function part<E extends Element>(main: HTMLElement, selector: string): E {
  const found = main.querySelector<E>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}
