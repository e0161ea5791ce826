import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { CSS } from '../../src/view/style.ts';
import { answered, tap, write } from './harness/steps.ts';
import { openPage, openWeb, type Watched, type Web } from './harness/web.ts';

let web: Web;
let opened: Watched;
beforeAll(async () => {
  web = await openWeb();
});
afterEach(() => opened?.context.close());
afterAll(() => web.close());

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  opened = await openPage(web, options);
  await opened.page.goto(web.origin);
  return opened.page;
}

/** Every state that a person can meet, from the first screen. */
const STATES: Record<string, (page: Page) => Promise<unknown>> = {
  'the first screen': async () => undefined,
  'the numbers opened': (page) => page.locator('.standing summary').first().click(),
  'a question': (page) => tap(page, 'Me protéger, m’abriter'),
  'what was understood': (page) => write(page, 'je cherche un avocat'),
  results: async (page) => {
    await write(page, 'je cherche un avocat à Lille');
    await page.locator('.card summary').first().click();
  },
  'a danger': (page) => write(page, 'mon mari me frappe, je suis à Lille'),
  'not understood': (page) => write(page, 'zouglou'),
  'an erased conversation': async (page) => {
    await write(page, 'je cherche un avocat à Lille');
    await tap(page, 'Tout effacer');
  },
  'no network': async (page) => {
    await opened.context.setOffline(true);
    await page.locator('.choices button').first().click();
    await page.locator('#status', { hasText: 'réseau' }).waitFor();
  },
  English: (page) => write(page, 'I need a lawyer, my husband hits me'),
  'the card in Arabic': (page) => tap(page, 'العربية'),
  'the card in Chinese': (page) => tap(page, '中文'),
  'a language without a card': (page) => write(page, 'ამაღამ დასაძინებელი ადგილი არ მაქვს'),
  'simple French': (page) => tap(page, 'Français facile'),
  'results in simple French': async (page) => {
    await tap(page, 'Français facile');
    await write(page, 'je cherche un avocat à Lille');
  },
  'larger text': (page) => page.click('#larger'),
  'forms alone': async (page) => {
    await page.route('**/p.*.js', (route) => route.abort());
    await page.reload();
    await page.fill('textarea', 'mon mari me frappe, je suis à Lille');
    await page.click('.send');
    await page.getByRole('heading', { name: 'Réponse' }).waitFor();
  },
  'who publishes': (page) => page.goto(`${web.origin}/a-propos`),
  'the emergency page': (page) => page.goto(`${web.origin}/urgence.html`),
};

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const CONTRASTS = ['color-contrast', 'color-contrast-enhanced'];

/** What axe finds by these rules or tags, with contrasts of 7:1. */
async function violations(page: Page, by: readonly string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  if (by === TAGS)
    builder.options({ runOnly: TAGS, rules: { 'color-contrast-enhanced': { enabled: true } } });
  else builder.withRules([...by]);
  const found = await builder.analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** A right-to-left page: the words stay French, the direction is that of Arabic and Persian. */
const mirror = (page: Page) =>
  page.evaluate(() => {
    document.documentElement.dir = 'rtl';
    document.querySelector('#replies > *')?.setAttribute('dir', 'rtl');
  });

const enlarge = (page: Page) => page.evaluate(() => document.documentElement.classList.add('larger'));

/** WCAG 1.4.12. The page's policy forbids added styles; a sheet made by script is not one. */
const space = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
    );
    document.adoptedStyleSheets = [sheet];
  });

/** What can be tapped and is under 44 px, each as its text and size. */
const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('a,button,summary,textarea')]
      .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && Math.min(box.height, box.width) < 43.9)
      .map(({ text, box }) => `${text} ${box.width}×${box.height}`),
  );

/** Elements that pass the right or left edge of the screen. */
const beyond = (page: Page) =>
  page.evaluate(() =>
    document.documentElement.scrollWidth <= innerWidth
      ? []
      : [...document.querySelectorAll('body *')]
          .filter((element) => {
            const { left, right } = element.getBoundingClientRect();
            return left < -1 || right > innerWidth + 1;
          })
          .map((element) => element.outerHTML.slice(0, 120)),
  );

/** 1,280 px at 400 %. */
const SMALL = { width: 320, height: 256 };

