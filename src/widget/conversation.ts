/**
 * One conversation over Direct Line. The assistant never speaks first, so nothing runs between two answers but an
 * open socket, and nothing at all before the first one or while the page is hidden.
 */
import { closeSocket, isOpen, keepSocket, type Streaming } from './socket.ts';
import { type ActivitySet, call, type Grant, lastTurn, newMark, type Outgoing, type Turn } from './wire.ts';

/** What the page hears of a conversation. */
export interface Listener {
  /** The answer came; `again` when the conversation had to start afresh. */
  readonly onAnswer: (turn: Turn, again: boolean) => void;
  /** `network`: it will be sent again by itself. `server`: it was given up. */
  readonly onTrouble: (kind: 'network' | 'server') => void;
  /** The conversation was erased; the next answer starts another. */
  readonly onErased: () => void;
  /** The server gives no conversation to this page: it must go by its forms. */
  readonly onRefused: (outgoing: Outgoing) => void;
}

/** What the page can do with a conversation. */
export interface Conversation {
  /** Sends what the person does; false while the answer before is still awaited. */
  readonly send: (outgoing: Outgoing) => boolean;
  /** The page is shown again, or the network is back. */
  readonly wake: () => void;
  /** The page is hidden: nothing runs any more. */
  readonly sleep: () => void;
  /** Ends it on this side, and gives the token by which the server can be told; null when nothing was started. */
  readonly forget: () => string | null;
  /** The same when the page goes; null when a form may go on with it. */
  readonly part: () => string | null;
}

interface Pending {
  outgoing: Outgoing;
  readonly mark: string;
  accepted: boolean;
  tries: number;
  again: boolean;
}

/** A conversation under way. */
export interface State extends Streaming {
  readonly langue: () => string;
  readonly listener: Listener;
  /** After this instant the token is exchanged for a later one. */
  renewAt: number;
  pending: Pending | null;
  isRunning: boolean;
  isAsleep: boolean;
  retry: ReturnType<typeof setTimeout> | undefined;
  /** Failures of the network in a row. */
  failures: number;
  /** Ends the wait for the socket. */
  answered: () => void;
}

/** An open socket that says nothing for this long is asked around. */
const SILENT_MS = 1_500;
const BACKOFF_MS = [1_000, 2_000, 4_000, 8_000, 15_000];
const MAX_TRIES = 3;
/** Over, not for this origin, or too many from this address. */
const NOT_GIVEN = [403, 404, 429];

/** A choice belongs to a screen that is no more; words can be said again. */
const afresh = (outgoing: Outgoing): Outgoing =>
  'choice' in outgoing ? { choice: 'c:recommencer' } : outgoing;

const siteOfPage = (): string | undefined => new URLSearchParams(location.search).get('site') ?? undefined;

/** A conversation that is not started; `token` is that of a page already answered. */
export function createConversation(
  listener: Listener,
  langue: () => string,
  token: string | null,
): Conversation {
  const state: State = {
    listener,
    langue,
    token,
    id: '',
    watermark: '',
    seen: 0,
    socket: null,
    socketFailures: 0,
    renewAt: 0,
    pending: null,
    isRunning: false,
    isAsleep: false,
    retry: undefined,
    failures: 0,
    answered: () => undefined,
  };
  const forget = () => {
    const { token: last } = state;
    state.pending = null;
    clearTimeout(state.retry);
    reset(state);
    return last;
  };
  return {
    send(outgoing) {
      if (state.pending) return false;
      state.pending = { outgoing, mark: newMark(), accepted: false, tries: 0, again: false };
      void run(state);
      return true;
    },
    wake() {
      state.isAsleep = false;
      clearTimeout(state.retry);
      void run(state);
    },
    sleep() {
      state.isAsleep = true;
      clearTimeout(state.retry);
      closeSocket(state);
    },
    forget,
    part() {
      const hasSpoken = state.id !== '';
      const last = forget();
      return hasSpoken ? last : null;
    },
  };
}

/** Goes on until the pending answer has come, or cannot for now. */
async function run(state: State): Promise<void> {
  if (state.isRunning) return;
  state.isRunning = true;
  try {
    while (state.pending && !state.isAsleep) await step(state, state.pending);
  } catch {
    if (state.pending) retryLater(state);
  }
  state.isRunning = false;
}

function retryLater(state: State): void {
  state.listener.onTrouble('network');
  const pause = BACKOFF_MS[Math.min(state.failures, BACKOFF_MS.length - 1)];
  state.failures += 1;
  state.retry = setTimeout(() => void run(state), pause);
}

