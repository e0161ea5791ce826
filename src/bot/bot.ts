import {
  type Activity,
  ActivityHandler,
  ActivityTypes,
  ConversationState,
  type StatePropertyAccessor,
  type Storage,
  type StoreItems,
  type TurnContext,
} from 'botbuilder';
import type { TextKey } from '../../dialogs/text-keys.ts';
import { staticEmergency } from '../conversation/emergency.ts';
import type { Reply } from '../conversation/replies.ts';
import type { ReplyResolved } from '../conversation/resolved.ts';
import { currentStep, newSession, type Session } from '../conversation/session.ts';
import { EMPTY_SITUATION } from '../conversation/situation.ts';
import { turn, zoneOf } from '../conversation/turn.ts';
import type { World } from '../conversation/world.ts';
import type { Cards } from '../knowledge/load-cards.ts';
import type { ChannelId, FaultCode, Log } from '../log.ts';
import type { Secret } from '../sessions/sealing.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { activityOf } from './activities.ts';
import { InProcessAdapter } from './adapter.ts';
import { languageOfLocale } from './locale.ts';
import type { Phrases } from './phrases.ts';
import { inputOf, type Understanding } from './reading.ts';
import { resolve } from './resolve.ts';

/** One turn as a channel asks for it. */
export interface ReceiveTurn {
  readonly secret: Secret;
  readonly activity: Partial<Activity>;
  readonly channel: ChannelId;
  readonly acces: Session['acces'];
  /** BCP 47, as a client says it; French when it is none of ours. */
  readonly langue?: string;
  readonly site?: string | null;
}

/** The bot as channels see it. */
export interface Bot {
  /** One turn: a validated activity in, what the bot says out. Never throws for what a person sent. */
  receive(turn: ReceiveTurn): Promise<Partial<Activity>[]>;
  /** What is said to someone who has said nothing: it starts no conversation and stores nothing. */
  greet(langue?: string): ReplyResolved[];
}

/** What the bot is made of; `world` is a function so that knowledge can be replaced while it runs. */
export interface BotParts {
  readonly understanding: Understanding;
  readonly world: () => World;
  readonly texts: ReadonlyMap<Session['langue'], ReadonlyMap<TextKey, string>>;
  readonly cards: Cards;
  readonly sessions: Sessions<Session>;
  readonly log: Log;
  readonly now: () => number;
}

/** Makes the bot: botbuilder's handler and state between the channel and the core. */
export function createBot(parts: BotParts): Bot {
  const adapter = new InProcessAdapter();
  return {
    greet: (langue) => greeting(languageOfLocale(langue), parts),
    async receive(received) {
      const started = parts.now();
      try {
        const sent = await adapter.process(addressed(received), (context) =>
          runTurn(context, received, parts),
        );
        parts.log({
          event: 'turn',
          channel: received.channel,
          durationMs: parts.now() - started,
          replies: sent.length,
        });
        return sent;
      } catch {
        // The error may hold what was typed: it is dropped here, and only its place is told.
        fault(parts, received, 'turn');
        return lastWords(received, parts);
      }
    },
  };
}

/** botbuilder names its state after the channel and the conversation; ours is named after the secret alone. */
function addressed({ activity, channel }: ReceiveTurn): Partial<Activity> {
  return {
    ...activity,
    channelId: channel,
    conversation: { id: 'one', name: '', isGroup: false, conversationType: '' },
  };
}

async function runTurn(context: TurnContext, received: ReceiveTurn, parts: BotParts): Promise<void> {
  const state = new ConversationState(sessionStorage(received, parts));
  const property = state.createProperty<Session | null>('session');
  const handler = new ActivityHandler();
  handler.onMembersAdded(async (_, next) => {
    await say(context, { type: 'start' }, property, received, parts);
    await next();
  });
  // The page was loaded again: the present state is shown again, and nothing changes.
  handler.onEvent(async (_, next) => {
    await say(context, { type: 'show' }, property, received, parts);
    await next();
  });
  handler.onMessage(async (_, next) => {
    await say(context, null, property, received, parts);
    await next();
  });
  await handler.run(context);
  await state.saveChanges(context);
}

