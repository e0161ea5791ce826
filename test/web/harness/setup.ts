import type { BrowserServer } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { type Product, startProduct } from './product.ts';

/** What the whole run shares: one browser and one server. */
let shared: { readonly browser: BrowserServer; readonly product: Product } | undefined;

// biome-ignore lint/style/noDefaultExport: jest calls the default export of a global set-up
export default async function setup(): Promise<void> {
  const browser = await launchChromium();
  const product = await startProduct();
  shared = { browser, product };
  process.env.WEB_BROWSER = browser.wsEndpoint();
  process.env.WEB_ORIGIN = product.origin;
}

/** Ends what the run shared. */
export async function endShared(): Promise<void> {
  await shared?.browser.close();
  await shared?.product.stop();
}
