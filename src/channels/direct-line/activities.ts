import type { Secret } from '../../sessions/sealing.ts';
import type { Entry } from '../../sessions/sessions.ts';
import { conversationId } from '../../sessions/token.ts';
import { json } from '../http/json.ts';
import type { RouteRequest, RouteResponse } from '../http/route.ts';
import { forget } from './conversations.ts';
import { type InboundActivity, parseActivity, siteNamedIn, turnIdOf } from './inbound.ts';
import { activityId, activitySet, fromPerson, parseWatermark, replyEntries } from './outbound.ts';
import { BAD_ARGUMENT, GONE, type Parts, siteOf, stampOf, withConversation } from './parts.ts';
import { askBot } from './turn.ts';

/** The name of the event that erases, for clients that speak activities only. */
const ERASE = 'erase';

/** Takes one activity to the bot, and what it answers to the client; the post is echoed once, as clients expect. */
export function post(parts: Parts, request: RouteRequest): Promise<RouteResponse> {
  return withConversation(parts, request, async (secret) => {
    const activity = parseActivity(request.body);
    if (activity === undefined) return BAD_ARGUMENT;
    const id = conversationId(secret);
    if (activity.type === 'typing') return accepted(id, 'typing');
    if (activity.type === 'event' && activity.name === ERASE) {
      await forget(parts, secret);
      return accepted(id, ERASE);
    }
    return runTurn(parts, secret, { activity, site: siteOf(parts, request, siteNamedIn(activity)) });
  });
}

/** What is new since the client's watermark. */
export function poll(parts: Parts, request: RouteRequest): Promise<RouteResponse> {
  return withConversation(parts, request, async (secret) => {
    const watermark = parseWatermark(request.query.get('watermark'));
    const delivery = await parts.sessions.since(secret, watermark);
    if (delivery !== null) return json(200, activitySet(conversationId(secret), delivery));
    // Absent is not erased: it expired, and the next post starts it again.
    if ((await parts.sessions.state(secret)) === 'erased') return GONE;
    return json(200, { activities: [], watermark: String(watermark) });
  });
}

/** What came, and by which site: it counts only when the conversation starts again. */
type Came = { readonly activity: InboundActivity; readonly site: string | null };

async function runTurn(parts: Parts, secret: Secret, came: Came): Promise<RouteResponse> {
  const mark = turnIdOf(came.activity);
  const id = conversationId(secret);
  const lastWords: Entry[] = [];
  const turn = async () => {
    const entries = await entriesOf(parts, secret, came);
    const watermark = await parts.sessions.append(secret, entries);
    if (watermark === null) lastWords.push(...entries);
    return (watermark ?? 0) - entries.length + 1;
  };
  // Prefixed, or a client could name the mark of the start.
  const outcome = await parts.sessions.lock(secret, turn, mark && `post:${mark}`);
  if (outcome.status === 'duplicate') return accepted(id, 'duplicate');
  if (lastWords.length > 0) return sayLast(parts, id, lastWords);
  if (outcome.status === 'gone') return GONE;
  parts.sockets.deliver(id);
  return accepted(id, outcome.value);
}

/** The echo, then what the bot answers. */
async function entriesOf(parts: Parts, secret: Secret, { activity, site }: Came): Promise<Entry[]> {
  const inbound = fromPerson(activity, stampOf(parts, secret));
  const replies = await askBot(parts, secret, inbound, site);
  return [{ kind: 'echo', activity: inbound }, ...replyEntries(replies, stampOf(parts, secret))];
}

/** The turn erased the conversation: its replies are kept nowhere, and only an open socket can still say them. */
function sayLast(parts: Parts, id: string, entries: readonly Entry[]): RouteResponse {
  const first = parts.now();
  const numbered = entries.map((entry, index) => ({ ...entry, sequence: first + index }));
  parts.sockets.sayLast(id, { entries: numbered, watermark: first + entries.length });
  return accepted(id, first);
}

function accepted(conversation: string, place: number | string): RouteResponse {
  return json(200, { id: activityId(conversation, place) });
}
