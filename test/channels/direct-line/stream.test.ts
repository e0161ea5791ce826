import { once } from 'node:events';
import { WebSocket } from 'ws';
import { CANARY, PARTNER, startDirectLine, type TestServer } from '../../fixtures/direct-line-server.ts';
import { exchange, parseAnswer, rawRequest } from '../../fixtures/raw-http.ts';

let server: TestServer;
const opened: WebSocket[] = [];
const restart = async (options: Parameters<typeof startDirectLine>[0] = {}) => {
  await server?.close();
  server = await startDirectLine(options);
};
beforeEach(async () => {
  server = await startDirectLine();
});
afterEach(async () => {
  for (const socket of opened.splice(0)) socket.terminate();
  await server.close();
});

type Client = { socket: WebSocket; frames: string[]; activities: () => { text: string; id: string }[] };

function open(url: string, options: object = {}): Client {
  const socket = new WebSocket(url, options);
  const frames: string[] = [];
  socket.on('message', (data) => frames.push(data.toString()));
  socket.on('error', () => undefined);
  opened.push(socket);
  const activities = () => frames.filter(Boolean).flatMap((frame) => JSON.parse(frame).activities);
  return { socket, frames, activities };
}

/** The HTTP status that an upgrade gets; 101 when it is accepted. */
function statusOf(url: string, options: object = {}): Promise<number | undefined> {
  const socket = new WebSocket(url, options);
  opened.push(socket);
  return new Promise((resolve) => {
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_request, answer) => resolve(answer.statusCode));
    socket.on('error', () => resolve(undefined));
  });
}

const codeOf = async (socket: WebSocket) => (await once(socket, 'close'))[0];
const say = (grant: { conversationId: string; token: string }, text: string) =>
  server.call('POST', `/conversations/${grant.conversationId}/activities`, {
    token: grant.token,
    body: { type: 'message', text },
  });
const streamOf = async (grant: { conversationId: string; token: string }, watermark: string) =>
  (
    await server.call('GET', `/conversations/${grant.conversationId}?watermark=${watermark}`, {
      token: grant.token,
    })
  ).json.streamUrl as string;

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 2_000;
  while (!condition() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(condition()).toBe(true);
}
const texts = (client: Client) => client.activities().map(({ text }) => text);

