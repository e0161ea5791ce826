import { createBot } from '../../../src/bot/bot.ts';
import type { RouteResponse } from '../../../src/channels/http/route.ts';
import { aboutChannel } from '../../../src/channels/page/about-page.tsx';
import { PAGE_CSP } from '../../../src/channels/page/policy.ts';
import { session } from '../../../src/conversation/session.ts';
import { createMemorySessions } from '../../../src/sessions/memory.ts';
import { product } from '../../fixtures/product.ts';
import { SITES } from '../../fixtures/sites.ts';

const EXIT = 'https://exemple.fr/';
const { world, texts, cards, understanding } = product();
const now = () => Date.parse('2026-11-24T15:00:00+01:00');
const sessions = createMemorySessions({ schema: session, now });
const bot = createBot({
  world: () => world,
  texts,
  cards,
  understanding,
  sessions,
  log: () => undefined,
  now,
});

function page(publisherName?: string, publisherContact?: string, site?: string) {
  const { routes } = aboutChannel({
    bot,
    texts,
    now,
    exitTarget: EXIT,
    script: '/p.js',
    sites: () => SITES,
    world: () => world,
    publisherName,
    publisherContact,
  });
  const [route] = routes;
  const asked = { query: new URLSearchParams(site ? { site } : {}), headers: {} };
  const { body } = (route?.handler(asked as never) ?? {}) as RouteResponse;
  const csp = typeof route?.csp === 'function' ? route.csp(asked) : route?.csp;
  return {
    csp,
    html: String(body),
    text: String(body)
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' '),
  };
}
const has = (text: string, part: RegExp) => part.test(text);

describe('the page « à propos »', () => {
  test('given a publisher, when it is read, then their name and a way to write to them are there', () => {
    const { html, text } = page('Association d’essai', 'bonjour@exemple.fr');
    expect([
      has(text, /Association d’essai publie ce service/),
      has(html, /href="mailto:bonjour@exemple\.fr"/),
    ]).toEqual([true, true]);
    expect(
      has(page('Xy', 'https://exemple.fr/ecrire').html, /href="https:\/\/exemple\.fr\/ecrire" target="_top"/),
    ).toBe(true);
    expect(has(html, /href="mailto:[^>]*target/)).toBe(false);
  });

  test('given no publisher, when it is read, then it says so', () => {
    const { html, text } = page();
    expect(has(text, /Qui publie ce service n’est pas indiqué ici/)).toBe(true);
    expect(has(text, /Aucune adresse pour écrire n’est indiquée ici/)).toBe(true);
    expect(has(html, /mailto:/)).toBe(false);
  });

  test('given the knowledge, when it is read, then each department says how many places are known, how fresh, and what is missing', () => {
    const { text } = page();
    for (const name of ['Nord', 'Isère']) {
      expect(text).toMatch(
        new RegExp(`${name} Nous connaissons ici \\d+ organismes\\. Relus depuis six mois.: \\d+`),
      );
    }
    expect(has(text, /Nous ne connaissons ici personne pour.: /)).toBe(true);
    expect(has(text, /Fiches relues à temps.: \d+ sur \d+/)).toBe(true);
  });

  test('A21, B9: given the page, when it is read, then the exit is first, the emergency is before the rest, the title is neutral', () => {
    const { html, csp } = page();
    const order = ['class="exit"', 'tel:15', 'sms:114', '<h1'].map((part) => html.indexOf(part));
    expect(order.every((at, rank) => at > (order[rank - 1] ?? 0))).toBe(true);
    expect(has(html, /<title>Informations utiles<\/title>/)).toBe(true);
    expect(csp).toBe(PAGE_CSP);
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script src="/p.js" defer>']);
  });

  test('A17: given a person who came by a site, when it is read, then its frame may hold it, with its exit, and the way back keeps the site', () => {
    const { html, csp } = page(undefined, undefined, 'mairie');
    expect(csp).toContain('frame-ancestors https://www.mairie.example https://mairie.example');
    const parts = [
      'href="https://fr.wikipedia.org/"',
      'href="/?site=mairie"',
      'href="/a-propos?site=mairie"',
    ];
    expect(parts.filter((part) => !has(html, new RegExp(part.replace(/[?.]/g, '\\$&'))))).toEqual([]);
  });
});
