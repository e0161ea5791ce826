import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const origin = z
  .string()
  .regex(/^https?:\/\/[^\s/]+$/, 'Expected an origin such as https://passerelle.example');

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3978),
  PUBLIC_ORIGIN: origin.optional(),
  KNOWLEDGE_DIR: z.string().min(1).optional(),
  /** What `knowledge import` wrote: all of France around the curated territories. */
  IMPORT_SNAPSHOT: z.string().min(1).optional(),
  DIRECT_LINE_SECRET: z.string().min(32, 'Expected at least 32 characters').optional(),
  SESSION_KEY: z.string().min(32, 'Expected at least 32 characters').optional(),
  /** How many proxies of ours stand in front. */
  TRUSTED_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  /** Who publishes, as the page « à propos » says it. */
  PUBLISHER_NAME: z.string().min(2).max(100).optional(),
  /** How to write to them: an e-mail or an https address. */
  PUBLISHER_CONTACT: z
    .string()
    .regex(/^(?:https:\/\/\S+|[^\s@]+@[^\s@]+\.[a-z]+)$/, 'Expected an e-mail or an https address')
    .optional(),
  EXIT_TARGET: z
    .string()
    .regex(/^https:\/\/\S+$/, 'Expected an https address')
    .default('https://meteofrance.com/'),
});

/** What the operator decides, checked. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly publicOrigin: string;
  readonly knowledgeDir: string;
  readonly importSnapshot: string | undefined;
  readonly textsDir: string;
  readonly understandingDir: string;
  readonly placesFile: string;
  /** The script of partners' sites, made by the build. */
  readonly embedFile: string;
  /** The page's script, made by the build. */
  readonly scriptFile: string;
  readonly directLineSecret: string | undefined;
  readonly sessionKey: string | undefined;
  readonly trustedProxies: number;
  readonly exitTarget: string;
  readonly publisherName: string | undefined;
  readonly publisherContact: string | undefined;
  readonly personasDir: string;
}

/** Variables that do not have the form they need: names each, never its value. */
export class InvalidConfigError extends Error {
  override name = 'InvalidConfigError';
}

/** Reads the variables of `.env.example`; an empty one is unset.
 *  @throws {InvalidConfigError} naming every variable to mend */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${messageOf(issue)}`);
    throw new InvalidConfigError(`Invalid variables:\n${lines.join('\n')}`);
  }
  const root = projectRoot();
  const v = parsed.data;
  return {
    host: v.HOST,
    port: v.PORT,
    publicOrigin: v.PUBLIC_ORIGIN ?? `http://${v.HOST}:${v.PORT}`,
    knowledgeDir: v.KNOWLEDGE_DIR ? path.resolve(v.KNOWLEDGE_DIR) : path.join(root, 'knowledge'),
    importSnapshot: v.IMPORT_SNAPSHOT ? path.resolve(v.IMPORT_SNAPSHOT) : undefined,
    textsDir: path.join(root, 'dialogs', 'texts'),
    understandingDir: path.join(root, 'dialogs', 'understanding', 'fr'),
    placesFile: path.join(root, 'dist', 'places.json'),
    embedFile: path.join(root, 'dist', 'embed.js'),
    scriptFile: path.join(root, 'dist', 'page.js'),
    directLineSecret: v.DIRECT_LINE_SECRET,
    sessionKey: v.SESSION_KEY,
    trustedProxies: v.TRUSTED_PROXY,
    exitTarget: v.EXIT_TARGET,
    publisherName: v.PUBLISHER_NAME,
    publisherContact: v.PUBLISHER_CONTACT,
    personasDir: path.join(root, 'test', 'personas'),
  };
}

// zod's own messages can quote what was received; ours and its expectations do not.
function messageOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_format' ||
    issue.code === 'too_small' ||
    issue.code === 'too_big' ||
    issue.code === 'invalid_type'
    ? (issue.message.split(', received ', 1)[0] ?? '')
    : 'not valid';
}

/** The folder of package.json: the same from src and from dist. */
function projectRoot(from: string = __dirname): string {
  if (existsSync(path.join(from, 'package.json'))) {
    return from;
  }
  const parent = path.dirname(from);
  if (parent === from) {
    throw new Error('package.json was not found above the code: keep the project whole.');
  }
  return projectRoot(parent);
}
