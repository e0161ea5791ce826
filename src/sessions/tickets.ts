/** Single-use tickets: what a socket's address may hold, since a URL ends up in histories and logs. */
import { newSecret, parseSecret, type Secret, seal, sealingKey, storageKey, unseal } from './sealing.ts';

/** Promises, because tickets shared between replicas will need them. */
export type Tickets = {
  /** A ticket that opens this conversation once, within 60 s of `now` (milliseconds). */
  issue(secret: Secret, now: number): Promise<string>;
  /** The secret of a ticket, which is spent by this; null when unknown, spent or too old. */
  take(ticket: string, now: number): Promise<Secret | null>;
};

/** The secret sealed under its ticket, of which only the hash is kept. */
type HeldTicket = { readonly until: number; readonly sealed: Buffer };

const TICKET_MS = 60_000;
const MAX_TICKETS = 10_000;

/** Tickets of this process only; over `max`, the oldest are lost. */
export function createMemoryTickets(
  max = MAX_TICKETS,
  held: Map<string, HeldTicket> = new Map<string, HeldTicket>(),
): Tickets {
  return {
    async issue(secret, now) {
      dropDead(held, now);
      const ticket = newSecret();
      const sealed = seal(sealingKey(ticket), 'ticket', secret.toString('base64url'));
      held.set(storageKey(ticket), { until: now + TICKET_MS, sealed });
      dropOver(held, max);
      return ticket.toString('base64url');
    },
    async take(text, now) {
      dropDead(held, now);
      const ticket = parseSecret(text);
      if (ticket === null) return null;
      const key = storageKey(ticket);
      const found = held.get(key);
      held.delete(key);
      return found === undefined || now >= found.until ? null : secretIn(found.sealed, ticket);
    },
  };
}

function secretIn(sealed: Buffer, ticket: Secret): Secret | null {
  const opened = unseal(sealingKey(ticket), 'ticket', sealed);
  return typeof opened?.json === 'string' ? parseSecret(opened.json) : null;
}

/** Tickets live equally long: the first held is the first to die. */
function dropDead(held: Map<string, HeldTicket>, now: number): void {
  for (const [key, { until }] of held) {
    if (now < until) return;
    held.delete(key);
  }
}

function dropOver(held: Map<string, HeldTicket>, max: number): void {
  for (const key of held.keys()) {
    if (held.size <= max) return;
    held.delete(key);
  }
}
