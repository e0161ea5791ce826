/** Web Chat beside our page, on the same server and the same slow phone: weight, time to the first question, memory. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from 'playwright-core';
import { startProduct } from '../test/web/harness/product.ts';
import { knowledgeWithSites } from '../test/web/harness/sites.ts';
import { quantile, report, round } from './report.ts';

const BUNDLES = ['webchat.js', 'webchat-minimal.js'] as const;
const RUNS = 3;
const LATENCY_MS = 40;
/** Two bundles of a megabyte at 400 kbit/s. */
const PATIENCE_MS = 180_000;

type OpenSlowPage = (latency: number) => Promise<{ page: Page; cdp: CDPSession }>;

/** A partner's page with Web Chat, its bundle compressed as any server would. */
async function servePartner(assistant: () => string) {
  const bundles = new Map(
    BUNDLES.map((name) => [
      `/${name}`,
      gzipSync(readFileSync(`node_modules/botframework-webchat/dist/${name}`)),
    ]),
  );
  const server = createServer(({ url = '' }, response) => {
    const bundle = bundles.get(url);
    const type = bundle ? 'text/javascript' : 'text/html';
    response.writeHead(200, {
      'content-type': `${type}; charset=utf-8`,
      ...(bundle && { 'content-encoding': 'gzip' }),
    });
    response.end(bundle ?? pageOf(url.slice('/page-'.length), assistant()));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    bytes: (name: string) => bundles.get(`/${name}`)?.length ?? 0,
    stop: () => server.close(),
  };
}

const pageOf = (bundle: string, assistant: string) => `<!doctype html><html lang="fr"><title>Mairie</title>
<div id="webchat" style="height:600px"></div><script src="/${bundle}"></script><script>
(async () => {
  const domain = '${assistant}/v3/directline';
  const { token } = await (await fetch(domain + '/tokens/generate', { method: 'POST' })).json();
  const directLine = WebChat.createDirectLine({ domain, token });
  WebChat.renderWebChat({ directLine, locale: 'fr-FR' }, document.getElementById('webchat'));
})();
</script>`;

/** Our page, then both bundles, each on a fresh page. */
export async function benchWebChat(openSlowPage: OpenSlowPage): Promise<void> {
  let origin = '';
  const partner = await servePartner(() => origin);
  const knowledge = knowledgeWithSites({ mairie: `actif: true\norigines: ["${partner.origin}"]\n` });
  const product = await startProduct({ KNOWLEDGE_DIR: knowledge.folder });
  origin = product.origin;
  try {
    const ours = await measure(openSlowPage, origin, '.question button');
    report('web-our-page', ours);
    for (const bundle of BUNDLES) {
      const theirs = await measure(openSlowPage, `${partner.origin}/page-${bundle}`, '[role=toolbar] button');
      report(`web-beside-${bundle.replace('.js', '')}`, {
        bundle_gzip_bytes: partner.bytes(bundle),
        ...theirs,
        first_question_times_ours: round(theirs.first_question_ms / ours.first_question_ms),
        heap_times_ours: round(theirs.heap_mb / ours.heap_mb),
      });
    }
  } finally {
    await product.stop();
    partner.stop();
    knowledge.remove();
  }
}

/** Until the first choice can be tapped, and the memory then; medians. */
async function measure(openSlowPage: OpenSlowPage, url: string, choice: string) {
  const times: number[] = [];
  const heaps: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { page, cdp } = await openSlowPage(LATENCY_MS);
    const start = performance.now();
    await page.goto(url, { timeout: PATIENCE_MS, waitUntil: 'commit' });
    await page.waitForSelector(choice, { timeout: PATIENCE_MS });
    times.push(performance.now() - start);
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    heaps.push(usedSize / 1024 / 1024);
    await page.context().close();
  }
  return { first_question_ms: Math.round(quantile(times, 0.5)), heap_mb: round(quantile(heaps, 0.5)) };
}
