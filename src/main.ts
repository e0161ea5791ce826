import { randomBytes } from 'node:crypto';
import { createBot } from './bot/bot.ts';
import { directLine } from './channels/direct-line/direct-line.ts';
import { embedChannel } from './channels/embed/embed-channel.ts';
import { aboutChannel } from './channels/page/about-page.tsx';
import { emergencyPage } from './channels/page/emergency-page.tsx';
import { liveChannel } from './channels/page/live.ts';
import { type PageChannel, type PageOptions, pageChannel } from './channels/page/page.tsx';
import { loadScript } from './channels/page/script.ts';
import { remade } from './channels/remade.ts';
import { assemble } from './cli/assemble.ts';
import { createLiveWorld } from './cli/live-world.ts';
import { loadBundle } from './cli/load-bundle.ts';
import { type Config, InvalidConfigError, readConfig } from './config.ts';
import { session } from './conversation/session.ts';
import { InvalidKnowledgeError } from './knowledge/finding.ts';
import { InvalidDataError } from './knowledge/read-yaml.ts';
import { createLog, type Log } from './log.ts';
import { createServer, installLastResort, type PasserelleServer } from './server.ts';
import { createMemorySessions } from './sessions/memory.ts';
import { createRateLimit } from './sessions/rate-limit.ts';
import { createMemoryTickets } from './sessions/tickets.ts';
import { createTokens } from './sessions/token.ts';

/** Conversations started from one address: 200 at once, then five a second. A shelter or a town hall shares one address. */
const STARTS_AT_ONCE = 200;
const STARTS_PER_SECOND = 5;

/** The pages that answer whatever fails; all or none, since the world before stays when one fails. */
function remakePages(urgence: { html: string }, page: PageOptions, pages: PageChannel): void {
  const next = emergencyPage(page);
  pages.remake();
  Object.assign(urgence, next);
}

function build(config: Config, log: Log) {
  const now = () => Date.now();
  const product = assemble(config);
  const sessions = createMemorySessions({
    schema: session,
    now,
    onEvict: (count) => log({ event: 'sessions-evicted', count }),
  });
  const tokens = createTokens(config.sessionKey ? Buffer.from(config.sessionKey) : randomBytes(32));
  const live = createLiveWorld(product, {
    config,
    places: product.places,
    snapshot: product.snapshot,
    log,
    replaced: () => remakePages(urgence, page, pages),
  });
  const bot = createBot({ ...product, world: live.world, sessions, log, now });
  const rateLimit = createRateLimit({ now, capacity: STARTS_AT_ONCE, refillPerSecond: STARTS_PER_SECOND });
  const script = loadScript(config.scriptFile);
  const shared = { bot, sessions, tokens, now, rateLimit };
  const page = {
    ...shared,
    sites: live.sites,
    texts: product.texts,
    exitTarget: config.exitTarget,
    script: script.path,
  };
  const urgence = emergencyPage(page);
  const pages = pageChannel(page);
  const server = createServer({
    channels: [
      pages,
      embedChannel({ ...page, bundle: loadBundle(config.embedFile), publicOrigin: config.publicOrigin }),
      liveChannel({ ...page, script }),
      aboutChannel({ ...config, ...page, world: live.world }),
      directLine({
        ...shared,
        tickets: createMemoryTickets(),
        log,
        publicOrigin: config.publicOrigin,
        sites: remade(live.sites, (sites) => sites.filter(({ actif }) => actif)),
        ...(config.directLineSecret ? { backendSecret: config.directLineSecret } : {}),
      }),
    ],
    urgence,
    log,
    trustedProxies: config.trustedProxies,
  });
  return { server, sessions, product };
}

async function start(): Promise<void> {
  const started = performance.now();
  const log = createLog(Date.now, (line) => process.stdout.write(line));
  const config = readConfig(process.env);
  const { server, sessions, product } = build(config, log);
  const port = await server.listen(config.port, config.host);
  installLastResort(process, log);
  stopOnSignal(server, () => sessions.close(), log);
  log({
    event: 'listening',
    port,
    organisations: product.knowledge.partners.length,
    lines: product.knowledge.lines.length,
    startMs: Math.round(performance.now() - started),
  });
}

/** Drains what is under way, forgets every conversation, then ends. */
function stopOnSignal(server: PasserelleServer, forget: () => Promise<void>, log: Log): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, async () => {
      log({ event: 'stopping', signal });
      await server.close();
      await forget();
      log({ event: 'stopped' });
      process.exit(0);
    });
  }
}

/** What the operator must do, in one line; a fault of ours keeps its stack. */
async function explain(error: unknown): Promise<string> {
  if (error instanceof InvalidKnowledgeError) {
    // What finds the lines is only read when there is something to find.
    const { explainKnowledge } = await import('./cli/explain-knowledge.ts');
    return `${explainKnowledge(error, readConfig(process.env))}\n`;
  }
  if (error instanceof InvalidDataError || error instanceof InvalidConfigError) {
    return `${error.message}\n`;
  }
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return 'This port is already in use: stop the other program, or set PORT to another one.\n';
  }
  return `${error instanceof Error ? (error.stack ?? error.message) : 'Unknown fault'}\n`;
}

start().catch(async (error: unknown) => {
  process.stderr.write(await explain(error));
  process.exit(1);
});
