import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createRateLimit } from '../../../src/sessions/rate-limit.ts';
import {
  BACKEND_SECRET,
  CANARY,
  PARTNER,
  startDirectLine,
  type TestServer,
} from '../../fixtures/direct-line-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startDirectLine();
});
afterEach(() => server.close());

const hello = {
  type: 'message',
  text: 'bonjour',
  from: { id: 'me' },
  channelData: { clientActivityID: 'c1' },
};
const post = (grant: { conversationId: string; token: string }, body: unknown) =>
  server.call('POST', `/conversations/${grant.conversationId}/activities`, { token: grant.token, body });
const poll = async (grant: { conversationId: string; token: string }, watermark = '') =>
  (
    await server.call('GET', `/conversations/${grant.conversationId}/activities?watermark=${watermark}`, {
      token: grant.token,
    })
  ).json;

describe('tokens', () => {
  test.each([
    ['no Origin and no Authorization', {}, 200],
    ['the own origin', { origin: 'own' }, 200],
    ['a registered site', { origin: PARTNER }, 200],
    ['a foreign origin', { origin: 'https://evil.example' }, 403],
    ['Origin: null', { origin: 'null' }, 403],
    ['the backend secret', { authorization: `Bearer ${BACKEND_SECRET}` }, 200],
    ['a wrong secret', { authorization: 'Bearer faux' }, 403],
    ['a beginning of the secret', { authorization: `Bearer ${BACKEND_SECRET.slice(0, -1)}` }, 403],
    ['another scheme', { authorization: `Basic ${BACKEND_SECRET}` }, 403],
    [
      'the secret from a foreign page',
      { authorization: `Bearer ${BACKEND_SECRET}`, origin: 'https://evil.example' },
      403,
    ],
  ])(
    'A18: given %s, when a token is asked, then the answer is as the table says',
    async (_name, sent, status) => {
      const headers = {
        ...sent,
        ...('origin' in sent && sent.origin === 'own' ? { origin: server.origin } : {}),
      };
      const answer = await server.call('POST', '/tokens/generate', {
        headers: headers as Record<string, string>,
      });
      expect(answer.status).toBe(status);
      expect(Object.keys(answer.json)).toEqual(
        status === 200 ? ['conversationId', 'token', 'expires_in'] : ['error'],
      );
    },
  );

  test('A18: given no secret configured, when an empty or any bearer asks for a token, then 403', async () => {
    await server.close();
    server = await startDirectLine({ backendSecret: '' });
    for (const authorization of ['Bearer ', 'Bearer x', 'Bearer undefined']) {
      expect((await server.call('POST', '/tokens/generate', { headers: { authorization } })).status).toBe(
        403,
      );
    }
  });

  test('A10: given two tokens, then each holds a new 256-bit secret and lives 30 minutes', async () => {
    const [a, b] = await Promise.all([server.token(), server.token()]);
    expect(a.token.split('.')[0]).not.toBe(b.token.split('.')[0]);
    expect(Buffer.from(a.token.split('.')[0] ?? '', 'base64url')).toHaveLength(32);
    expect(a.conversationId).not.toBe(b.conversationId);
    expect(a.expires_in).toBe(1_800);
  });

  test('A10, E13: given a client that names its own user and conversation, when it asks for a token, then neither is used', async () => {
    const body = {
      user: { id: 'dl_moi' },
      conversationId: 'la-mienne',
      trustedOrigins: ['https://evil.example'],
    };
    const { json } = await server.call('POST', '/tokens/generate', { body });
    expect(json.conversationId).toMatch(/^[\w-]{22}$/);
    const started = await server.call('POST', '/conversations', { token: json.token, body });
    expect(started.json.conversationId).toBe(json.conversationId);
    expect(server.turns[0]?.membersAdded?.[0]?.id).toMatch(/^dl_[\w-]{22}$/);
    expect(server.turns[0]?.membersAdded?.[0]?.id).not.toBe('dl_moi');
  });

  test('E17: given a limit of two, when an address asks three times, then the third waits, a backend does not, and conversations go on', async () => {
    await server.close();
    const rateLimit = createRateLimit({ now: () => Date.now(), capacity: 2, refillPerSecond: 0.5 });
    server = await startDirectLine({ rateLimit });
    const grant = await server.started();
    await server.token();
    const third = await server.call('POST', '/tokens/generate');
    expect([third.status, third.headers.get('retry-after')]).toEqual([429, '2']);
    const headers = { authorization: `Bearer ${BACKEND_SECRET}` };
    expect((await server.call('POST', '/tokens/generate', { headers })).status).toBe(200);
    expect((await post(grant, hello)).status).toBe(200);
  });
});

