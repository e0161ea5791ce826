import type { Page } from 'playwright-core';
import { NEUTRAL } from './harness/product.ts';
import { tap, write } from './harness/steps.ts';
import { openPage, openWeb, type Watched, type Web } from './harness/web.ts';

let web: Web;
let opened: Watched;
beforeAll(async () => {
  web = await openWeb();
});
afterEach(() => opened?.context.close());
afterAll(() => web.close());

interface Device {
  readonly voices: { readonly localService: boolean; readonly lang: string }[];
  /** Each text with the language of its voice; none when the browser would take one by itself. */
  readonly spoken: { readonly text: string; readonly by: string | undefined }[];
}

/** The page on a device with one voice, French. */
async function open(localService: boolean): Promise<Page> {
  opened = await openPage(web);
  await opened.page.addInitScript((isLocal) => {
    const device: Device = { voices: [{ localService: isLocal, lang: 'fr-FR' }], spoken: [] };
    const synthesis = {
      speaking: false,
      getVoices: () => device.voices,
      speak: ({ text, voice }: { text: string; voice?: { lang: string } | null }) => {
        device.spoken.push({ text, by: voice?.lang });
        synthesis.speaking = true;
      },
      cancel: () => {
        synthesis.speaking = false;
      },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        readonly text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
    Object.assign(window, { device });
  }, localService);
  await opened.page.goto(web.origin);
  return opened.page;
}

const spoken = (page: Page) =>
  page.evaluate(() => (window as never as { device: Device }).device.spoken.slice());
const isSpeaking = (page: Page) => page.evaluate(() => speechSynthesis.speaking);
const button = (page: Page) => page.locator('#aloud');

describe('reading aloud', () => {
  test('F6: given a device with a voice of its own, when the page is open, then it is offered, and never begins by itself', async () => {
    const page = await open(true);
    expect(await button(page).isVisible()).toBe(true);
    await write(page, 'je cherche un avocat');
    expect(await spoken(page)).toEqual([]);
    await button(page).click();
    expect(await spoken(page)).toEqual([{ text: expect.stringContaining('Où cherchez-vous'), by: 'fr-FR' }]);
    await tap(page, 'Lille (59)');
    expect(await isSpeaking(page)).toBe(false);
  });

  test('F6: given only voices that send the text away, when an answer came, then it is not offered', async () => {
    const page = await open(false);
    expect(await button(page).isVisible()).toBe(false);
    await write(page, 'je cherche un avocat');
    expect(await button(page).isVisible()).toBe(false);
  });

  test('A3: given a voice of its own in French only, when the answer is in English, then reading aloud is offered no more', async () => {
    const page = await open(true);
    await write(page, 'I need a lawyer, my husband hits me and I am afraid');
    await page.locator('html[lang=en]').waitFor();
    expect(await button(page).isVisible()).toBe(false);
  });

  test('A3: given a voice that went away unheard, when reading aloud is tapped, then nothing is spoken, and it is offered no more', async () => {
    const page = await open(true);
    await page.evaluate(() => (window as never as { device: Device }).device.voices.pop());
    await button(page).click();
    expect(await spoken(page)).toEqual([]);
    expect(await button(page).isVisible()).toBe(false);
  });

  test('B2: given an answer being read aloud, when one leaves, then the voice ends in the same task, before any network', async () => {
    const page = await open(true);
    await write(page, 'mon mari me frappe');
    await button(page).click();
    expect(await isSpeaking(page)).toBe(true);
    await opened.context.route(`${NEUTRAL}**`, () => undefined);
    const isHeard = await page.evaluate(() => {
      document.querySelector<HTMLElement>('.exit')?.click();
      return speechSynthesis.speaking;
    });
    expect(isHeard).toBe(false);
  });
});
