import { randomBytes } from 'node:crypto';
import { DRAWINGS } from '../../../dialogs/drawings.ts';
import { CARD_LANGUAGES, LANGUAGE_NAMES, RIGHT_TO_LEFT } from '../../../dialogs/languages.ts';
import { createBot } from '../../../src/bot/bot.ts';
import { emergencyPage } from '../../../src/channels/page/emergency-page.tsx';
import { pageChannel } from '../../../src/channels/page/page.tsx';
import { session } from '../../../src/conversation/session.ts';
import { createServer, type PasserelleServer } from '../../../src/server.ts';
import { createMemorySessions } from '../../../src/sessions/memory.ts';
import { createTokens } from '../../../src/sessions/token.ts';
import { product } from '../../fixtures/product.ts';

let base = '';
let server: PasserelleServer;

beforeAll(async () => {
  const now = () => Date.parse('2026-11-24T15:00:00+01:00');
  const { world, texts, cards, understanding } = product();
  const sessions = createMemorySessions({ schema: session, now });
  const log = () => undefined;
  const bot = createBot({ world: () => world, texts, cards, understanding, sessions, log, now });
  const rateLimit = { take: () => ({ status: 'allowed' as const, retryAfterMs: 0 }) };
  const exitTarget = 'https://exemple.fr/';
  const tokens = createTokens(randomBytes(32));
  const page = { bot, sessions, tokens, texts, exitTarget, script: '/p.js', sites: () => [], now, rateLimit };
  server = createServer({ channels: [pageChannel(page)], urgence: emergencyPage(page), log });
  base = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
});
afterAll(() => server.close());

const post = async (fields: Record<string, string>) => {
  const response = await fetch(base, { method: 'POST', body: new URLSearchParams(fields) });
  return response.text();
};
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
const next = (html: string, fields: Record<string, string>) =>
  post({ t: hidden(html, 't'), n: hidden(html, 'n'), ...fields });
const links = (html: string) => [...html.matchAll(/href="((?:tel|sms):\d+)/g)].map(([, link]) => link);
/** The part of a page that is a card. */
const cardOf = (html: string) => /<section class="alert tongue".*?<\/section>/.exec(html)?.[0] ?? '';

const NUMBERS = [
  'tel:15',
  'tel:17',
  'tel:112',
  'sms:114',
  'tel:3919',
  'tel:119',
  'tel:115',
  'tel:3114',
  'sms:114',
];

describe('the language row', () => {
  test('C9: given the first screen, when its languages are read, then each is a button under its own name, language and direction', async () => {
    const html = await (await fetch(base)).text();
    for (const id of ['fr-simple', ...CARD_LANGUAGES] as const) {
      const dir = RIGHT_TO_LEFT.includes(id) ? 'rtl' : 'ltr';
      expect(html).toContain(
        `<div lang="${id}" dir="${dir}"><button type="submit" name="c" value="l:${id}">${LANGUAGE_NAMES[id]}<`,
      );
    }
    expect(html.indexOf('tel:17')).toBeLessThan(html.indexOf('value="l:'));
    expect(html.indexOf('value="l:')).toBeLessThan(html.indexOf('class="question"'));
  });

  test.each(CARD_LANGUAGES)(
    'C8, F5: given no JavaScript, when %s is chosen, then its card has the numbers of knowledge, its language and direction, and a question follows',
    async (langue) => {
      const html = await post({ c: `l:${langue}` });
      const card = cardOf(html);
      expect(card).toContain(`lang="${langue}" dir="${RIGHT_TO_LEFT.includes(langue) ? 'rtl' : 'ltr'}"`);
      expect(links(card)).toEqual(NUMBERS);
      expect(card).toMatch(/<b lang="fr" dir="ltr">Je parle/);
      expect(html.indexOf('class="exit"')).toBeLessThan(html.indexOf(card));
      expect(html.indexOf('class="question"')).toBeGreaterThan(html.indexOf(card));
      expect(html).toContain(`<html lang="${langue === 'en' ? 'en' : 'fr-simple'}" dir="ltr">`);
    },
  );

  test('B11: given a card, when it tells how to leave, then it names the exit as the page does', async () => {
    const html = await post({ c: 'l:tr' });
    expect(cardOf(html)).toContain('“Quitter vite”');
    expect(html).toMatch(/class="exit"[^>]*>Quitter vite</);
  });

  test('given an answered page, when « Langues » is tapped, then French can be chosen again, and nothing said is lost', async () => {
    const asked = await post({ c: 'q:groupe:me-soigner' });
    const simple = await next(await next(asked, { c: 'l:' }), { c: 'l:fr-simple' });
    const row = await next(simple, { c: 'l:' });
    expect(row).toContain('value="l:fr">');
    const back = await next(row, { c: 'l:fr' });
    expect(back).toContain('<html lang="fr" dir="ltr">');
    expect(back).toContain('value="q:besoin:ecoute"');
  });

  test.each(['l:xx', 'l:__proto__', 'l:constructor', `l:${'a'.repeat(300)}`])(
    'E14: given the forged choice %s, when it is sent, then the page goes on',
    async (c) => {
      expect(await post({ c })).toContain('class="question"');
    },
  );
});

describe('a message in another language', () => {
  test.each([
    ['ar', 'زوجي يضربني كل ليلة'],
    ['zh', '我没有地方睡觉'],
    ['ro', 'nu avem unde sa dormim cu copilul'],
    ['en', 'my boyfriend hit me last night'],
  ])(
    'D17: given words in %s, when they are sent, then the card of that language is shown, and not the words',
    async (langue, words) => {
      const html = await post({ m: words });
      expect(cardOf(html)).toContain(`lang="${langue}"`);
      expect(html).not.toContain(words);
    },
  );

  test('D17: given a language known, when a few words point to another, then it stays', async () => {
    const html = await post({ c: 'l:fa' });
    expect(cardOf(await next(html, { m: 'زوجي يضربني' }))).toContain('lang="fa"');
  });

  test('D17: given the name of a language, when it is typed, then it is chosen', async () => {
    expect(cardOf(await post({ m: 'türkçe' }))).toContain('lang="tr"');
  });
});

describe('simple French', () => {
  test('given simple French, when the journey is made by buttons, then each choice has its drawing and the words of simple French', async () => {
    let html = await post({ c: 'l:fr-simple' });
    for (const c of ['q:groupe:me-proteger', 'q:besoin:hebergement-urgence']) {
      const choices = [
        ...html.matchAll(/<button type="submit" name="c" value="(?:q|c):[^"]*">(.*?)<\/button>/g),
      ];
      expect(choices.length).toBeGreaterThan(3);
      expect(
        choices.filter(
          ([, inside]) => !inside?.startsWith('<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M'),
        ),
      ).toEqual([]);
      html = await next(html, { c });
    }
    expect(html).toContain('Où voulez-vous de l’aide');
    html = await next(html, { m: 'Lille' });
    expect(html).toContain('Voici qui peut vous aider');
    expect(html).toContain(`<path d="${DRAWINGS['commande.retour']}"`);
  });

  test('given plain French, when a question is shown, then there is no drawing', async () => {
    expect(await post({ c: 'q:groupe:me-proteger' })).not.toContain('<svg');
  });
});
