import { type Firefox, launchFirefox, SHIFT, TAB } from './harness/firefox.ts';
import { NEUTRAL, type Product, startProduct } from './harness/product.ts';

let product: Product;
let firefox: Firefox;
beforeAll(async () => {
  product = await startProduct();
});
beforeEach(async () => {
  firefox = await launchFirefox();
  await firefox.open(`${product.origin}/`);
});
afterEach(() => firefox.close());
afterAll(() => product.stop());

const ALIVE = "!document.querySelector('#larger')?.hidden";
const ANSWERED =
  "document.querySelector('h1')?.textContent === 'Réponse' && !document.querySelector('.waiting')";

async function write(words: string): Promise<void> {
  await firefox.until(ALIVE);
  await firefox.click('textarea');
  await firefox.press(...words);
  await firefox.click('.send');
  await firefox.until(ANSWERED);
}

describe('the page in Firefox', () => {
  test('A1, A2, A3, A24, C12: given answers, when what is left is read, then there is no cookie, storage, third party, history or complaint', async () => {
    const before = await firefox.read<number>('history.length');
    await write('je cherche un avocat');
    await write('Lille');
    await firefox.until("document.querySelectorAll('.card').length > 0");
    const kept = await firefox.read(
      '[document.cookie, localStorage.length, sessionStorage.length, history.length]',
    );
    expect(kept).toEqual(['', 0, 0, before]);
    const pages = firefox.requests.filter((url) => url.startsWith('http'));
    expect(pages.filter((url) => !url.startsWith(product.origin))).toEqual([]);
    expect(firefox.complaints).toEqual([]);
  });

  test('B9: given the page, when Tab is pressed once, then it is the exit', async () => {
    await firefox.until(ALIVE);
    await firefox.press(TAB);
    expect(await firefox.read('document.activeElement.className')).toBe('exit');
  });

  test('B1, B2: given a conversation, when one leaves, then all is gone at once and Back does not bring it', async () => {
    await write('mon mari me frappe');
    await firefox.click('.exit');
    await firefox.until(`location.href === '${NEUTRAL}'`);
    await firefox.back();
    await firefox.until(`location.href !== '${NEUTRAL}'`);
    expect(await firefox.read('document.documentElement.innerText ?? ""')).not.toContain('3919');
    expect(firefox.requests).toContain(`${product.origin}/end`);
  });

  test('B6: given the focus in the field, when Shift is pressed three times, then one has left; capitals do not leave', async () => {
    await write('mon mari me frappe');
    await firefox.click('textarea');
    await firefox.press(SHIFT, SHIFT, 'a', SHIFT, SHIFT);
    expect(await firefox.read('location.href')).toBe(`${product.origin}/`);
    await firefox.press('b', SHIFT, SHIFT, SHIFT);
    await firefox.until(`location.href === '${NEUTRAL}'`);
  });

  test('A23, A25: given a draft and an answer, when one leaves by a link and comes Back, then neither is there', async () => {
    await write('mon mari me frappe');
    await firefox.click('textarea');
    await firefox.press(...'brouillon');
    await firefox.open(`${product.origin}/urgence.html`);
    await firefox.back();
    await firefox.until("document.querySelector('.question') !== null");
    expect(await firefox.read("document.querySelector('textarea').value")).toBe('');
    expect(await firefox.read('document.body.innerText')).not.toContain('3919');
  });
});
