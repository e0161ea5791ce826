import { EventEmitter } from 'node:events';
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { LIMITS } from '../src/channels/http/limits.ts';
import type { Channel, Route } from '../src/channels/http/route.ts';
import type { LogEvent } from '../src/log.ts';
import { createServer, installLastResort, type PasserelleServer, type ServerOptions } from '../src/server.ts';
import { exchange, parseAnswer, rawRequest, timeToClose } from './fixtures/raw-http.ts';

const CANARY = 'CANARI-Ségolène-0612345678-7rue';
const URGENCE = '<!doctype html><title>Aide</title><p>17 · 112 · 15</p>';
const PARTNER = 'https://partenaire.example';
const PAGE_CSP = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'";

const echo: Route = {
  id: 'other',
  method: 'POST',
  path: '/echo',
  contentTypes: ['application/json'],
  handler: ({ body }) => ({ status: 200, contentType: 'text/plain', body }),
};
const page: Route = {
  id: 'page',
  method: 'GET',
  path: '/',
  csp: PAGE_CSP,
  handler: () => ({ status: 200, contentType: 'text/html; charset=utf-8', body: '<p>bonjour</p>' }),
};
const throws: Route = {
  id: 'page',
  method: 'POST',
  path: '/throws',
  contentTypes: ['application/json'],
  handler: ({ body }) => {
    throw new Error(body);
  },
};
const rejects: Route = {
  ...throws,
  path: '/rejects',
  handler: ({ body }) => Promise.reject(new Error(body)),
};
const rejectsText: Route = { ...throws, path: '/rejects-text', handler: ({ body }) => Promise.reject(body) };
const badHeader: Route = {
  ...throws,
  path: '/bad-header',
  handler: () => ({ status: 200, headers: { 'x-bad': 'a\r\nb' } }),
};
const hangs: Route = { ...throws, path: '/hangs', handler: () => new Promise(() => undefined) };
const shared: Route = {
  ...echo,
  path: '/shared/:id',
  cors: () => [PARTNER],
  handler: ({ params }) => ({ status: 200, contentType: 'text/plain', body: String(params.id) }),
};
const form: Route = {
  ...echo,
  path: '/form',
  contentTypes: ['application/x-www-form-urlencoded'],
  problem: (status) => ({ contentType: 'text/html', body: `<p>${status}, appelez le 17</p>` }),
};

const channel: Channel = {
  routes: [echo, page, throws, rejects, rejectsText, badHeader, hangs, shared, form],
};
const running: PasserelleServer[] = [];
let events: LogEvent[] = [];

async function start(options: Partial<ServerOptions> = {}): Promise<number> {
  const server = createServer({
    channels: [channel],
    urgence: { html: URGENCE },
    log: (event) => events.push(event),
    ...options,
  });
  running.push(server);
  return server.listen(0, '127.0.0.1');
}

