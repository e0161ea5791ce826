/** Conversations in this process's memory, sealed all the same: a memory dump tells no more than a seized store. */
import type { ZodType } from 'zod';
import {
  type Purpose,
  type SealingKey,
  type Secret,
  seal,
  sealingKey,
  storageKey,
  turnMark,
  unseal,
} from './sealing.ts';
import {
  type Delivery,
  ENTRY_LIMITS,
  type Entry,
  type NumberedEntry,
  SESSION_LIVES,
  type SessionLives,
  type SessionState,
  type Sessions,
  SessionValueError,
  TURN_IDS_KEPT,
  type TurnOutcome,
} from './sessions.ts';
import {
  closeShelf,
  createShelf,
  eraseFrom,
  find,
  findOrStart,
  type HeldConversation,
  type HeldEntry,
  isAlive,
  type Shelf,
  setEntries,
  settle,
  touch,
  wasErased,
  weightOf,
} from './shelf.ts';
import { createTurnQueue, type TurnQueue } from './turn-queue.ts';

export type MemorySessionsOptions<Value> = Partial<SessionLives> & {
  /** The only values kept or given back. It should refuse another version than its own. */
  readonly schema: ZodType<Value>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly maxConversations?: number;
  /** Replies kept for a replay are given up first, then whole conversations, the least recently used first. */
  readonly maxBytes?: number;
  /** Told how many conversations left memory for want of room. */
  readonly onEvict?: (count: number) => void;
  /** Where conversations are held; a test passes its own to look inside. */
  readonly held?: Map<string, HeldConversation>;
};

type Store<Value> = {
  readonly schema: ZodType<Value>;
  readonly shelf: Shelf;
  readonly queue: TurnQueue;
};

const MAX_CONVERSATIONS = 10_000;
const MAX_BYTES = 30 * 1024 * 1024;

/** Sessions that live and die with this process. */
export function createMemorySessions<Value>(options: MemorySessionsOptions<Value>): Sessions<Value> {
  const shelf = createShelf({
    now: options.now,
    lives: { ...SESSION_LIVES, ...livesOf(options) },
    maxConversations: options.maxConversations ?? MAX_CONVERSATIONS,
    maxBytes: options.maxBytes ?? MAX_BYTES,
    onEvict: options.onEvict ?? (() => undefined),
    held: options.held ?? new Map(),
  });
  const store: Store<Value> = { schema: options.schema, shelf, queue: createTurnQueue() };
  return {
    state: async (secret) => stateOf(shelf, storageKey(secret)),
    open: async (secret) => openValue(store, secret),
    save: async (secret, value) => saveValue(store, secret, value),
    append: async (secret, entries) => appendEntries(shelf, secret, entries),
    since: async (secret, watermark) => entriesSince(shelf, secret, watermark),
    lock: (secret, run, turnId) => runLocked(store, secret, run, turnId),
    erase: async (secret) => eraseFrom(shelf, storageKey(secret)),
    close: async () => closeShelf(shelf),
  };
}

function livesOf({ idleMs, hardMs, echoMs }: Partial<SessionLives>): SessionLives {
  return {
    idleMs: idleMs ?? SESSION_LIVES.idleMs,
    hardMs: hardMs ?? SESSION_LIVES.hardMs,
    echoMs: echoMs ?? SESSION_LIVES.echoMs,
  };
}

function stateOf(shelf: Shelf, key: string): SessionState {
  if (wasErased(shelf, key)) return 'erased';
  return find(shelf, key) === null ? 'absent' : 'live';
}

function openValue<Value>({ shelf, schema }: Store<Value>, secret: Secret): Value | null {
  const key = storageKey(secret);
  const conversation = find(shelf, key);
  if (conversation === null || conversation.value === null) return null;
  touch(shelf, key, conversation);
  const opened = openHeld(sealingKey(secret), 'value', conversation.value);
  const parsed = opened === null ? null : schema.safeParse(opened.json);
  return parsed?.success ? parsed.data : null;
}

function saveValue<Value>({ shelf, schema }: Store<Value>, secret: Secret, value: Value): void {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new SessionValueError();
  const key = storageKey(secret);
  const conversation = findOrStart(shelf, key);
  if (conversation === null) return;
  conversation.value = sealHeld(sealingKey(secret), 'value', parsed.data);
  conversation.savedAt = shelf.now();
  settle(shelf, key, conversation);
}

