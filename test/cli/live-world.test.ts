import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createBot } from '../../src/bot/bot.ts';
import { createLiveWorld } from '../../src/cli/live-world.ts';
import { session } from '../../src/conversation/session.ts';
import type { LogEvent } from '../../src/log.ts';
import { createMemorySessions } from '../../src/sessions/memory.ts';
import { newSecret } from '../../src/sessions/sealing.ts';
import { newFolder } from '../fixtures/knowledge-folder.ts';
import { product } from '../fixtures/product.ts';

const ROOT = path.join(__dirname, '..', '..');
const FILE = path.join('partners', 'nord', 'ccas-lille.yaml');
const LINE = path.join('lines', 'police-17.yaml');

let folder = '';
let events: LogEvent[] = [];
let live: ReturnType<typeof createLiveWorld>;
let pages = 0;
let breaks = false;
beforeEach(() => {
  folder = path.join(newFolder('live'), 'knowledge');
  for (const part of ['lines', 'partners']) {
    cpSync(path.join(ROOT, 'knowledge', part), path.join(folder, part), { recursive: true });
  }
  [events, pages, breaks] = [[], 0, false];
  live = createLiveWorld(product(), {
    config: { knowledgeDir: folder },
    places: product().places,
    log: (event) => events.push(event),
    replaced: () => {
      if (breaks) {
        throw new Error('page');
      }
      pages += 1;
    },
    everyMs: 20,
  });
});
afterEach(() => {
  live.stop();
  rmSync(path.dirname(folder), { recursive: true });
});

const write = (name: string, change: (text: string) => string) =>
  writeFileSync(path.join(folder, name), change(readFileSync(path.join(folder, name), 'utf8')));

/** Waits until so many events were logged. */
async function logged(count: number): Promise<LogEvent[]> {
  while (events.length < count) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return events;
}
const nameOf = (id: string) =>
  live.world().directory.entries.find((entry) => entry.organisation.id === id)?.organisation.nom;
const renamed = (text: string) => text.replace(/^nom: .*$/m, 'nom: Nouveau nom');

describe('E9: knowledge that changes while the server runs', () => {
  test('given a valid change, when the files are still again, then the world is replaced and so are the pages made from it', async () => {
    write(FILE, renamed);
    expect(await logged(1)).toEqual([expect.objectContaining({ event: 'knowledge-replaced' })]);
    expect([nameOf('ccas-lille'), pages]).toEqual(['Nouveau nom', 1]);
  });

  test('given an invalid change, when it is read, then the last good world stays, and the log names the file and nothing else', async () => {
    const before = live.world();
    write(FILE, (text) => `${text}inconnu: CANARI\n`);
    expect(await logged(1)).toEqual([{ event: 'knowledge-refused', files: [path.join('knowledge', FILE)] }]);
    expect(live.world()).toBe(before);
    write(FILE, (text) => renamed(text.replace('inconnu: CANARI\n', '')));
    expect((await logged(2))[1]?.event).toBe('knowledge-replaced');
    expect(nameOf('ccas-lille')).toBe('Nouveau nom');
  });

  test('given a site that is added, when the folder is read, then the sites and its zone are replaced too; invalid, all stays', async () => {
    const before = live.sites();
    const site = (zone: string) => `id: mairie\nactif: true\norigines: []\nzone: "${zone}"\n`;
    mkdirSync(path.join(folder, 'sites'));
    writeFileSync(path.join(folder, 'sites', 'mairie.yaml'), site('59999'));
    expect(await logged(1)).toEqual([
      { event: 'knowledge-refused', files: [path.join('knowledge', 'sites', 'mairie.yaml')] },
    ]);
    expect(live.sites()).toBe(before);
    writeFileSync(path.join(folder, 'sites', 'mairie.yaml'), `${site('59350')}langue: en\n`);
    expect((await logged(2))[1]?.event).toBe('knowledge-replaced');
    expect(live.sites().map(({ id }) => id)).toEqual(['mairie']);
    expect(live.world().zones?.get('mairie')).toBe('59350');
  });

  test('given an emergency line that is removed, when the folder is read, then the last good world stays', async () => {
    const before = live.world();
    rmSync(path.join(folder, LINE));
    expect(await logged(1)).toEqual([
      { event: 'knowledge-refused', files: [path.join('knowledge', 'lines')] },
    ]);
    expect(live.world()).toBe(before);
  });

  test('given a page that cannot be made from the new world, when it is replaced, then the world before stays', async () => {
    const before = live.world();
    breaks = true;
    write(FILE, renamed);
    expect(await logged(1)).toEqual([{ event: 'knowledge-refused', files: [] }]);
    expect(live.world()).toBe(before);
  });

  test('given a turn under way, when the world is replaced, then that turn ends with the world it took', async () => {
    const { texts, cards, understanding } = product();
    let resume: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      resume = resolve;
    });
    let taken = 0;
    const bot = createBot({
      world: () => {
        taken += 1;
        return live.world();
      },
      texts,
      cards,
      understanding: { ...understanding, understand: (p) => held.then(() => understanding.understand(p)) },
      sessions: createMemorySessions({ schema: session, now: Date.now }),
      log: () => undefined,
      now: () => Date.parse('2026-11-24T15:00:00+01:00'),
    });
    const received = bot.receive({
      secret: newSecret(),
      activity: { type: 'message', text: 'une adresse postale et des aides sociales à Lille' },
      channel: 'terminal',
      acces: 'public',
    });
    write(FILE, (text) => renamed(text));
    await logged(1);
    resume();
    const said = JSON.stringify(await received);
    expect([taken, said.includes('Nouveau nom')]).toEqual([1, false]);
  });
});
