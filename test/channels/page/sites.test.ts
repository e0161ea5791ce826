import { randomBytes } from 'node:crypto';
import { createBot } from '../../../src/bot/bot.ts';
import { directLine } from '../../../src/channels/direct-line/direct-line.ts';
import { emergencyPage } from '../../../src/channels/page/emergency-page.tsx';
import { pageChannel } from '../../../src/channels/page/page.tsx';
import { session } from '../../../src/conversation/session.ts';
import { createServer, type PasserelleServer } from '../../../src/server.ts';
import { createMemorySessions } from '../../../src/sessions/memory.ts';
import { createMemoryTickets } from '../../../src/sessions/tickets.ts';
import { createTokens } from '../../../src/sessions/token.ts';
import { product } from '../../fixtures/product.ts';
import { SITES } from '../../fixtures/sites.ts';

const OWN = 'https://passerelle.example';
const EXIT = 'https://exemple.fr/';
let base = '';
let server: PasserelleServer;
let current = SITES;

beforeAll(async () => {
  const now = () => Date.parse('2026-11-24T15:00:00+01:00');
  const { world, texts, cards, understanding } = product();
  const zones = new Map([['mairie', '59350']]);
  const sessions = createMemorySessions({ schema: session, now });
  const log = () => undefined;
  const bot = createBot({
    world: () => ({ ...world, zones }),
    texts,
    cards,
    understanding,
    sessions,
    log,
    now,
  });
  const rateLimit = { take: () => ({ status: 'allowed' as const, retryAfterMs: 0 }) };
  const tokens = createTokens(randomBytes(32));
  const page = {
    bot,
    sessions,
    tokens,
    texts,
    exitTarget: EXIT,
    script: '/p.js',
    sites: () => current,
    now,
    rateLimit,
  };
  const line = directLine({
    ...page,
    tickets: createMemoryTickets(),
    log,
    publicOrigin: OWN,
    sites: () => current.filter(({ actif }) => actif),
  });
  server = createServer({ channels: [pageChannel(page), line], urgence: emergencyPage(page), log });
  base = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
});
afterAll(() => server.close());

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(base + path, { headers });
  return { html: await response.text(), csp: response.headers.get('content-security-policy') ?? '' };
};
const post = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const response = await fetch(base + path, { method: 'POST', body: new URLSearchParams(fields), headers });
  return { html: await response.text(), csp: response.headers.get('content-security-policy') ?? '' };
};
const ancestors = (csp: string) => /frame-ancestors ([^;]+)/.exec(csp)?.[1];
const FRAMED = { 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' };

describe('who may frame the page', () => {
  test.each([
    ['/', "'none'"],
    ['/?site=mairie', 'https://www.mairie.example https://mairie.example'],
    ['/?site=hopital', 'https://hopital.example'],
    ['/?site=ancien', "'self'"],
    ['/?site=inconnu', "'none'"],
    ['/?site=', "'none'"],
    ['/?site=constructor', "'none'"],
    ['/?site=https://evil.example', "'none'"],
    ['/?site=inconnu&site=mairie', "'none'"],
    ['/urgence.html', "'none'"],
  ])('A17: given %s, when it is asked, then frame-ancestors is %s', async (path, expected) => {
    expect(ancestors((await get(path)).csp)).toBe(expected);
  });

  test('A17: given a site, when an answer is posted or refused, then the same may frame it and no other', async () => {
    const answered = await post('/?site=mairie', { m: 'bonjour' });
    const refused = await fetch(`${base}/?site=mairie`, {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'text/plain' },
    });
    expect(ancestors(answered.csp)).toBe('https://www.mairie.example https://mairie.example');
    expect(refused.status).toBe(415);
    expect(ancestors(refused.headers.get('content-security-policy') ?? '')).toBe(ancestors(answered.csp));
  });

  test.each([
    ['/', "'none'"],
    ['/?site=mairie', 'https://www.mairie.example https://mairie.example'],
    ['/?site=ancien', "'self'"],
    ['/?site=inconnu', "'none'"],
    ['/?site=constructor', "'none'"],
    ['/?site=inconnu&site=mairie', "'none'"],
  ])(
    'A17: given a frame of another site, when an answer is posted to %s in it, then frame-ancestors is %s',
    async (path, expected) => {
      const { csp } = await post(path, { m: 'bonjour' }, FRAMED);
      expect(ancestors(csp)).toBe(expected);
      expect(csp.split('; ').length).toBe(8);
    },
  );

  test.each(['/?site=inconnu', '/?site=ancien'])(
    'A17: given %s in a frame of another site, when it is asked, then a notice and the emergency lines come, and no conversation',
    async (path) => {
      const { html, csp } = await get(path, FRAMED);
      expect(html.includes('<form') || html.includes('name="m"')).toBe(false);
      expect(['tel:17', 'sms:114', 'href="/"'].filter((part) => !html.includes(part))).toEqual([]);
      expect(csp).toContain("form-action 'none'");
    },
  );

  test.each(['/', '/?site=mairie'])(
    'A17: given %s in a frame of a page it does not know, when it is asked, then the policy alone decides',
    async (path) => {
      const { html } = await get(path, FRAMED);
      expect(html.includes('<form')).toBe(true);
    },
  );
});

