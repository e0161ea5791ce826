/** The conversations one process holds in memory: bounded, least recently used out first, swept when expired. */
import type { SessionLives } from './sessions.ts';

/** A sealed entry; `until` is the instant an echo dies, null for a reply. */
export type HeldEntry = {
  readonly sequence: number;
  readonly until: number | null;
  /** One byte a character: a Buffer of this size would cost several times its content. */
  readonly sealed: string;
};

/** A conversation as memory holds it: sealed texts, marks, instants and counts. */
export type HeldConversation = {
  readonly startedAt: number;
  savedAt: number;
  /** Turns running or waiting: while there are some, it is neither idle nor evicted. */
  turns: number;
  value: string | null;
  entries: HeldEntry[];
  lastSequence: number;
  turnMarks: string[];
  bytes: number;
};

export type ShelfOptions = {
  readonly now: () => number;
  readonly lives: SessionLives;
  readonly maxConversations: number;
  readonly maxBytes: number;
  readonly onEvict: (count: number) => void;
  /** Where conversations are held, by storage key. */
  readonly held: Map<string, HeldConversation>;
};

export type Shelf = ShelfOptions & {
  /** Conversations that hold entries, the longest silent first: entries are given up before conversations. */
  readonly replayable: Map<string, HeldConversation>;
  /** Storage keys of erased conversations, with the instant after which no token can name them. */
  readonly erased: Map<string, number>;
  bytes: number;
  sweeper: NodeJS.Timeout | null;
  isClosed: boolean;
};

/** Added to the 55 s of an echo it makes the promised minute. */
const SWEEP_MS = 5_000;
/** What V8 spends around a conversation and around an entry, measured. */
const CONVERSATION_BYTES = 700;
const ENTRY_BYTES = 110;
const MARK_BYTES = 40;

/** An empty shelf. */
export function createShelf(options: ShelfOptions): Shelf {
  return { ...options, replayable: new Map(), erased: new Map(), bytes: 0, sweeper: null, isClosed: false };
}

/** The conversation if it is held and alive. */
export function find(shelf: Shelf, key: string): HeldConversation | null {
  const conversation = shelf.held.get(key);
  if (conversation === undefined) return null;
  if (!isOver(shelf, conversation)) return conversation;
  discard(shelf, key, conversation);
  return null;
}

/** The conversation, started if need be; null when it was erased, or reached its hard limit in a turn. */
export function findOrStart(shelf: Shelf, key: string): HeldConversation | null {
  const known = find(shelf, key);
  if (known !== null) return known;
  // Still held: a turn that crossed the hard limit must not carry its value into a second life.
  if (shelf.isClosed || wasErased(shelf, key) || shelf.held.has(key)) return null;
  const now = shelf.now();
  const conversation: HeldConversation = {
    startedAt: now,
    savedAt: now,
    turns: 0,
    value: null,
    entries: [],
    // Not 0: a client whose conversation expired keeps its watermark, and must see what follows.
    lastSequence: Math.floor(now),
    turnMarks: [],
    bytes: 0,
  };
  shelf.held.set(key, conversation);
  keepSweeping(shelf);
  settle(shelf, key, conversation);
  return conversation;
}

/** Whether the conversation was erased. */
export function wasErased(shelf: Shelf, key: string): boolean {
  return shelf.now() < (shelf.erased.get(key) ?? 0);
}

/** To call after each write: the conversation becomes the most recent, and room is made if needed. */
export function settle(shelf: Shelf, key: string, conversation: HeldConversation): void {
  weigh(shelf, conversation);
  touch(shelf, key, conversation);
  makeRoom(shelf, key);
}

/** Replaces the entries of a conversation without making it more recent. */
export function setEntries(
  shelf: Shelf,
  key: string,
  conversation: HeldConversation,
  entries: HeldEntry[],
): void {
  conversation.entries = entries;
  weigh(shelf, conversation);
  if (entries.length === 0) shelf.replayable.delete(key);
}

/** Makes a conversation the most recently used. */
export function touch(shelf: Shelf, key: string, conversation: HeldConversation): void {
  shelf.held.delete(key);
  shelf.held.set(key, conversation);
  shelf.replayable.delete(key);
  if (conversation.entries.length > 0) shelf.replayable.set(key, conversation);
}

/** Forgets a conversation and remembers, by its storage key only, that it was erased. */
export function eraseFrom(shelf: Shelf, key: string): void {
  if (shelf.isClosed) return;
  const conversation = shelf.held.get(key);
  if (conversation !== undefined) remove(shelf, key, conversation);
  shelf.erased.delete(key);
  shelf.erased.set(key, shelf.now() + shelf.lives.hardMs);
  if (shelf.erased.size > shelf.maxConversations) deleteOldest(shelf.erased);
  keepSweeping(shelf);
}

