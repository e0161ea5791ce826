import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { BESOINS } from '../../knowledge/vocabulary/besoins.ts';
import { PUBLICS } from '../../knowledge/vocabulary/publics.ts';
import { SIGNAUX } from '../../knowledge/vocabulary/signaux.ts';
import { createBot } from '../../src/bot/bot.ts';
import { directLine } from '../../src/channels/direct-line/direct-line.ts';
import { emergencyPage } from '../../src/channels/page/emergency-page.tsx';
import { pageChannel } from '../../src/channels/page/page.tsx';
import { worldOf } from '../../src/cli/assemble.ts';
import { chat } from '../../src/cli/chat.ts';
import { matchLine } from '../../src/cli/match.ts';
import { session } from '../../src/conversation/session.ts';
import type { Organisation } from '../../src/knowledge/schema/organisation.ts';
import { copiesOfHidden } from '../../src/matching/hidden.ts';
import { createServer, type PasserelleServer } from '../../src/server.ts';
import { createMemorySessions } from '../../src/sessions/memory.ts';
import { createMemoryTickets } from '../../src/sessions/tickets.ts';
import { createTokens } from '../../src/sessions/token.ts';
import { product } from '../fixtures/product.ts';
import { org } from '../fixtures/toy.ts';

/** In every withheld fact: none of these may come out of anything. */
const CANARY = /canari|48[.,]123|3[.,]456/i;
const NOW = Date.parse('2026-11-24T22:00:00+01:00');

const { knowledge, places, texts, cards, understanding } = product();
const isHidden = ({ confidentialite, services }: Organisation) =>
  confidentialite !== 'publique' || services.some((service) => service.confidentialite !== 'publique');
const withStreet = {
  adresse: '7 rue du Canari',
  complement_adresse: 'Bâtiment Canari',
  commune: 'Canariville',
  code_postal: '38000',
  code_insee: '38185',
  latitude: 48.123,
  longitude: 3.456,
};
const site = {
  canal: 'site',
  valeur: 'https://canari.example',
  cout: 'inconnu',
  trace: 'inconnu',
  horaires: null,
  precisions: null,
  visibilite: 'tous',
} as const;
const form = { ...site, canal: 'formulaire' as const, valeur: 'https://canari.example/contact' };
const sources = [
  { titre: 'Page de présentation', editeur: 'canari.example', date: '2026', url: 'https://canari.example' },
];
const phone = (rank: number) => ({
  ...site,
  canal: 'telephone' as const,
  valeur: `04 99 99 99 ${10 + rank}`,
});

/** A hidden record as a careless import would hold it: every fact that must be withheld, and a number of its own. */
function poisoned(record: Organisation, rank: number): Organisation {
  const all = record.confidentialite !== 'publique';
  return {
    ...record,
    ...(all ? { site_web: 'https://canari.example', sources } : {}),
    services: record.services.map((service) =>
      all || service.confidentialite !== 'publique'
        ? { ...service, ...withStreet, sources, contacts: [...service.contacts, phone(rank), site, form] }
        : service,
    ),
  };
}

/** The same place under another name, in the open. */
function copied(record: Organisation, rank: number): Organisation {
  return {
    ...record,
    id: `copie-${rank}`,
    nom: `Maison ${rank}`,
    noms_alternatifs: [],
    statut: 'actif',
    confidentialite: 'publique',
    site_web: 'https://canari.example/copie',
    sources,
    services: record.services
      .filter((service) => record.confidentialite !== 'publique' || service.confidentialite !== 'publique')
      .map((service) => ({
        ...service,
        ...withStreet,
        confidentialite: 'publique',
        sources,
        contacts: [phone(rank), site],
      })),
  };
}