const post = (port: number, path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
const isAlive = async (port: number) => (await fetch(`http://127.0.0.1:${port}/health`)).status === 200;

beforeEach(() => {
  events = [];
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

describe('headers', () => {
  const EXPECTED = {
    'content-security-policy':
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=63072000',
    'x-robots-tag': 'noindex, nofollow, noarchive',
  };
  const json = { 'content-type': 'application/json' };
  const posted = (path: string, body: string, headers: Record<string, string> = {}) =>
    rawRequest(
      `POST ${path}`,
      { ...json, 'content-length': String(Buffer.byteLength(body)), ...headers },
      body,
    );

  const answers: [number, string, string][] = [
    [200, 'health', rawRequest('GET /health')],
    [200, 'the emergency page', rawRequest('GET /urgence.html')],
    [200, 'a HEAD', rawRequest('HEAD /urgence.html')],
    [200, 'a handler', posted('/echo', '{}')],
    [200, 'a request without Host', 'GET /health HTTP/1.0\r\n\r\n'],
    [204, 'a preflight', rawRequest('OPTIONS /shared/1', { origin: PARTNER })],
    [204, 'a foreign preflight', rawRequest('OPTIONS /shared/1', { origin: 'https://evil.example' })],
    [400, 'a body that is not UTF-8', posted('/echo', 'xx', { 'content-length': '1' }).replace('xx', '\xff')],
    [400, 'a target that is not a path', rawRequest('GET http://')],
    [400, 'OPTIONS *', rawRequest('OPTIONS *')],
    [400, 'a target too long', rawRequest(`GET /${'a'.repeat(3_000)}`)],
    [400, 'text that is not HTTP', 'bonjour\r\n\r\n'],
    [403, 'a foreign origin', posted('/shared/1', '{}', { origin: 'https://evil.example' })],
    [404, 'an unknown path', rawRequest('GET /inconnu')],
    [404, 'a bad escape', rawRequest('GET /%')],
    [404, 'an unknown upgrade', rawRequest('GET /', { connection: 'Upgrade', upgrade: 'websocket' })],
    [404, 'an h2c upgrade', rawRequest('GET /health', { connection: 'Upgrade', upgrade: 'h2c' })],
    [405, 'another method', rawRequest('DELETE /echo')],
    [413, 'a body too large', posted('/echo', 'x'.repeat(20_000))],
    [415, 'an encoded body', posted('/echo', 'xx', { 'content-encoding': 'gzip' })],
    [415, 'an encoded body on an unknown path', posted('/inconnu', 'xx', { 'content-encoding': 'br' })],
    [415, 'another type', posted('/echo', 'xx', { 'content-type': 'text/xml' })],
    [417, 'an odd expectation', posted('/echo', '{}', { expect: 'nothing' })],
    [431, 'headers too large', rawRequest('GET /', { x: 'a'.repeat(20_000) })],
    [500, 'a handler that throws', posted('/throws', '{}')],
    [500, 'a handler whose header is invalid', posted('/bad-header', '{}')],
  ];

  test.each(answers)(
    'A16, A1, A20: given the answer %i to %s, then every header is there and no other tells',
    async (status, _name, text) => {
      const answer = parseAnswer(await exchange(await start(), Buffer.from(text, 'latin1')));
      expect(answer.status).toBe(status);
      expect(answer.headers).toMatchObject(EXPECTED);
      const features = (answer.headers['permissions-policy'] ?? '').split(', ');
      expect(features).toEqual(expect.arrayContaining(['camera=()', 'geolocation=()', 'microphone=()']));
      expect(features.every((feature) => feature.endsWith('=()'))).toBe(true);
      const allowed = [
        ...Object.keys(EXPECTED),
        'permissions-policy',
        'content-type',
        'content-length',
        'date',
      ];
      const others = ['connection', 'vary', 'allow', 'transfer-encoding'];
      const unexpected = Object.keys(answer.headers).filter(
        (name) => ![...allowed, ...others].includes(name),
      );
      expect(unexpected.filter((name) => !name.startsWith('access-control-allow-'))).toEqual(
        status === 204 && unexpected.length > 0 ? ['access-control-max-age'] : [],
      );
    },
  );

  test('A16: given a route with its own policy, when it answers, then that policy replaces the default and the rest stays', async () => {
    const { headers } = await fetch(`http://127.0.0.1:${await start()}/`);
    expect(headers.get('content-security-policy')).toBe(PAGE_CSP);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('E16: given 600 requests in one breath, when they arrive, then the socket is cut before 600 answers are made, and the server lives', async () => {
    let handled = 0;
    const count = () => {
      handled += 1;
      return { status: 200 };
    };
    const counted: Route = { ...page, path: '/counted', handler: count };
    const port = await start({ channels: [{ routes: [counted] }], limits: { drainMs: 50 } });
    await exchange(port, 'GET /counted HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(600), 1_000);
    expect(handled).toBeLessThanOrEqual(LIMITS.pipelined);
    expect((await fetch(`http://127.0.0.1:${port}/counted`)).status).toBe(200);
  });

  test('A16: given a late request, when it is cut, then the 408 carries the headers too', async () => {
    const port = await start({ limits: { headersMs: 100, requestMs: 100, checkMs: 20 } });
    const answer = parseAnswer(await exchange(port, 'GET / HTTP/1.1\r\nhost: a\r\n', 1_000));
    expect(answer.status).toBe(408);
    expect(answer.headers).toMatchObject(EXPECTED);
  });
});

describe('requests that end a restify process', () => {
  const bomb = gzipSync(Buffer.alloc(2_000_000));
  test.each([
    ['gzip garbage', 'gzip', Buffer.from('not gzip')],
    ['a gzip bomb', 'gzip', bomb],
    ['truncated gzip', 'gzip', gzipSync(Buffer.from('{}')).subarray(0, 12)],
    ['deflate', 'deflate', Buffer.from('xx')],
    ['brotli', 'br', Buffer.from('xx')],
    ['two encodings', 'identity, gzip', Buffer.from('xx')],
  ])('E1: given %s, when it is posted, then 415 and the server is alive', async (_name, encoding, body) => {
    const port = await start();
    expect((await post(port, '/echo', body, { 'content-encoding': encoding })).status).toBe(415);
    expect(await isAlive(port)).toBe(true);
  });

  test.each(['[', 'a b', 'a:b:c', '\xff', '#'])(
    'E4: given the Host « %s », when a path is asked, then it is served and the server is alive',
    async (host) => {
      const port = await start();
      const answer = parseAnswer(await exchange(port, rawRequest('GET /health', { host })));
      expect([200, 400]).toContain(answer.status);
      expect(await isAlive(port)).toBe(true);
    },
  );

  test('A7, E2: given a multipart upload, when it is posted, then 415 and nothing is left in the temp folder', async () => {
    const port = await start();
    const before = readdirSync(tmpdir()).sort();
    const upload = new FormData();
    upload.append('file', new Blob([CANARY.repeat(100)]), 'f.txt');
    const answer = await fetch(`http://127.0.0.1:${port}/echo`, { method: 'POST', body: upload });
    expect(answer.status).toBe(415);
    expect(readdirSync(tmpdir()).sort()).toEqual(before);
  });

  test.each([
    ['/throws', 'handler'],
    ['/rejects', 'handler'],
    ['/rejects-text', 'handler'],
    ['/bad-header', 'render'],
  ])(
    'A5: given %s, when its handler fails with the canary, then the answer and the log are constant',
    async (path, code) => {
      const port = await start();
      const answer = await post(port, path, CANARY);
      expect(answer.status).toBe(500);
      expect(await answer.text()).toBe('{"error":{"code":"ServerError"}}');
      expect(JSON.stringify(events)).not.toContain('CANARI');
      expect(events).toEqual([{ event: 'request-failed', route: 'page', code }]);
      expect(await isAlive(port)).toBe(true);
    },
  );

  test('E3: given a handler that never answers, when its time is over, then 500', async () => {
    const port = await start({ limits: { handlerMs: 50 } });
    expect((await post(port, '/hangs', '{}')).status).toBe(500);
  });
});

describe('bodies', () => {
  test.each([
    [LIMITS.bodyBytes, 200],
    [LIMITS.bodyBytes + 1, 413],
    [1_000_000, 413],
  ])('E2: given a body of %i bytes, when it is posted whole or in chunks, then %i', async (size, status) => {
    const port = await start();
    const body = 'x'.repeat(size);
    expect((await post(port, '/echo', body)).status).toBe(status);
    const chunked = new Promise<number | undefined>((resolve) => {
      const sent = request({
        port,
        method: 'POST',
        path: '/echo',
        headers: { 'content-type': 'application/json' },
      });
      sent.on('response', (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.on('error', () => undefined);
      sent.write(body.slice(0, size / 2));
      sent.end(body.slice(size / 2));
    });
    expect(await chunked).toBe(status);
    expect(await isAlive(port)).toBe(true);
  });

  test.each([
    ['application/json', 200],
    ['application/json; charset=utf-8', 200],
    ['Application/JSON; Charset="UTF-8"', 200],
    ['application/json; charset=latin1', 415],
    ['application/x-www-form-urlencoded', 415],
    ['text/plain', 415],
    ['application/jsonp', 415],
    ['', 415],
  ])('E2: given a JSON route, when the type is « %s », then %i', async (type, status) => {
    expect((await post(await start(), '/echo', '{}', { 'content-type': type })).status).toBe(status);
  });

  test('E2: given a form route, when a form then JSON is posted, then the first is read and the second gets its own words', async () => {
    const port = await start();
    const ok = await post(port, '/form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(await ok.text()).toBe('a=b');
    const refused = await post(port, '/form', '{}');
    expect([refused.status, await refused.text()]).toEqual([415, '<p>415, appelez le 17</p>']);
  });

  test('A6: given the canary in a path, a query, a header and a method, when it is refused, then no answer quotes it', async () => {
    const port = await start();
    const token = 'CANARI-0612345678';
    const texts = [
      rawRequest(`GET /${token}?${token}=${token}`, { 'x-test': token }),
      rawRequest(`${token} /`),
      rawRequest('GET /', { [token]: token, host: token }),
      rawRequest(`GET ${token}`),
      rawRequest('GET /', { connection: 'Upgrade', upgrade: token }),
      rawRequest('POST /echo', { 'content-encoding': token }),
      rawRequest('POST /echo', { 'content-type': token, 'content-length': '1' }, 'x'),
    ];
    for (const text of texts) expect(await exchange(port, text)).not.toContain('CANARI');
  });
});

describe('slow and silent clients', () => {
  const quick = { headersMs: 150, requestMs: 150, checkMs: 30, keepAliveMs: 100 };
  test.each([
    ['headers that do not end', 'GET / HTTP/1.1\r\nhost: a\r\n'],
    ['no byte at all', ''],
    [
      'a body that does not come',
      rawRequest('POST /echo', { 'content-type': 'application/json', 'content-length': '9' }, '{'),
    ],
    [
      'a refused body that does not come',
      rawRequest('POST /echo', { 'content-length': '9', connection: 'keep-alive' }, '{'),
    ],
    [
      'a refused encoding',
      rawRequest('POST /echo', { 'content-encoding': 'br', 'content-length': '9', connection: 'keep-alive' }),
    ],
    ['nothing after an answer', rawRequest('GET /health', { connection: 'keep-alive' })],
  ])('E3: given %s, when time passes, then the server closes the socket', async (_name, text) => {
    const elapsed = await timeToClose(await start({ limits: quick }), text, 2_500);
    expect(elapsed).not.toBeNull();
  });

  test('E3: given the limits of production, then late headers and bodies are cut within 10 s', () => {
    expect(LIMITS.headersMs + LIMITS.checkMs).toBeLessThanOrEqual(10_000);
    expect(LIMITS.requestMs + LIMITS.checkMs).toBeLessThanOrEqual(10_000);
    expect(LIMITS.handlerMs).toBeLessThanOrEqual(10_000);
  });
});

describe('origins', () => {
  test.each([
    ['a listed origin', PARTNER, 200, PARTNER],
    ['no origin', undefined, 200, null],
    ['another origin', 'https://evil.example', 403, null],
    ['null', 'null', 403, null],
    ['another scheme', 'http://partenaire.example', 403, null],
    ['another port', `${PARTNER}:8443`, 403, null],
    ['a longer name', `${PARTNER}.evil.example`, 403, null],
    ['a prefix', 'https://evil-partenaire.example', 403, null],
    ['upper case', PARTNER.toUpperCase(), 403, null],
    ['a list', `${PARTNER}, https://evil.example`, 403, null],
  ])(
    'A18: given %s, when a shared route is called, then only a listed origin is echoed',
    async (_name, origin, status, echoed) => {
      const answer = await post(await start(), '/shared/42', '{}', origin === undefined ? {} : { origin });
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([status, echoed]);
      expect(answer.headers.get('vary')).toBe('Origin');
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    },
  );

  test('A18: given « null » in the list by mistake, when it calls, then it is refused', async () => {
    const port = await start({ channels: [{ routes: [{ ...shared, cors: () => ['null'] }] }] });
    const answer = await post(port, '/shared/42', '{}', { origin: 'null' });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  test.each([
    [PARTNER, 'authorization, content-type, x-ms-bot-agent, x-requested-with'],
    ['https://evil.example', undefined],
    ['null', undefined],
  ])('A18: given a preflight from %s, then 204 and the allowed headers are %s', async (origin, allowed) => {
    const answer = parseAnswer(await exchange(await start(), rawRequest('OPTIONS /shared/42', { origin })));
    expect(answer.status).toBe(204);
    expect(answer.headers['access-control-allow-headers']).toBe(allowed);
    expect(answer.headers['access-control-allow-origin']).toBe(allowed === undefined ? undefined : PARTNER);
  });
});

describe('life', () => {
  test('E17, E19: given routes that all fail, when the emergency page is asked a thousand times, then it is whole each time', async () => {
    const failing = channel.routes.map((route) => ({ ...route, handler: throws.handler }));
    const port = await start({
      channels: [
        { routes: failing },
        {
          routes: [],
          upgrade: () => {
            throw new Error(CANARY);
          },
        },
      ],
    });
    const ask = async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/urgence.html`);
      return `${answer.status} ${await answer.text()}`;
    };
    for (let batch = 0; batch < 20; batch += 1) {
      const answers = await Promise.all(Array.from({ length: 50 }, ask));
      expect(new Set(answers)).toEqual(new Set([`200 ${URGENCE}`]));
    }
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(500);
  });

  test('E19: given health, when it is asked, then it says nothing else', async () => {
    const answer = await fetch(`http://127.0.0.1:${await start()}/health`);
    expect(await answer.text()).toBe('{"status":"ok"}');
  });

  test('E18: given an answer under way, when the server closes, then it is sent whole, the channels are let go, and nothing new is served', async () => {
    let release: () => void = () => undefined;
    const slow: Route = {
      ...page,
      path: '/slow',
      handler: async () => {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        return { status: 200, body: 'whole' };
      },
    };
    let closings = 0;
    const server = createServer({
      channels: [
        {
          routes: [slow],
          close: () => {
            closings += 1;
          },
        },
        { routes: [], close: () => Promise.reject(new Error('x')) },
      ],
      urgence: { html: URGENCE },
      log: () => undefined,
    });
    const port = await server.listen(0, '127.0.0.1');
    const answer = fetch(`http://127.0.0.1:${port}/slow`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const closed = server.close();
    await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
    expect(closings).toBe(0);
    release();
    expect(await (await answer).text()).toBe('whole');
    await closed;
    expect(closings).toBe(1);
  });

  test('E18: given an answer that never comes, when the server closes, then it closes all the same', async () => {
    const server = createServer({
      channels: [channel],
      urgence: { html: URGENCE },
      log: () => undefined,
      limits: { drainMs: 50 },
    });
    const port = await server.listen(0, '127.0.0.1');
    const lost = post(port, '/hangs', '{}').catch(() => 'lost');
    await new Promise((resolve) => setTimeout(resolve, 30));
    await server.close();
    expect(await lost).toBe('lost');
  });

  test('E9: given a port in use, when a second server listens, then it rejects with its code', async () => {
    const port = await start();
    const second = createServer({ channels: [], urgence: { html: '' }, log: () => undefined });
    await expect(second.listen(port, '127.0.0.1')).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('E10: given last-resort handlers, when an error escapes with the canary, then a constant is logged and nothing ends', () => {
    const target = new EventEmitter();
    installLastResort(target, (event) => events.push(event));
    target.emit('uncaughtException', new Error(CANARY));
    target.emit('unhandledRejection', new Error(CANARY), Promise.resolve());
    expect(events).toEqual([
      { event: 'process-fault', code: 'uncaught-exception' },
      { event: 'process-fault', code: 'unhandled-rejection' },
    ]);
  });

  test('A8: given proxies that we trust, when a client claims an address, then the route gets the one the proxy wrote and no log has any', async () => {
    let seen = '';
    const who: Route = {
      ...echo,
      path: '/who',
      handler: ({ address }) => {
        seen = address;
        throw new Error(address);
      },
    };
    const port = await start({ channels: [{ routes: [who] }], trustedProxies: 1 });
    await post(port, '/who', '{}', { 'x-forwarded-for': '198.51.100.9, 203.0.113.77' });
    expect(seen).toBe('203.0.113.77');
    expect(JSON.stringify(events)).not.toMatch(/203\.0|198\.51|127\.0/);
    const direct = await start({ channels: [{ routes: [who] }] });
    await post(direct, '/who', '{}', { 'x-forwarded-for': '203.0.113.77' });
    expect(seen).toBe('127.0.0.1');
  });
});