describe('sites that change while the server runs', () => {
  test('A17, A18: given a site that is withdrawn, when it is asked again, then nobody may frame it nor call from it', async () => {
    const before = await get('/?site=mairie');
    const call = () =>
      fetch(`${base}/v3/directline/tokens/generate`, {
        method: 'POST',
        headers: { origin: 'https://www.mairie.example' },
      });
    expect((await call()).status).toBe(200);
    current = SITES.filter(({ id }) => id !== 'mairie');
    try {
      expect(ancestors(before.csp)).toContain('https://www.mairie.example');
      expect(ancestors((await get('/?site=mairie')).csp)).toBe("'none'");
      expect((await call()).status).toBe(403);
    } finally {
      current = SITES;
    }
    expect((await call()).status).toBe(200);
  });
});

describe('what a site chooses', () => {
  test('given a site with colours, a title, an exit and a zone, when a person comes by it, then they see these', async () => {
    const { html, csp } = await get('/?site=mairie');
    const shown = [
      '<title>Services de la ville</title>',
      'href="https://fr.wikipedia.org/"',
      '--accent:#5b2100',
    ];
    expect(shown.filter((part) => !html.includes(part))).toEqual([]);
    expect(csp.match(/sha256-/g)?.length).toBe(2);
  });

  test('given a site in English, when a person comes by it, then the page and the answer are in English', async () => {
    const first = await get('/?site=hopital');
    const { html } = await post('/?site=hopital', { c: 'q:groupe:me-soigner' });
    expect([first.html, html].filter((page) => !page.includes('<html lang="en"')).length).toBe(0);
  });

  test('given a site with a zone, when a need is said, then the place is not asked, and can be taken back', async () => {
    const { html } = await post('/?site=mairie', { m: 'je cherche un avocat' });
    expect(html.includes('value="r:lieu:59350"')).toBe(true);
    expect(html.includes('class="card"')).toBe(true);
  });

  test('given a site with a zone, when the place is taken back, then it is asked; when all starts again, then it is there again', async () => {
    const hidden = (html: string, name: string) =>
      new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
    const next = (html: string, fields: Record<string, string>) =>
      post('/?site=mairie', { t: hidden(html, 't'), n: hidden(html, 'n'), ...fields });
    const results = await post('/?site=mairie', { m: 'je cherche un avocat' });
    const asked = await next(results.html, { c: 'r:lieu:59350' });
    expect(asked.html.includes('value="q:lieu:')).toBe(true);
    const again = await next(asked.html, { c: 'c:recommencer' });
    const found = await next(again.html, { m: 'je cherche un avocat' });
    expect(found.html.includes('value="r:lieu:59350"')).toBe(true);
  });

  test('given no site, when the same need is said, then no place is known', async () => {
    const { html } = await post('/', { m: 'je cherche un avocat' });
    expect(html.includes('value="r:lieu:59350"')).toBe(false);
  });

  test('A24: given a page by a site, when its forms are read, then they go to its own address', async () => {
    const { html } = await get('/?site=mairie');
    expect(html.includes('action=')).toBe(false);
  });
});

