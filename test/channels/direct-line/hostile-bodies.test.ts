import fc from 'fast-check';
import { CANARY, type Grant, startDirectLine, type TestServer } from '../../fixtures/direct-line-server.ts';
import { exchange } from '../../fixtures/raw-http.ts';

/** 10,000 in the bench: PASSERELLE_FUZZ_RUNS=10000. */
const RUNS = Number(process.env.PASSERELLE_FUZZ_RUNS ?? 300);

let server: TestServer;
let grant: Grant;
beforeAll(async () => {
  server = await startDirectLine();
  grant = await server.started();
});
afterAll(() => server.close());

const BAD_ARGUMENT = '{"error":{"code":"BadArgument"}}';
const post = (body: unknown, path = `/conversations/${grant.conversationId}/activities`) =>
  server.call('POST', path, { token: grant.token, body });

describe('bodies that are not activities', () => {
  const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  test.each([
    ['nothing', ''],
    ['text', CANARY],
    ['JSON cut short', `{"type":"message","text":"${CANARY}`],
    ['JSON and more', `{"type":"message"}${CANARY}`],
    ['a number', '1'],
    ['null', 'null'],
    ['an array', '[{"type":"message"}]'],
    ['an empty object', '{}'],
    ['the canary as a key only', JSON.stringify({ [CANARY]: 1 })],
    ['the canary as a type', JSON.stringify({ type: CANARY })],
    ['the type constructor', '{"type":"constructor"}'],
    ['the type __proto__', '{"type":"__proto__"}'],
    ['a type from its prototype', '{"__proto__":{"type":"message"}}'],
    ['a text that is an object', '{"type":"message","text":{"toString":"x"}}'],
    ['a text that is too long', JSON.stringify({ type: 'message', text: 'a'.repeat(8_001) })],
    ['an endOfConversation', '{"type":"endOfConversation"}'],
    ['an invoke', '{"type":"invoke","name":"x"}'],
    ['channelData too large', JSON.stringify({ type: 'message', channelData: 'x'.repeat(5_000) })],
    ['depth 1,000 in channelData', `{"type":"message","channelData":${deep(1_000)}}`],
    ['depth 16,000', '['.repeat(16_000)],
    ['depth 1,500 in a key nobody reads', `{"type":"message","x":${deep(1_500)}}`],
    ['NaN', '{"type":"message","value":NaN}'],
  ])('A6, E4: given %s, when it is posted, then 400 in the same words', async (_name, body) => {
    const before = server.turns.length;
    const answer = await post(body);
    expect([answer.status, answer.text]).toEqual([400, BAD_ARGUMENT]);
    expect(server.turns).toHaveLength(before);
  });

  test.each(['/conversations', '/tokens/generate'])(
    'A6: given the canary as a body, when it is posted to %s, then it is not quoted',
    async (path) => {
      const answer = await server.call('POST', path, {
        ...(path === '/conversations' && { token: grant.token }),
        body: CANARY,
      });
      expect([answer.status, answer.text]).toEqual([400, BAD_ARGUMENT]);
    },
  );
});

