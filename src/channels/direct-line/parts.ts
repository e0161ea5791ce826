import type { Log } from '../../log.ts';
import type { RateLimit } from '../../sessions/rate-limit.ts';
import type { Secret } from '../../sessions/sealing.ts';
import type { Sessions } from '../../sessions/sessions.ts';
import type { Tickets } from '../../sessions/tickets.ts';
import { conversationId, type Tokens, userId } from '../../sessions/token.ts';
import { json } from '../http/json.ts';
import type { RouteRequest, RouteResponse } from '../http/route.ts';
import type { Stamp } from './outbound.ts';
import type { SocketLimits, Sockets } from './sockets.ts';
import { type ReceiveTurn, TurnFailedError } from './turn.ts';

/** A site as this channel needs it. */
interface CallingSite {
  readonly id: string;
  readonly origines: readonly string[];
}

/** What Direct Line is made of. */
export interface DirectLineOptions {
  readonly bot: ReceiveTurn;
  readonly sessions: Pick<Sessions<unknown>, 'state' | 'open' | 'append' | 'since' | 'lock' | 'erase'>;
  readonly tokens: Tokens;
  readonly tickets: Tickets;
  /** Spent by each token given without the secret. */
  readonly rateLimit: RateLimit;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: Log;
  /** Where people reach this server, e.g. "https://passerelle.example": never read from the request. */
  readonly publicOrigin: string;
  /** The sites that may embed the assistant, with their exact origins; the same array until they change. */
  readonly sites: () => readonly CallingSite[];
  /** What a partner's backend shows to get a token. Absent: no backend has one. */
  readonly backendSecret?: string;
  readonly socketLimits?: Partial<SocketLimits>;
}

/** The options, and the sockets now open. */
export type Parts = DirectLineOptions & { readonly sockets: Sockets };

/** DirectLineJS refreshes every 15 minutes and never looks at the expiry: it must be well over that. */
const TOKEN_SECONDS = 30 * 60;

/** The base of every address of the protocol. */
export const BASE = '/v3/directline';

/** A refusal in Direct Line's shape, whose code is all it says. */
export function refusal(status: number, code: string): RouteResponse {
  return json(status, { error: { code } });
}

/** A body that is not what the call needs. */
export const BAD_ARGUMENT = refusal(400, 'BadArgument');
/** An erased conversation: the client ends. */
export const GONE = refusal(404, 'ConversationNotFound');
/** A token that is expired or not ours: the client asks for another. 401 would be fatal to it. */
export const FORBIDDEN = refusal(403, 'TokenExpired');

/** The token of a request, or an empty text. */
export function bearer({ headers }: RouteRequest): string {
  return /^Bearer ([^\s]{1,512})$/i.exec(headers.authorization ?? '')?.[1] ?? '';
}

/** Runs `grant` for the conversation this request's token opens; 403 for any other, 502 when the bot fails. */
export async function withConversation(
  parts: Parts,
  request: RouteRequest,
  grant: (secret: Secret) => Promise<RouteResponse>,
): Promise<RouteResponse> {
  const reading = parts.tokens.read(bearer(request), parts.now());
  if (reading.status !== 'valid') return FORBIDDEN;
  const { id } = request.params;
  if (id !== undefined && id !== conversationId(reading.secret)) return FORBIDDEN;
  try {
    return await grant(reading.secret);
  } catch (fault) {
    if (fault instanceof TurnFailedError) return refusal(502, 'BotRejectedActivity');
    throw fault;
  }
}

/** The stamp of what is written now in a conversation. */
export function stampOf(parts: Parts, secret: Secret): Stamp {
  return { conversationId: conversationId(secret), userId: userId(secret), now: parts.now() };
}

/** The site a call comes from: that of its Origin, else the one our own page names; null for none we know. */
export function siteOf({ sites }: Parts, { headers }: RouteRequest, named?: string): string | null {
  const { origin } = headers;
  const all = sites();
  const calling = all.find(({ origines }) => origin !== undefined && origines.includes(origin));
  return (calling ?? all.find(({ id }) => id === named))?.id ?? null;
}

/** A fresh token for a conversation, as every call that gives one answers it. */
export function grantOf(
  parts: Parts,
  secret: Secret,
): { conversationId: string; token: string; expires_in: number } {
  return {
    conversationId: conversationId(secret),
    token: parts.tokens.mint(secret, parts.now(), TOKEN_SECONDS),
    expires_in: TOKEN_SECONDS,
  };
}
