import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { type Partner, startPartner } from './harness/partner.ts';
import { NEUTRAL } from './harness/product.ts';
import { tap, tenTurns, write } from './harness/steps.ts';
import { openPage, openWeb, type Watched, type Web } from './harness/web.ts';

let web: Web;
let partner: Partner;
let opened: Watched;
beforeAll(async () => {
  web = await openWeb();
  partner = await startPartner();
});
afterEach(() => opened?.context.close());
afterAll(async () => {
  await partner.stop();
  await web.close();
});

const DANGER = 'mon mari me frappe';

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  opened = await openPage(web, options);
  partner.serve('/lien', { html: `<!doctype html><title>Mairie</title><a href="${web.origin}/">Aide</a>` });
  return opened.page;
}

/** The assistant, come to by a partner's link, in the middle of a conversation. */
async function conversation(): Promise<Page> {
  const page = await open();
  await page.goto(`${partner.origin}/lien`);
  await page.click('a');
  await page.locator('textarea').waitFor();
  await write(page, DANGER);
  return page;
}

/** What is painted; playwright's own screenshot would wait for the navigation under way. */
async function shotOf(page: Page): Promise<string> {
  const painter = await opened.context.newCDPSession(page);
  return (await painter.send('Page.captureScreenshot')).data;
}

const pressShift = async (page: Page, times = 3) => {
  for (let n = 0; n < times; n += 1) await page.keyboard.press('Shift');
};
const isNeutral = (page: Page) => page.waitForURL(NEUTRAL);
const ours = (page: Page) => page.content().then((html) => /class="exit"|3919/.test(html));

