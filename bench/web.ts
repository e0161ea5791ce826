/** The page in a real browser: its weight, how soon it serves on a slow phone, and how fast it is left. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { CSS } from '../src/view/style.ts';
import { launchChromium } from '../test/web/harness/chromium.ts';
import { NEUTRAL, startProduct } from '../test/web/harness/product.ts';
import { quantile, report, round } from './report.ts';
import { benchWebChat } from './web-chat.ts';

const RUNS = 7;
/** 400 kbit/s, in bytes a second. */
const SLOW = 50_000;
const SLOWER_PROCESSOR = 4;
const LATENCIES_MS = [40, 400];

/** Notes at each frame what has come into view; as text, since it runs in the page. */
const WATCH = `
  window.seen = {};
  const look = () => {
    const note = (name, selector) => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      if (box && box.width > 0) window.seen[name] ??= performance.now();
    };
    note('exit', '.exit');
    note('question', '.question button');
    note('alive', '#larger:not([hidden])');
    if (!window.seen.alive) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

/** Leaves and times it, in the page: until the content is gone, and until the next frame is drawn. */
const LEAVE = `new Promise((resolve) => {
  const start = performance.now();
  document.querySelector('.exit').click();
  const gone = performance.now() - start;
  const isEmpty = document.body.innerHTML === '';
  requestAnimationFrame(() => resolve({ gone, drawn: performance.now() - start, isEmpty }));
})`;

interface Seen {
  readonly exit: number;
  readonly question: number;
  readonly alive: number;
}

/** Weight, time to the first question, memory, answers, exit. */
export async function benchWeb(): Promise<void> {
  const [server, product] = await Promise.all([launchChromium(), startProduct()]);
  const browser = await chromium.connect(server.wsEndpoint());
  try {
    await weigh(product.origin);
    for (const latency of LATENCIES_MS) await benchSlow(browser, product.origin, latency);
    await benchExit(browser, product.origin);
    await benchWebChat((latency) => slowPage(browser, latency));
  } finally {
    await browser.close();
    await server.close();
    await product.stop();
  }
}

async function weigh(origin: string): Promise<void> {
  const size = (content: Buffer | string) => gzipSync(content).length;
  const page = await (await fetch(origin)).text();
  report('web-weight-gzip', {
    script_bytes: size(readFileSync('dist/page.js')),
    style_bytes: size(CSS),
    first_response_bytes: size(page),
    aim_script_and_style_bytes: 25_000,
  });
}

/** A fresh visitor's page, with a slow network and processor. */
async function slowPage(browser: Browser, latency: number): Promise<{ page: Page; cdp: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: SLOW,
    uploadThroughput: SLOW,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_PROCESSOR });
  return { page, cdp };
}

async function benchSlow(browser: Browser, origin: string, latency: number): Promise<void> {
  const seen: Seen[] = [];
  const answers: number[] = [];
  const heaps: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { page, cdp } = await slowPage(browser, latency);
    await page.addInitScript(WATCH);
    await page.goto(origin);
    await page.waitForFunction('window.seen.alive');
    seen.push(await page.evaluate<Seen>('window.seen'));
    await page.fill('textarea', 'je cherche un avocat à Lille');
    const start = performance.now();
    await page.click('.send');
    await page.waitForSelector('.card');
    answers.push(performance.now() - start);
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    heaps.push(usedSize / 1024 / 1024);
    await page.context().close();
  }
  const median = (samples: readonly number[]) => quantile(samples, 0.5);
  report(`web-400-kbit-${latency}-ms-processor-4-times-slower`, {
    exit_ms: median(seen.map(({ exit }) => exit)),
    first_question_ms: median(seen.map(({ question }) => question)),
    alive_ms: median(seen.map(({ alive }) => alive)),
    first_results_after_words_ms: median(answers),
    heap_mb_after_results: round(median(heaps)),
    exit_never_after_question: String(seen.every(({ exit, question }) => exit <= question)),
    aim_first_question_ms: 1_000,
  });
}

async function benchExit(browser: Browser, origin: string): Promise<void> {
  const gone: number[] = [];
  const drawn: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { page } = await slowPage(browser, 0);
    // The neutral site never answers: what goes, goes before it.
    await page.route(`${NEUTRAL}**`, () => undefined);
    await page.goto(origin);
    await page.fill('textarea', 'mon mari me frappe, je cherche un avocat à Lille');
    await page.click('.send');
    await page.waitForSelector('.card');
    const left = await page.evaluate<{ gone: number; drawn: number; isEmpty: boolean }>(LEAVE);
    if (!left.isEmpty) throw new Error('The exit left something on the page.');
    gone.push(left.gone);
    drawn.push(left.drawn);
    await page.context().close();
  }
  report('web-exit-processor-4-times-slower', {
    content_gone_worst_ms: quantile(gone, 1),
    next_frame_worst_ms: quantile(drawn, 1),
    aim_ms: 50,
  });
}