describe('a conversation', () => {
  test('given a token, when the conversation is started twice, even at once, then 201 once, 200 after, and one welcome', async () => {
    const { token, conversationId } = await server.token();
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        server.call('POST', '/conversations', { token, body: { user: {}, locale: 'fr-FR' } }),
      ),
    );
    const later = await server.call('POST', '/conversations', { token });
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(later.status).toBe(200);
    expect(server.turns).toHaveLength(1);
    expect(server.turns[0]).toMatchObject({
      type: 'conversationUpdate',
      locale: 'fr-FR',
      conversation: { id: conversationId },
    });
    const { activities } = await poll({ token, conversationId });
    expect(activities.map((a: { text: string }) => a.text)).toEqual(['bienvenue']);
  });

  test('given a store that has forgotten the start but holds a value, when it is started again, then there is no second welcome', async () => {
    const sessions = {
      open: async () => ({ turns: 3 }),
      state: async () => 'live' as const,
      lock: async <T>(_s: unknown, run: () => Promise<T>) => ({
        status: 'done' as const,
        value: await run(),
      }),
      append: async () => 1,
      since: async () => null,
      erase: async () => undefined,
    };
    await server.close();
    server = await startDirectLine({ sessions });
    const { token } = await server.token();
    expect((await server.call('POST', '/conversations', { token })).status).toBe(200);
    expect(server.turns).toEqual([]);
  });

  test('A10: given a started conversation, then no address of the answer holds the token or its secret', async () => {
    const { token, streamUrl, conversationId } = await server.started();
    const [secret = ''] = token.split('.');
    expect(streamUrl).not.toContain(secret);
    expect(streamUrl).toMatch(
      new RegExp(
        `^ws://127.0.0.1:${server.port}/v3/directline/conversations/${conversationId}/stream\\?watermark=0&t=[\\w-]{43}$`,
      ),
    );
  });

  test('given a message, when it is posted, then it is echoed once, untouched, with its id and our names, before the reply', async () => {
    const grant = await server.started();
    const { watermark } = await poll(grant);
    const channelData = { clientActivityID: 'c1', 'webchat:x': { a: [1, null] }, attachmentSizes: [] };
    const posted = await post(grant, {
      ...hello,
      channelData,
      from: { id: 'dl_autre', role: 'bot' },
      conversation: { id: 'autre' },
    });
    expect(posted.status).toBe(200);
    const { activities, watermark: next } = await poll(grant, watermark);
    expect(activities).toHaveLength(2);
    expect(activities[0]).toMatchObject({
      id: posted.json.id,
      type: 'message',
      text: 'bonjour',
      conversation: { id: grant.conversationId },
    });
    expect(activities[0].channelData).toEqual(channelData);
    expect(activities[0].from).toEqual({ id: server.turns[0]?.from?.id, name: '', role: 'user' });
    expect(activities[0].timestamp).toBe(new Date(server.clock.now).toISOString());
    expect(activities[1]).toMatchObject({
      text: 'reçu 2',
      from: { role: 'bot' },
      channelData: { passerelle: [{ texte: 'reçu 2' }] },
    });
    expect(activities[1].id).not.toBe(activities[0].id);
    const again = await poll(grant, watermark);
    expect(again.activities.map((a: { text: string }) => a.text)).toEqual(['reçu 2']);
    expect((await poll(grant, next)).activities).toEqual([]);
  });

  test('given what a client claims to be, when it posts, then the bot sees the derived user, our date and no unknown key', async () => {
    const grant = await server.started();
    const claims = {
      id: 'x',
      from: { id: 'dl_autre', role: 'bot', name: 'admin' },
      recipient: { id: 'y' },
      channelId: 'msteams',
      serviceUrl: 'http://127.0.0.1:1/',
      timestamp: '1999-01-01',
      conversation: { id: 'z' },
      replyToId: 'q',
      membersAdded: [{ id: 'x' }],
      inconnu: 1,
    };
    await post(grant, { ...hello, ...claims, locale: 'ar', value: { choix: 'x' } });
    expect(server.turns[1]).toEqual({
      type: 'message',
      text: 'bonjour',
      locale: 'ar',
      value: { choix: 'x' },
      channelData: hello.channelData,
      channelId: 'directline',
      conversation: { id: grant.conversationId },
      timestamp: new Date(server.clock.now).toISOString(),
      from: { id: server.turns[0]?.from?.id, name: '', role: 'user' },
      recipient: { id: 'passerelle', name: 'Passerelle', role: 'bot' },
    });
  });

  test('given typing or a second conversationUpdate from a client, when it is posted, then the bot hears nothing', async () => {
    const grant = await server.started();
    expect((await post(grant, { type: 'typing' })).status).toBe(200);
    expect((await post(grant, { type: 'conversationUpdate', membersAdded: [{ id: 'x' }] })).status).toBe(400);
    expect(server.turns).toHaveLength(1);
  });

  test('given a watermark, when the conversation is asked again, then its stream starts from there with a fresh token', async () => {
    const { token, conversationId } = await server.started();
    server.clock.now += 60_000;
    const { status, json } = await server.call('GET', `/conversations/${conversationId}?watermark=42`, {
      token,
    });
    expect(status).toBe(200);
    expect(json.streamUrl).toContain('/stream?watermark=42&t=');
    expect(json.token).not.toBe(token);
    expect(json.conversationId).toBe(conversationId);
  });

  test('given an upload and a session id, when they are asked, then 415 and 404', async () => {
    const { token, conversationId } = await server.started();
    const upload = await server.call('POST', `/conversations/${conversationId}/upload?userId=x`, {
      token,
      body: { a: 1 },
    });
    expect(upload.status).toBe(415);
    expect((await server.call('GET', '/session/getsessionid', { token })).status).toBe(404);
  });

  test('given a conversation that expired without being erased, when the person comes back, then nothing is 404 and it starts again', async () => {
    const grant = await server.started();
    server.clock.now += 25 * 60_000;
    const { token } = (await server.call('POST', '/tokens/refresh', { token: grant.token })).json;
    server.clock.now += 6 * 60_000;
    const fresh = { ...grant, token };
    expect(await poll(fresh, '77')).toEqual({ activities: [], watermark: '77' });
    expect((await post(fresh, hello)).status).toBe(200);
    expect((await poll(fresh, '77')).activities).toHaveLength(2);
  });
});

