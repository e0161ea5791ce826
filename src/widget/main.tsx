/** Makes the server's page come alive: the same components, the same words, without a reload. */
import type { Words } from '../view/words.ts';
import { type Conversation, createConversation } from './conversation.ts';
import { installExit } from './exit.ts';
import { installPrint } from './print.ts';
import { createScreen, type Screen } from './screen.tsx';
import { installSpeech } from './speech.ts';
import { installTextSize } from './text-size.ts';
import { inTime, newMark, type Outgoing, type Turn } from './wire.ts';

/** An answer may be urgent: the words around it are waited for no longer. */
const WORDS_MS = 1_500;

/** The end of an erased conversation, in the words of the page. */
const erasedTurn = ({ efface, recommencer, langue }: Words): Turn => ({
  langue,
  replies: [{ type: 'end', texte: efface, suites: [{ id: 'c:recommencer', libelle: recommencer }] }],
});

/** The words of another language, or those there are when they do not come. */
async function wordsOf(langue: string, present: Words): Promise<Words> {
  if (langue === present.langue) return present;
  try {
    const asked = fetch(`/words/${langue}`, { cache: 'no-store', credentials: 'omit' });
    return await inTime(
      asked.then((response) => (response.ok ? response.json() : present)),
      WORDS_MS,
    );
  } catch {
    return present;
  }
}

/** Sends an answer as the page does without a script. */
function sendByForm(outgoing: Outgoing, token: string | null): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.hidden = true;
  const said = 'text' in outgoing ? { m: outgoing.text } : { c: outgoing.choice };
  for (const [name, value] of Object.entries({ ...said, n: newMark(), ...(token && { t: token }) })) {
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name, value });
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}

function converse(screen: Screen, offerSpeech: () => void): Conversation {
  const adopted = document.querySelector<HTMLInputElement>('input[name=t]')?.value ?? null;
  return createConversation(
    {
      onAnswer: async (turn, again) => {
        screen.setWords(await wordsOf(turn.langue, screen.words()));
        offerSpeech();
        const note = { type: 'message', texte: screen.words().reprise } as const;
        screen.show(again ? { ...turn, replies: [note, ...turn.replies] } : turn);
      },
      onTrouble: (kind) => screen.say(kind === 'network' ? screen.words().reseau : screen.words().erreur),
      onErased: () => screen.show(erasedTurn(screen.words())),
      onRefused: (outgoing) => sendByForm(outgoing, adopted),
    },
    () => screen.words().langue,
    adopted,
  );
}

/** Every form of the page goes through the conversation. */
function installForms(screen: Screen, conversation: Conversation): void {
  let button: HTMLButtonElement | null = null;
  document.addEventListener(
    'click',
    ({ target }) => {
      button = target instanceof Element ? target.closest('button') : null;
    },
    true,
  );
  document.addEventListener('submit', (event) => {
    event.preventDefault();
    const field = document.querySelector('textarea');
    const outgoing = outgoingOf(button, field);
    if (!outgoing || !conversation.send(outgoing)) return;
    if (field && 'text' in outgoing) field.value = '';
    screen.wait();
  });
}

function outgoingOf(button: HTMLButtonElement | null, field: HTMLTextAreaElement | null): Outgoing | null {
  if (button?.name === 'c') return { choice: button.value };
  const text = field?.value.trim();
  return text ? { text } : null;
}

function live(main: HTMLElement): Conversation {
  const screen = createScreen(main, JSON.parse(main.dataset.words ?? ''));
  const conversation = converse(
    screen,
    installSpeech(main, () => screen.words()),
  );
  installForms(screen, conversation);
  document.addEventListener('visibilitychange', () =>
    document.hidden ? conversation.sleep() : conversation.wake(),
  );
  window.addEventListener('online', () => {
    if (!document.hidden) conversation.wake();
  });
  return conversation;
}

function start(): void {
  const link = document.querySelector<HTMLAnchorElement>('a.exit');
  const main = document.querySelector<HTMLElement>('main[data-words]');
  let conversation: Conversation | null = null;
  // First: nothing that fails below may cost the exit.
  if (link) {
    installExit(link, {
      forget: () => conversation?.forget() ?? null,
      part: () => conversation?.part() ?? null,
    });
  }
  installTextSize();
  installPrint();
  // A frame without an origin cannot speak to its server: forms alone serve it.
  if (main && self.origin !== 'null') conversation = live(main);
}

start();