describe('bodies that are strange activities', () => {
  test.each([
    ['a text of 8,000 characters', JSON.stringify({ type: 'message', text: 'a'.repeat(8_000) })],
    ['unknown keys', JSON.stringify({ type: 'message', text: 'a', [CANARY]: CANARY })],
    [
      'keys written twice',
      `{"type":"event","type":"message","text":"a","text":"b"${',"text":"c"'.repeat(1_000)}}`,
    ],
    [
      'thousands of keys',
      `{"type":"message",${Array.from({ length: 1_500 }, (_, i) => `"k${i}":0`).join()}}`,
    ],
    [
      '__proto__ in channelData',
      '{"type":"message","channelData":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}',
    ],
    ['__proto__ at the top', '{"type":"message","text":"a","__proto__":{"polluted":1}}'],
    ['a lone surrogate', '{"type":"message","text":"\\ud800 a \\udfff"}'],
    ['NUL and bidi', '{"type":"message","text":"\\u0000\\u202e\\u2066a"}'],
    ['a locale that is not one', JSON.stringify({ type: 'message', text: 'a', locale: CANARY })],
    ['a mark of a wrong type', '{"type":"message","text":"a","channelData":{"clientActivityID":{"a":1}}}'],
    ['no text', '{"type":"message"}'],
    ['a byte order mark', '\ufeff{"type":"message","text":"a"}'],
  ])('E4, E14, E15: given %s, when it is posted, then 200 and nothing is polluted', async (_name, body) => {
    expect((await post(body)).status).toBe(200);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('E14: given __proto__ and constructor as conversation, name, mark and value, when they are posted, then the bot gets them as data', async () => {
    for (const word of ['__proto__', 'constructor', 'hasOwnProperty', 'toString']) {
      const answer = await post({
        type: 'event',
        name: word,
        value: word,
        channelData: { clientActivityID: word },
      });
      expect(answer.status).toBe(200);
      expect(server.turns.at(-1)).toMatchObject({ name: word, value: word });
    }
  });
});

describe('whatever comes', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 600 }),
    fc.constantFrom('__proto__', 'constructor', CANARY, '\ud800', ''),
  );
  const activity = fc.record(
    {
      type: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('message', 'event', 'typing') }, text),
      text: fc.oneof({ weight: 4, arbitrary: text }, fc.jsonValue()),
      name: fc.oneof(text, fc.jsonValue()),
      locale: fc.oneof(text, fc.constantFrom('fr', 'ar', 'pt-BR')),
      value: fc.jsonValue(),
      channelData: fc.oneof(fc.jsonValue(), fc.record({ clientActivityID: fc.oneof(text, fc.jsonValue()) })),
      from: fc.jsonValue(),
      attachments: fc.jsonValue(),
      membersAdded: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const body = fc.oneof(
    { weight: 5, arbitrary: activity.map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: fc.json() },
    { weight: 1, arbitrary: text },
  );

  test(`E4: given ${RUNS} bodies of every kind, when they are posted, then none gets a 5xx, none is quoted in a refusal, and what is accepted comes back as it was`, async () => {
    await fc.assert(
      fc.asyncProperty(body, async (sent) => {
        const { conversationId, token } = await server.started();
        const own = { token, body: sent };
        const answer = await server.call('POST', `/conversations/${conversationId}/activities`, own);
        expect([200, 400]).toContain(answer.status);
        if (answer.status === 400) expect(answer.text).toBe(BAD_ARGUMENT);
        server.turns.length = 0;
        const delivered = await server.call('GET', `/conversations/${conversationId}/activities`, { token });
        if (delivered.status === 404) return;
        const echo = delivered.json.activities.find((a: { id: string }) => a.id === answer.json.id);
        if (echo !== undefined) expect(echo.channelData).toEqual(JSON.parse(sent).channelData);
      }),
      { numRuns: RUNS },
    );
    expect((await fetch(`${server.origin}/health`)).status).toBe(200);
  }, 600_000);

  test('E4: given bytes of every kind on the socket, when they are sent, then nothing is a 5xx and the server lives', async () => {
    const line = fc.tuple(
      fc.constantFrom('GET', 'POST', 'OPTIONS', 'HEAD', 'PUT', 'PURGE', 'x'),
      fc.oneof(fc.constantFrom('/v3/directline/', '/', '/urgence.html', '//', '*'), fc.webPath()),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(line, async ([method, path, rest, host]) => {
        const sent = `${method} ${path}${rest} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`;
        const received = await exchange(server.port, sent, 60);
        expect(received).not.toMatch(/^HTTP\/1\.1 5/);
      }),
      { numRuns: 100 },
    );
    expect((await fetch(`${server.origin}/health`)).status).toBe(200);
  });
});
