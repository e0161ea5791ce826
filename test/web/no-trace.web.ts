import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { type Partner, startPartner } from './harness/partner.ts';
import { tap, tenTurns, write } from './harness/steps.ts';
import { openPage, openWeb, type Watched, type Web } from './harness/web.ts';

const CANARY = 'CANARI-Ségolène-0612345678-7rue';
const SCRIPT = readFileSync(path.join(__dirname, '..', '..', 'dist', 'page.js'), 'utf8');

let web: Web;
let partner: Partner;
let opened: Watched;
beforeAll(async () => {
  web = await openWeb();
  partner = await startPartner();
  partner.serve('/', { html: '<!doctype html><title>Mairie</title>' });
});
afterEach(() => opened?.context.close());
afterAll(async () => {
  await partner.stop();
  await web.close();
});

async function visit(): Promise<Page> {
  opened = await openPage(web);
  await opened.page.goto(web.origin);
  return opened.page;
}

/** Everything a browser can keep for a site. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));

describe('no trace in the browser', () => {
  test('A1, A2, A3, A10, A24, C12: given ten answers, when what is left is read, then there is no cookie, storage, third party, token in an address, history or complaint', async () => {
    const page = await visit();
    const before = await page.evaluate(() => history.length);
    const cookies: string[] = [];
    const sockets: string[] = [];
    opened.context.on('response', async (response) => {
      if ('set-cookie' in (await response.allHeaders())) cookies.push(response.url());
    });
    page.on('websocket', (socket) => sockets.push(socket.url()));
    const tokens = new Set<string>();
    page.on('request', (request) => {
      const bearer = request.headers().authorization?.replace('Bearer ', '');
      if (bearer) tokens.add(bearer);
    });
    await tenTurns(page);
    expect(await opened.context.cookies()).toEqual([]);
    expect(cookies).toEqual([]);
    expect(await kept(page)).toEqual({ local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
    const { host } = new URL(web.origin);
    expect([...new Set([...opened.requests, ...sockets].map((url) => new URL(url).host))]).toEqual([host]);
    expect(tokens.size).toBeGreaterThan(0);
    const secrets = [...tokens].map((token) => token.split('.')[0] ?? token);
    for (const secret of secrets) expect(secret.length).toBeGreaterThanOrEqual(43);
    const addresses = [...opened.requests, ...sockets, page.url()].join(' ');
    expect(secrets.filter((secret) => addresses.includes(secret))).toEqual([]);
    expect(await page.evaluate(() => history.length)).toBe(before);
    expect(page.url()).toBe(`${web.origin}/`);
    expect(opened.complaints).toEqual([]);
  });

  test('A2: given the script as it is built, when it is read, then it names nothing that keeps', () => {
    expect(SCRIPT).not.toMatch(/localStorage|sessionStorage|indexedDB|caches|serviceWorker|document\.cookie/);
  });

  test('A3: given the script as it is built, when it is read, then it names no other site', () => {
    const addresses = SCRIPT.match(/https?:\/\/[^"'`\s)]+/g) ?? [];
    // Names of markup languages, in preact.
    expect(addresses.filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([]);
  });

  test('A4, E15: given the canary, markup and bidi text, when they are sent, then none is shown and nothing runs', async () => {
    const page = await visit();
    for (const words of [
      CANARY,
      '<img src=x onerror="document.title=1"><script>document.title=1</script>',
      '\u202Etxt.\u2066\u0000\uD800 <b>gras</b>',
      '__proto__ constructor {{7*7}} <%= 7*7 %>',
    ]) {
      await write(page, words);
      const html = await page.locator('#replies').innerHTML();
      expect(html).not.toMatch(/CANARI|<img|<script|<b>|\u202E|constructor/);
    }
    expect(await page.title()).toBe('Informations utiles');
    expect(opened.complaints).toEqual([]);
  });

  test('A21: given title, icon, address, file names and comments, when they are read, then they say nothing of violence', async () => {
    const page = await visit();
    await write(page, 'mon mari me frappe');
    const seen = [await page.title(), ...opened.requests.map((url) => new URL(url).pathname)].join(' ');
    expect(seen).not.toMatch(/violence|passerelle|victime|danger|frapp|secours/i);
    expect(await page.content()).not.toContain('<!--');
    expect(await page.locator('link[rel=manifest]').count()).toBe(0);
  });

  test('A22: given the field, when it is read, then nothing remembers, corrects or names it', async () => {
    const page = await visit();
    await tap(page, 'Avancer');
    const field = page.locator('textarea');
    for (const [name, value] of [
      ['name', 'm'],
      ['autocomplete', 'off'],
      ['autocorrect', 'off'],
      ['spellcheck', 'false'],
      ['data-1p-ignore', 'true'],
    ] as const) {
      expect(await field.getAttribute(name)).toBe(value);
    }
  });

  test('A23, A25: given a draft and an answer, when one leaves by a link and comes Back, then neither is there', async () => {
    const page = await visit();
    await write(page, 'mon mari me frappe');
    await page.fill('textarea', 'un brouillon');
    await page.goto(partner.origin);
    await page.goBack({ waitUntil: 'commit' });
    await page.getByText('De quoi avez-vous besoin').waitFor();
    expect(await page.inputValue('textarea')).toBe('');
    expect(await page.content()).not.toContain('3919');
  });

  test('A25, A12: given a page that is hidden for good, when what the browser keeps is read, then it is empty and the server is told', async () => {
    const page = await visit();
    await write(page, 'mon mari me frappe');
    const ended = page.waitForRequest('**/end');
    const left = await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      return [document.title, document.body.innerHTML];
    });
    expect(left).toEqual(['\u200B', '']);
    expect((await (await ended).response())?.status()).toBe(204);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await page.getByText('De quoi avez-vous besoin').waitFor();
  });

  test('A14, D19: given the first screen, when it is read, then it warns not to give a name and says that it is a program', async () => {
    const page = await visit();
    const text = await page.locator('main').innerText();
    expect(text).toContain('Sans nom, sans adresse, sans numéro.');
    expect(text).toContain('Je suis un programme, pas une personne.');
  });

  test('A14: given a name and a number in an answer, when they are taken out, then it is said', async () => {
    const page = await visit();
    await write(page, 'je m’appelle Ségolène Canari, 06 12 34 56 78, je cherche un avocat');
    expect(await page.locator('#replies').innerText()).toContain('a été retiré');
  });

  test('F6: given the page, when it is opened and answers come, then nothing is read aloud', async () => {
    const page = await visit();
    await write(page, 'je cherche un avocat');
    expect(await page.evaluate(() => speechSynthesis.speaking || speechSynthesis.pending)).toBe(false);
    expect(await page.locator('audio,video').count()).toBe(0);
  });
});