function appendEntries(shelf: Shelf, secret: Secret, entries: readonly Entry[]): number | null {
  const key = storageKey(secret);
  const conversation = findOrStart(shelf, key);
  if (conversation === null) return null;
  const cipherKey = sealingKey(secret);
  const before = conversation.lastSequence;
  const until = shelf.now() + shelf.lives.echoMs;
  for (const { kind, activity } of entries) {
    conversation.lastSequence += 1;
    const sequence = conversation.lastSequence;
    const sealed = sealHeld(cipherKey, `${kind}:${sequence}`, activity);
    conversation.entries.push({ sequence, until: kind === 'echo' ? until : null, sealed });
  }
  conversation.entries = trimmed(conversation.entries, before);
  settle(shelf, key, conversation);
  return conversation.lastSequence;
}

/** Drops the oldest entries over the limits, never those just appended: nobody has received them. */
function trimmed(entries: HeldEntry[], before: number): HeldEntry[] {
  let first = Math.max(0, entries.length - ENTRY_LIMITS.count);
  let bytes = weightOf(entries.slice(first));
  while (bytes > ENTRY_LIMITS.bytes && first < entries.length) {
    bytes -= weightOf(entries.slice(first, first + 1));
    first += 1;
  }
  return entries.filter((entry, index) => index >= first || entry.sequence > before);
}

function entriesSince(shelf: Shelf, secret: Secret, watermark: number): Delivery | null {
  const key = storageKey(secret);
  const conversation = find(shelf, key);
  if (conversation === null) return null;
  const last = conversation.lastSequence;
  // A watermark from the future comes from a life this store has lost: everything is new to that client.
  const from = watermark <= last ? watermark : 0;
  const wanted = conversation.entries.filter((entry) => entry.sequence > from && isAlive(shelf, entry));
  const cipherKey = sealingKey(secret);
  const entries = wanted.flatMap((entry) => openEntry(cipherKey, entry));
  const replies = conversation.entries.filter((entry) => entry.until === null);
  setEntries(shelf, key, conversation, replies);
  return { entries, watermark: last };
}

function openEntry(key: SealingKey, { sequence, until, sealed }: HeldEntry): NumberedEntry[] {
  const kind = until === null ? 'reply' : 'echo';
  const opened = openHeld(key, `${kind}:${sequence}`, sealed);
  return opened === null ? [] : [{ kind, sequence, activity: opened.json }];
}

async function runLocked<T>(
  { shelf, queue }: Store<unknown>,
  secret: Secret,
  run: () => Promise<T>,
  turnId?: string,
): Promise<TurnOutcome<T>> {
  const key = storageKey(secret);
  const conversation = findOrStart(shelf, key);
  if (conversation === null) return { status: 'gone' };
  const mark = turnId === undefined ? null : turnMark(secret, turnId);
  if (mark !== null && conversation.turnMarks.includes(mark)) return { status: 'duplicate' };
  if (mark !== null) conversation.turnMarks = [...conversation.turnMarks, mark].slice(-TURN_IDS_KEPT);
  conversation.turns += 1;
  const isGone = () => find(shelf, key) !== conversation;
  try {
    return await queue.run(key, () => runUnlessGone(run, isGone));
  } catch (fault) {
    conversation.turnMarks = conversation.turnMarks.filter((other) => other !== mark);
    throw fault;
  } finally {
    conversation.turns -= 1;
    // Removes what expired while its turns held it.
    find(shelf, key);
  }
}

async function runUnlessGone<T>(run: () => Promise<T>, isGone: () => boolean): Promise<TurnOutcome<T>> {
  if (isGone()) return { status: 'gone' };
  const value = await run();
  return isGone() ? { status: 'gone' } : { status: 'done', value };
}

function sealHeld(key: SealingKey, purpose: Purpose, json: unknown): string {
  return seal(key, purpose, json).toString('latin1');
}

function openHeld(key: SealingKey, purpose: Purpose, sealed: string): { readonly json: unknown } | null {
  return unseal(key, purpose, Buffer.from(sealed, 'latin1'));
}