describe('quick exit from the page', () => {
  test('B1: given ten answers, when one leaves, then Back never shows the conversation', async () => {
    const page = await open();
    await page.goto(`${partner.origin}/lien`);
    await page.click('a');
    await tenTurns(page);
    await page.click('.exit');
    await isNeutral(page);
    await page.goBack({ waitUntil: 'commit' });
    expect(page.url()).toBe(`${partner.origin}/lien`);
    expect(await ours(page)).toBe(false);
    expect(await page.evaluate(() => history.length)).toBe(3);
  });

  test('B2: given a neutral site that does not answer, when one leaves, then all is gone in the same task, before any network', async () => {
    const page = await conversation();
    const nothing = await shotOf(await opened.context.newPage());
    await opened.context.route(`${NEUTRAL}**`, () => undefined);
    await page.fill('textarea', 'encore des mots');
    const left = await page.evaluate(() => {
      const field = document.querySelector('textarea');
      document.querySelector<HTMLElement>('.exit')?.click();
      return {
        title: document.title,
        content: document.body.innerHTML,
        field: field?.value,
        isHidden: document.documentElement.hidden,
      };
    });
    expect(left).toEqual({ title: '\u200B', content: '', field: '', isHidden: true });
    expect(await shotOf(page)).toBe(nothing);
  });

  test('B4: given no network, when one leaves, then nothing of ours is left, and Back does not bring it', async () => {
    const page = await conversation();
    await opened.context.unroute(`${NEUTRAL}**`);
    await opened.context.route(`${NEUTRAL}**`, (route) => route.abort('internetdisconnected'));
    await page.click('.exit');
    await page.waitForFunction(() => document.querySelector('.exit') === null);
    await page.waitForTimeout(300);
    expect(await ours(page)).toBe(false);
    await page.goBack({ waitUntil: 'commit' });
    expect(await ours(page)).toBe(false);
  });

  test.each([
    ['the field', 'textarea'],
    ['a choice', '.choices button'],
    ['the heading', 'h1'],
  ])(
    'B6: given the focus on %s, when Shift is pressed three times, then one has left',
    async (_, selector) => {
      const page = await conversation();
      await page.locator(selector).first().focus();
      await pressShift(page);
      await isNeutral(page);
    },
  );

  test('B6: given words in capitals, when they are typed with Shift, then one stays', async () => {
    const page = await conversation();
    await page.focus('textarea');
    for (const key of 'MAJUSCULES') {
      await page.keyboard.down('Shift');
      await page.keyboard.press(key);
      await page.keyboard.up('Shift');
    }
    expect(await page.inputValue('textarea')).toBe('MAJUSCULES');
    await pressShift(page, 2);
    await page.keyboard.press('a');
    await pressShift(page, 2);
    expect(page.url()).toBe(`${web.origin}/`);
  });

  test('B6: given two presses of Shift, when five seconds pass, then a third does nothing', async () => {
    const page = await conversation();
    await pressShift(page, 2);
    await page.waitForTimeout(5_100);
    await pressShift(page, 1);
    expect(page.url()).toBe(`${web.origin}/`);
  });

  test('B6: given a page that stops every key, when Shift is pressed three times, then one has left all the same', async () => {
    const page = await conversation();
    await page.evaluate(() => {
      for (const type of ['keydown', 'keyup']) {
        document.addEventListener(type, (event) => event.stopImmediatePropagation(), true);
      }
    });
    await pressShift(page);
    await isNeutral(page);
  });

  test('B7: given the neutral site, when it is asked for, then no referer, no opener and no other request than the end', async () => {
    const page = await conversation();
    const before = opened.requests.length;
    const asked = page.waitForRequest(`${NEUTRAL}**`);
    await page.click('.exit');
    const headers = await (await asked).allHeaders();
    await isNeutral(page);
    expect(headers.referer).toBeUndefined();
    expect(await page.evaluate(() => [document.referrer, window.opener])).toEqual(['', null]);
    expect(opened.requests.slice(before).sort()).toEqual([`${web.origin}/end`, NEUTRAL].sort());
    expect(opened.context.pages()).toHaveLength(1);
  });

  test.each([
    ['320 px', 320, 640],
    ['360 px', 360, 740],
    ['400 % of 1,280 px', 320, 256],
    ['a soft keyboard', 360, 260],
    ['a tablet', 768, 1024],
    ['a computer', 1280, 800],
  ])(
    'B8: given %s, when one scrolls anywhere, then the exit is in view and nothing covers it',
    async (_, width, height) => {
      const page = await open({ viewport: { width, height } });
      await page.goto(web.origin);
      await write(page, DANGER);
      for (const share of [0, 0.3, 0.7, 1]) {
        const onTop = await page.evaluate((to) => {
          scrollTo(0, to * document.documentElement.scrollHeight);
          const exit = document.querySelector('.exit');
          const { left, top, width: w, height: h } = exit?.getBoundingClientRect() ?? new DOMRect();
          return exit?.contains(document.elementFromPoint(left + w / 2, top + h / 2)) ?? false;
        }, share);
        expect(onTop).toBe(true);
      }
    },
  );

  test('B9: given the page, when Tab is pressed once, then it is the exit, 44 px high at least, in no live region', async () => {
    const page = await open({ viewport: { width: 320, height: 640 } });
    await page.goto(web.origin);
    await page.keyboard.press('Tab');
    const exit = await page.evaluate(() => ({
      isFocused: document.activeElement?.className === 'exit',
      isQuiet: document.activeElement?.closest('[aria-live],[role=status],[role=log],[role=alert]') === null,
      first: document.querySelector('a,button,input,textarea,summary')?.className,
    }));
    expect(exit).toEqual({ isFocused: true, isQuiet: true, first: 'exit' });
    const box = await page.locator('.exit').boundingBox();
    expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44);
  });

  test('B9: given the keyboard alone, when Enter is pressed on the exit, then one has left', async () => {
    const page = await open();
    await page.goto(web.origin);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await isNeutral(page);
  });

  test('B10, A12: given the end told to the server, when one has left, then the conversation is erased', async () => {
    const page = await conversation();
    const ending = page.waitForRequest('**/end');
    await page.click('.exit');
    const token = new URLSearchParams((await ending).postData() ?? '').get('t') ?? '';
    await isNeutral(page);
    expect(token.length).toBeGreaterThan(80);
    const asked = await fetch(`${web.origin}/v3/directline/tokens/refresh`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(asked.status).toBe(404);
  });

  test('B10: given an end that is lost, when one leaves in one tap, then one has left without being asked', async () => {
    const page = await conversation();
    await page.route('**/end', (route) => route.abort());
    await page.click('.exit');
    await isNeutral(page);
  });

  test('B11: given the exit, when what stands beside it is read, then it says what leaving does not hide', async () => {
    const page = await open();
    await page.goto(web.origin);
    const limits = await page.locator('.limits').innerText();
    expect(limits).toMatch(/historique/);
    expect(limits).toMatch(/surveille/);
  });

  test('B12: given two people, when their exits are compared, then they go to the same place', async () => {
    const page = await open();
    await page.goto(web.origin);
    await tap(page, 'Ma famille');
    expect(await page.locator('.exit').getAttribute('href')).toBe(NEUTRAL);
  });

  test('G: given the emergency page, when one leaves it, then Back does not bring it', async () => {
    const page = await open();
    await page.goto(`${partner.origin}/lien`);
    await page.goto(`${web.origin}/urgence.html`);
    await pressShift(page);
    await isNeutral(page);
    await page.goBack({ waitUntil: 'commit' });
    expect(page.url()).toBe(`${partner.origin}/lien`);
  });
});

