import type { Activity } from 'botbuilder';
import { createBot } from '../../src/bot/bot.ts';
import type { Understanding } from '../../src/bot/reading.ts';
import { type Session, session } from '../../src/conversation/session.ts';
import { NOTHING_UNDERSTOOD } from '../../src/conversation/understood.ts';
import { createMemorySessions } from '../../src/sessions/memory.ts';
import { newSecret } from '../../src/sessions/sealing.ts';
import type { Sessions } from '../../src/sessions/sessions.ts';
import { product } from '../fixtures/product.ts';

const CANARY = 'CANARI-Ségolène-0612345678-7rue';
const NOW = Date.parse('2026-11-24T15:00:00+01:00');
const now = () => NOW;

type Parts = Partial<Parameters<typeof createBot>[0]>;

function make(parts: Parts = {}) {
  const logged: string[] = [];
  const { world, texts, cards, understanding } = product();
  const sessions = createMemorySessions({ schema: session, now });
  const log = (event: object) => {
    logged.push(JSON.stringify(event));
  };
  const bot = createBot({ world: () => world, texts, cards, understanding, sessions, log, now, ...parts });
  const secret = newSecret();
  const say = (text: string) =>
    bot.receive({ secret, activity: { type: 'message', text }, channel: 'page', acces: 'public' });
  return { bot, say, logged, secret };
}

const read = (change: Partial<Understanding>): Understanding => ({ ...product().understanding, ...change });
const everything = (sent: readonly Partial<Activity>[]) => JSON.stringify(sent);
const boom = () => {
  throw new Error(CANARY);
};
const broken = (change: Partial<Sessions<Session>>): Sessions<Session> => ({
  ...createMemorySessions({ schema: session, now }),
  ...change,
});

