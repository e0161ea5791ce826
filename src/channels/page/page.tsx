import { randomBytes } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { render } from 'preact-render-to-string';
import { TEXT_LANGUAGES, type TextLanguage } from '../../../dialogs/languages.ts';
import type { TextKey } from '../../../dialogs/text-keys.ts';
import type { Bot } from '../../bot/bot.ts';
import { type ReplyResolved, replyResolved } from '../../conversation/resolved.ts';
import type { Session } from '../../conversation/session.ts';
import type { Site } from '../../knowledge/schema/site.ts';
import type { RateLimit } from '../../sessions/rate-limit.ts';
import { newSecret, type Secret } from '../../sessions/sealing.ts';
import type { Sessions } from '../../sessions/sessions.ts';
import type { Tokens } from '../../sessions/token.ts';
import { Page } from '../../view/page.tsx';
import { CSS } from '../../view/style.ts';
import { type Words, wordsOf } from '../../view/words.ts';
import type { Channel, RouteRequest, RouteResponse } from '../http/route.ts';
import { remade } from '../remade.ts';
import { pageCsp } from './policy.ts';
import { PRIVACY_PATH, privacyPage } from './privacy-page.tsx';
import {
  ABOUT_PATH,
  type Asked,
  addressFor,
  createSettings,
  isForeignFrame,
  ownSetting,
  type Setting,
} from './site-settings.ts';
import { unregisteredPage } from './unregistered-page.tsx';

/** What the page is made of. */
export interface PageOptions {
  readonly bot: Bot;
  readonly sessions: Pick<Sessions<Session>, 'state' | 'lock'>;
  readonly tokens: Tokens;
  readonly texts: ReadonlyMap<TextLanguage, ReadonlyMap<TextKey, string>>;
  /** Where « Quitter vite » goes, unless a site says otherwise. */
  readonly exitTarget: string;
  /** The address of the script that makes the page come alive. */
  readonly script: string;
  /** The sites by which people may come; the same array until they change. */
  readonly sites: () => readonly Site[];
  readonly now: () => number;
  /** Spent by each new conversation; generous, since a shelter shares one address. */
  readonly rateLimit: RateLimit;
}

/** As long as an idle session. */
const TOKEN_SECONDS = 30 * 60;
const HTML = 'text/html; charset=utf-8';
const FORM = 'application/x-www-form-urlencoded';

/** A neutral icon: a grey disc. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6" fill="#6b7280"/></svg>';

/** The page with forms: one address for the whole conversation; opening it starts and keeps nothing. */
export function pageChannel(options: PageOptions): Channel {
  const problem = problemPage(options);
  const settingOf = createSettings(options.sites, options.exitTarget);
  const unregistered = remade(options.sites, () => unregisteredPage(options));
  // A page framed without leave is replaced as a whole: nothing of the conversation is behind the notice.
  const isRefused = (asked: Asked) =>
    asked.query.has('site') && settingOf(asked).site === null && isForeignFrame(asked);
  const csp = (asked: Asked) => (isRefused(asked) ? unregistered().csp : pageCsp(settingOf(asked)));
  return {
    routes: [
      {
        id: 'page',
        method: 'GET',
        path: '/',
        csp,
        problem,
        handler: (request) =>
          isRefused(request) ? unregistered().response : first({ ...options, setting: settingOf(request) }),
      },
      {
        id: 'page',
        method: 'POST',
        path: '/',
        contentTypes: [FORM],
        csp,
        problem,
        handler: (request) => answer(request, { ...options, setting: settingOf(request) }),
      },
      {
        id: 'static',
        method: 'GET',
        path: PRIVACY_PATH,
        csp: (asked) => pageCsp(settingOf(asked)),
        handler: (request) => {
          const langue = journeyOf(request.query.get('langue'));
          return { ...html(privacyPage(options, settingOf(request), langue)), compressible: true };
        },
      },
      {
        id: 'static',
        method: 'GET',
        path: '/icon.svg',
        handler: () => ({ status: 200, contentType: 'image/svg+xml', body: ICON }),
      },
    ],
  };
}

/** The options, and the setting of the request under way. */
type Parts = PageOptions & { readonly setting: Setting };

function words({ texts, setting }: Parts, langue: TextLanguage): Words {
  const all = wordsOf(langue, texts.get(langue) ?? new Map());
  return setting.titre === null ? all : { ...all, titre: setting.titre };
}

function first(options: Parts, note: readonly ReplyResolved[] = []): RouteResponse {
  const { langue } = options.setting;
  const [urgence, ...replies] = options.bot.greet(langue);
  const body = show(options, {
    urgence,
    replies: [...note, ...replies],
    token: null,
    answered: note.length > 0,
    langue,
  });
  return { ...html(body), compressible: true };
}

