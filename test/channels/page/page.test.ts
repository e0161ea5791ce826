import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { TextLanguage } from '../../../dialogs/languages.ts';
import { type Bot, createBot } from '../../../src/bot/bot.ts';
import { emergencyPage } from '../../../src/channels/page/emergency-page.tsx';
import { type PageChannel, pageChannel } from '../../../src/channels/page/page.tsx';
import type { ReplyResolved } from '../../../src/conversation/resolved.ts';
import { session } from '../../../src/conversation/session.ts';
import { createServer, type PasserelleServer } from '../../../src/server.ts';
import { createMemorySessions } from '../../../src/sessions/memory.ts';
import { createTokens } from '../../../src/sessions/token.ts';
import { product } from '../../fixtures/product.ts';

const CANARY = 'CANARI-Ségolène-0612345678-7rue';
const EXIT = 'https://exemple.fr/';

let clock = Date.parse('2026-11-24T15:00:00+01:00');
let base = '';
let server: PasserelleServer;
const logged: string[] = [];
let limited = false;
const held = new Map();
/** What the bot begins with, once knowledge has changed. */
let mended: (() => ReplyResolved[]) | null = null;
let channel: PageChannel;
let bot: Bot;

beforeAll(async () => {
  const now = () => clock;
  const { world, texts, cards, understanding } = product();
  const sessions = createMemorySessions({ schema: session, now, held });
  const log = (event: object) => {
    logged.push(JSON.stringify(event));
  };
  bot = createBot({ world: () => world, texts, cards, understanding, sessions, log, now });
  const page = {
    bot: { ...bot, greet: (langue?: TextLanguage) => mended?.() ?? bot.greet(langue) },
    sessions,
    tokens: createTokens(randomBytes(32)),
    texts,
    exitTarget: EXIT,
    script: '/p.js',
    sites: () => [],
    now,
    rateLimit: {
      take: () => ({ status: limited ? ('limited' as const) : ('allowed' as const), retryAfterMs: 1 }),
    },
  };
  channel = pageChannel(page);
  server = createServer({ channels: [channel], urgence: emergencyPage(page), log });
  base = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
});
afterEach(() => {
  mended = null;
});
afterAll(() => server.close());

const get = async (path = '/') => {
  const response = await fetch(base + path);
  return { response, html: await response.text() };
};
const post = async (fields: Record<string, string>) => {
  const response = await fetch(base, { method: 'POST', body: new URLSearchParams(fields) });
  return { response, html: await response.text() };
};
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
const next = (html: string, fields: Record<string, string>) =>
  post({ t: hidden(html, 't'), n: hidden(html, 'n'), ...fields });
/** The words themselves are on every page, for its script. */
const isAfresh = (html: string) => html.includes('<p>Reprenons au début');
const choice = (html: string, label: string) =>
  new RegExp(`value="([^"]+)"[^>]*>${label}<`).exec(html)?.[1] ?? '';