describe('every state', () => {
  test.each(Object.keys(STATES))(
    'C1, C5: given %s, when axe reads it, light, dark and in forced colours, then it finds nothing, contrasts of 7:1 included',
    async (state) => {
      const page = await open({ colorScheme: 'light' });
      await STATES[state]?.(page);
      expect(await violations(page, TAGS)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page, CONTRASTS)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
      expect(await violations(page, CONTRASTS)).toEqual([]);
    },
  );

  test.each(['the first screen', 'results', 'a danger'])(
    'C1: given %s from right to left, when axe reads it, then it finds nothing',
    async (state) => {
      const page = await open();
      await STATES[state]?.(page);
      await mirror(page);
      expect(await violations(page, TAGS)).toEqual([]);
    },
  );

  test.each(Object.keys(STATES))(
    'C5, C6: given %s on 320 px or at 400 %%, when it is measured, also larger, spaced and mirrored, then targets are 44 px and nothing passes the edge',
    async (state) => {
      const page = await open({ viewport: SMALL });
      await STATES[state]?.(page);
      expect(await smallTargets(page)).toEqual([]);
      for (const change of [async () => undefined, space, enlarge, mirror]) {
        await change(page);
        expect(await beyond(page)).toEqual([]);
      }
    },
  );

  test('C10: given the pages that forms give, when their HTML is validated, then it is valid', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    const pages = [await fetch(web.origin), await fetch(`${web.origin}/urgence.html`)];
    for (const words of ['mon mari me frappe, je suis à Lille', 'zouglou']) {
      pages.push(await fetch(web.origin, { method: 'POST', body: new URLSearchParams({ m: words }) }));
    }
    for (const page of pages) {
      const { results } = await validator.validateString(await page.text());
      const said = results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
      );
      expect(said).toEqual([]);
    }
  });

  test('C7: given any state, when what moves is asked, then nothing does, with or without reduced motion', async () => {
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      const page = await open({ reducedMotion });
      await write(page, 'mon mari me frappe');
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
      await opened.context.close();
    }
    expect(CSS).not.toMatch(/transition|animation/);
  });

  test('C7: given forced colours, when buttons and links are read, then each has an edge', async () => {
    const page = await open({ forcedColors: 'active' });
    await write(page, 'je cherche un avocat à Lille');
    const bare = await page.evaluate(() =>
      [...document.querySelectorAll('button:not([hidden]),.exit,.contacts a')]
        .filter((element) => getComputedStyle(element).borderTopWidth === '0px')
        .map((element) => element.outerHTML),
    );
    expect(bare).toEqual([]);
  });
});

describe('reading and typing', () => {
  test('C2: given an answer, when a screen reader is told, then once, by its recent items only, and the region is empty after a second', async () => {
    const page = await open();
    await page.evaluate(() => {
      const added: string[] = [];
      Object.assign(window, { added });
      new MutationObserver((changes) => {
        const heard = changes.filter(({ target }) => (target as Element).closest('[role=log],[aria-live]'));
        added.push(
          ...heard.flatMap(({ addedNodes }) => [...addedNodes].map((node) => node.textContent ?? '')),
        );
      }).observe(document.body, { childList: true, subtree: true });
    });
    await write(page, 'je cherche un avocat');
    const log = page.locator('[role=log]');
    expect(await log.count()).toBe(1);
    await page.waitForFunction(() => document.querySelector('[role=log]')?.childElementCount === 0);
    await tap(page, 'Lille (59)');
    const added = await page.evaluate(() => (window as never as { added: string[] }).added);
    expect(added.length).toBeGreaterThan(0);
    expect(new Set(added).size).toBe(added.length);
    expect(await page.locator('#replies').evaluate((e) => e.closest('[aria-live],[role=log]'))).toBeNull();
  });

  test('C3: given words being typed, when an answer comes, then the focus and the words stay', async () => {
    const page = await open();
    await page.route('**/activities', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await page.getByRole('button', { name: 'Avancer' }).click();
    await page.focus('textarea');
    await page.keyboard.type('la suite');
    await page.locator('#replies > [lang]:not([data-old]) #question').waitFor();
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Réponse');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    expect(await page.inputValue('textarea')).toBe('la suite');
  });

  test('C3: given a choice that is tapped, when the answer comes, then the focus is where the person was led at the tap', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Avancer' }).focus();
    const [focused] = await Promise.all([
      page.evaluate(() => {
        (document.activeElement as HTMLElement).click();
        return document.activeElement?.tagName;
      }),
      page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Réponse'),
    ]);
    expect(focused).toBe('H1');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  test('C4: given the keyboard alone, when one goes on, then a partner with a number is reached', async () => {
    const page = await open();
    const tabTo = async (name: string) => {
      for (let n = 0; n < 60; n += 1) {
        await page.keyboard.press('Tab');
        const text = await page.evaluate(() => document.activeElement?.textContent);
        if (text === name) return;
      }
      throw new Error(`« ${name} » is not reached by Tab.`);
    };
    for (const name of ['Me protéger, m’abriter', 'Mes droits', 'Lille (59)']) {
      await tabTo(name);
      await answered(page, () => page.keyboard.press('Enter'));
    }
    await tabTo('Appeler 03 20 70 22 18');
    const shown = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      const { top, bottom } = focused.getBoundingClientRect();
      const header = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
      return {
        isClear: top >= header && bottom <= innerHeight,
        outline: getComputedStyle(focused).outlineWidth,
      };
    });
    expect(shown).toEqual({ isClear: true, outline: '3px' });
  });

  test('C9: given any answer, when its direction is read, then it says its language and its direction', async () => {
    const page = await open();
    await write(page, 'je cherche un avocat');
    expect(await page.locator('#replies > [lang=fr][dir=ltr]').count()).toBe(1);
  });

  test('C11: given the script and the style, when they are weighed, then they are under 25 kB together', () => {
    const script = readFileSync(path.join(__dirname, '..', '..', 'dist', 'page.js'));
    const bytes = gzipSync(script, { level: 9 }).length + gzipSync(CSS, { level: 9 }).length;
    expect(bytes).toBeLessThan(25_000);
  });
});