/** Forgets everything and starts nothing more. */
export function closeShelf(shelf: Shelf): void {
  shelf.isClosed = true;
  for (const [key, conversation] of shelf.held) remove(shelf, key, conversation);
  shelf.erased.clear();
  stopSweeping(shelf);
}

function deleteOldest(map: Map<string, unknown>): void {
  const oldest = map.keys().next();
  if (!oldest.done) map.delete(oldest.value);
}

function isOver(shelf: Shelf, conversation: HeldConversation): boolean {
  const now = shelf.now();
  if (now >= conversation.startedAt + shelf.lives.hardMs) return true;
  return conversation.turns === 0 && now >= conversation.savedAt + shelf.lives.idleMs;
}

/** Empties an expired conversation; its shell stays until its turns end, so that they cannot start it again. */
function discard(shelf: Shelf, key: string, conversation: HeldConversation): void {
  empty(shelf, key, conversation);
  if (conversation.turns === 0) shelf.held.delete(key);
}

function remove(shelf: Shelf, key: string, conversation: HeldConversation): void {
  empty(shelf, key, conversation);
  shelf.held.delete(key);
}

/** A turn may still hold the object: what it held goes at once. */
function empty(shelf: Shelf, key: string, conversation: HeldConversation): void {
  shelf.replayable.delete(key);
  shelf.bytes -= conversation.bytes;
  conversation.bytes = 0;
  conversation.value = null;
  conversation.entries = [];
  conversation.turnMarks = [];
}

function weigh(shelf: Shelf, conversation: HeldConversation): void {
  const marks = conversation.turnMarks.length * MARK_BYTES;
  const value = conversation.value?.length ?? 0;
  const bytes = CONVERSATION_BYTES + marks + value + weightOf(conversation.entries);
  shelf.bytes += bytes - conversation.bytes;
  conversation.bytes = bytes;
}

/** What entries weigh in memory, in bytes. */
export function weightOf(entries: readonly HeldEntry[]): number {
  return entries.reduce((sum, entry) => sum + ENTRY_BYTES + entry.sealed.length, 0);
}

function makeRoom(shelf: Shelf, spared: string): void {
  if (fits(shelf)) return;
  giveUpEntries(shelf, spared);
  const evicted = evict(shelf, spared);
  if (evicted > 0) shelf.onEvict(evicted);
}

function giveUpEntries(shelf: Shelf, spared: string): void {
  for (const [key, conversation] of shelf.replayable) {
    if (shelf.bytes <= shelf.maxBytes) return;
    if (key !== spared) setEntries(shelf, key, conversation, []);
  }
}

function evict(shelf: Shelf, spared: string): number {
  let evicted = 0;
  for (const [key, conversation] of shelf.held) {
    if (fits(shelf)) break;
    if (key === spared || conversation.turns > 0) continue;
    remove(shelf, key, conversation);
    evicted += 1;
  }
  return evicted;
}

function fits(shelf: Shelf): boolean {
  return shelf.bytes <= shelf.maxBytes && shelf.held.size <= shelf.maxConversations;
}

/** Sweeps while something is held, without keeping the process alive. */
function keepSweeping(shelf: Shelf): void {
  shelf.sweeper ??= setInterval(() => sweep(shelf), SWEEP_MS).unref();
}

function stopSweeping(shelf: Shelf): void {
  if (shelf.sweeper !== null) clearInterval(shelf.sweeper);
  shelf.sweeper = null;
}

function sweep(shelf: Shelf): void {
  for (const [key, conversation] of shelf.held) {
    if (isOver(shelf, conversation)) discard(shelf, key, conversation);
    else dropDeadEchoes(shelf, key, conversation);
  }
  for (const [key, until] of shelf.erased) if (shelf.now() >= until) shelf.erased.delete(key);
  if (shelf.held.size === 0 && shelf.erased.size === 0) stopSweeping(shelf);
}

function dropDeadEchoes(shelf: Shelf, key: string, conversation: HeldConversation): void {
  const alive = conversation.entries.filter((entry) => isAlive(shelf, entry));
  if (alive.length < conversation.entries.length) setEntries(shelf, key, conversation, alive);
}

/** Whether an entry can still be delivered; a reply lives as long as its conversation. */
export function isAlive(shelf: Shelf, entry: HeldEntry): boolean {
  return entry.until === null || shelf.now() < entry.until;
}
