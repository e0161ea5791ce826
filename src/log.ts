/**
 * Everything that can be logged: a closed union whose fields are codes, counts and durations.
 * None has a place for text, an address or a user agent; adding one is a privacy decision.
 */
export type LogEvent =
  | { event: 'listening'; port: number; organisations: number; lines: number; startMs: number }
  | { event: 'stopping'; signal: 'SIGTERM' | 'SIGINT' }
  | { event: 'stopped' }
  | { event: 'turn'; channel: ChannelId; durationMs: number; replies: number }
  | { event: 'turn-failed'; channel: ChannelId; code: FaultCode }
  | { event: 'understanding-timeout' }
  | { event: 'understanding-failed' }
  | { event: 'request-failed'; route: RouteId; code: FaultCode }
  | { event: 'process-fault'; code: 'uncaught-exception' | 'unhandled-rejection' }
  | { event: 'sessions-evicted'; count: number }
  | { event: 'knowledge-replaced'; organisations: number; lines: number; durationMs: number }
  // Names of curated files, as `knowledge/partners/isere/alpa.yaml`: they are the project's, not a person's.
  | { event: 'knowledge-refused'; files: readonly string[] };

export type ChannelId = 'directline' | 'page' | 'terminal';
export type RouteId = 'page' | 'directline' | 'static' | 'health' | 'other';
export type FaultCode = 'turn' | 'store' | 'understanding' | 'knowledge' | 'render' | 'handler';

/** Writes one event as a JSON line. */
export type Log = (event: LogEvent) => void;

/** A log that writes JSON lines stamped with `now`, in milliseconds since the epoch. */
export function createLog(now: () => number, write: (line: string) => void): Log {
  return (event) => write(`${JSON.stringify({ time: new Date(now()).toISOString(), ...event })}\n`);
}
