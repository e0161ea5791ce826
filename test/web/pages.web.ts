import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import type { BrowserContextOptions } from 'playwright-core';
import { NEUTRAL } from './harness/product.ts';
import { openPage, openWeb, type Watched, type Web } from './harness/web.ts';

let web: Web;
beforeAll(async () => {
  web = await openWeb();
});
afterAll(() => web.close());

/** A browser that asks for a foreign frame: what an unregistered site shows. */
const FRAMED = { 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' };
const PAGES: readonly (readonly [name: string, path: string, headers: Record<string, string>])[] = [
  ['the page for webmasters', '/integration', {}],
  ['what is kept', '/confidentialite', {}],
  ['what is kept, in English', '/confidentialite?langue=en', {}],
  ['the notice of an unregistered site', '/?site=inconnu', FRAMED],
];

/** Opens a page as the server gives it for these headers. */
async function openAs(
  path: string,
  headers: Record<string, string>,
  options: BrowserContextOptions,
): Promise<Watched> {
  const opened = await openPage(web, options);
  if (headers === FRAMED) {
    const body = await (await fetch(web.origin + path, { headers })).text();
    await opened.context.route(web.origin + path, (route) =>
      route.fulfill({ contentType: 'text/html', body }),
    );
  }
  await opened.page.goto(web.origin + path);
  await opened.page.waitForLoadState('networkidle');
  return opened;
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.each(PAGES)('%s', (_, path, headers) => {
  test.each(['light', 'dark'] as const)(
    'C1, C5: given a %s page, when axe reads it, then it finds nothing',
    async (colorScheme) => {
      const { page, context } = await openAs(path, headers, { colorScheme });
      const found = await new AxeBuilder({ page })
        // The example's own page is read by itself: side by side, its landmarks would count twice.
        .exclude('iframe')
        .options({ runOnly: TAGS, rules: { 'color-contrast-enhanced': { enabled: true } } })
        .analyze();
      expect(
        found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`)),
      ).toEqual([]);
      await context.close();
    },
  );

  test('C10: given its HTML, when it is validated, then it is valid', async () => {
    const html = await (await fetch(web.origin + path, { headers })).text();
    const { results } = await new HtmlValidate({
      extends: ['html-validate:standard'],
      // A « > » in a text is valid as it is; what is pasted must be read as it is written.
      rules: { 'no-raw-characters': 'off' },
    }).validateString(html);
    const said = results.flatMap(({ messages }) =>
      messages.map((m) => `${m.ruleId}: ${m.message} (${m.selector})`),
    );
    expect(said).toEqual([]);
  });

  test('C5, C6: given 320 px, when it is opened, then targets are 44 px and nothing has to be scrolled sideways', async () => {
    const { page, context, complaints } = await openAs(path, headers, {
      viewport: { width: 320, height: 640 },
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const small = await page
      .locator('a:visible, button:visible, summary:visible')
      .evaluateAll((all) =>
        all
          .filter((one) => one.getBoundingClientRect().height < 44)
          .map((one) => one.outerHTML.slice(0, 100)),
      );
    expect(small).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('the way to what is kept', () => {
  test('given the first screen, when its link is followed, then the page is there, with its exit and its numbers', async () => {
    const { page, context } = await openPage(web);
    await page.goto(web.origin);
    await page.getByRole('link', { name: 'Ce que nous gardons' }).click();
    await page.getByRole('heading', { name: 'Votre appareil' }).waitFor();
    expect(await page.locator('.standing .numbers a[href^="tel:17"]').isVisible()).toBe(true);
    await page.locator('.exit').click();
    await page.waitForURL(NEUTRAL);
    await context.close();
  });

  test.each([true, false])(
    'given an answer, with JavaScript: %s, when the page is read, then the link that would end it is gone',
    async (javaScriptEnabled) => {
      const { page, context } = await openPage(web, { javaScriptEnabled });
      await page.goto(web.origin);
      await page.getByRole('button', { name: 'Ma famille' }).click();
      await page.getByRole('heading', { name: 'Réponse' }).waitFor();
      expect(await page.getByRole('link', { name: 'Ce que nous gardons' }).isVisible()).toBe(false);
      await context.close();
    },
  );
});

describe('the page for webmasters', () => {
  test('given the live example, when it is opened, then the frame is the real one and the snippets name this server', async () => {
    const { page, context } = await openPage(web);
    await page.goto(`${web.origin}/integration`);
    await page.frameLocator('iframe').locator('textarea').waitFor();
    const code = (await page.locator('pre').allInnerTexts()).join('\n');
    const parts = [`${web.origin}/embed.js`, '<iframe src=', '<a href=', 'frame-src', '3919', '114', '17'];
    expect(parts.filter((part) => !code.includes(part))).toEqual([]);
    await context.close();
  });

  test('given no JavaScript, when it is opened, then the example is a frame alone', async () => {
    const { page, context } = await openPage(web, { javaScriptEnabled: false });
    await page.goto(`${web.origin}/integration`);
    await page.frameLocator('iframe').locator('textarea').waitFor();
    await context.close();
  });
});
