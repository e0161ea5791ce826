import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { WebSocket } from 'ws';
import { type Partner, startPartner } from './harness/partner.ts';
import { type Product, startProduct } from './harness/product.ts';
import { knowledgeWithSites, type SitesFolder } from './harness/sites.ts';
import { openPage, openWeb, type Watched, type Web } from './harness/web.ts';

/** Microsoft's own bundles, as they are published. */
const BUNDLES = path.join(__dirname, '..', '..', 'node_modules', 'botframework-webchat', 'dist');

let web: Web;
let partner: Partner;
let knowledge: SitesFolder;
let product: Product;
let opened: Watched;

beforeAll(async () => {
  [web, partner] = await Promise.all([openWeb(), startPartner()]);
  knowledge = knowledgeWithSites({ mairie: `actif: true\norigines: ["${partner.origin}"]\n` });
  product = await startProduct({ KNOWLEDGE_DIR: knowledge.folder });
  for (const bundle of ['webchat.js', 'webchat-minimal.js']) {
    const html = readFileSync(path.join(BUNDLES, bundle), 'utf8');
    partner.serve(`/${bundle}`, { html, headers: { 'content-type': 'text/javascript; charset=utf-8' } });
    partner.serve(`/page-${bundle}`, { html: pageWith(bundle, 'true') });
    partner.serve(`/polling-${bundle}`, { html: pageWith(bundle, 'false') });
  }
}, 60_000);
afterAll(async () => {
  await Promise.all([web.close(), partner.stop(), product.stop()]);
  knowledge.remove();
});
beforeEach(async () => {
  opened = await openPage(web);
  opened.context.setDefaultTimeout(20_000);
});
afterEach(() => opened.context.close());

/** The page of docs/web-chat.md. */
const pageWith = (bundle: string, webSocket: string) => `<!doctype html><html lang="fr"><title>Mairie</title>
<div id="webchat" style="height:600px"></div><script src="/${bundle}"></script><script>
(async () => {
  const domain = '${product.origin}/v3/directline';
  const answer = await fetch(domain + '/tokens/generate', { method: 'POST' });
  window.grant = await answer.json();
  const directLine = WebChat.createDirectLine({ domain, token: grant.token, webSocket: ${webSocket} });
  WebChat.renderWebChat({ directLine, locale: 'fr-FR' }, document.getElementById('webchat'));
})();
</script>`;

const said = (page: Page) => page.locator('#webchat [role="feed"]');
const write = async (page: Page, text: string) => {
  const field = page.locator('#webchat').getByRole('textbox');
  await field.fill(text);
  await field.press('Enter');
};

describe.each(['webchat.js', 'webchat-minimal.js'])('unmodified Web Chat 4.18.1, %s', (bundle) => {
  test('given a registered site, when a person writes and taps, then all is answered, and nothing is shown as not sent', async () => {
    const { page } = opened;
    await page.goto(`${partner.origin}/page-${bundle}`);
    await said(page).getByText('Je suis un programme').first().waitFor();
    await write(page, 'je cherche un avocat');
    await said(page).getByText('J’ai compris').first().waitFor();
    await page.getByRole('toolbar').getByRole('button', { name: 'Lille (59)' }).click();
    await said(page).getByText('03 20 70 22 18').first().waitFor();
    expect(
      await said(page)
        .getByText(/Impossible d.envoyer|Send failed|Échec/)
        .count(),
    ).toBe(0);
    // The post and the tap are each shown once.
    expect(await said(page).getByText('je cherche un avocat', { exact: true }).count()).toBe(1);
    const hosts = new Set(opened.requests.map((url) => new URL(url).host));
    expect([...hosts].sort()).toEqual([new URL(partner.origin).host, new URL(product.origin).host].sort());
  }, 60_000);

  test('given a socket that is closed, when a person writes again, then Web Chat comes back by itself and is answered', async () => {
    const { page } = opened;
    await page.goto(`${partner.origin}/page-${bundle}`);
    await said(page).getByText('Je suis un programme').first().waitFor();
    await write(page, 'je cherche un avocat');
    await said(page).getByText('J’ai compris').first().waitFor();
    const back = page.waitForResponse(
      (answer) =>
        answer.request().method() === 'GET' && /conversations\/[^/]+\?watermark=/.test(answer.url()),
    );
    await stealSocket(await page.evaluate(() => (window as unknown as { grant: Grant }).grant));
    await back;
    await page.getByRole('toolbar').getByRole('button', { name: 'Lille (59)' }).click();
    await said(page).getByText('03 20 70 22 18').first().waitFor();
    expect(await said(page).getByText('je cherche un avocat', { exact: true }).count()).toBe(1);
  }, 60_000);

  test('given a network without sockets, when a person writes, then Web Chat asks for the answers and shows them', async () => {
    const { page } = opened;
    await page.goto(`${partner.origin}/polling-${bundle}`);
    await said(page).getByText('Je suis un programme').first().waitFor();
    await write(page, 'je cherche un avocat à Lille');
    await said(page).getByText('03 20 70 22 18').first().waitFor();
    expect(
      await said(page)
        .getByText(/Impossible d.envoyer|Send failed|Échec/)
        .count(),
    ).toBe(0);
  }, 60_000);
});

interface Grant {
  readonly conversationId: string;
  readonly token: string;
}

/** One socket a conversation: ours makes the server close Web Chat's. */
async function stealSocket({ conversationId, token }: Grant): Promise<void> {
  const answer = await fetch(
    `${product.origin}/v3/directline/conversations/${conversationId}?watermark=999`,
    {
      headers: { authorization: `Bearer ${token}` },
    },
  );
  const { streamUrl } = (await answer.json()) as { streamUrl: string };
  const socket = new WebSocket(streamUrl);
  await new Promise((resolve) => socket.once('open', resolve));
  socket.close();
}
