import type { Page } from 'playwright-core';

/** Writes words, sends them and waits for the answer. */
export async function write(page: Page, words: string): Promise<void> {
  await page.fill('textarea', words);
  await answered(page, () => page.click('.send'));
}

/** Taps a choice and waits for the answer. */
export async function tap(page: Page, label: string): Promise<void> {
  await answered(page, () => page.getByRole('button', { name: label, exact: true }).first().click());
}

/** Ten answers of every kind: words, choices, results, set aside, back. */
export async function tenTurns(page: Page): Promise<void> {
  await tap(page, 'Me protéger, m’abriter');
  await tap(page, 'Mes droits');
  await tap(page, 'Lille (59)');
  await page.locator('.card .choices button').first().waitFor();
  await answered(page, () => page.locator('.card .choices button').first().click());
  await tap(page, 'Retour');
  await write(page, 'je suis une femme');
  await write(page, 'mon mari me frappe');
  await tap(page, 'Un autre besoin');
  await tap(page, 'Me soigner, parler');
  await tap(page, 'Je ne sais pas');
}

/** Runs what sends an answer, and waits until what was shown is replaced. */
export async function answered(page: Page, send: () => Promise<void>): Promise<void> {
  // A turn is a new element: the mark goes with the old one.
  await page.evaluate(() => document.querySelector('#replies > *')?.setAttribute('data-old', ''));
  await send();
  await page.waitForFunction(() => document.querySelector('#replies > :not([data-old])') !== null);
}
