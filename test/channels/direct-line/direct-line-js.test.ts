import type { ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import { PARTNER, startDirectLine, type TestServer } from '../../fixtures/direct-line-server.ts';
import { xmlHttpRequestOf } from '../../fixtures/xml-http-request.ts';

/** The client that Web Chat uses, over real sockets; its timers alone are simulated. */
const STEP_MS = 10_000;
const realTimeout = setTimeout;
const pump = (ms = 6) => new Promise<void>((resolve) => realTimeout(resolve, ms));

type Received = {
  type: string;
  text?: string;
  id?: string;
  from: { id: string; role?: string };
  channelData?: unknown;
};
type Client = {
  line: DirectLine;
  received: Received[];
  texts: () => (string | undefined)[];
  statuses: ConnectionStatus[];
  post: (text: string, more?: object) => Promise<string>;
};

let server: TestServer;
let sockets: WebSocket[] = [];
const clients: Client[] = [];
const browser = globalThis as unknown as { WebSocket: unknown; XMLHttpRequest: unknown };

class CountedSocket extends WebSocket {
  constructor(url: string) {
    super(url);
    sockets.push(this);
  }
}

let js: typeof import('botframework-directlinejs');
beforeAll(async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance', 'hrtime'] });
  // After the clock, of which its scheduler keeps a copy.
  js = await import('botframework-directlinejs');
});
afterAll(() => jest.useRealTimers());

beforeEach(async () => {
  browser.WebSocket = CountedSocket;
  browser.XMLHttpRequest = xmlHttpRequestOf();
  sockets = [];
  server = await startDirectLine();
});

afterEach(async () => {
  for (const { line } of clients.splice(0)) line.end();
  for (const socket of sockets) socket.terminate();
  await server.close();
});

async function connect(webSocket: boolean): Promise<Client> {
  const { token } = await server.token();
  const line = new js.DirectLine({
    token,
    domain: server.base,
    webSocket,
    pollingInterval: STEP_MS,
    conversationStartProperties: { locale: 'fr-FR' },
    // The shortest of the random delays before it comes back: 3 s.
    random: () => 0,
  } as never);
  const received: Received[] = [];
  const statuses: ConnectionStatus[] = [];
  line.connectionStatus$.subscribe((status) => statuses.push(status));
  line.activity$.subscribe(
    (activity) => received.push(activity as Received),
    () => undefined,
  );
  const post = (text: string, more: object = {}) =>
    drive(
      new Promise<string>((resolve, reject) => {
        const activity = { type: 'message', text, from: { id: 'moi' }, ...more };
        line.postActivity(activity as never).subscribe(resolve, reject);
      }),
    );
  const client = { line, received, statuses, post, texts: () => received.map(({ text }) => text) };
  clients.push(client);
  return client;
}

/** Lets simulated time go, a millisecond at a time, until the promise settles: the client schedules even what is due. */
async function drive<T>(promise: Promise<T>): Promise<T> {
  let isSettled = false;
  const settle = () => {
    isSettled = true;
  };
  promise.then(settle, settle);
  for (let turns = 0; turns < 500 && !isSettled; turns += 1) {
    await jest.advanceTimersByTimeAsync(1);
    await pump(1);
  }
  return promise;
}

/** Lets simulated time go, and the real sockets with it, until the condition holds. */
async function until(condition: () => boolean, simulatedMs = 5 * 60_000): Promise<void> {
  for (let passed = 0; passed < simulatedMs && !condition(); passed += STEP_MS) await pass(STEP_MS);
  expect(condition()).toBe(true);
}

async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += STEP_MS) {
    server.clock.now += STEP_MS;
    await jest.advanceTimersByTimeAsync(STEP_MS);
    await pump();
  }
}

