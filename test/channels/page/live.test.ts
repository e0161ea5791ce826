import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { liveChannel } from '../../../src/channels/page/live.ts';
import { loadScript } from '../../../src/channels/page/script.ts';
import { newSession, session } from '../../../src/conversation/session.ts';
import { createServer, type PasserelleServer } from '../../../src/server.ts';
import { createMemorySessions } from '../../../src/sessions/memory.ts';
import { newSecret } from '../../../src/sessions/sealing.ts';
import { createTokens } from '../../../src/sessions/token.ts';
import { product } from '../../fixtures/product.ts';

const ROOT = path.join(__dirname, '..', '..', '..');
const script = { path: '/p.0123456789ab.js', body: Buffer.from('alert(1)') };
const tokens = createTokens(randomBytes(32));
const sessions = createMemorySessions({ schema: session, now: Date.now });
let server: PasserelleServer;
let base = '';

beforeAll(async () => {
  const live = liveChannel({ script, sessions, tokens, texts: product().texts, now: Date.now });
  server = createServer({ channels: [live], urgence: { html: '' }, log: () => undefined });
  base = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
});
afterAll(async () => {
  await server.close();
  await sessions.close();
});

const end = (t: string) => fetch(`${base}/end`, { method: 'POST', body: new URLSearchParams({ t }) });

describe('what the page needs to come alive', () => {
  test('given the script, when it is asked for, then it is compressed for who reads gzip, and whole for others', async () => {
    const plain = await fetch(base + script.path, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe('alert(1)');
    const small = await fetch(base + script.path, { headers: { 'accept-encoding': 'gzip' } });
    expect(small.headers.get('content-encoding')).toBe('gzip');
    expect(await small.text()).toBe('alert(1)');
  });

  test('A16: given the script, when its headers are read, then nothing keeps it, and its name tells its content only', async () => {
    const { headers } = await fetch(base + script.path);
    expect(headers.get('cache-control')).toBe('no-store');
    const { path: name } = loadScript(path.join(ROOT, 'package.json'));
    expect(name).toMatch(/^\/p\.[0-9a-f]{12}\.js$/);
    expect(loadScript(path.join(ROOT, 'biome.jsonc')).path).not.toBe(name);
  });

  test('given no script, when the server is made, then it says what to run', () => {
    expect(() => loadScript(path.join(ROOT, 'absent.js'))).toThrow('npm run build');
  });

  test.each([
    ['fr', 200],
    ['en', 200],
    ['xx', 404],
    ['__proto__', 404],
  ])('C9: given the words of « %s », when they are asked for, then %i', async (langue, status) => {
    const response = await fetch(`${base}/words/${langue}`);
    expect(response.status).toBe(status);
    if (status === 200) expect(await response.json()).toMatchObject({ langue });
  });

  test('A12, B10: given a conversation, when its end is told, then it is erased', async () => {
    const secret = newSecret();
    await sessions.save(secret, newSession({ langue: 'fr', acces: 'public', site: null }));
    const response = await end(tokens.mint(secret, Date.now(), 60));
    expect(response.status).toBe(204);
    expect(await sessions.state(secret)).toBe('erased');
  });

  test.each(['', 'forged', `${'A'.repeat(43)}.9999999999.${'A'.repeat(43)}`])(
    'E13: given the token « %s », when an end is told, then the answer is the same and nothing is erased',
    async (token) => {
      const response = await end(token);
      expect([response.status, await response.text()]).toEqual([204, '']);
    },
  );
});
