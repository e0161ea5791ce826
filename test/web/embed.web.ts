import type { Frame, Page } from 'playwright-core';
import { contrastOf } from '../../src/knowledge/schema/contrast.ts';
import { type Partner, startPartner } from './harness/partner.ts';
import { NEUTRAL, type Product, startProduct } from './harness/product.ts';
import { knowledgeWithSites, type SitesFolder } from './harness/sites.ts';
import { openPage, openWeb, type Watched, type Web } from './harness/web.ts';

const SITE_EXIT = 'https://fr.wikipedia.org/';

let web: Web;
let partner: Partner;
let evil: Partner;
let knowledge: SitesFolder;
let product: Product;
let opened: Watched;

beforeAll(async () => {
  [web, partner, evil] = await Promise.all([openWeb(), startPartner(), startPartner()]);
  const ours = `actif: true\norigines: ["${partner.origin}"]\n`;
  const colours = (fond: string, texte: string, accent: string) =>
    `${ours}couleurs: { fond: "${fond}", texte: "${texte}", accent: "${accent}" }\n`;
  knowledge = knowledgeWithSites({
    clair: colours('#fffdf5', '#2b1a00', '#5b2100'),
    sombre: colours('#14181f', '#ffffff', '#a9d6e5'),
    mairie: ours,
    ailleurs: `${ours}sortie: ${SITE_EXIT}\nlangue: en\n`,
  });
  product = await startProduct({ KNOWLEDGE_DIR: knowledge.folder });
  serveAll();
}, 30_000);
afterAll(async () => {
  await Promise.all([web.close(), partner.stop(), evil.stop(), product.stop()]);
  knowledge.remove();
});
beforeEach(async () => {
  opened = await openPage(web);
  await opened.context.route(`${SITE_EXIT}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Neutre</title>' }),
  );
});
afterEach(() => opened.context.close());

const script = (site: string) =>
  `<script src="${product.origin}/embed.js" data-site="${site}" async></script>`;
const page = (body: string, head = '') =>
  `<!doctype html><html lang="fr"><head><title>Mairie</title>${head}</head><body><h1>Mairie</h1><input id="recherche">${body}</body></html>`;
/** What a hostile theme could do to a frame. */
const HOSTILE_CSS = `<style>*{display:none!important;opacity:0!important;visibility:hidden!important;transform:scale(0)!important;
position:fixed!important;width:1px!important;height:1px!important;max-height:1px!important;pointer-events:none!important;clip-path:inset(50%)!important}
html,body,head+body{display:block!important;opacity:1!important;visibility:visible!important;transform:none!important;position:static!important;width:auto!important;
height:auto!important;max-height:none!important;pointer-events:auto!important;clip-path:none!important}</style>`;
const BANNER = '<div id="banner" style="position:fixed;inset:0;z-index:99999;background:#fff">Cookies</div>';

function serveAll(): void {
  partner.serve('/', { html: page(script('mairie')) });
  partner.serve('/avant', { html: page('avant') });
  partner.serve('/ailleurs', { html: page(script('ailleurs')) });
  partner.serve('/inconnu', { html: page(script('inconnu')) });
  partner.serve('/css', { html: page(script('mairie'), HOSTILE_CSS) });
  partner.serve('/bandeau', { html: page(script('mairie') + BANNER) });
  partner.serve('/lien', {
    html: page(`<p><a href="${product.origin}/?site=mairie">Informations</a></p>${script('mairie')}`),
  });
  partner.serve('/strict', {
    html: page(script('mairie')),
    headers: {
      'content-security-policy': `default-src 'none'; script-src ${product.origin}; frame-src ${product.origin}; style-src 'none'; img-src 'self'; require-trusted-types-for 'script'`,
      'cross-origin-opener-policy': 'same-origin',
    },
  });
  partner.serve('/enferme', {
    html: page(`<iframe id="dedans" sandbox="allow-scripts allow-same-origin allow-forms" src="/"></iframe>`),
  });
  const frame = (rest: string) => `<iframe src="${product.origin}/?site=mairie" ${rest}></iframe>`;
  partner.serve('/cadre', { html: page(frame('title="Informations utiles"')) });
  partner.serve('/bac', { html: page(frame('sandbox="allow-scripts allow-forms allow-same-origin"')) });
  partner.serve('/poupee', { html: page(`<iframe src="${partner.origin}/"></iframe>`) });
  evil.serve('/', { html: page(script('mairie')) });
  evil.serve('/nu', { html: page(`<iframe src="${product.origin}/"></iframe>`) });
  evil.serve('/poupee', { html: page(`<iframe src="${partner.origin}/"></iframe>`) });
  evil.serve('/message', { html: `<script>parent.postMessage({ passerelle: 'exit' }, '*')</script>` });
}

/** The assistant's frame, once its page is there. */
async function frameOf(of: Page): Promise<Frame> {
  const frame = await (await of.waitForSelector(`iframe[src^="${product.origin}"]`)).contentFrame();
  if (!frame) throw new Error('The frame has no page.');
  await frame.waitForLoadState();
  return frame;
}

/** Whether the conversation can be read in any frame of the page. */
async function isConversationShown(of: Page): Promise<boolean> {
  const shown = await Promise.all(
    of.frames().map((frame) =>
      frame
        .locator('textarea')
        .count()
        .catch(() => 0),
    ),
  );
  return shown.some((count) => count > 0);
}

const settled = async (of: Page) => {
  await of.waitForLoadState('networkidle');
  await of.waitForTimeout(100);
};

/** Texts of the page whose contrast with what is behind them is measured. */
const READ = [
  '.alert h2',
  '.alert .silent',
  '.numbers a',
  '.alert .sms',
  'main p',
  'main .choices button',
  '.send',
  '.exit',
  'label',
];

describe('the colours of a site', () => {
  test.each(
    ['clair', 'sombre'].flatMap((site) =>
      (['light', 'dark'] as const).map((colorScheme) => ({ site, colorScheme })),
    ),
  )(
    'C5: given the colours of $site on a $colorScheme page, when they are computed, then every text reaches 7',
    async ({ site, colorScheme }) => {
      await opened.page.emulateMedia({ colorScheme });
      await opened.page.goto(`${product.origin}/?site=${site}`);
      const pairs = await opened.page.evaluate(coloursOf, READ);
      const weak = pairs.filter(({ text, behind }) => contrastOf(text, behind) < 7);
      expect(pairs.length).toBe(READ.length);
      expect(weak).toEqual([]);
    },
  );
});

/** The colour of each text, and the first colour painted behind it, as #rrggbb. */
function coloursOf(selectors: string[]): { selector: string; text: string; behind: string }[] {
  const hex = (rgb: string) =>
    `#${(rgb.match(/\d+/g) ?? [])
      .slice(0, 3)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`;
  return selectors.map((selector) => {
    const element = document.querySelector(selector);
    let behind: Element | null = element;
    while (behind && /^rgba.*, 0\)$/.test(getComputedStyle(behind).backgroundColor))
      behind = behind.parentElement;
    return {
      selector,
      text: hex(element ? getComputedStyle(element).color : ''),
      behind: hex(behind ? getComputedStyle(behind).backgroundColor : ''),
    };
  });
}

describe('the frame in a partner’s page', () => {
  test('A21: given a registered site, when its page opens, then the frame is there with a neutral title, a link, and nothing to complain of', async () => {
    await opened.page.goto(partner.origin);
    const frame = await frameOf(opened.page);
    expect(await frame.locator('textarea').count()).toBe(1);
    const element = opened.page.locator('iframe');
    expect(await element.getAttribute('title')).toBe('Informations utiles');
    expect(await opened.page.getByRole('link').getAttribute('href')).toBe(`${product.origin}/?site=mairie`);
    expect(opened.complaints).toEqual([]);
    const hosts = opened.requests.map((url) => new URL(url).origin);
    expect([...new Set(hosts)].sort()).toEqual([partner.origin, product.origin].sort());
  });

  test('A2: given the frame, when an answer was given in it, then neither site has a cookie or anything stored', async () => {
    await opened.page.goto(partner.origin);
    const frame = await frameOf(opened.page);
    await frame.getByRole('button', { name: 'Ma famille' }).click();
    await frame.getByRole('heading', { name: 'Réponse' }).waitFor();
    expect(await opened.context.cookies()).toEqual([]);
    const stored = () => {
      try {
        return localStorage.length + sessionStorage.length;
      } catch {
        // The browser itself refuses storage to a frame of another site.
        return 0;
      }
    };
    expect(await Promise.all([opened.page.evaluate(stored), frame.evaluate(stored)])).toEqual([0, 0]);
  });

  test('given a link already before the script, when the page opens, then no second link is added', async () => {
    await opened.page.goto(`${partner.origin}/lien`);
    await frameOf(opened.page);
    expect(await opened.page.getByRole('link').count()).toBe(1);
  });

  test('given a strict policy with the two documented lines, when the page opens, then the frame works without a complaint', async () => {
    await opened.page.goto(`${partner.origin}/strict`);
    const frame = await frameOf(opened.page);
    expect(await frame.locator('textarea').isVisible()).toBe(true);
    expect(
      await opened.page.locator('iframe').evaluate((e) => e.getBoundingClientRect().height),
    ).toBeGreaterThan(300);
    expect(opened.complaints).toEqual([]);
  });

  test.each(['/css', '/bandeau'])(
    'B8: given %s, when the page opens, then the exit of the frame is what a finger meets',
    async (path) => {
      await opened.page.goto(partner.origin + path);
      const frame = await frameOf(opened.page);
      await opened.page.locator('iframe').scrollIntoViewIfNeeded();
      const box = await frame.locator('.exit').boundingBox();
      if (!box) throw new Error('The exit has no place on the screen.');
      const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const met = await opened.page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.tagName, centre);
      expect(met).toBe('IFRAME');
      expect(box.height).toBeGreaterThanOrEqual(44);
    },
  );
});

describe('sites that are not registered', () => {
  test.each(['/', '/nu'])(
    'A17: given %s of an evil site, when it frames the assistant, then the browser refuses',
    async (path) => {
      await opened.page.goto(evil.origin + path);
      await settled(opened.page);
      expect(opened.page.frames().length).toBe(2);
      expect(await isConversationShown(opened.page)).toBe(false);
    },
  );

  test('A17: given an evil page around a partner’s page, when it opens, then the frame inside refuses', async () => {
    await opened.page.goto(`${evil.origin}/poupee`);
    await settled(opened.page);
    expect(opened.page.frames().length).toBe(3);
    expect(await isConversationShown(opened.page)).toBe(false);
  });

  test('A17: given a partner’s page in a partner’s page, when it opens, then the conversation is there', async () => {
    await opened.page.goto(`${partner.origin}/poupee`);
    await settled(opened.page);
    expect(await isConversationShown(opened.page)).toBe(true);
  });

  test('A17: given an unknown site, when its page opens, then the frame says so, with the emergency lines, and the link works', async () => {
    await opened.page.goto(`${partner.origin}/inconnu`);
    const frame = await frameOf(opened.page);
    expect(await frame.locator('.note').isVisible()).toBe(true);
    expect(await frame.locator('a[href^="tel:17"]').count()).toBeGreaterThan(0);
    expect(await isConversationShown(opened.page)).toBe(false);
    await frame.locator('main a[href="/"]').click();
    await opened.page.waitForURL(`${product.origin}/`);
    expect(await isConversationShown(opened.page)).toBe(true);
  });
});

describe('messages from other windows', () => {
  const stays = async () => {
    await opened.page.waitForTimeout(300);
    expect(opened.page.url()).toBe(`${partner.origin}/`);
    expect(await opened.page.title()).toBe('Mairie');
  };

  test('A19: given the partner’s own script, when it sends the exit message, then nothing is left', async () => {
    await opened.page.goto(partner.origin);
    await frameOf(opened.page);
    await opened.page.evaluate(() => window.postMessage({ passerelle: 'exit' }, '*'));
    await stays();
  });

  test('A19: given a frame of an evil site, when it sends the exit message, then nothing is left', async () => {
    await opened.page.goto(partner.origin);
    await frameOf(opened.page);
    await opened.page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
    }, `${evil.origin}/message`);
    await stays();
  });

  test('A19: given another frame of the assistant, when it sends the exit message, then nothing is left: it is not the loader’s', async () => {
    await opened.page.goto(partner.origin);
    await frameOf(opened.page);
    await opened.page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.id = 'autre';
      frame.src = src;
      document.body.append(frame);
    }, `${product.origin}/?site=mairie`);
    const other = await (await opened.page.waitForSelector('#autre')).contentFrame();
    await other?.waitForSelector('textarea');
    await other?.evaluate(() => window.parent.postMessage({ passerelle: 'exit' }, '*'));
    await stays();
  });

  test.each([
    ['a text', 'exit'],
    ['null', null],
    ['another word', { passerelle: 'navigate' }],
    ['a word and an address', { passerelle: 'exit', url: 'https://evil.example/' }],
    ['a nested word', { passerelle: { toString: 'exit' } }],
    ['a list', ['passerelle', 'exit']],
  ])('A19: given the frame itself, when it sends %s, then nothing is left', async (_, message) => {
    await opened.page.goto(partner.origin);
    const frame = await frameOf(opened.page);
    await frame.evaluate((sent) => window.parent.postMessage(sent, '*'), message);
    await stays();
  });

  test('A19: given the frame, when it sends the exit message, then the partner’s page is replaced and Back does not show it', async () => {
    await opened.page.goto(`${partner.origin}/avant`);
    await opened.page.goto(partner.origin);
    const frame = await frameOf(opened.page);
    await frame.evaluate(() => window.parent.postMessage({ passerelle: 'exit' }, '*'));
    await opened.page.waitForURL(NEUTRAL);
    await opened.page.goBack({ waitUntil: 'commit' });
    expect(opened.page.url()).toBe(`${partner.origin}/avant`);
  });
});

describe('leaving from the frame', () => {
  test.each([
    ['the exit is clicked', (frame: Frame) => frame.locator('.exit').click()],
    [
      'Shift is pressed three times in the field',
      async (frame: Frame) => {
        await frame.locator('textarea').click();
        for (let count = 0; count < 3; count += 1) await opened.page.keyboard.press('Shift');
      },
    ],
  ])(
    'B1: given the frame, when %s, then the whole page is replaced and Back shows neither',
    async (_, leave) => {
      await opened.page.goto(`${partner.origin}/avant`);
      await opened.page.goto(partner.origin);
      await leave(await frameOf(opened.page));
      await opened.page.waitForURL(NEUTRAL);
      await opened.page.goBack({ waitUntil: 'commit' });
      expect(opened.page.url()).toBe(`${partner.origin}/avant`);
    },
  );

  test('B3: given a frame without JavaScript, when the exit is clicked, then the whole page goes to the neutral site', async () => {
    const quiet = await openPage(web, { javaScriptEnabled: false });
    await quiet.page.goto(`${partner.origin}/cadre`);
    await (await frameOf(quiet.page)).locator('.exit').click();
    await quiet.page.waitForURL(NEUTRAL);
    await quiet.context.close();
  });

  test('B5: given a frame in a sandbox without leave to navigate, when the exit is clicked, then nothing of it can be seen any more', async () => {
    await opened.page.goto(`${partner.origin}/bac`);
    const frame = await frameOf(opened.page);
    await frame.locator('.exit').click();
    await opened.page.waitForTimeout(500);
    expect(await isConversationShown(opened.page)).toBe(false);
    expect(
      (
        await Promise.all(
          opened.page
            .frames()
            .slice(1)
            .map((one) => one.locator('body').innerText()),
        )
      ).join(''),
    ).toBe('');
  });

  test('A24: given the frame, when answers are given in it, then the partner’s history and messages stay as they were', async () => {
    await opened.page.goto(partner.origin);
    const frame = await frameOf(opened.page);
    await opened.page.evaluate(() => {
      window.addEventListener('message', () => document.body.setAttribute('data-heard', 'yes'));
    });
    const before = await opened.page.evaluate(() => history.length);
    await frame.getByRole('button', { name: 'Ma famille' }).click();
    await frame.getByRole('heading', { name: 'Réponse' }).waitFor();
    await frame.locator('textarea').fill('je cherche un avocat à Lille');
    await frame.locator('.send').click();
    await frame.locator('.card').first().waitFor();
    expect(await opened.page.evaluate(() => history.length)).toBe(before);
    expect(await opened.page.evaluate(() => document.body.getAttribute('data-heard'))).toBeNull();
    expect(frame.url()).toBe(`${product.origin}/?site=mairie`);
  });
});

describe('leaving from the partner’s page', () => {
  const threeTimes = async () => {
    for (let count = 0; count < 3; count += 1) await opened.page.keyboard.press('Shift');
  };

  test.each([
    ['the page', 'h1'],
    ['a field of the page', '#recherche'],
  ])(
    'B6: given %s, when Shift is pressed three times, then it is left without a trace in the history',
    async (_, where) => {
      await opened.page.goto(`${partner.origin}/avant`);
      await opened.page.goto(partner.origin);
      await frameOf(opened.page);
      await opened.page.click(where);
      await threeTimes();
      await opened.page.waitForURL(NEUTRAL);
      await opened.page.goBack({ waitUntil: 'commit' });
      expect(opened.page.url()).toBe(`${partner.origin}/avant`);
    },
  );

  test('B6: given a field of the page, when capitals are typed, then nothing is left', async () => {
    await opened.page.goto(partner.origin);
    await frameOf(opened.page);
    await opened.page.click('#recherche');
    for (const key of ['M', 'A', 'J', 'E']) await opened.page.keyboard.press(`Shift+${key}`);
    await opened.page.waitForTimeout(300);
    expect(opened.page.url()).toBe(`${partner.origin}/`);
  });

  test('B12: given a site with its own exit, when Shift is pressed three times, then it goes there', async () => {
    await opened.page.goto(`${partner.origin}/ailleurs`);
    await frameOf(opened.page);
    await threeTimes();
    await opened.page.waitForURL(SITE_EXIT);
  });

  test('B2: given the third press, when it has just been heard, then nothing can be seen any more, before any network', async () => {
    const seen: unknown[] = [];
    await opened.page.exposeFunction('seen', (state: unknown) => seen.push(state));
    await opened.page.goto(partner.origin);
    await frameOf(opened.page);
    await opened.page.evaluate(() =>
      window.addEventListener('keyup', () => {
        const { height } = document.documentElement.getBoundingClientRect();
        // The frame goes too: what it reads aloud ends with it.
        const frames = document.querySelectorAll('iframe').length;
        (window as unknown as { seen: (state: object) => void }).seen({
          title: document.title,
          height,
          frames,
        });
      }),
    );
    await threeTimes();
    await opened.page.waitForURL(NEUTRAL);
    expect(seen.at(-1)).toEqual({ title: '\u200B', height: 0, frames: 0 });
  });

  test('B5: given a partner’s page held in a sandbox, when Shift is pressed three times, then it goes away all the same', async () => {
    await opened.page.goto(`${partner.origin}/enferme`);
    const held = await (await opened.page.waitForSelector('#dedans')).contentFrame();
    await held?.waitForSelector('iframe');
    await held?.click('#recherche');
    await threeTimes();
    await held?.waitForURL(NEUTRAL);
    expect(await isConversationShown(opened.page)).toBe(false);
  });
});

test('A18: given the script, when it is read, then it is under 3 kB in gzip and any page may load it', async () => {
  const answer = await fetch(`${product.origin}/embed.js`);
  const { gzipSync } = await import('node:zlib');
  expect(gzipSync(await answer.text()).length).toBeLessThan(3_000);
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
});
