/** What every store of conversations offers; one contract suite runs on each of them. */
import type { Secret } from './sealing.ts';

/** What the channel must deliver: a reply of the assistant, or the person's own activity given back once. */
export type Entry = {
  readonly kind: 'reply' | 'echo';
  /** A JSON value. */
  readonly activity: unknown;
};

/** An entry with its place in the conversation, from which the channel makes the activity's id. */
export type NumberedEntry = Entry & { readonly sequence: number };

export type Delivery = { readonly entries: readonly NumberedEntry[]; readonly watermark: number };

/** How a turn went: `duplicate` was refused because its id was already seen, `gone` met an erased conversation. */
export type TurnOutcome<T> =
  | { readonly status: 'done'; readonly value: T }
  | { readonly status: 'duplicate' }
  | { readonly status: 'gone' };

export type SessionState = 'live' | 'erased' | 'absent';

/** How long things live, in milliseconds. */
export type SessionLives = {
  /** Without a save. */
  readonly idleMs: number;
  /** From the start, whatever happens. */
  readonly hardMs: number;
  /** An echo that nobody came for. */
  readonly echoMs: number;
};

export const SESSION_LIVES: SessionLives = {
  idleMs: 30 * 60_000,
  hardMs: 2 * 60 * 60_000,
  // Five seconds under the promised 60, in which the sweep removes it.
  echoMs: 55_000,
};

/** Entries kept for a client that reconnects; the oldest go first. */
export const ENTRY_LIMITS = { count: 100, bytes: 64 * 1024 } as const;

/** Turn ids remembered in each conversation. */
export const TURN_IDS_KEPT = 100;

/**
 * Conversations, sealed under their secret. A value whose schema changed, or that was altered, is absent: the
 * conversation then starts again calmly. An erased conversation never starts again.
 */
export interface Sessions<Value> {
  /** Whether the conversation is held, was erased, or is unknown: never started, expired or evicted. */
  state(secret: Secret): Promise<SessionState>;
  /** The value of this conversation, or null when it has none. */
  open(secret: Secret): Promise<Value | null>;
  /** Keeps the value and refreshes the idle life, never the hard one; does nothing once erased.
   *  @throws {SessionValueError} when the value does not match the schema */
  save(secret: Secret, value: Value): Promise<void>;
  /** Adds what the channel must deliver and returns the watermark after it, or null once erased. */
  append(secret: Secret, entries: readonly Entry[]): Promise<number | null>;
  /** What comes after a watermark (0: everything); replies come again if asked again, an echo never does.
   *  Null when nothing is held. It does not refresh the idle life: a page left open keeps nothing alive. */
  since(secret: Secret, watermark: number): Promise<Delivery | null>;
  /** Runs one turn at a time in a conversation, in the order of the calls, and refuses an id already seen.
   *  The id of a turn that throws is forgotten, so that it can be sent again. A turn must not lock again. */
  lock<T>(secret: Secret, run: () => Promise<T>, turnId?: string): Promise<TurnOutcome<T>>;
  /** Forgets the conversation at once, without waiting for a turn under way, whose writes are then ignored. */
  erase(secret: Secret): Promise<void>;
  /** Ends this process's part: a store in memory forgets everything, a shared one keeps what others serve. */
  close(): Promise<void>;
}

/** A value that does not match its own schema: the caller is at fault. It quotes nothing of the value. */
export class SessionValueError extends Error {
  override readonly name = 'SessionValueError';

  constructor() {
    super('This session does not match its schema: change the schema and its version, or what is saved.');
  }
}
