import type { Page, Request } from 'playwright-core';
import { type Product, startProduct } from './harness/product.ts';
import { answered, tap, tenTurns, write } from './harness/steps.ts';
import { openPage, openWeb, type Watched, type Web } from './harness/web.ts';

let web: Web;
let opened: Watched;
beforeAll(async () => {
  web = await openWeb();
});
afterEach(() => opened?.context.close());
afterAll(() => web.close());

/** A fresh page of the assistant, on the shared server or on another. */
async function visit(origin = web.origin, prepare: (page: Page) => Promise<unknown> = async () => undefined) {
  opened = await openPage(web);
  await prepare(opened.page);
  await opened.page.goto(origin);
  return opened.page;
}

const texts = (page: Page) => page.locator('#replies').innerText();
const isPost = (request: Request) => request.method() === 'POST' && request.url().endsWith('/activities');
const NUMBERS = ['tel:15', 'tel:17', 'tel:112', 'sms:114'];
const numbersInView = (page: Page) =>
  page.evaluate(
    (links) =>
      links.filter((link) => {
        const box = document.querySelector(`.numbers a[href="${link}"]`)?.getBoundingClientRect();
        return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
      }),
    NUMBERS,
  );

const setHidden = (page: Page, isHidden: boolean) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);

describe('the page alive', () => {
  test('given the first screen, when nothing was answered, then no timer runs, no socket opens and nothing is asked of the server', async () => {
    const page = await visit(web.origin, (fresh) =>
      fresh.addInitScript(() => {
        const counts = { timers: 0, sockets: 0 };
        Object.assign(window, { counts });
        for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame'] as const) {
          const real = window[name] as (...args: unknown[]) => number;
          Object.assign(window, {
            [name]: (...args: unknown[]) => {
              counts.timers += 1;
              return real(...args);
            },
          });
        }
        const Real = window.WebSocket;
        window.WebSocket = class extends Real {
          constructor(...args: ConstructorParameters<typeof Real>) {
            super(...args);
            counts.sockets += 1;
          }
        };
      }),
    );
    const counts = () => page.evaluate(() => (window as never as { counts: object }).counts);
    expect(await counts()).toEqual({ timers: 0, sockets: 0 });
    // The icon is asked for once the page is loaded, when the browser likes.
    while (!opened.requests.includes(`${web.origin}/icon.svg`)) await page.waitForTimeout(20);
    expect(opened.requests.map((url) => url.replace(/[0-9a-f]{12}/, 'HASH'))).toEqual([
      `${web.origin}/`,
      `${web.origin}/p.HASH.js`,
      `${web.origin}/icon.svg`,
    ]);
    await write(page, 'je cherche un avocat');
    await write(page, 'Lille');
    expect(await counts()).toMatchObject({ sockets: 1 });
  });

  test('given words, when they are answered, then there is no reload, the field is empty and the words are nowhere', async () => {
    const page = await visit();
    await page.evaluate(() => Object.assign(window, { same: true }));
    await write(page, 'je cherche un avocat, blabla zouglou');
    expect(await page.evaluate(() => 'same' in window)).toBe(true);
    expect(await page.inputValue('textarea')).toBe('');
    expect(await page.content()).not.toContain('zouglou');
    expect(await texts(page)).toContain('Mes droits');
  });

  test('given what was understood, when one element is tapped, then it is taken back', async () => {
    const page = await visit();
    await write(page, 'je cherche un avocat');
    await answered(page, () => page.locator('.summary button').first().click());
    expect(await texts(page)).not.toContain('Où cherchez-vous');
  });

  test('given results, when a card is read, then it has a call, its hours, its reasons and « pas celui-ci », which changes the plan', async () => {
    const page = await visit();
    await write(page, 'je cherche un avocat à Lille');
    const card = page.locator('.card').first();
    expect(await card.locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
    expect(await card.locator('.hours').innerText()).not.toBe('');
    await card.locator('summary').click();
    expect(await card.locator('details li').count()).toBeGreaterThan(0);
    const name = await card.locator('h3').innerText();
    await answered(page, () => card.getByRole('button', { name: /Pas celui-ci/ }).click());
    expect(await page.locator('.card h3').allInnerTexts()).not.toContain(name);
  });

  test('given a danger, when it is written, then the fitting lines are shown in full and the numbers stay in view', async () => {
    const page = await visit();
    await write(page, 'mon mari me frappe');
    expect(await texts(page)).toContain('3919');
    expect(await numbersInView(page)).toEqual(NUMBERS);
  });

  test('given « Tout effacer », when it is tapped, then it is said, and the next answer starts another conversation', async () => {
    const page = await visit();
    await write(page, 'je cherche un avocat à Lille');
    await tap(page, 'Tout effacer');
    expect(await texts(page)).toContain('C’est effacé.');
    await tap(page, 'Recommencer');
    expect(await texts(page)).toContain('De quoi avez-vous besoin');
  });

  test('C9: given Arabic, when it is tapped, then the card says its language and direction, and « Langues » brings the row back', async () => {
    const page = await visit();
    await tap(page, 'العربية');
    const card = page.locator('#replies section[lang=ar]');
    expect(await card.getAttribute('dir')).toBe('rtl');
    expect(await card.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    expect(
      await page.locator('#replies .question').evaluate((element) => getComputedStyle(element).direction),
    ).toBe('ltr');
    expect(await page.locator('.question button svg').count()).toBeGreaterThan(5);
    await answered(page, () => page.click('#langs button'));
    await tap(page, 'Français');
    await page.locator('html[lang=fr]').waitFor();
    expect(await page.locator('.question button svg').count()).toBe(0);
  });

  test('C9: given English, when it is written, then the answer says its language and the page speaks it too', async () => {
    const page = await visit();
    await write(page, 'I need a lawyer, my husband hits me and I am afraid');
    expect(await page.locator('#replies > div').getAttribute('lang')).toBe('en');
    expect(await page.locator('#replies > div').getAttribute('dir')).toBe('ltr');
    await page.locator('html[lang=en]').waitFor();
    expect(await page.locator('.exit').innerText()).toBe('Leave quickly');
  });

  test('given a page answered by a form before the script ran, when one goes on, then it is the same conversation', async () => {
    const page = await visit(web.origin, (fresh) => fresh.route('**/p.*.js', (route) => route.abort()));
    await page.getByRole('button', { name: 'Me protéger, m’abriter' }).click();
    await page.getByRole('heading', { name: 'Réponse' }).waitFor();
    await page.unroute('**/p.*.js');
    await page.getByRole('button', { name: 'Mes droits', exact: true }).click();
    await page.getByText('Où cherchez-vous').waitFor();
    await tap(page, 'Lille (59)');
    expect(await page.locator('.card').count()).toBeGreaterThan(0);
    expect(await texts(page)).not.toContain('Reprenons');
  });
});

/** A page answered by a form, whose script then runs on the answer. */
async function answeredByForm(words: string): Promise<Page> {
  const page = await visit(web.origin, (fresh) => fresh.route('**/p.*.js', (route) => route.abort()));
  await page.fill('textarea', words);
  await page.unroute('**/p.*.js');
  await page.click('.send');
  await page.getByRole('heading', { name: 'Réponse' }).waitFor();
  return page;
}

describe('a page answered by a form whose script has sent nothing', () => {
  test('given a form that may be on its way, when the page goes, then the conversation is not ended', async () => {
    const page = await answeredByForm('je cherche un avocat');
    const token = await page.locator('input[name=t]').first().getAttribute('value');
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
    const asked = await page.evaluate(
      (bearer) =>
        fetch('/v3/directline/conversations', {
          method: 'POST',
          headers: { authorization: `Bearer ${bearer}` },
        }).then(({ status }) => status),
      token,
    );
    expect(asked).toBe(200);
    expect(opened.requests).not.toContain(`${web.origin}/end`);
  });

  test('A12: given the exit, when it is tapped, then the server is told', async () => {
    const page = await answeredByForm('je cherche un avocat');
    const ending = page.waitForRequest('**/end');
    await page.click('.exit');
    expect((await ending).postData()).toMatch(/^t=.{80}/);
  });
});

describe('a page answered by a form whose conversation is over', () => {
  const end = async (page: Page) => {
    const t = (await page.locator('input[name=t]').first().getAttribute('value')) ?? '';
    await fetch(`${web.origin}/end`, { method: 'POST', body: new URLSearchParams({ t }) });
  };

  test('given words, when they are sent, then they are answered without a reload, and it is said', async () => {
    const page = await answeredByForm('je cherche un avocat');
    await end(page);
    await page.evaluate(() => Object.assign(window, { same: true }));
    await write(page, 'mon mari me frappe, je suis à Lille');
    expect(await texts(page)).toContain('Reprenons au début');
    expect(await texts(page)).toContain('3919');
    expect(await page.evaluate(() => 'same' in window)).toBe(true);
  });

  test('given a choice, when it is tapped, then the conversation starts again, and it is said', async () => {
    const page = await answeredByForm('je cherche un avocat');
    await end(page);
    await tap(page, 'Lille (59)');
    expect(await texts(page)).toContain('Reprenons au début');
    expect(await texts(page)).toContain('De quoi avez-vous besoin');
  });

  test('given an address that may have no token either, when words are sent, then they go by a form and are answered', async () => {
    const page = await answeredByForm('je cherche un avocat');
    await end(page);
    await page.route('**/tokens/generate', (route) => route.fulfill({ status: 403, body: '{}' }));
    await page.fill('textarea', 'mon mari me frappe, je suis à Lille');
    await page.click('.send');
    await page.locator('#replies').getByText('Reprenons au début').waitFor();
    expect(await texts(page)).toContain('3919');
  });
});

describe('a server that gives no conversation to the page', () => {
  test('E17: given an address that starts too many conversations, when first words are sent, then they go by a form and are answered', async () => {
    const page = await visit();
    await page.route('**/tokens/generate', (route) => route.fulfill({ status: 429, body: '{}' }));
    await page.fill('textarea', 'mon mari me frappe');
    await page.click('.send');
    await page.locator('input[name=t]').first().waitFor({ state: 'attached' });
    expect(await texts(page)).toContain('3919');
  });

  test('given an address that the server does not know as its own, when one goes on, then it is by forms, in the same conversation', async () => {
    const page = await visit(web.origin.replace('127.0.0.1', 'localhost'));
    for (const label of ['Me protéger, m’abriter', 'Mes droits']) {
      await page.getByRole('button', { name: label, exact: true }).click();
    }
    await page.getByText('Où cherchez-vous').waitFor();
    await page.fill('textarea', 'Lille');
    await page.click('.send');
    await page.locator('.card').first().waitFor();
    expect(await texts(page)).not.toContain('Reprenons');
  });
});

describe('a network that fails', () => {
  test('given words of a language that do not come, when a danger is written in it, then the answer is shown all the same', async () => {
    const page = await visit(web.origin, (fresh) => fresh.route('**/words/*', () => undefined));
    await write(page, 'I need a lawyer, my husband hits me and I am afraid');
    expect(await page.locator('#replies > [lang=en]').count()).toBe(1);
    expect(await texts(page)).toContain('3919');
  });

  test('given an answer sent, when the network is lost, then it is said, the numbers are in view, and it leaves by itself at the return', async () => {
    const page = await visit();
    await write(page, 'je cherche un avocat');
    await opened.context.setOffline(true);
    await page.fill('textarea', 'Lille');
    await page.click('.send');
    await page.locator('#status', { hasText: 'Le réseau est coupé' }).waitFor();
    expect(await numbersInView(page)).toEqual(NUMBERS);
    await answered(page, () => opened.context.setOffline(false));
    expect(await page.locator('.card').count()).toBeGreaterThan(0);
    expect(await page.locator('#status').innerText()).toBe('');
  });

  test('given an answer that waits for the network, when it comes back to a hidden page, then nothing is sent until it is shown', async () => {
    const page = await visit();
    await write(page, 'je cherche un avocat');
    await opened.context.setOffline(true);
    await page.fill('textarea', 'Lille');
    await page.click('.send');
    await page.locator('#status', { hasText: 'Le réseau est coupé' }).waitFor();
    await setHidden(page, true);
    const before = opened.requests.length;
    await opened.context.setOffline(false);
    await page.waitForTimeout(500);
    expect(opened.requests.length).toBe(before);
    await answered(page, () => setHidden(page, false));
    expect(await page.locator('.card').count()).toBeGreaterThan(0);
  });

  test('given a post whose acknowledgement is lost, when it is sent again, then it has the same mark and is one turn', async () => {
    // A socket would bring the answer, and nothing would be sent again.
    const page = await visit(web.origin, (fresh) =>
      fresh.routeWebSocket(/\/stream/, (socket) => socket.close()),
    );
    await write(page, 'je cherche un avocat');
    const marks: string[] = [];
    await page.route('**/activities', async (route) => {
      if (!isPost(route.request())) return route.continue();
      marks.push(route.request().postDataJSON().channelData.clientActivityID);
      if (marks.length > 1) return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await write(page, 'Lille');
    expect(marks.length).toBeGreaterThan(1);
    expect(new Set(marks).size).toBe(1);
    expect(await page.locator('.card').count()).toBeGreaterThan(0);
    await page.unroute('**/activities');
    await tap(page, 'Retour');
    expect(await texts(page)).toContain('Où cherchez-vous');
  });

  test('given a network that blocks sockets, when one goes on, then every answer comes by asking', async () => {
    const page = await visit(web.origin, (fresh) =>
      fresh.routeWebSocket(/\/stream/, (socket) => socket.close()),
    );
    await tenTurns(page);
    expect(await texts(page)).not.toBe('');
    expect(opened.complaints).toEqual([]);
  });

  test('given a socket that opens and says nothing, when an answer is due, then it is asked for', async () => {
    const page = await visit(web.origin, (fresh) => fresh.routeWebSocket(/\/stream/, () => undefined));
    await write(page, 'je cherche un avocat');
    await write(page, 'Lille');
    expect(await page.locator('.card').count()).toBeGreaterThan(0);
  });

  test('given a hidden page, when it is shown again, then nothing ran in between and the conversation goes on from there', async () => {
    const page = await visit();
    const sockets: { isClosed: () => boolean }[] = [];
    page.on('websocket', (socket) => sockets.push(socket));
    await write(page, 'je cherche un avocat');
    await page.waitForTimeout(300);
    await setHidden(page, true);
    await page.waitForTimeout(100);
    expect(sockets.map((socket) => socket.isClosed())).toEqual([true]);
    const before = opened.requests.length;
    await page.waitForTimeout(500);
    expect(opened.requests.length).toBe(before);
    await setHidden(page, false);
    await write(page, 'Lille');
    expect(await page.locator('.card').count()).toBeGreaterThan(0);
  });
});

describe('a server that fails', () => {
  const port = (product: Product) => new URL(product.origin).port;

  test.each(['words', 'a choice'])(
    'given a server restarted in the middle, when %s is sent, then the conversation goes on, says so, and the numbers are in view',
    async (kind) => {
      const first = await startProduct();
      const page = await visit(first.origin);
      await write(page, 'je cherche un avocat');
      await first.stop();
      const second = await startProduct({ PORT: port(first) });
      if (kind === 'words') await write(page, 'je cherche un avocat à Lille');
      else await tap(page, 'Lille (59)');
      expect(await texts(page)).toContain('Reprenons au début');
      expect(await texts(page)).toContain(kind === 'words' ? 'CIDFF' : 'De quoi avez-vous besoin');
      expect(await numbersInView(page)).toEqual(NUMBERS);
      await second.stop();
    },
  );

  test('given a server that keeps its key and restarts, when a choice is tapped, then it is told calmly and one can go on', async () => {
    const key = { SESSION_KEY: 'x'.repeat(32) };
    const first = await startProduct(key);
    const page = await visit(first.origin);
    await write(page, 'je cherche un avocat');
    await first.stop();
    const second = await startProduct({ ...key, PORT: port(first) });
    await tap(page, 'Lille (59)');
    expect(await texts(page)).not.toBe('');
    await write(page, 'je cherche un avocat à Lille');
    expect(await page.locator('.card').count()).toBeGreaterThan(0);
    await second.stop();
  });

  test.each([500, 502])(
    'given a server that answers %i, when it goes on, then it is told calmly, and the next answer is taken',
    async (status) => {
      const page = await visit();
      await write(page, 'je cherche un avocat');
      await page.route('**/activities', (route) => route.fulfill({ status, body: '{}' }));
      await page.fill('textarea', 'Lille');
      await page.click('.send');
      await page.locator('#status', { hasText: 'souci' }).waitFor();
      expect(await numbersInView(page)).toEqual(NUMBERS);
      await page.unroute('**/activities');
      await write(page, 'Lille');
      expect(await page.locator('.card').count()).toBeGreaterThan(0);
    },
  );

  test('given a server that is down, when one answers, then the numbers are in view and nothing is lost', async () => {
    const product = await startProduct();
    const page = await visit(product.origin);
    await product.stop();
    await page.getByRole('button', { name: 'Avancer' }).click();
    await page.locator('#status', { hasText: 'réseau' }).waitFor();
    expect(await numbersInView(page)).toEqual(NUMBERS);
  });
});
