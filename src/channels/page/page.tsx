import type { Activity } from 'botbuilder';
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
import type { Channel, RouteRequest, RouteResponse } from '../http/route.ts';
import { remade } from '../remade.ts';
import { pageCsp } from './policy.ts';
import { PRIVACY_PATH, privacyPage } from './privacy-page.tsx';
import { first, HTML, html, type Parts, problemPage, show, words } from './rendered.tsx';
import { type Asked, createSettings, isForeignFrame } from './site-settings.ts';
import { unregisteredPage } from './unregistered-page.tsx';
import { welcomeOf } from './welcome.ts';

/** What the page is made of. */
export interface PageOptions {
  readonly bot: Bot;
  readonly sessions: Pick<Sessions<Session>, 'state' | 'lock' | 'erase'>;
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
const FORM = 'application/x-www-form-urlencoded';

/** A neutral icon: a grey disc. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6" fill="#6b7280"/></svg>';

/** The page's part of the server. */
export interface PageChannel extends Channel {
  /** Makes again the page of an error, whose numbers are those of knowledge; when it fails, the one before stays. */
  readonly remake: () => void;
}

/** The page with forms: one address for the whole conversation; opening it starts and keeps nothing. */
export function pageChannel(options: PageOptions): PageChannel {
  let ofError = problemPage(options);
  const problem = () => ({ contentType: HTML, body: ofError });
  const settingOf = createSettings(options.sites, options.exitTarget);
  const unregistered = remade(options.sites, () => unregisteredPage(options));
  // A page framed without leave is replaced as a whole: nothing of the conversation is behind the notice.
  const isRefused = (asked: Asked) =>
    asked.query.has('site') && settingOf(asked).site === null && isForeignFrame(asked);
  return {
    remake: () => {
      ofError = problemPage(options);
    },
    routes: [
      {
        id: 'page',
        method: 'GET',
        path: '/',
        csp: (asked) => (isRefused(asked) ? unregistered().csp : pageCsp(settingOf(asked))),
        problem,
        handler: (request) =>
          isRefused(request) ? unregistered().response : first({ ...options, setting: settingOf(request) }),
      },
      {
        id: 'page',
        method: 'POST',
        path: '/',
        contentTypes: [FORM],
        // The notice has no form: who frames an answer of a site that is not registered is shown nothing.
        csp: (asked) => pageCsp(settingOf(asked)),
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

async function answer({ body, address }: RouteRequest, options: Parts): Promise<RouteResponse> {
  const form = new URLSearchParams(body);
  const token = form.get('t') ?? '';
  const known = await secretOf(token, options);
  const isLost = token !== '' && known === null;
  const note = isLost ? [message(options, 'reprise')] : [];
  const activity = activityOf(form);
  // A choice belongs to a screen that is no more; words can be said again.
  if (!activity || (isLost && form.get('c'))) {
    return first(options, note);
  }
  if (known === null && options.rateLimit.take(address).status === 'limited') {
    return answerOnce(activity, options);
  }
  const secret = known ?? newSecret();
  return shown(options, secret, await turnOf(secret, activity, form.get('n'), options), { before: note });
}

/** First words may tell of a danger: they are answered whatever the limit, and nothing is kept of them. */
async function answerOnce(activity: Partial<Activity>, options: Parts): Promise<RouteResponse> {
  const secret = newSecret();
  const sent = await turnOf(secret, activity, null, options);
  await options.sessions.erase(secret);
  const response = await shown(options, secret, sent, { after: [message(options, 'erreur')] });
  return { ...response, status: 429 };
}

/** What the bot says to an activity; sent twice, or loaded again, it changes nothing and the present state is shown. */
async function turnOf(
  secret: Secret,
  activity: Partial<Activity>,
  turnId: string | null,
  { bot, sessions, setting }: Parts,
): Promise<Partial<Activity>[]> {
  const { site, langue } = setting;
  const receive = (sent: Partial<Activity>) =>
    bot.receive({ secret, activity: sent, channel: 'page', acces: 'public', langue, site });
  const outcome = await sessions.lock(secret, () => receive(activity), turnId ?? undefined);
  if (outcome.status === 'duplicate') {
    return receive(SHOW);
  }
  return outcome.status === 'done' ? outcome.value : [];
}

const message = (options: Parts, word: 'erreur' | 'reprise'): ReplyResolved => ({
  type: 'message',
  texte: words(options, options.setting.langue)[word],
});

/** What follows a card is in the language of the journey. */
const journeyOf = (locale: string | null | undefined): TextLanguage =>
  TEXT_LANGUAGES.find((id) => id === locale) ?? 'fr';

const SHOW: Partial<Activity> = { type: 'event', name: 'show' };

/** What was said, between words of the page; without a token once the conversation is over. */
async function shown(
  options: Parts,
  secret: Secret,
  sent: readonly Partial<Activity>[],
  { before = [], after = [] }: { before?: readonly ReplyResolved[]; after?: readonly ReplyResolved[] },
): Promise<RouteResponse> {
  if (sent.length === 0) {
    return first(options);
  }
  const langue = journeyOf(sent.at(-1)?.locale);
  const { urgence } = welcomeOf(options.bot, langue);
  // A turn that erased its own conversation still has its last words.
  const ended = (await options.sessions.state(secret)) === 'erased';
  const token = ended ? null : options.tokens.mint(secret, options.now(), TOKEN_SECONDS);
  const said = sent.map(replyOf).filter((reply) => reply !== null);
  return html(
    show(options, { urgence, replies: [...before, ...said, ...after], token, answered: true, langue }),
  );
}

/** The conversation of a token; null when there is none, or when it is over. */
async function secretOf(token: string, { tokens, sessions, now }: Parts): Promise<Secret | null> {
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