function greeting(langue: Pick<Session, 'langue' | 'carte'>, parts: BotParts): ReplyResolved[] {
  const world = parts.world();
  const now = new Date(parts.now());
  const { replies } = turn(
    newSession({ ...langue, acces: 'public', site: null }),
    { type: 'start' },
    world,
    now,
  );
  return replies.map((reply) => resolve(reply, phrasesOf(langue.langue, world, now, parts)));
}

type SessionProperty = StatePropertyAccessor<Session | null>;

async function say(
  context: TurnContext,
  known: { type: 'start' } | { type: 'show' } | null,
  property: SessionProperty,
  received: ReceiveTurn,
  parts: BotParts,
): Promise<void> {
  // The store gives back only what its schema admits: another version starts again calmly.
  const stored: Session | null = (await property.get(context, null)) ?? null;
  const world = parts.world();
  const first = fresh(received);
  const session = stored ?? newSession(first, zoneOf(first, world));
  const now = new Date(parts.now());
  const phrases = phrasesOf(session.langue, world, now, parts);
  const input = known ?? (await inputOf(context.activity, session, phrases, { ...parts, world }));
  const valid = stale(session, world) ? newSession(session, zoneOf(session, world)) : session;
  const turned = turn(valid, input, world, now);
  if (turned.session === null) {
    await parts.sessions.erase(received.secret);
  }
  await property.set(context, turned.session);
  const again: Reply[] = valid === session ? [] : [{ type: 'message', texte: 'accueil.reprise' }];
  // The language may have changed in this turn.
  const words = phrasesOf(turned.session?.langue ?? session.langue, world, now, parts);
  const replies = [...again, ...turned.replies].map((reply) =>
    activityOf(resolve(reply, words), words.langue),
  );
  await context.sendActivities(replies);
}

const fresh = ({ langue, acces, site = null }: ReceiveTurn) => ({ ...languageOfLocale(langue), acces, site });

/** Names a record that knowledge no longer has: the conversation starts again calmly. */
function stale(session: Session, world: World): boolean {
  const { montres, ecartes, situation } = currentStep(session);
  const { places, byId } = world.directory;
  const lieu = situation.lieu;
  return (
    [...montres, ...ecartes].some((id) => !byId.has(id)) ||
    (lieu !== null && lieu !== 'decline' && !places.get(lieu))
  );
}

function phrasesOf(langue: Session['langue'], world: World, now: Date, parts: BotParts): Phrases {
  const { texts, cards } = parts;
  return { langue, texts: texts.get(langue) ?? new Map(), cards, directory: world.directory, now };
}

/** botbuilder's storage, made for one turn: it closes over the secret, and holds one conversation only. */
function sessionStorage(received: ReceiveTurn, parts: BotParts): Storage {
  return {
    async read(keys) {
      try {
        const session = await parts.sessions.open(received.secret);
        return session ? Object.fromEntries(keys.map((key) => [key, { session }])) : {};
      } catch {
        fault(parts, received, 'store');
        return {};
      }
    },
    async write(changes: StoreItems) {
      for (const value of Object.values(changes) as { session?: Session | null }[]) {
        await keep(value.session ?? null, received, parts);
      }
    },
    async delete() {
      await parts.sessions.erase(received.secret);
    },
  };
}

/** A store that is down costs the memory of the conversation, never the reply. */
async function keep(session: Session | null, received: ReceiveTurn, parts: BotParts): Promise<void> {
  try {
    if (session) {
      await parts.sessions.save(received.secret, session);
    }
  } catch {
    fault(parts, received, 'store');
  }
}

function fault(parts: BotParts, { channel }: ReceiveTurn, code: FaultCode): void {
  parts.log({ event: 'turn-failed', channel, code });
}

/** When all else fails: the emergency lines, and a calm word. */
function lastWords(received: ReceiveTurn, parts: BotParts): Partial<Activity>[] {
  const { langue } = languageOfLocale(received.langue);
  try {
    const world = parts.world();
    const now = new Date(parts.now());
    const phrases = phrasesOf(langue, world, now, parts);
    const urgence = staticEmergency(EMPTY_SITUATION, world, now);
    const replies: Reply[] = [
      { type: 'emergency', titre: 'urgence.titre', plein: true, ...urgence },
      { type: 'message', texte: 'page.erreur' },
    ];
    return replies.map((reply) => activityOf(resolve(reply, phrases), langue));
  } catch {
    return [{ type: ActivityTypes.Message, text: parts.texts.get(langue)?.get('urgence.erreur') ?? '' }];
  }
}