describe('a stream', () => {
  test('given a started conversation, when its stream opens and a message is posted, then the welcome, the echo and the reply come', async () => {
    const grant = await server.started();
    const client = open(grant.streamUrl);
    await until(() => client.frames.length === 1);
    const posted = await say(grant, 'bonjour');
    await until(() => texts(client).length === 3);
    expect(texts(client)).toEqual(['bienvenue', 'bonjour', 'reçu 2']);
    expect(client.activities()[1]?.id).toBe(posted.json.id);
    expect(Number(JSON.parse(client.frames.at(-1) ?? '').watermark)).toBeGreaterThan(0);
  });

  test('given a socket that is killed, when replies come meanwhile, then the next stream replays them and nothing twice', async () => {
    const grant = await server.started();
    const first = open(grant.streamUrl);
    await until(() => first.frames.length === 1);
    await say(grant, 'un');
    await until(() => first.activities().length === 3);
    first.socket.terminate();
    await say(grant, 'deux');
    await say(grant, 'trois');
    const { watermark } = JSON.parse(first.frames.at(-1) ?? '');
    const second = open(await streamOf(grant, watermark));
    await until(() => second.activities().length >= 4);
    expect(texts(second)).toEqual(['deux', 'reçu 3', 'trois', 'reçu 4']);
  });

  test('given an echo already delivered, when the whole conversation is replayed, then replies come again and the words of the person do not', async () => {
    const grant = await server.started();
    const first = open(grant.streamUrl);
    await until(() => first.frames.length === 1);
    await say(grant, 'mes mots');
    await until(() => first.activities().length === 3);
    const again = open(await streamOf(grant, ''));
    await until(() => again.activities().length === 2);
    expect(texts(again)).toEqual(['bienvenue', 'reçu 2']);
  });

  test('given a stream open, when the conversation opens another, then the older is closed and only the newer is served', async () => {
    const grant = await server.started();
    const older = open(grant.streamUrl);
    await until(() => older.frames.length === 1);
    const closing = codeOf(older.socket);
    const newer = open(await streamOf(grant, JSON.parse(older.frames[0] ?? '').watermark));
    expect(await closing).toBe(1000);
    await say(grant, 'bonjour');
    await until(() => newer.activities().length === 2);
    expect(older.frames).toHaveLength(1);
  });

  test('given ten messages posted at once, when the stream is open, then every activity comes once and in order', async () => {
    const grant = await server.started();
    const client = open(grant.streamUrl);
    await once(client.socket, 'open');
    await Promise.all(Array.from({ length: 10 }, (_, i) => say(grant, `m${i}`)));
    await until(() => client.activities().length >= 21);
    const ids = client.activities().map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toHaveLength(21);
  });

  test('A12: given a stream open, when the conversation is erased, then it closes and its address opens nothing more', async () => {
    const grant = await server.started();
    const later = await streamOf(grant, '');
    const client = open(grant.streamUrl);
    await once(client.socket, 'open');
    const closing = codeOf(client.socket);
    await server.call('POST', `/conversations/${grant.conversationId}/end`, { token: grant.token });
    expect(await closing).toBe(1000);
    expect(await statusOf(later)).toBe(404);
  });

  test('A12: given a bot that erases in its turn, when its last words are said, then the stream has them, closes, and nothing is kept', async () => {
    const grant = await server.started();
    const client = open(grant.streamUrl);
    await until(() => client.frames.length === 1);
    const closing = codeOf(client.socket);
    const answer = await say(grant, 'efface');
    expect(await closing).toBe(1000);
    expect(texts(client)).toEqual(['bienvenue', 'efface', 'reçu 2']);
    expect(client.activities()[1]?.id).toBe(answer.json.id);
    expect((await say(grant, 'encore')).status).toBe(404);
  });

  test('A12: given a bot that erases in its turn and no stream, when the client polls, then 200 to the post and 404 to the poll', async () => {
    const { conversationId, token } = await server.started();
    expect((await say({ conversationId, token }, 'efface')).status).toBe(200);
    const polled = await server.call('GET', `/conversations/${conversationId}/activities`, { token });
    expect(polled.status).toBe(404);
  });

  test('A12: given a conversation erased by another replica, when the keep-alive comes, then the stream closes', async () => {
    let state: 'live' | 'erased' = 'live';
    const sessions = {
      open: async () => null,
      state: async () => state,
      lock: async <T>(_s: unknown, run: () => Promise<T>) => ({
        status: 'done' as const,
        value: await run(),
      }),
      append: async () => 1,
      since: async () => null,
      erase: async () => undefined,
    };
    await restart({ sessions, socketLimits: { keepAliveMs: 30 } });
    const client = open((await server.started()).streamUrl);
    await once(client.socket, 'open');
    state = 'erased';
    expect(await codeOf(client.socket)).toBe(1000);
  });

  test('E8: given a store that fails once with the canary, when the next reply comes, then the stream goes on and lost nothing', async () => {
    let failures = 1;
    const since = async (_secret: unknown, watermark: number) => {
      if (failures > 0) {
        failures -= 1;
        throw new Error(CANARY);
      }
      return {
        entries: [{ kind: 'reply' as const, sequence: 1, activity: { text: 'r' } }].filter(
          (e) => e.sequence > watermark,
        ),
        watermark: 1,
      };
    };
    const sessions = {
      open: async () => null,
      state: async () => 'live' as const,
      lock: async <T>(_s: unknown, run: () => Promise<T>) => ({
        status: 'done' as const,
        value: await run(),
      }),
      append: async () => 1,
      since,
      erase: async () => undefined,
    };
    await restart({ sessions });
    const grant = await server.started();
    const client = open(grant.streamUrl);
    await once(client.socket, 'open');
    await until(() => failures === 0);
    await say(grant, 'bonjour');
    await until(() => client.activities().length === 1);
    expect(JSON.stringify(server.events)).not.toContain('CANARI');
  });
});

