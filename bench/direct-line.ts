import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { type Bot, createBot } from '../src/bot/bot.ts';
import { directLine } from '../src/channels/direct-line/direct-line.ts';
import { assemble } from '../src/cli/assemble.ts';
import { readConfig } from '../src/config.ts';
import { session } from '../src/conversation/session.ts';
import { createServer } from '../src/server.ts';
import { createMemorySessions } from '../src/sessions/memory.ts';
import { createMemoryTickets } from '../src/sessions/tickets.ts';
import { createTokens } from '../src/sessions/token.ts';
import { quantile, report, round } from './report.ts';

const CONVERSATIONS = 16;
const POSTS = 200;
const ROUNDS = 3;

type Sent = { readonly text: string };
type Make = (index: number) => Sent;

const BUTTONS = ['q:groupe:me-soigner', 'q:besoin:ecoute', 'q:lieu:59350', 'c:recommencer'];
const TEXTS = ['je cherche un avocat à Lille', 'mon mari me frappe', 'jé pa ou dormir', 'recommencer'];
const cycle =
  (list: readonly string[]): Make =>
  (index) => ({ text: list[index % list.length] ?? '' });

/** The real bot beside a bare echo, on the same server code, in the same run: what counts is the ratio. */
export async function benchDirectLine(): Promise<void> {
  const product = assemble(readConfig({}));
  const now = () => Date.now();
  const sessions = () => createMemorySessions({ schema: session, now });
  const log = () => undefined;
  const real = (store: ReturnType<typeof sessions>) =>
    createBot({
      world: () => product.world,
      texts: product.texts,
      cards: product.cards,
      understanding: product.understanding,
      sessions: store,
      log,
      now,
    });
  const echo: Pick<Bot, 'receive'> = {
    receive: async ({ activity }) => [{ type: 'message', text: activity.text ?? '' }],
  };
  const rates = { echo: 0, button: 0, text: 0 };
  for (let n = 0; n < ROUNDS; n += 1) {
    const store = sessions();
    rates.echo = Math.max(rates.echo, await load('echo', echo, sessions(), cycle(BUTTONS)));
    rates.button = Math.max(rates.button, await load('button', real(store), store, cycle(BUTTONS)));
    const other = sessions();
    rates.text = Math.max(rates.text, await load('text', real(other), other, cycle(TEXTS)));
  }
  report('direct-line-ratio', {
    button_over_echo: round(rates.button / rates.echo),
    aim_button: 0.5,
    text_over_echo: round(rates.text / rates.echo),
    aim_text: 0.2,
  });
}

async function load(
  name: string,
  bot: Pick<Bot, 'receive'>,
  sessions: ReturnType<typeof createMemorySessions>,
  make: Make,
): Promise<number> {
  const { base, close } = await serve(bot, sessions);
  const agent = new Agent({ keepAlive: true, maxSockets: CONVERSATIONS });
  const samples: number[] = [];
  const one = async () => {
    const started = await post(agent, `${base}/conversations`, '', {});
    const { conversationId, token } = JSON.parse(started) as { conversationId: string; token: string };
    for (let n = 0; n < POSTS; n += 1) {
      const at = performance.now();
      await post(agent, `${base}/conversations/${conversationId}/activities`, token, {
        type: 'message',
        ...make(n),
        from: { id: 'x' },
      });
      samples.push(performance.now() - at);
    }
  };
  const at = performance.now();
  await Promise.all(Array.from({ length: CONVERSATIONS }, one));
  const perSecond = samples.length / ((performance.now() - at) / 1000);
  agent.destroy();
  await close();
  report(`direct-line-${name}`, {
    posts: samples.length,
    per_second: round(perSecond),
    p50_ms: quantile(samples, 0.5),
    p99_ms: quantile(samples, 0.99),
  });
  return perSecond;
}

async function serve(bot: Pick<Bot, 'receive'>, sessions: ReturnType<typeof createMemorySessions>) {
  const now = () => Date.now();
  const log = () => undefined;
  const server = createServer({
    channels: [
      directLine({
        bot,
        sessions,
        tokens: createTokens(randomBytes(32)),
        tickets: createMemoryTickets(),
        rateLimit: { take: () => ({ status: 'allowed' }) },
        now,
        log,
        publicOrigin: 'http://127.0.0.1',
        sites: () => [],
      }),
    ],
    urgence: { html: '' },
    log,
  });
  const port = await server.listen(0, '127.0.0.1');
  return { base: `http://127.0.0.1:${port}/v3/directline`, close: () => server.close() };
}

/** Posts JSON and gives the body; the first call has no token and asks for one. */
async function post(agent: Agent, url: string, token: string, body: object): Promise<string> {
  const bearer =
    token ||
    (
      JSON.parse(await send(agent, url.replace('/conversations', '/tokens/generate'), '', {})) as {
        token: string;
      }
    ).token;
  return send(agent, url, bearer, body);
}

function send(agent: Agent, url: string, token: string, body: object): Promise<string> {
  const text = JSON.stringify(body);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', agent, headers }, (response) => {
      let answer = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        answer += chunk;
      });
      response.on('end', () =>
        (response.statusCode ?? 500) < 300
          ? resolve(answer)
          : reject(new Error(`status ${response.statusCode}`)),
      );
    });
    call.on('error', reject);
    call.end(text);
  });
}