describe('who may', () => {
  const calls = (id: string): [string, string][] => [
    ['POST', '/tokens/refresh'],
    ['POST', '/conversations'],
    ['GET', `/conversations/${id}`],
    ['GET', `/conversations/${id}/activities`],
    ['POST', `/conversations/${id}/activities`],
    ['POST', `/conversations/${id}/end`],
  ];
  const bodyOf = (path: string) => (path.endsWith('/activities') ? { body: hello } : {});
  const statuses = (id: string, token?: string) =>
    Promise.all(
      calls(id).map(async ([method, path]) => {
        const body = method === 'POST' ? bodyOf(path) : {};
        return (await server.call(method, path, { ...(token === undefined ? {} : { token }), ...body }))
          .status;
      }),
    );

  test('A12: given an expired token, when any call is made, then 403', async () => {
    const { token, conversationId } = await server.started();
    server.clock.now += 1_800_001;
    expect(await statuses(conversationId, token)).toEqual([403, 403, 403, 403, 403, 403]);
  });

  test.each([
    ['none', undefined],
    ['garbage', 'abc'],
    ['the secret of a backend', BACKEND_SECRET],
    ['__proto__', '__proto__'],
    ['a header far too long', 'a'.repeat(4_000)],
  ])('E13: given %s as a token, when any call is made, then 403', async (_name, token) => {
    const { conversationId } = await server.started();
    expect(await statuses(conversationId, token)).toEqual([403, 403, 403, 403, 403, 403]);
  });

  test('E13: given a token altered in its secret, its expiry or its seal, when it is used, then 403', async () => {
    const { token, conversationId } = await server.started();
    const [secret = '', expiry = '', mac = ''] = token.split('.');
    const swap = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
    for (const forged of [
      `${swap(secret)}.${expiry}.${mac}`,
      `${secret}.${Number(expiry) + 9}.${mac}`,
      `${secret}.${expiry}.${swap(mac)}`,
    ]) {
      expect(await statuses(conversationId, forged)).toEqual([403, 403, 403, 403, 403, 403]);
    }
  });

  test.each(['autre', '__proto__', 'constructor', '..%2f..', '%00', 'a'.repeat(90)])(
    'E13, E14: given a valid token and the conversation « %s », when it is named, then it is refused',
    async (id) => {
      const { token } = await server.started();
      for (const status of (await statuses(id, token)).slice(2)) expect([403, 404]).toContain(status);
    },
  );

  test('A12: given the end of a conversation, when anything is asked after, then 404 and the bot hears no more', async () => {
    const { token, conversationId } = await server.started();
    const ended = await server.call('POST', `/conversations/${conversationId}/end`, { token });
    expect([ended.status, ended.text]).toEqual([204, '']);
    expect(await statuses(conversationId, token)).toEqual([404, 404, 404, 404, 404, 204]);
    expect(server.turns).toHaveLength(1);
  });

  test('A12: given an « erase » event, when it is posted, then the conversation is forgotten', async () => {
    const grant = await server.started();
    expect((await post(grant, { type: 'event', name: 'erase' })).status).toBe(200);
    expect((await post(grant, hello)).status).toBe(404);
    expect(server.turns).toHaveLength(1);
  });
});