describe('tickets', () => {
  const path = (url: string, t: string) => url.replace(/t=.*$/, `t=${t}`);

  test('A10: given a ticket, when it is used twice, then the second gets 403', async () => {
    const { streamUrl } = await server.started();
    expect(await statusOf(streamUrl)).toBe(101);
    expect(await statusOf(streamUrl)).toBe(403);
  });

  test('A10: given a ticket of a minute ago, when it is used, then 403', async () => {
    const { streamUrl } = await server.started();
    server.clock.now += 60_000;
    expect(await statusOf(streamUrl)).toBe(403);
  });

  test('E13, E16: given the token, its secret, another conversation’s ticket or none, when a stream is asked, then 403', async () => {
    const mine = await server.started();
    const other = await server.started();
    const otherTicket = new URL(other.streamUrl).searchParams.get('t') ?? '';
    const tries = [
      mine.token,
      mine.token.split('.')[0] ?? '',
      otherTicket,
      '',
      '__proto__',
      'a'.repeat(2_000),
    ];
    for (const t of tries) expect(await statusOf(path(mine.streamUrl, t))).toBe(403);
  });

  test.each([
    [undefined, 101],
    [PARTNER, 101],
    ['https://evil.example', 403],
    ['null', 403],
  ])('A18: given the origin %s, when a stream is asked, then %i', async (origin, status) => {
    const { streamUrl } = await server.started();
    expect(await statusOf(streamUrl, origin === undefined ? {} : { headers: { origin } })).toBe(status);
  });

  test('E8: given a store of tickets that fails with the canary, when a stream is asked, then 500 and a constant log', async () => {
    const tickets = { issue: async () => 'x', take: () => Promise.reject(new Error(CANARY)) };
    await restart({ tickets });
    const { streamUrl } = await server.started();
    expect(await statusOf(streamUrl)).toBe(500);
    expect(server.events).toEqual([{ event: 'request-failed', route: 'directline', code: 'store' }]);
  });
});

describe('upgrades', () => {
  const handshake = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-version': '13',
  };
  const target = (url: string) => url.slice(url.indexOf('/v3'));

  test.each([
    ['the page', '/', handshake, 404],
    ['the posts of a conversation', '/v3/directline/conversations/x/activities', handshake, 404],
    ['a path under the stream', '/v3/directline/conversations/x/stream/y', handshake, 404],
    ['a stream without ticket', '/v3/directline/conversations/x/stream', handshake, 403],
  ])(
    'E16, A16: given an upgrade of %s, when it is refused, then the answer has every header and the socket is ended',
    async (_name, path, headers, status) => {
      const answer = parseAnswer(await exchange(server.port, rawRequest(`GET ${path}`, headers), 1_000));
      expect(answer.status).toBe(status);
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      });
    },
  );

  test.each([
    ['no key', { 'sec-websocket-key': '' }],
    ['another version', { 'sec-websocket-version': '7' }],
    ['another protocol', { upgrade: 'h2c' }],
  ])(
    'E16, A16: given a valid ticket and a handshake with %s, when it is refused, then our headers are there',
    async (_name, wrong) => {
      const { streamUrl } = await server.started();
      const text = rawRequest(`GET ${target(streamUrl)}`, { ...handshake, ...wrong });
      const answer = parseAnswer(await exchange(server.port, text, 1_000));
      expect([answer.status, answer.headers['cache-control']]).toEqual([400, 'no-store']);
    },
  );

  test('A16: given a valid ticket, when the stream opens, then even the 101 has the headers', async () => {
    const { streamUrl } = await server.started();
    const answer = parseAnswer(
      await exchange(server.port, rawRequest(`GET ${target(streamUrl)}`, handshake), 100),
    );
    expect([answer.status, answer.headers['referrer-policy']]).toEqual([101, 'no-referrer']);
  });

  test('E16: given two hundred upgrades without a ticket, when they all come at once, then each is refused and the server lives', async () => {
    const tries = Array.from({ length: 200 }, () =>
      statusOf(`ws://127.0.0.1:${server.port}/v3/directline/conversations/x/stream`),
    );
    expect(new Set(await Promise.all(tries))).toEqual(new Set([403]));
    expect((await server.started()).conversationId).toBeDefined();
  });
});

