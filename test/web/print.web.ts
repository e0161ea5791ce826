import type { Page } from 'playwright-core';
import { isNeutral } from '../../src/knowledge/schema/neutral.ts';
import { openPage, openWeb, type Web } from './harness/web.ts';

let web: Web;
beforeAll(async () => {
  web = await openWeb();
}, 30_000);
afterAll(() => web.close());

const SAID = [
  'violences conjugales, je cherche à parler à quelqu’un à Lille',
  'je cherche un avocat et un logement à Grenoble',
  'prison, mon frère est détenu à Lille',
];
const MODES = [true, false].flatMap((javaScriptEnabled) => SAID.map((text) => ({ javaScriptEnabled, text })));

/** Results, as a person reaches them. */
async function reach(page: Page, text: string): Promise<void> {
  await page.goto(web.origin);
  await page.locator('textarea').fill(text);
  await page.locator('.send').click();
  const card = page.locator('.card').first();
  const confirmed = page.locator('button[value="q:signal:oui"]');
  await card.or(confirmed).first().waitFor();
  // What was heard faintly is asked first.
  if (await confirmed.isVisible()) await confirmed.click();
  await card.waitFor();
}

describe('the printed sheet', () => {
  test.each(MODES)(
    'A21: given « $text » and JavaScript: $javaScriptEnabled, when the results are printed, then one neutral page comes out',
    async ({ text, javaScriptEnabled }) => {
      const { page, context } = await openPage(web, { javaScriptEnabled });
      await reach(page, text);
      const screen = await page.locator('body').innerText();
      await page.emulateMedia({ media: 'print' });
      const paper = await page.locator('body').innerText();
      expect(paper.startsWith('Rendez-vous utiles')).toBe(true);
      expect(/(?:\d\d ){4}\d\d|\b3\d{3}\b|\b11\d\b/.test(paper)).toBe(true);
      expect(isNeutral(paper) && !/passerelle/i.test(paper)).toBe(true);
      expect(screen.includes('Rendez-vous utiles')).toBe(false);
      if (javaScriptEnabled) {
        const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
        expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
      }
      await context.close();
    },
  );

  test('given results, when printing is asked for, then the warning is read first, and one button prints', async () => {
    const { page, context } = await openPage(web);
    await reach(page, SAID[0] ?? '');
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    const box = page.locator('details.print');
    expect(await box.locator('.note').isVisible()).toBe(false);
    await box.locator('summary').click();
    expect(await box.locator('.note').innerText()).toContain('fouille');
    await box.getByRole('button').click();
    expect(await page.evaluate(() => document.body.getAttribute('data-printed'))).toBe('yes');
    await context.close();
  });

  test('given no JavaScript, when printing is asked for, then no button is there, and how to do it is said', async () => {
    const { page, context } = await openPage(web, { javaScriptEnabled: false });
    await reach(page, SAID[0] ?? '');
    const box = page.locator('details.print');
    await box.locator('summary').click();
    expect([await box.getByRole('button').isVisible(), await box.locator('.by-hand').isVisible()]).toEqual([
      false,
      true,
    ]);
    await context.close();
  });

  test('given a conversation without results, when it is printed, then nothing comes out on paper', async () => {
    const { page, context } = await openPage(web);
    await page.goto(web.origin);
    await page.emulateMedia({ media: 'print' });
    expect((await page.locator('body').innerText()).trim()).toBe('');
    await context.close();
  });
});
