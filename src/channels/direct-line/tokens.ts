import { createHash, timingSafeEqual } from 'node:crypto';
import { newSecret } from '../../sessions/sealing.ts';
import { json, parseJson } from '../http/json.ts';
import type { RouteRequest, RouteResponse } from '../http/route.ts';
import {
  BAD_ARGUMENT,
  bearer,
  FORBIDDEN,
  GONE,
  grantOf,
  type Parts,
  refusal,
  withConversation,
} from './parts.ts';

/**
 * Gives a token for a new conversation, without starting it: nothing is kept yet. The origins that may ask
 * are checked before; what a client says of itself is not read.
 */
export function generate(parts: Parts, request: RouteRequest): RouteResponse {
  if (request.body !== '' && parseJson(request.body) === undefined) return BAD_ARGUMENT;
  if (request.headers.authorization !== undefined) {
    if (!isBackend(parts.backendSecret, bearer(request))) return FORBIDDEN;
  } else {
    const verdict = parts.rateLimit.take(request.address);
    if (verdict.status === 'limited') return tooMany(verdict.retryAfterMs);
  }
  return json(200, grantOf(parts, newSecret()));
}

/** Gives a later token for the same conversation, unless it was erased. */
export function refresh(parts: Parts, request: RouteRequest): Promise<RouteResponse> {
  return withConversation(parts, request, async (secret) =>
    (await parts.sessions.state(secret)) === 'erased' ? GONE : json(200, grantOf(parts, secret)),
  );
}

function tooMany(retryAfterMs: number): RouteResponse {
  const seconds = String(Math.ceil(retryAfterMs / 1000));
  return { ...refusal(429, 'TooManyRequests'), headers: { 'retry-after': seconds } };
}

/** Digests are compared, so that neither length nor content shows in the time it takes. */
function isBackend(expected: string | undefined, shown: string): boolean {
  if (expected === undefined || expected === '') return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(shown));
}