async function step(state: State, pending: Pending): Promise<void> {
  if (Date.now() >= state.renewAt && !(await isGranted(state, pending))) return;
  void keepSocket(state, (set) => receive(state, set));
  if (pending.accepted) await poll(state, pending);
  else await post(state, pending);
}

/** Whether there is a token to go on with; if not, what comes next is settled. */
async function isGranted(state: State, pending: Pending): Promise<boolean> {
  const isFirst = state.id === '';
  const status = await grant(state);
  // Left meanwhile: nothing is sent any more.
  if (state.pending !== pending) return false;
  if (status < 400) {
    if (pending.again) pending.outgoing = afresh(pending.outgoing);
    return true;
  }
  if (isFirst && NOT_GIVEN.includes(status)) notGiven(state, pending);
  else await refused(state, pending, status);
  return false;
}

/** A token, for a new conversation or a later one for this conversation; its status. */
async function grant(state: State): Promise<number> {
  const path = state.token === null ? '/tokens/generate' : state.id ? '/tokens/refresh' : '/conversations';
  const { status, body } = await call<Grant>('POST', path, state.token);
  if (body) {
    state.token = body.token;
    state.id = body.conversationId;
    // Half its life: a person who reads for long must not meet its end.
    state.renewAt = Date.now() + body.expires_in * 500;
  }
  return status;
}

async function post(state: State, pending: Pending): Promise<void> {
  const { outgoing, mark } = pending;
  const said = 'text' in outgoing ? { text: outgoing.text } : { text: '', value: outgoing.choice };
  const activity = {
    type: 'message',
    ...said,
    locale: state.langue(),
    // A site has its own place and language; undefined is not sent.
    channelData: { clientActivityID: mark, site: siteOfPage() },
  };
  const { status } = await call('POST', `/conversations/${state.id}/activities`, state.token, activity);
  state.failures = 0;
  if (state.pending !== pending) return;
  if (status >= 400) return refused(state, pending, status);
  pending.accepted = true;
  if (isOpen(state)) await answerOrSilence(state);
}

function answerOrSilence(state: State): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, SILENT_MS);
    state.answered = () => {
      clearTimeout(late);
      resolve();
    };
  });
}

async function poll(state: State, pending: Pending): Promise<void> {
  const path = `/conversations/${state.id}/activities?watermark=${state.watermark}`;
  const { status, body } = await call<ActivitySet>('GET', path, state.token);
  state.failures = 0;
  if (state.pending !== pending) return;
  if (status === 404) return erased(state);
  if (!body) return refused(state, pending, status);
  receive(state, body);
  // Taken, and nothing said: the server forgot it in between. The same mark makes it one answer at most.
  if (state.pending === pending) await retry(state, pending);
}

function receive(state: State, set: ActivitySet): void {
  state.watermark = set.watermark;
  const turn = lastTurn(set, state.seen, state.langue());
  if (!turn) return;
  const again = state.pending?.again ?? false;
  state.seen = turn.place;
  state.pending = null;
  state.answered();
  state.listener.onAnswer(turn, again);
}

/** The turn erased its own conversation, and its last words were for an open socket only. */
function erased(state: State): void {
  state.pending = null;
  reset(state);
  state.listener.onErased();
}

async function refused(state: State, pending: Pending, status: number): Promise<void> {
  // Expired, erased elsewhere, or signed by a server that restarted: the conversation starts afresh, once.
  if ((status === 403 || status === 404) && !pending.again) {
    reset(state);
    pending.again = true;
    pending.accepted = false;
    pending.outgoing = afresh(pending.outgoing);
    return;
  }
  if (status === 429 || status >= 500) return retry(state, pending);
  giveUp(state);
}

async function retry(state: State, pending: Pending): Promise<void> {
  pending.accepted = false;
  pending.tries += 1;
  if (pending.tries >= MAX_TRIES) return giveUp(state);
  await new Promise((resolve) => setTimeout(resolve, BACKOFF_MS[pending.tries - 1]));
}

/** No conversation: that of the page may be over, and a new one is then asked for; only then are the forms left. */
function notGiven(state: State, pending: Pending): void {
  if (state.token === null) {
    deny(state, pending);
  } else {
    state.token = null;
    pending.again = true;
  }
}

/** A server that does not know its own address, a proxy that forbids the protocol, or an address that is limited. */
function deny(state: State, pending: Pending): void {
  state.pending = null;
  // The page is left for its own next page: that must not end the conversation.
  reset(state);
  state.listener.onRefused(pending.outgoing);
}

function giveUp(state: State): void {
  state.pending = null;
  state.listener.onTrouble('server');
}

function reset(state: State): void {
  closeSocket(state);
  Object.assign(state, { token: null, id: '', watermark: '', seen: 0, renewAt: 0 });
}
