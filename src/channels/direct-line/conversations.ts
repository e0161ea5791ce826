import type { Secret } from '../../sessions/sealing.ts';
import { conversationId } from '../../sessions/token.ts';
import { json } from '../http/json.ts';
import type { RouteRequest, RouteResponse } from '../http/route.ts';
import { parseStart } from './inbound.ts';
import { arrival, parseWatermark, replyEntries } from './outbound.ts';
import { BAD_ARGUMENT, BASE, GONE, grantOf, type Parts, siteOf, stampOf, withConversation } from './parts.ts';
import { askBot } from './turn.ts';

/** Starts a conversation and greets, once; a conversation already started is given as it is. */
export async function start(parts: Parts, request: RouteRequest): Promise<RouteResponse> {
  const opening = parseStart(request.body);
  if (opening === undefined) return BAD_ARGUMENT;
  return withConversation(parts, request, async (secret) => {
    const greeted = await parts.sessions.lock(
      secret,
      () => greet(parts, secret, { ...opening, site: siteOf(parts, request) }),
      'start',
    );
    if (greeted.status === 'gone') return GONE;
    parts.sockets.deliver(conversationId(secret));
    const isNew = greeted.status === 'done' && greeted.value;
    return json(isNew ? 201 : 200, await opened(parts, secret, null));
  });
}

/** What a client needs to come back to its conversation, from the watermark it had reached. */
export function resume(parts: Parts, request: RouteRequest): Promise<RouteResponse> {
  return withConversation(parts, request, async (secret) => {
    if ((await parts.sessions.state(secret)) === 'erased') return GONE;
    return json(200, await opened(parts, secret, request.query.get('watermark')));
  });
}

/** Forgets a conversation at once. */
export function end(parts: Parts, request: RouteRequest): Promise<RouteResponse> {
  return withConversation(parts, request, async (secret) => {
    await forget(parts, secret);
    return { status: 204 };
  });
}

/** Erases what is kept and closes the socket. */
export async function forget(parts: Parts, secret: Secret): Promise<void> {
  await parts.sessions.erase(secret);
  parts.sockets.drop(conversationId(secret));
}

/** Whether it was the first time. The store's marks are bounded: a value tells of a start they have forgotten. */
async function greet(
  parts: Parts,
  secret: Secret,
  { locale, site }: { readonly locale?: string | undefined; readonly site: string | null },
): Promise<boolean> {
  if ((await parts.sessions.open(secret)) !== null) return false;
  const stamp = stampOf(parts, secret);
  const replies = await askBot(parts, secret, arrival(stamp, locale), site);
  await parts.sessions.append(secret, replyEntries(replies, stampOf(parts, secret)));
  return true;
}

async function opened(parts: Parts, secret: Secret, watermark: string | null): Promise<object> {
  const grant = grantOf(parts, secret);
  // A ticket, not the token: addresses end up in histories and logs.
  const ticket = await parts.tickets.issue(secret, parts.now());
  const origin = parts.publicOrigin.replace(/^http/, 'ws');
  const query = `watermark=${parseWatermark(watermark)}&t=${ticket}`;
  return { ...grant, streamUrl: `${origin}${BASE}/conversations/${grant.conversationId}/stream?${query}` };
}
