/** What one client may cost the server. */
export interface Limits {
  /** Largest body, in bytes. */
  readonly bodyBytes: number;
  /** Longest request target, in characters. */
  readonly targetLength: number;
  /** To receive the headers, in milliseconds. */
  readonly headersMs: number;
  /** To receive the whole request, in milliseconds. */
  readonly requestMs: number;
  /** How often late requests are looked for, in milliseconds: added to the two above. */
  readonly checkMs: number;
  /** For a handler to answer, in milliseconds. */
  readonly handlerMs: number;
  /** Silence allowed between two requests of a connection, in milliseconds. */
  readonly keepAliveMs: number;
  /** Requests of one connection that may wait for their answers together. */
  readonly pipelined: number;
  /** Without a byte read or written, in milliseconds. */
  readonly idleMs: number;
  /** Connections held at once. */
  readonly connections: number;
  /** For requests under way to end once the server closes, in milliseconds. */
  readonly drainMs: number;
}

/** Slow headers or body are cut within 10 s. */
export const LIMITS: Limits = {
  bodyBytes: 16 * 1024,
  targetLength: 2_048,
  headersMs: 8_000,
  requestMs: 8_000,
  checkMs: 1_000,
  handlerMs: 10_000,
  keepAliveMs: 5_000,
  pipelined: 8,
  idleMs: 15_000,
  connections: 10_000,
  drainMs: 5_000,
};