describe('the bot', () => {
  test.each([
    ['prepare', read({ prepare: boom })],
    ['redFlags', read({ redFlags: boom })],
    ['understand, thrown', read({ understand: boom })],
    ['understand, rejected', read({ understand: async () => boom() })],
  ])(
    'A5: given %s that fails with the canary, when a message comes, then a menu is the answer and nothing repeats it',
    async (_, understanding) => {
      const { say, logged } = make({ understanding });
      const sent = await say(`${CANARY} je cherche un avocat`);
      expect(sent.length).toBeGreaterThan(0);
      expect(everything(sent)).not.toContain('CANARI');
      expect(logged.join()).not.toContain('CANARI');
      expect(logged.join()).toContain('understanding-failed');
    },
  );

  test.each([
    [true, 'ar'],
    [false, 'es'],
  ])(
    'D17: given Arabic and a text that is brief: %s, when it is guessed as Spanish, then the card is in « %s »',
    async (isBrief, carte) => {
      const understand = async () => ({ ...NOTHING_UNDERSTOOD, langue: 'es' });
      const { bot, secret } = make({ understanding: read({ understand, isBrief: () => isBrief }) });
      const turn = { secret, channel: 'page', acces: 'public', langue: 'ar' } as const;
      const sent = await bot.receive({ ...turn, activity: { type: 'message', text: 'ayuda' } });
      expect(/"type":"card","langue":"(..)"/.exec(everything(sent))?.[1]).toBe(carte);
    },
  );

  test('A5: given a measure of length that fails with the canary, when a message comes, then it is answered in the language known', async () => {
    const understand = async () => ({ ...NOTHING_UNDERSTOOD, langue: 'es' });
    const { bot, secret, logged } = make({ understanding: read({ understand, isBrief: boom }) });
    const turn = { secret, channel: 'page', acces: 'public', langue: 'ar' } as const;
    const sent = await bot.receive({ ...turn, activity: { type: 'message', text: CANARY } });
    expect(everything(sent)).toContain('"langue":"ar"');
    expect(logged.join()).not.toContain('CANARI');
    expect(logged.join()).toContain('understanding-failed');
  });

  test('D4: given an understanding that throws, when a danger is written, then the red flags still raise its lines', async () => {
    const { say } = make({ understanding: read({ understand: boom }) });
    expect(everything(await say('mon mari me frappe'))).toContain('3919');
  });

  test('E7: given an understanding that never settles, when a message comes, then after one second the menu stands, danger included', async () => {
    const { say, logged } = make({ understanding: read({ understand: () => new Promise(() => undefined) }) });
    const sent = await say('mon mari me frappe');
    expect(everything(sent)).toContain('3919');
    expect(logged.join()).toContain('understanding-timeout');
  });

  test.each([
    ['open', broken({ open: async () => boom() })],
    ['save', broken({ save: async () => boom() })],
  ])(
    'E8: given a store whose %s fails, when a message comes, then it is answered with the emergency intact',
    async (_, sessions) => {
      const { say, logged } = make({ sessions });
      const sent = await say('je suis en danger, il a un couteau');
      expect(everything(sent)).toContain('tel:17');
      expect(logged.join()).toContain('"code":"store"');
      expect(logged.join() + everything(sent)).not.toContain('CANARI');
    },
  );

  test('A5: given a world that throws with the canary, when a message comes, then a calm sentence with the numbers is all that comes', async () => {
    const { say, logged } = make({ world: boom });
    const sent = await say(CANARY);
    expect(sent.map(({ text }) => text?.replaceAll('\u00a0', ' '))).toEqual([
      'En danger : 15, 17, 112 ou SMS au 114.',
    ]);
    expect(logged.join()).not.toContain('CANARI');
  });

  test('A4: given the canary in every part of an activity, when it is received, then no reply and no log repeats it', async () => {
    const { bot, logged } = make();
    const activities: Partial<Activity>[] = [
      { type: 'message', text: CANARY },
      { type: 'message', text: '', value: CANARY },
      { type: 'message', text: `q:groupe:${CANARY}` },
      { type: 'event', name: CANARY, value: CANARY },
      { type: 'message', text: 'bonjour', channelData: { x: CANARY }, locale: CANARY },
      { type: CANARY, text: CANARY },
    ];
    for (const activity of activities) {
      const sent = await bot.receive({
        secret: newSecret(),
        activity,
        channel: 'page',
        acces: 'public',
        langue: CANARY,
      });
      expect(everything(sent)).not.toContain('CANARI');
    }
    expect(logged.join()).not.toContain('CANARI');
  });

  test('given someone who types the words of a button, when it is read, then it is that button', async () => {
    const { say } = make();
    await say('bonjour');
    const sent = await say('Vivre au quotidien');
    expect(everything(sent)).toContain('Dettes, budget');
  });

  test('given a conversation that names a vanished record, when it goes on, then it starts again calmly with the lines in view', async () => {
    const { world, texts, cards, understanding } = product();
    const sessions = createMemorySessions({ schema: session, now });
    const secret = newSecret();
    const bot = (w: typeof world) =>
      createBot({ world: () => w, texts, cards, understanding, sessions, log: () => undefined, now });
    const turn = {
      secret,
      activity: { type: 'message', text: 'je cherche un avocat à Lille' },
      channel: 'page',
      acces: 'public',
    } as const;
    await bot(world).receive(turn);
    const empty = {
      ...world,
      directory: {
        ...world.directory,
        byId: new Map(
          world.directory.entries
            .filter(({ origine }) => origine === 'ligne')
            .map((entry) => [entry.id, entry]),
        ),
      },
    };
    const sent = await bot(empty).receive({ ...turn, activity: { type: 'message', text: 'c:voir-plus' } });
    expect(sent[0]?.text).toContain('Reprenons au début');
  });

  test('D19: given the first words, when they are read, then the bot says that it is a program', () => {
    const said = make()
      .bot.greet()
      .map((reply) => (reply.type === 'message' ? reply.texte : ''))
      .join(' ');
    expect(said).toContain('programme, pas une personne');
  });

  test('given « Tout effacer », when it is sent, then the store holds nothing and the last words come', async () => {
    const { world, texts, cards, understanding } = product();
    const held = new Map();
    const sessions = createMemorySessions({ schema: session, now, held });
    const bot = createBot({
      world: () => world,
      texts,
      cards,
      understanding,
      sessions,
      log: () => undefined,
      now,
    });
    const secret = newSecret();
    await bot.receive({
      secret,
      activity: { type: 'message', text: 'je cherche un avocat' },
      channel: 'page',
      acces: 'public',
    });
    expect(held.size).toBe(1);
    const sent = await bot.receive({
      secret,
      activity: { type: 'message', text: 'c:effacer' },
      channel: 'page',
      acces: 'public',
    });
    expect(await sessions.state(secret)).toBe('erased');
    expect(everything(sent)).toContain('effacé');
  });
});