const hidden = knowledge.partners.filter(isHidden).filter(({ generique }) => !generique);
const partners = [
  ...knowledge.partners.filter((record) => !hidden.includes(record)),
  ...hidden.map(poisoned),
  ...hidden.map(copied),
];
const ids = new Set([...hidden.map(({ id }) => id), ...hidden.map((_, rank) => `copie-${rank}`)]);
const world = worldOf({ partners, lines: knowledge.lines, sites: [] }, places);

const now = () => NOW;
const sessions = createMemorySessions({ schema: session, now });
const log = () => undefined;
const bot = createBot({ world: () => world, texts, cards, understanding, sessions, log, now });
const tokens = createTokens(randomBytes(32));
const rateLimit = { take: () => ({ status: 'allowed' as const, retryAfterMs: 0 }) };

let server: PasserelleServer;
let base = '';
beforeAll(async () => {
  const page = {
    bot,
    sessions,
    tokens,
    texts,
    exitTarget: 'https://exemple.fr/',
    script: '/p.js',
    sites: () => [],
    now,
    rateLimit,
  };
  server = createServer({
    channels: [
      pageChannel(page),
      directLine({
        bot,
        sessions,
        tokens,
        tickets: createMemoryTickets(),
        rateLimit,
        now,
        log,
        publicOrigin: 'http://127.0.0.1',
        sites: () => [],
      }),
    ],
    urgence: emergencyPage(page),
    log,
  });
  base = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
});
afterAll(() => server.close());

const open = async () => {
  const response = await fetch(`${base}/v3/directline/tokens/generate`, { method: 'POST' });
  return response.text();
};

