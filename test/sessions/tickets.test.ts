import { newSecret } from '../../src/sessions/sealing.ts';
import { createMemoryTickets } from '../../src/sessions/tickets.ts';

const NOW = Date.UTC(2026, 10, 24, 14);
const secret = newSecret();

test('A10: given a ticket, when it is taken twice, then it gives its secret once', async () => {
  const tickets = createMemoryTickets();
  const ticket = await tickets.issue(secret, NOW);
  expect(ticket).toMatch(/^[\w-]{43}$/);
  expect(await tickets.take(ticket, NOW)).toEqual(secret);
  expect(await tickets.take(ticket, NOW)).toBeNull();
});

test('A10: given a ticket, when it is taken by two at once, then one of them gets nothing', async () => {
  const tickets = createMemoryTickets();
  const ticket = await tickets.issue(secret, NOW);
  const taken = await Promise.all([tickets.take(ticket, NOW), tickets.take(ticket, NOW)]);
  expect(taken).toEqual([secret, null]);
});

test.each([
  [59_999, secret],
  [60_000, null],
])(
  'A10: given a ticket, when it is taken after %i ms, then it lives 60 s and no more',
  async (age, expected) => {
    const tickets = createMemoryTickets();
    const ticket = await tickets.issue(secret, NOW);
    expect(await tickets.take(ticket, NOW + age)).toEqual(expected);
  },
);

test('A10: given a clock set back between two tickets, when the second is too old, then it is refused', async () => {
  const tickets = createMemoryTickets();
  await tickets.issue(newSecret(), NOW + 100_000);
  const ticket = await tickets.issue(secret, NOW);
  expect(await tickets.take(ticket, NOW + 60_000)).toBeNull();
});

test.each(['', '__proto__', 'a'.repeat(43), '\u0000', secret.toString('base64url')])(
  'E13: given the forged ticket %j, when it is taken, then it gives nothing',
  async (forged) => {
    const tickets = createMemoryTickets();
    await tickets.issue(secret, NOW);
    expect(await tickets.take(forged, NOW)).toBeNull();
  },
);

test('A10: given one conversation, when it has several tickets, then they are all different and each opens it', async () => {
  const tickets = createMemoryTickets();
  const issued = [await tickets.issue(secret, NOW), await tickets.issue(secret, NOW)];
  expect(new Set(issued).size).toBe(2);
  for (const ticket of issued) expect(await tickets.take(ticket, NOW)).toEqual(secret);
});

test('E12: given more tickets than room, when one more is issued, then the oldest are lost and the dead leave first', async () => {
  const held = new Map();
  const tickets = createMemoryTickets(3, held);
  const issued: string[] = [];
  for (let i = 0; i < 4; i += 1) issued.push(await tickets.issue(newSecret(), NOW));
  expect(held.size).toBe(3);
  expect(await tickets.take(issued[0] ?? '', NOW)).toBeNull();
  expect(await tickets.take(issued[1] ?? '', NOW)).not.toBeNull();
  await tickets.issue(secret, NOW + 60_000);
  expect(held.size).toBe(1);
});

test('A10: given a ticket held, when memory is read, then neither the ticket nor the secret is there', async () => {
  const held = new Map<string, { until: number; sealed: Buffer }>();
  const tickets = createMemoryTickets(10, held);
  const ticket = await tickets.issue(secret, NOW);
  const texts = [...held].flatMap(([key, { sealed }]) => [key, sealed.toString('latin1')]).join('\n');
  for (const trace of [ticket, secret.toString('base64url'), secret.toString('latin1')])
    expect(texts).not.toContain(trace);
});
