import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { NEUTRAL, startProduct } from './product.ts';

/** A real browser in front of the real server. */
export interface Web {
  readonly browser: Browser;
  /** The assistant's origin. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** The browser and the server that the run shares, or ones of its own when there are none (`npm test`). */
export async function openWeb(): Promise<Web> {
  const { WEB_BROWSER, WEB_ORIGIN } = process.env;
  if (WEB_BROWSER && WEB_ORIGIN) {
    const browser = await chromium.connect(WEB_BROWSER);
    return { browser, origin: WEB_ORIGIN, close: () => browser.close() };
  }
  const [server, product] = await Promise.all([launchChromium(), startProduct()]);
  const browser = await chromium.connect(server.wsEndpoint());
  return {
    browser,
    origin: product.origin,
    close: async () => {
      await browser.close();
      await server.close();
      await product.stop();
    },
  };
}

/** What a page said and asked while it was open. */
export interface Watched {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Every address asked for, in order. */
  readonly requests: string[];
  /** Console warnings and errors, Content-Security-Policy messages among them, and uncaught errors. */
  readonly complaints: string[];
}

/** Opens a fresh context and page, watched; the neutral site answers a plain page. */
export async function openPage(web: Web, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await web.browser.newContext({ locale: 'fr-FR', ...options });
  context.setDefaultTimeout(10_000);
  await context.route(`${NEUTRAL}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Neutre</title><p>Neutre</p>' }),
  );
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('console', (message) => {
    // A browser that does not know a feature says so: nothing to do with what the page does.
    if (message.text().includes('Permissions-Policy')) return;
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { context, page, requests, complaints };
}