describe.each([
  ['over a WebSocket', true],
  ['by polling', false],
])('DirectLineJS %s', (_name, webSocket) => {
  test('given a token, when it starts, posts and waits, then one welcome, its echo with id and mark, and the reply', async () => {
    const client = await connect(webSocket);
    await until(() => client.received.length === 1);
    const channelData = { clientActivityID: 'abc', clientTimestamp: '2026-11-24T10:00:00Z' };
    const id = await client.post('bonjour', { channelData });
    await until(() => client.received.length === 3);
    expect(client.texts()).toEqual(['bienvenue', 'bonjour', 'reçu 2']);
    expect(client.received[1]).toMatchObject({ id, channelData, from: { role: 'user' } });
    expect(client.received[2]?.from.role).toBe('bot');
    expect(server.turns[0]).toMatchObject({ type: 'conversationUpdate', locale: 'fr-FR' });
    await pass(60_000);
    expect(client.received).toHaveLength(3);
    expect(sockets).toHaveLength(webSocket ? 1 : 0);
  });

  test('E13: given a client that claims a user, when it posts, then the echo and the bot have the derived one', async () => {
    const client = await connect(webSocket);
    jest.spyOn(console, 'warn').mockImplementation();
    client.line.setUserId('quelqu-un');
    await until(() => client.received.length === 1);
    await client.post('bonjour', { from: { id: 'dl_autre', name: 'admin', role: 'bot' } });
    await until(() => client.received.length === 3);
    const ids = [client.received[1]?.from.id, ...server.turns.map(({ from }) => from?.id)];
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^dl_[\w-]{22}$/);
    jest.restoreAllMocks();
  });

  test('given forty minutes, when the client refreshes its token as it does, then it still posts and receives', async () => {
    const client = await connect(webSocket);
    await until(() => client.received.length === 1);
    const first = (client.line as unknown as { token: string }).token;
    await pass(20 * 60_000);
    await client.post('vingt');
    await pass(20 * 60_000);
    await client.post('quarante');
    await until(() => client.received.length === 5);
    expect(client.texts()).toEqual(['bienvenue', 'vingt', 'reçu 2', 'quarante', 'reçu 3']);
    expect((client.line as unknown as { token: string }).token).not.toBe(first);
    expect(client.statuses).not.toContain(js.ConnectionStatus.ExpiredToken);
    expect(client.line.connectionStatus$.getValue()).toBe(js.ConnectionStatus.Online);
  });

  test('A12: given a token that has expired, when the client posts, then it is told to retry and knows why', async () => {
    const client = await connect(webSocket);
    await until(() => client.received.length === 1);
    server.clock.now += 31 * 60_000;
    expect(await client.post('tard')).toBe('retry');
    expect(client.statuses).toContain(js.ConnectionStatus.ExpiredToken);
    expect(server.turns).toHaveLength(1);
  });

  test('A12: given a conversation that was erased, when time passes and the client posts, then it ends', async () => {
    const client = await connect(webSocket);
    await until(() => client.received.length === 1);
    const { token, conversationId } = client.line as unknown as { token: string; conversationId: string };
    expect((await server.call('POST', `/conversations/${conversationId}/end`, { token })).status).toBe(204);
    await expect(client.post('après')).rejects.toMatchObject({ status: 404 });
    await pass(60_000);
    expect(server.turns).toHaveLength(1);
    expect(client.received).toHaveLength(1);
    if (!webSocket) expect(client.line.connectionStatus$.getValue()).toBe(js.ConnectionStatus.Ended);
  });

  test('given an « erase » event, when it is posted, then the conversation is gone', async () => {
    const client = await connect(webSocket);
    await until(() => client.received.length === 1);
    await client.post('', { type: 'event', name: 'erase' });
    await expect(client.post('après')).rejects.toMatchObject({ status: 404 });
  });

  test('given a bot that fails, when the client posts, then « retry », and the next post goes through', async () => {
    const client = await connect(webSocket);
    await until(() => client.received.length === 1);
    expect(await client.post('échec')).toBe('retry');
    await client.post('encore');
    await until(() => client.received.length === 3);
    expect(client.texts()).toEqual(['bienvenue', 'encore', 'reçu 3']);
  });

  test('A18: given the page of a registered site, when the client runs there, then the browser lets it; another site’s does not', async () => {
    browser.XMLHttpRequest = xmlHttpRequestOf(PARTNER);
    const client = await connect(webSocket);
    await until(() => client.received.length === 1);
    await client.post('bonjour');
    await until(() => client.received.length === 3);
    browser.XMLHttpRequest = xmlHttpRequestOf('https://evil.example');
    const foreign = await connect(webSocket);
    await pass(60_000);
    expect(foreign.statuses).not.toContain(js.ConnectionStatus.Online);
    expect(server.turns).toHaveLength(2);
  });
});

describe('DirectLineJS whose socket is killed', () => {
  test('given replies while it is away, when it comes back, then nothing is lost and nothing comes twice', async () => {
    const client = await connect(true);
    await until(() => client.received.length === 1);
    await client.post('un');
    await until(() => client.received.length === 3);
    sockets[0]?.terminate();
    await client.post('deux');
    await client.post('trois');
    expect(client.received).toHaveLength(3);
    await until(() => client.received.length >= 7);
    expect(client.texts()).toEqual(['bienvenue', 'un', 'reçu 2', 'deux', 'reçu 3', 'trois', 'reçu 4']);
    expect(sockets).toHaveLength(2);
    expect(new Set(client.received.map(({ id }) => id)).size).toBe(7);
    await client.post('quatre');
    await until(() => client.received.length === 9);
  });

  test('A12: given an erased conversation, when it comes back, then it ends instead of trying for ever', async () => {
    const client = await connect(true);
    await until(() => client.received.length === 1);
    const { token, conversationId } = client.line as unknown as { token: string; conversationId: string };
    let isOver = false;
    client.line.activity$.subscribe(undefined, () => {
      isOver = true;
    });
    await server.call('POST', `/conversations/${conversationId}/end`, { token });
    await until(() => isOver);
    expect(sockets).toHaveLength(1);
  });
});