describe('who may call from a browser', () => {
  const CALLS = [
    ['POST', '/tokens/generate'],
    ['POST', '/tokens/refresh'],
    ['POST', '/conversations'],
    ['GET', '/conversations/x'],
    ['GET', '/conversations/x/activities'],
    ['POST', '/conversations/x/activities'],
    ['POST', '/conversations/x/end'],
    ['POST', '/conversations/x/upload'],
    ['GET', '/session/getsessionid'],
  ] as const;
  const ORIGINS = [
    [OWN, true],
    ['https://www.mairie.example', true],
    ['https://hopital.example', true],
    ['https://ancien.example', false],
    ['https://evil.example', false],
    ['http://www.mairie.example', false],
    ['https://www.mairie.example:8443', false],
    ['https://www.mairie.example.evil.example', false],
    ['https://evil.example/https://www.mairie.example', false],
    ['HTTPS://WWW.MAIRIE.EXAMPLE', false],
    ['null', false],
    ['*', false],
    ['', false],
  ] as const;

  test.each(
    ORIGINS.flatMap(([origin, allowed]) =>
      CALLS.map(([method, path]) => ({ origin, allowed, method, path })),
    ),
  )(
    'A18: given Origin « $origin », when $method $path is called and asked before, then it is allowed: $allowed',
    async ({ origin, allowed, method, path }) => {
      const url = `${base}/v3/directline${path}`;
      const call = await fetch(url, { method, headers: { origin } });
      const before = await fetch(url, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': method },
      });
      for (const { headers } of [call, before]) {
        expect(headers.get('access-control-allow-origin')).toBe(allowed ? origin : null);
        expect(headers.get('access-control-allow-credentials')).toBeNull();
        expect(headers.get('vary')).toBe('Origin');
      }
      if (!allowed) expect(call.status).toBe(403);
    },
  );

  test.each(['/', '/?site=mairie', '/urgence.html', '/health'])(
    'A18: given a registered site, when it reads %s from a script, then nothing allows it',
    async (path) => {
      const { headers } = await fetch(base + path, { headers: { origin: 'https://www.mairie.example' } });
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  const call = async (
    path: string,
    { token = '', sent = {}, origin = OWN }: { token?: string; sent?: object; origin?: string },
  ) => {
    const response = await fetch(`${base}/v3/directline${path}`, {
      method: 'POST',
      body: JSON.stringify(sent),
      headers: {
        origin,
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
    });
    return (await response.json()) as { token: string; conversationId: string };
  };

  test.each([
    ['the Origin of a site', 'https://www.mairie.example', undefined, true],
    ['our own page that names the site', OWN, 'mairie', true],
    ['our own page that names none', OWN, undefined, false],
    ['our own page that names one unknown', OWN, 'inconnu', false],
    ['our own page that names one not active', OWN, 'ancien', false],
    ['the Origin of another site that names the first', 'https://hopital.example', 'mairie', false],
  ])(
    'given %s, when a need is posted by Direct Line, then the zone of the site is known or not',
    async (_, origin, site, known) => {
      const { token, conversationId } = await call('/tokens/generate', { origin });
      const path = `/conversations/${conversationId}/activities`;
      const sent = { type: 'message', text: 'je cherche un avocat', channelData: { site } };
      await call(path, { token, origin, sent });
      const read = await fetch(`${base}/v3/directline${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const said = await read.text();
      expect(said.includes('suggestions') || said.includes('question')).toBe(true);
      expect(said.includes('r:lieu:59350')).toBe(known);
    },
  );
});
