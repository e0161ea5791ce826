import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WebSocket } from 'ws';
import { NEUTRAL } from './product.ts';

/** Debian's Firefox, driven by the standard protocol (WebDriver BiDi): one tab, in a profile of its own. */
export interface Firefox {
  readonly open: (url: string) => Promise<void>;
  /** The value of an expression in the page, through JSON. */
  readonly read: <T>(expression: string) => Promise<T>;
  /** Waits until an expression is true in the page. */
  readonly until: (expression: string) => Promise<void>;
  /** Real presses, by WebDriver's names of keys. */
  readonly press: (...keys: string[]) => Promise<void>;
  /** A real click in the middle of the first element of a selector. */
  readonly click: (selector: string) => Promise<void>;
  readonly back: () => Promise<void>;
  /** Every address asked for, and what the console complained of. */
  readonly requests: string[];
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

export const SHIFT = '\uE008';
export const TAB = '\uE004';

const PATIENCE_MS = 15_000;

type Message = {
  id?: number;
  method?: string;
  params?: Params;
  result?: unknown;
  error?: string;
  message?: string;
};
// biome-ignore lint/suspicious/noExplicitAny: the protocol's own objects, read field by field
type Params = Record<string, any>;

/** Starts Firefox.
 *  @throws when it is not installed */
export async function launchFirefox(): Promise<Firefox> {
  const executable = process.env.FIREFOX || '/usr/bin/firefox-esr';
  if (!existsSync(executable)) {
    throw new Error('No Firefox: install it (apt-get install -y firefox-esr), or set FIREFOX to its path.');
  }
  const profile = mkdtempSync(path.join(tmpdir(), 'firefox-'));
  const child = spawn(executable, [
    '--headless',
    '--no-remote',
    '--remote-debugging-port=0',
    '--profile',
    profile,
  ]);
  const address = await new Promise<string>((resolve) => {
    child.stderr.on('data', (chunk: Buffer) => {
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(String(chunk))?.[1];
      if (found) resolve(found);
    });
  });
  const socket = new WebSocket(`${address}/session`);
  await once(socket, 'open');
  const tab = await openTab(socket);
  return {
    ...tab,
    close: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function openTab(socket: WebSocket): Promise<Omit<Firefox, 'close'>> {
  const requests: string[] = [];
  const complaints: string[] = [];
  const send = commands(socket, (method, params) => {
    if (method === 'network.beforeRequestSent') {
      requests.push(params.request.url);
      if (params.isBlocked) void answerForNeutral(send, params.request.request);
    }
    if (method === 'log.entryAdded' && params.level === 'error') complaints.push(params.text);
  });
  await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['network.beforeRequestSent', 'log.entryAdded'] });
  await send('network.addIntercept', {
    phases: ['beforeRequestSent'],
    urlPatterns: [{ type: 'string', pattern: NEUTRAL }],
  });
  const { contexts } = (await send('browsingContext.getTree', {})) as { contexts: { context: string }[] };
  const context = contexts[0]?.context ?? '';
  const read = async <T>(expression: string): Promise<T> => {
    const target = { expression: `JSON.stringify(${expression})`, target: { context }, awaitPromise: true };
    const { result } = (await send('script.evaluate', target)) as { result: { value?: string } };
    return JSON.parse(result.value ?? 'null');
  };
  const act = (actions: object[]) => send('input.performActions', { context, actions });
  return {
    requests,
    complaints,
    read,
    open: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    until: (expression) => waitFor(() => read<boolean>(expression), expression),
    press: async (...keys) => {
      const pressed = keys.flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await act([{ type: 'key', id: 'keys', actions: pressed }]);
    },
    click: async (selector) => {
      await read(
        `document.querySelector(${JSON.stringify(selector)}).scrollIntoView({ block: 'center' }) ?? 0`,
      );
      const [x, y] = await read<[number, number]>(
        `(({ left, top, width, height }) => [Math.round(left + width / 2), Math.round(top + height / 2)])(document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect())`,
      );
      const tap = [
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await act([{ type: 'pointer', id: 'mouse', actions: tap }]);
    },
    back: async () => void (await send('browsingContext.traverseHistory', { context, delta: -1 })),
  };
}

type Send = (method: string, params: object) => Promise<unknown>;

function commands(socket: WebSocket, onEvent: (method: string, params: Params) => void): Send {
  let last = 0;
  const waiting = new Map<number, (message: Message) => void>();
  socket.on('message', (frame) => {
    const message: Message = JSON.parse(String(frame));
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else if (message.method) onEvent(message.method, message.params ?? {});
  });
  return (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ result, error, message }) =>
        error ? reject(new Error(`${method}: ${error}, ${message}`)) : resolve(result),
      );
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}

/** The neutral site, which tests never reach. */
function answerForNeutral(send: Send, request: string): Promise<unknown> {
  return send('network.provideResponse', {
    request,
    statusCode: 200,
    headers: [{ name: 'content-type', value: { type: 'string', value: 'text/html' } }],
    body: { type: 'string', value: '<!doctype html><title>Neutre</title>' },
  });
}

async function waitFor(check: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    // A page that is being replaced cannot answer.
    if (await check().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Firefox waited in vain for ${what}`);
}
