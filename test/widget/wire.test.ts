import { call, lastTurn } from '../../src/widget/wire.ts';

const bot = (place: number, texte: string, timestamp = 't') => ({
  type: 'message',
  id: `c|${place}`,
  from: { role: 'bot' },
  timestamp,
  locale: 'fr',
  channelData: { passerelle: { type: 'message', texte } as const },
});
const echo = (place: number) => ({ ...bot(place, 'mots'), from: { role: 'user' } });
const set = (...activities: ReturnType<typeof bot>[]) => ({ activities, watermark: '9' });
const texts = (turn: ReturnType<typeof lastTurn>) =>
  turn?.replies.map((reply) => (reply.type === 'message' ? reply.texte : reply.type));

describe('what the page shows of what it receives', () => {
  test('given an echo and two replies, when they come, then the replies alone are shown', () => {
    expect(texts(lastTurn(set(echo(1), bot(2, 'a'), bot(3, 'b')), 0, 'fr'))).toEqual(['a', 'b']);
  });

  test('given two turns that come together after a lost network, when they are read, then the last one is shown', () => {
    expect(texts(lastTurn(set(bot(2, 'a', 't1'), bot(4, 'b', 't2')), 0, 'fr'))).toEqual(['b']);
  });

  test('C2: given replies already shown, when they come again, then nothing is shown twice', () => {
    expect(lastTurn(set(bot(2, 'a'), bot(3, 'b')), 3, 'fr')).toBeNull();
  });

  test('given a reply without its resolved form, when it comes, then its text is shown', () => {
    const bare = { ...bot(2, ''), text: 'En danger : 17', channelData: {} };
    expect(texts(lastTurn(set(bare as never), 0, 'fr'))).toEqual(['En danger : 17']);
  });

  test('C9: given a reply in another language, when it comes, then its language comes with it', () => {
    expect(lastTurn(set({ ...bot(2, 'a'), locale: 'en' }), 0, 'fr')?.langue).toBe('en');
  });
});

describe('a request that hangs', () => {
  const real = globalThis.fetch;
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    globalThis.fetch = real;
  });

  test.each([
    ['no headers come', () => new Promise<Response>(() => undefined)],
    [
      'headers come and no body',
      async () => ({ status: 200, ok: true, text: () => new Promise<string>(() => undefined) }) as Response,
    ],
  ])('given %s, when twenty seconds pass, then it is a network that is down', async (_, answer) => {
    globalThis.fetch = answer;
    const outcome = call('GET', '/conversations/x', null).then(
      () => 'answered',
      () => 'down',
    );
    await jest.advanceTimersByTimeAsync(20_000);
    expect(await Promise.race([outcome, Promise.resolve('waiting')])).toBe('down');
    expect(jest.getTimerCount()).toBe(0);
  });

  test('given an answer in time, when it is read, then no timer is left', async () => {
    globalThis.fetch = async () => new Response('{"token":"t"}');
    expect(await call('POST', '/tokens/generate', null)).toEqual({ status: 200, body: { token: 't' } });
    await Promise.resolve();
    expect(jest.getTimerCount()).toBe(0);
  });
});