async function answer({ body, address }: RouteRequest, options: Parts): Promise<RouteResponse> {
  const { site, langue } = options.setting;
  const form = new URLSearchParams(body);
  if (!form.get('t') && options.rateLimit.take(address).status === 'limited') {
    // The emergency lines are never limited: they are on this page too.
    return { ...first(options, [{ type: 'message', texte: words(options, langue).erreur }]), status: 429 };
  }
  const secret = await secretOf(form.get('t'), options);
  if (!secret) {
    return first(options, [{ type: 'message', texte: words(options, langue).reprise }]);
  }
  const activity = activityOf(form);
  if (!activity) {
    return first(options);
  }
  const receive = (sent: Partial<Activity>) =>
    options.bot.receive({ secret, activity: sent, channel: 'page', acces: 'public', langue, site });
  let sent: Partial<Activity>[] = [];
  const run = async () => {
    sent = await receive(activity);
  };
  const outcome = await options.sessions.lock(secret, run, form.get('n') ?? undefined);
  if (outcome.status === 'duplicate') {
    // Sent twice, or loaded again: the present state is shown, and nothing changes.
    sent = await receive(SHOW);
  }
  if (sent.length === 0) {
    return first(options);
  }
  // A turn that erased its own conversation still has its last words.
  return shown(
    options,
    secret,
    journeyOf(sent.at(-1)?.locale),
    sent.map(replyOf).filter((reply) => reply !== null),
  );
}

/** What follows a card is in the language of the journey. */
const journeyOf = (locale: string | null | undefined): TextLanguage =>
  TEXT_LANGUAGES.find((id) => id === locale) ?? 'fr';

const SHOW: Partial<Activity> = { type: 'event', name: 'show' };

async function shown(
  options: Parts,
  secret: Secret,
  langue: TextLanguage,
  replies: ReplyResolved[],
): Promise<RouteResponse> {
  const [urgence] = options.bot.greet(langue);
  const ended = (await options.sessions.state(secret)) === 'erased';
  const token = ended ? null : options.tokens.mint(secret, options.now(), TOKEN_SECONDS);
  return html(show(options, { urgence, replies, token, answered: true, langue }));
}

/** The conversation of a token, a new one when there is none, null when it is over. */
async function secretOf(token: string | null, { tokens, sessions, now }: Parts): Promise<Secret | null> {
  if (!token) {
    return newSecret();
  }
  const reading = tokens.read(token, now());
  return reading.status === 'valid' && (await sessions.state(reading.secret)) === 'live'
    ? reading.secret
    : null;
}

/** A choice or a text; null for an empty form. */
function activityOf(form: URLSearchParams): Partial<Activity> | null {
  const choice = form.get('c');
  const text = form.get('m')?.trim();
  if (choice) {
    return { type: 'message', value: choice, text: '' };
  }
  return text ? { type: 'message', text } : null;
}

function replyOf({ channelData }: Partial<Activity>): ReplyResolved | null {
  const parsed = replyResolved.safeParse(channelData?.passerelle);
  return parsed.success ? parsed.data : null;
}

function show(
  options: Parts,
  state: {
    urgence: ReplyResolved | undefined;
    replies: readonly ReplyResolved[];
    token: string | null;
    answered: boolean;
    langue?: TextLanguage;
  },
): string {
  if (state.urgence?.type !== 'emergency') {
    throw new Error('The welcome must begin with the emergency block.');
  }
  const page = (
    <Page
      words={words(options, state.langue ?? 'fr')}
      css={CSS}
      colours={options.setting.colours}
      exitTarget={options.setting.exitTarget}
      script={options.script}
      privacy={addressFor(PRIVACY_PATH, options.setting, { langue: state.langue ?? 'fr' })}
      about={addressFor(ABOUT_PATH, options.setting)}
      urgence={state.urgence}
      replies={state.replies}
      token={state.token}
      nonce={randomBytes(12).toString('base64url')}
      answered={state.answered}
    />
  );
  return `<!doctype html>${render(page)}`;
}

const html = (body: string): RouteResponse => ({ status: 200, contentType: HTML, body });

/** The page of an error, made once: it must not depend on what failed. */
function problemPage(options: PageOptions) {
  const parts = { ...options, setting: ownSetting(options.exitTarget) };
  const [urgence] = options.bot.greet();
  const replies: ReplyResolved[] = [{ type: 'message', texte: words(parts, 'fr').erreur }];
  const body = show(parts, { urgence, replies, token: null, answered: true });
  return () => ({ contentType: HTML, body });
}