describe('bounds', () => {
  test.each([
    ['a text frame', (socket: WebSocket) => socket.send(CANARY), 1008],
    ['a frame too large', (socket: WebSocket) => socket.send('x'.repeat(2_000)), 1009],
    [
      'a flood of empty frames',
      (socket: WebSocket) => {
        for (let i = 0; i < 60; i += 1) socket.send('');
      },
      1008,
    ],
  ])(
    'E16: given %s, when a client sends it, then its socket is closed and the server lives',
    async (_name, send, code) => {
      const client = open((await server.started()).streamUrl);
      await once(client.socket, 'open');
      send(client.socket);
      expect(await codeOf(client.socket)).toBe(code);
      expect((await server.started()).conversationId).toBeDefined();
    },
  );

  test('E16: given two sockets at most, when a third opens, then the longest silent is closed', async () => {
    await restart({ socketLimits: { sockets: 2 } });
    const [a, b, c] = await Promise.all([server.started(), server.started(), server.started()]);
    const first = open(a.streamUrl);
    await until(() => first.frames.length === 1);
    const second = open(b.streamUrl);
    await until(() => second.frames.length === 1);
    await say(a, 'bonjour');
    await until(() => first.activities().length === 3);
    const closing = codeOf(second.socket);
    const third = open(c.streamUrl);
    expect(await closing).toBe(1001);
    await until(() => third.frames.length === 1);
    expect(first.socket.readyState).toBe(WebSocket.OPEN);
  });

  test('E16: given a client that no longer answers, when two keep-alives pass, then it is cut; one that answers stays and receives empty frames', async () => {
    await restart({ socketLimits: { keepAliveMs: 40 } });
    const [a, b] = await Promise.all([server.started(), server.started()]);
    const dead = open(a.streamUrl, { autoPong: false });
    const alive = open(b.streamUrl);
    await once(dead.socket, 'close');
    await until(() => alive.frames.filter((frame) => frame === '').length >= 2);
    expect(alive.socket.readyState).toBe(WebSocket.OPEN);
  });

  test('given no socket, then no keep-alive runs; it starts with the first and stops with the last', async () => {
    const keepAliveMs = 12_345;
    await restart({ socketLimits: { keepAliveMs } });
    const set = jest.spyOn(globalThis, 'setInterval');
    const cleared = jest.spyOn(globalThis, 'clearInterval');
    const started = () =>
      set.mock.results.filter((_r, i) => set.mock.calls[i]?.[1] === keepAliveMs).map((r) => r.value);
    const [a, b] = await Promise.all([server.started(), server.started()]);
    expect(started()).toEqual([]);
    const first = open(a.streamUrl);
    const second = open(b.streamUrl);
    await Promise.all([once(first.socket, 'open'), once(second.socket, 'open')]);
    expect(started()).toHaveLength(1);
    first.socket.close();
    second.socket.close();
    await until(() => cleared.mock.calls.some(([timer]) => timer === started()[0]));
    jest.restoreAllMocks();
  });

  test('E18: given streams open, when the server closes, then each is told and the server ends', async () => {
    const client = open((await server.started()).streamUrl);
    await once(client.socket, 'open');
    const closing = codeOf(client.socket);
    await server.close();
    expect(await closing).toBe(1001);
  });

  test('E18: given a client that does not answer the closing, when the server closes, then it ends all the same', async () => {
    const grant = await server.started();
    const raw = rawRequest(`GET ${grant.streamUrl.slice(grant.streamUrl.indexOf('/v3'))}`, {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      'sec-websocket-version': '13',
    });
    const silent = exchange(server.port, raw, 5_000);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const since = Date.now();
    await server.close();
    await silent;
    expect(Date.now() - since).toBeLessThan(2_000);
  });
});