describe('the page with forms', () => {
  test('C8: given no JavaScript, when a person goes on by buttons alone, then a partner with a contact is reached in three answers', async () => {
    let { html } = await get();
    for (const label of ['Me protéger, m’abriter', 'Mes droits', 'Lille']) {
      ({ html } = await next(html, { c: choice(html, label.replace('Lille', 'Lille \\(59\\)')) }));
    }
    expect(html).toContain('CIDFF');
    expect(html).toMatch(/href="tel:0320702218"/);
  });

  test('given words, when they are sent, then they are answered and never shown again', async () => {
    const { html } = await post({ m: 'je cherche un avocat à Lille, blabla zouglou' });
    expect(html).toContain('Mes droits');
    expect(html).not.toContain('zouglou');
  });

  test('given the first page, when it is read, then the exit is first, then the emergency lines, before any question', async () => {
    const { html } = await get();
    const order = ['class="exit"', 'tel:15', 'tel:17', 'tel:112', 'sms:114', '<form', 'name="m"'].map(
      (part) => html.indexOf(part),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(html.indexOf('<a')).toBe(html.indexOf('<a class="exit"'));
    expect(html).toContain(`href="${EXIT}" target="_top" rel="noreferrer noopener"`);
  });

  test.each([
    ['the emergency page', () => get('/urgence.html')],
    ['a written way among the lines of a danger', () => post({ m: 'mon mari me frappe, je suis sourde' })],
    [
      'the short row of a danger told again',
      async () => next((await post({ m: 'mon mari m’étrangle' })).html, { m: 'je cherche un avocat' }),
    ],
    ['results', () => post({ m: 'je cherche un avocat à Lille' })],
  ])(
    'given %s in a frame, when its links are read, then the web opens in place of the whole page, and a call does not',
    async (_, asked) => {
      const { html } = await asked();
      const links = (html.match(/<a [^>]*>/g) ?? []).filter((link) => !link.includes('class="exit"'));
      const web = links.filter((link) => link.includes('href="https:'));
      expect(web.length).toBeGreaterThan(0);
      expect(web.filter((link) => !link.includes('target="_top" rel="noreferrer noopener"'))).toEqual([]);
      expect(links.filter((link) => /"(?:tel|sms|mailto):[^>]*target/.test(link))).toEqual([]);
    },
  );

  test('D7: given 114, when its links are read, then it is written to and never called', async () => {
    const { html } = await get();
    expect(html).toContain('sms:114?body=');
    expect(html).not.toContain('tel:114');
  });

  test('given the first response, when it is weighed with its style, then it fits in 14 kB, one round trip', async () => {
    const { html, response } = await get();
    const headers = [...response.headers]
      .map(([name, value]) => name.length + value.length + 4)
      .reduce((a, b) => a + b, 0);
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(gzipSync(html).length + headers).toBeLessThanOrEqual(14 * 1024);
  });

  test('given a page that holds a token, when it is sent, then it is not compressed: its length would tell of the token', async () => {
    const { response } = await post({ m: 'bonjour' });
    expect(response.headers.get('content-encoding')).toBeNull();
  });

  test('A22: given the text field, when its attributes are read, then nothing remembers, corrects or names it', async () => {
    const { html } = await get();
    const field = /<textarea[^>]*>/.exec(html)?.[0] ?? '';
    for (const attribute of [
      'name="m"',
      'autocomplete="off"',
      'autocorrect="off"',
      'spellcheck="false"',
      'data-1p-ignore',
    ]) {
      expect(field).toContain(attribute);
    }
  });

  test('A21: given title, icon and address, when they are read, then they say nothing of violence', async () => {
    const { html } = await get();
    const title = /<title>(.*?)<\/title>/.exec(html)?.[1] ?? '';
    expect(title).toBe('Informations utiles');
    expect(`${title}${(await get('/icon.svg')).html}`).not.toMatch(/violence|passerelle|victime|danger/i);
    expect(html).not.toContain('<!--');
  });

  test('A1, A16: given any page, when its headers are read, then there is no cookie and the policy allows its own style only', async () => {
    const { response } = await post({ m: 'bonjour' });
    expect(response.headers.get('set-cookie')).toBeNull();
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('given an answer, when the page comes back, then its heading has the focus and the emergency block is short', async () => {
    const first = await get();
    const { html } = await next(first.html, { c: 'q:groupe:avancer' });
    expect(html).toMatch(/<h1 tabindex="-1" autofocus[^>]*>/);
    expect(html).toContain('<section class="alert standing short" lang="fr"');
    expect(first.html).toContain('<section class="alert standing" lang="fr"');
  });

  test('A10: given a conversation, when the address and the links are read, then the token is in none of them', async () => {
    const { html, response } = await post({ m: 'je cherche un avocat' });
    const token = hidden(html, 't');
    expect(token.length).toBeGreaterThan(80);
    expect(response.url).toBe(`${base}/`);
    expect(
      [...html.matchAll(/(?:href|action|src)="([^"]*)"/g)].filter(([, link]) => link?.includes(token)),
    ).toEqual([]);
  });

  test('E13: given a form sent twice, when the second arrives, then it is one answer and the present state is shown', async () => {
    const { html } = await post({ m: 'je cherche un avocat' });
    const fields = { t: hidden(html, 't'), n: hidden(html, 'n'), c: 'q:lieu:59350' };
    const once = await post(fields);
    const twice = await post(fields);
    expect(twice.response.status).toBe(200);
    expect(twice.html).toContain('CIDFF');
    const back = await next(once.html, { c: 'c:retour' });
    expect(back.html).toContain('Où cherchez-vous');
  });

  test('A12: given « Tout effacer », when it is sent, then it is said, and the old form starts afresh', async () => {
    const { html } = await post({ m: 'je cherche un avocat à Lille' });
    const erased = await next(html, { c: 'c:effacer' });
    expect(erased.html).toContain('effacé');
    expect(hidden(erased.html, 't')).toBe('');
    const old = await next(html, { c: 'c:voir-plus' });
    expect(old.response.status).toBe(200);
    expect(isAfresh(old.html)).toBe(true);
    expect(old.html).not.toContain('CIDFF');
  });

  test('A11: given thirty idle minutes, when the form is sent, then it starts afresh with the emergency lines in view', async () => {
    const { html } = await post({ m: 'je cherche un avocat à Lille' });
    clock += 31 * 60_000;
    const late = await next(html, { c: 'c:voir-plus' });
    expect(late.response.status).toBe(200);
    expect(isAfresh(late.html)).toBe(true);
    expect(late.html).toContain('tel:17');
  });

  test.each([{ t: 'forged' }, { t: `${'A'.repeat(43)}.9999999999.${'A'.repeat(43)}` }])(
    'E13: given a forged token, when it is sent, then a fresh start is all it gets',
    async (fields) => {
      const { html, response } = await post({ ...fields, m: 'bonjour' });
      expect(response.status).toBe(200);
      expect(isAfresh(html)).toBe(true);
    },
  );

  test('A4, E15: given the canary and markup, when they are sent everywhere, then no answer and no log repeats them', async () => {
    const nasty = `${CANARY}<script>alert(1)</script>`;
    for (const fields of [
      { m: nasty },
      { c: nasty },
      { t: nasty, m: 'x' },
      { n: nasty, m: nasty },
      { [nasty]: nasty, m: 'bonjour' },
    ]) {
      const { html } = await post(fields as Record<string, string>);
      expect(html).not.toContain('CANARI');
      expect(html.match(/<script/g)).toEqual(['<script']);
    }
    expect(logged.join('\n')).not.toContain('CANARI');
  });

  test('E17: given an address that starts too many conversations, when first words tell of a danger, then 429, they are answered, and nothing is kept', async () => {
    const before = held.size;
    limited = true;
    const { html, response } = await post({ m: 'mon mari m’étrangle' });
    const forged = await post({ t: 'forged', m: 'mon mari m’étrangle' });
    limited = false;
    for (const shown of [html, forged.html]) {
      expect(shown.includes('voyez un médecin')).toBe(true);
      expect(hidden(shown, 't')).toBe('');
    }
    expect([response.status, forged.response.status]).toEqual([429, 429]);
    expect(held.size).toBe(before);
  });

  test('A11: given thirty idle minutes, when words are sent, then they are answered in a fresh conversation, and it is said', async () => {
    const { html } = await post({ m: 'je cherche un avocat à Lille' });
    clock += 31 * 60_000;
    const late = await next(html, { m: 'mon mari m’étrangle' });
    expect(isAfresh(late.html)).toBe(true);
    expect(late.html.includes('voyez un médecin')).toBe(true);
    const again = await next(late.html, { m: 'je cherche un avocat à Lille' });
    expect(isAfresh(again.html)).toBe(false);
  });

  test('E13: given a double tap on a danger, when the second answer is shown, then it says what to do in full', async () => {
    const first = await get();
    const fields = {
      n: hidden(first.html, 'n'),
      t: hidden((await post({ m: 'bonjour' })).html, 't'),
      m: 'mon mari m’étrangle',
    };
    const [, twice] = [await post(fields), await post(fields)];
    expect(twice.html).toContain('voyez un médecin');
  });

  test('E9: given a number that a curator mends, when the page of an error is made again, then it has it; failing, the one before stays', async () => {
    const problem = async () => {
      const response = await fetch(base, {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body: 'x',
      });
      return (await response.text()).match(/tel:\d+/g)?.[0];
    };
    const [urgence] = bot.greet();
    expect(await problem()).toBe('tel:15');
    mended = () => [JSON.parse(JSON.stringify(urgence).replaceAll('tel:15', 'tel:16'))];
    channel.remake();
    expect(await problem()).toBe('tel:16');
    mended = () => [];
    expect(() => channel.remake()).toThrow('emergency block');
    expect(await problem()).toBe('tel:16');
  });

  test('given an empty form, when it is sent, then the first page comes back', async () => {
    const { html, response } = await post({ m: '   ' });
    expect(response.status).toBe(200);
    expect(html).toContain('De quoi avez-vous besoin');
  });

  test.each([
    [{ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }, 415],
    [{ method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' }, 415],
    [
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-encoding': 'gzip' },
        body: 'm=x',
      },
      415,
    ],
    [
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `m=${'x'.repeat(20_000)}`,
      },
      413,
    ],
  ])('E1, E2: given %j, when it is sent, then %i with the emergency in view', async (request, status) => {
    const response = await fetch(base, request);
    expect(response.status).toBe(status);
    const body = await response.text();
    if (!('content-encoding' in request.headers)) {
      expect(body).toContain('tel:17');
    }
    expect((await get()).response.status).toBe(200);
  });

  test('E19: given the emergency page, when it is asked, then it is there, from the lines of knowledge', async () => {
    const { html, response } = await get('/urgence.html');
    expect(response.status).toBe(200);
    for (const link of ['tel:15', 'tel:17', 'tel:112', 'sms:114']) {
      expect(html).toContain(link);
    }
  });
});