describe('turns', () => {
  test('E13: given the same clientActivityID ten times at once, when it is posted, then the bot hears it once', async () => {
    const grant = await server.started();
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(grant, hello)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(server.turns).toHaveLength(2);
    expect((await poll(grant)).activities).toHaveLength(3);
  });

  test('E13: given a client that names the mark of the start, when it posts then starts, then both happen', async () => {
    const grant = await server.token();
    await post(grant, { ...hello, channelData: { clientActivityID: 'start' } });
    expect((await server.call('POST', '/conversations', { token: grant.token })).status).toBe(201);
    expect(server.turns.map(({ type }) => type)).toEqual(['message', 'conversationUpdate']);
  });

  test('E13: given twenty different posts at once, when they run, then one at a time, and every reply is kept', async () => {
    await server.close();
    let running = 0;
    let most = 0;
    server = await startDirectLine({
      bot: {
        receive: async () => {
          running += 1;
          most = Math.max(most, running);
          await new Promise((resolve) => setTimeout(resolve, 2));
          running -= 1;
          return [{ type: 'message', text: 'r' }];
        },
      },
    });
    const grant = await server.started();
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        post(grant, { ...hello, channelData: { clientActivityID: `c${i}` } }),
      ),
    );
    expect(most).toBe(1);
    expect((await poll(grant)).activities).toHaveLength(41);
  });

  test('A5: given a bot that fails with the canary, when it is posted to, then 502, a constant log, no echo, and the same post may be sent again', async () => {
    const grant = await server.started();
    const { watermark } = await poll(grant);
    const failing = { ...hello, text: 'échec' };
    const answer = await post(grant, failing);
    expect([answer.status, answer.text]).toEqual([502, '{"error":{"code":"BotRejectedActivity"}}']);
    expect(server.events).toEqual([{ event: 'turn-failed', channel: 'directline', code: 'turn' }]);
    expect((await poll(grant, watermark)).activities).toEqual([]);
    expect((await post(grant, hello)).status).toBe(200);
  });

  test('A5: given a bot that fails at the start, when it is started again, then 502 first, then it greets', async () => {
    await server.close();
    let fails = true;
    server = await startDirectLine({
      bot: {
        receive: async () => {
          if (fails) throw new Error(CANARY);
          return [{ type: 'message', text: 'bienvenue' }];
        },
      },
    });
    const { token, conversationId } = await server.token();
    const first = await server.call('POST', '/conversations', { token });
    expect([first.status, first.text]).toEqual([502, '{"error":{"code":"BotRejectedActivity"}}']);
    fails = false;
    expect((await server.call('POST', '/conversations', { token })).status).toBe(201);
    expect((await poll({ token, conversationId })).activities).toHaveLength(1);
  });

  test.each(['state', 'open', 'append', 'since', 'lock', 'erase'] as const)(
    'A5, E8: given a store whose « %s » fails with the canary, when every call is made, then each is constant and the emergency page stands',
    async (method) => {
      const fail = () => Promise.reject(new Error(CANARY));
      const healthy = {
        open: async () => null,
        state: async () => 'live' as const,
        lock: async <T>(_s: unknown, run: () => Promise<T>) => ({
          status: 'done' as const,
          value: await run(),
        }),
        append: async () => 1,
        since: async () => ({ entries: [], watermark: 0 }),
        erase: async () => undefined,
      };
      await server.close();
      server = await startDirectLine({ sessions: { ...healthy, [method]: fail } });
      const grant = await server.token();
      const { token, conversationId: id } = grant;
      const answers = await Promise.all([
        server.call('POST', '/conversations', { token }),
        server.call('GET', `/conversations/${id}`, { token }),
        post(grant, hello),
        server.call('GET', `/conversations/${id}/activities`, { token }),
        server.call('POST', `/conversations/${id}/end`, { token }),
      ]);
      const failed = answers.filter(({ status }) => status >= 500);
      expect(failed.length).toBeGreaterThan(0);
      for (const answer of failed) expect(answer.text).toBe('{"error":{"code":"ServerError"}}');
      expect(JSON.stringify(server.events)).not.toContain('CANARI');
      expect((await fetch(`${server.origin}/urgence.html`)).status).toBe(200);
    },
  );
});