/** A call of Direct Line, as any Web Chat makes it. */
async function call(path: string, token: string, body?: unknown): Promise<string> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${base}/v3/directline${path}`, { headers, ...sent });
  return response.text();
}

/** Words that lead to hidden places: their names, their needs, a bed tonight. */
const words = fc.constantFrom(
  'je suis à la rue ce soir à Grenoble',
  'un lit pour cette nuit à Lille, je suis une femme',
  'mon mari me frappe, je veux partir, Grenoble',
  'adresse de l’abri de nuit',
  'voir plus',
  'pas celui-ci',
  'un logement à La Mure, j’ai 19 ans',
  'je frappe ma femme, Grenoble',
  ...hidden.map(({ nom }) => `où se trouve ${nom}`),
);
const conversation = fc.array(words, { minLength: 1, maxLength: 4 });
const RUNS = { numRuns: 15, seed: 6 };
/** Each is dozens of whole turns. */
const LONG_MS = 60_000;
const seen = new Set<string>();
/** What was shown of hidden places, so that the search is not an empty one. */
function look(text: string): string {
  for (const { nom } of partners.filter(({ id }) => ids.has(id))) {
    if (text.includes(nom)) {
      seen.add(nom);
    }
  }
  return CANARY.exec(text)?.[0] ?? '';
}

describe('D15: withheld facts, in every output of every channel', () => {
  const some = <T>(table: Record<string, T>) => fc.subarray(Object.keys(table), { maxLength: 2 });
  const situation = fc.record({
    besoins: some(BESOINS),
    signaux: some(SIGNAUX),
    publics: some(PUBLICS),
    lieu: fc.constantFrom('38185', '59350', '59512', '38269', null),
    locuteur: fc.constantFrom('personne', 'professionnel'),
    acces: fc.constantFrom('public', 'professionnel'),
    delai: fc.constantFrom('ce-soir', 'maintenant', 'inconnu'),
    quand: fc.constantFrom('2026-11-24T23:00:00+01:00', '2026-11-24T11:00:00+01:00'),
  });

  test('given any situation, when it is matched, then nothing withheld comes out, and no hidden place is said to be near', () => {
    let shown = 0;
    fc.assert(
      fc.property(situation, (line) => {
        const result = matchLine(world, () => new Date(NOW))(line);
        expect(CANARY.exec(JSON.stringify(result))?.[0] ?? '').toBe('');
        for (const { organisation, service, raisons } of result.suggestions) {
          if (
            ids.has(organisation) &&
            world.directory.byId.get(`${organisation}/${service}`)?.service.confidentialite !== 'publique'
          ) {
            shown += 1;
            expect(raisons).not.toContain('meme-commune');
          }
        }
      }),
      { numRuns: 1000, seed: 6 },
    );
    expect(shown).toBeGreaterThan(20);
  });

  test(
    'given any conversation, when it is held on the page, then nothing withheld is shown',
    async () => {
      await fc.assert(
        fc.asyncProperty(conversation, async (said) => {
          let html = '';
          for (const m of said) {
            const t = /name="t" value="([^"]+)"/.exec(html)?.[1] ?? '';
            const response = await fetch(base, { method: 'POST', body: new URLSearchParams({ t, m }) });
            html = await response.text();
            expect(look(html)).toBe('');
          }
        }),
        RUNS,
      );
      const rest = await Promise.all(
        ['/', '/urgence.html'].map(async (path) => (await fetch(base + path)).text()),
      );
      expect(look(rest.join(''))).toBe('');
    },
    LONG_MS,
  );

  test(
    'given any conversation, when it is held over Direct Line, then nothing withheld is sent',
    async () => {
      await fc.assert(
        fc.asyncProperty(conversation, async (said) => {
          const { token } = JSON.parse(await open());
          const { conversationId: id } = JSON.parse(await call('/conversations', token, {}));
          for (const text of said) {
            await call(`/conversations/${id}/activities`, token, {
              type: 'message',
              text,
              from: { id: 'me' },
            });
          }
          const sent = await call(`/conversations/${id}/activities`, token);
          expect([JSON.parse(sent).activities.length > 1, look(sent)]).toEqual([true, '']);
        }),
        RUNS,
      );
    },
    LONG_MS,
  );

  test(
    'given any conversation, when it is held in the terminal, then nothing withheld is printed',
    async () => {
      await fc.assert(
        fc.asyncProperty(conversation, async (said) => {
          let text = '';
          await chat(bot, Readable.from(`${said.join('\n')}\n`), (part) => {
            text += part;
          });
          expect(look(text)).toBe('');
        }),
        RUNS,
      );
    },
    LONG_MS,
  );

  test('given these conversations, when they are read again, then hidden places and their copies were shown, without their place', () => {
    expect([...seen].filter((nom) => nom.startsWith('Maison ')).length).toBeGreaterThan(0);
    expect([...seen].filter((nom) => !nom.startsWith('Maison ')).length).toBeGreaterThan(1);
  });
});

describe('copies of a hidden record', () => {
  const secret = org(
    'secret',
    { contacts: [phone(1)] },
    { confidentialite: 'adresse-masquee', siret: '12345678901234', site_web: 'https://www.secret.example/' },
  );
  const copies = (other: Organisation, lines: Organisation[] = []) =>
    [...copiesOfHidden({ partners: [secret, other], lines })].map(([id, { par }]) => `${id} ${par}`);

  test.each([
    [
      'its number',
      org('autre', { contacts: [{ canal: 'telephone', valeur: '+33 4 99 99 99 11' }] }),
      ['autre telephone'],
    ],
    ['its SIRET', org('autre', {}, { siret: '12345678901234' }), ['autre siret']],
    ['its site', org('autre', {}, { site_web: 'http://secret.example' }), ['autre site']],
    ['its name', org('autre', {}, { noms_alternatifs: ['ORGANISATION SECRET'] }), ['autre nom']],
    ['nothing', org('autre'), []],
  ])('given another record with %s, when they are compared, then it is known again', (_, other, expected) => {
    expect(copies(other)).toEqual(expected);
  });

  test('given a national line’s number in both, when they are compared, then it makes no copy', () => {
    const national = org('ligne', { contacts: [phone(1)] });
    expect(copies(org('autre', { contacts: [phone(1)] }), [national])).toEqual([]);
  });
});