describe('quick exit without JavaScript', () => {
  async function answeredByForm(): Promise<Page> {
    const page = await open({ javaScriptEnabled: false });
    await page.goto(web.origin);
    await page.fill('textarea', DANGER);
    await page.click('.send');
    await page.getByText('3919').first().waitFor();
    return page;
  }

  test('B3: given a conversation by forms, when one leaves, then the link leads the whole page there', async () => {
    const page = await answeredByForm();
    expect(await page.locator('.exit').getAttribute('target')).toBe('_top');
    await page.click('.exit');
    await isNeutral(page);
  });

  test('B3: given a conversation by forms, when Back is pressed after leaving, then the form has expired', async () => {
    const page = await answeredByForm();
    // Where requests are intercepted, the browser sends old forms again.
    await opened.context.unrouteAll();
    await page.goto(`${partner.origin}/lien`);
    await expect(page.goBack()).rejects.toThrow('ERR_CACHE_MISS');
    // The browser's own page takes the place.
    await page.waitForTimeout(500);
    expect(await ours(page)).toBe(false);
  });
});

describe('quick exit from a frame', () => {
  /** A host page with the assistant in a frame that its policy lets in. */
  async function framed(attributes = '', host = ''): Promise<{ page: Page; frame: Frame }> {
    const page = await open();
    // Chromium asks before a frame without origin reaches the loopback, where tests live.
    await opened.context.grantPermissions(['local-network-access']);
    await opened.context.route(`${web.origin}/`, async (route) => {
      const response = await route.fetch();
      const csp = response.headers()['content-security-policy'] ?? '';
      const headers = {
        ...response.headers(),
        'content-security-policy': csp.replace(/frame-ancestors [^;]*/, ''),
      };
      await route.fulfill({ response, headers });
    });
    partner.serve('/cadre', {
      html: `<!doctype html><title>Mairie</title><h1>Mairie</h1>${host}
        <iframe src="${web.origin}/" width="400" height="500" ${attributes}></iframe>`,
    });
    await page.goto(`${partner.origin}/cadre`);
    const frame = page.frames()[1];
    if (!frame) throw new Error('The host page has no frame.');
    await frame.locator('textarea').waitFor();
    return { page, frame };
  }

  test('B1: given a frame, when one leaves, then the whole page is replaced, and Back shows neither host nor assistant', async () => {
    const { page, frame } = await framed();
    await frame.locator('.exit').click();
    await isNeutral(page);
    await page.goBack({ waitUntil: 'commit' });
    expect(page.url()).toBe('about:blank');
  });

  test('B6: given the focus in the frame, when Shift is pressed three times, then the whole page is replaced', async () => {
    const { page, frame } = await framed();
    await frame.locator('textarea').click();
    await pressShift(page);
    await isNeutral(page);
  });

  test.each(['allow-scripts allow-same-origin allow-forms', 'allow-scripts'])(
    'B5: given a frame held by sandbox="%s", when one leaves, then the loader is told nothing but that, and the frame is blank',
    async (sandbox) => {
      const heard = '<script>window.heard=[];addEventListener("message",e=>heard.push(e.data))</script>';
      const { page, frame } = await framed(`sandbox="${sandbox}"`, heard);
      await frame.locator('.exit').click();

      await page.waitForFunction(() => (window as never as { heard: unknown[] }).heard.length > 0);
      expect(await page.evaluate(() => (window as never as { heard: unknown[] }).heard)).toEqual([
        { passerelle: 'exit' },
      ]);
      await page.waitForTimeout(200);
      expect(await page.frames()[1]?.content()).not.toMatch(/textarea|numbers/);
      expect(page.url()).toBe(`${partner.origin}/cadre`);
    },
  );
});
