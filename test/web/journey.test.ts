import { NEUTRAL } from './harness/product.ts';
import { openPage, openWeb, type Web } from './harness/web.ts';

let web: Web;
beforeAll(async () => {
  web = await openWeb();
}, 30_000);
afterAll(() => web.close());

describe('one journey in a real browser', () => {
  test('C8: given no JavaScript, when a person goes on by buttons alone, then a partner with a number is reached', async () => {
    const { page, context } = await openPage(web, { javaScriptEnabled: false });
    await page.goto(web.origin);
    for (const label of ['Me protéger, m’abriter', 'Mes droits', 'Lille (59)']) {
      await page.getByRole('button', { name: label, exact: true }).click();
    }
    const numbers = await page.locator('.card a[href^="tel:"]').count();
    expect(numbers).toBeGreaterThan(0);
    expect(page.url()).toBe(`${web.origin}/`);
    await context.close();
  }, 30_000);

  test('G: given a script, when a person writes, reads who can help and leaves, then all of it is without a reload and nothing is left', async () => {
    const { page, context } = await openPage(web);
    await page.goto(web.origin);
    await page.fill('textarea', 'je cherche un avocat à Lille');
    await page.click('.send');
    await page.locator('.card a[href^="tel:"]').first().waitFor();
    expect(await page.evaluate(() => history.length)).toBe(2);
    await page.click('.exit');
    await page.waitForURL(NEUTRAL);
    await page.goBack({ waitUntil: 'commit' });
    expect(page.url()).toBe('about:blank');
    await context.close();
  }, 30_000);
});