describe('the canary', () => {
  test('A4, A7, A8: given fifty conversations and their failures full of it, when they end, then only the echo ever had it', async () => {
    const written: string[] = [];
    for (const stream of [process.stdout, process.stderr]) {
      jest.spyOn(stream, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0);
    }
    // A folder of its own: other tests write in the shared one meanwhile.
    process.env.TMPDIR = mkdtempSync(`${tmpdir()}/canary-`);
    const files = () => [tmpdir(), process.cwd()].map((folder) => readdirSync(folder).sort());
    const before = files();
    const seen: string[] = [];
    const headers = { 'x-forwarded-for': '203.0.113.77', 'user-agent': CANARY.replace('è', 'e') };
    for (let i = 0; i < 50; i += 1) {
      const { conversationId: id, token } = await server.started();
      const path = `/conversations/${id}/activities`;
      const say = (body: unknown) => server.call('POST', path, { token, body, headers });
      const fails = i % 2 === 0 ? 'échec' : CANARY;
      seen.push(
        (await say({ type: 'message', text: CANARY, channelData: { a: CANARY }, value: CANARY })).text,
      );
      seen.push((await say({ type: 'message', text: fails, name: CANARY, channelData: CANARY })).text);
      seen.push((await say(CANARY)).text, (await say({ type: CANARY })).text);
      seen.push((await server.call('GET', `${path}?watermark=CANARI`, { token: 'CANARI', headers })).text);
      const { activities } = (await server.call('GET', path, { token })).json;
      const mine = activities.filter((a: { from: { role: string } }) => a.from.role === 'user');
      expect(mine).toHaveLength(i % 2 === 0 ? 1 : 2);
      expect(JSON.stringify(mine)).toContain(CANARY);
      seen.push(JSON.stringify(activities.filter((a: { from: { role: string } }) => a.from.role !== 'user')));
      seen.push((await server.call('GET', path, { token })).text);
    }
    jest.restoreAllMocks();
    const all = [...seen, ...written, JSON.stringify(server.events)].join('\n');
    expect(all).not.toMatch(/CANARI|0612345678|203\.0\.113/);
    expect(server.events.length).toBe(25);
    expect(files()).toEqual(before);
  });
});
