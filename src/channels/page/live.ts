/** What the page needs to come alive: its script, the words of a language, and a way to be forgotten at once. */
import type { TextKey } from '../../../dialogs/text-keys.ts';
import type { Session } from '../../conversation/session.ts';
import type { Sessions } from '../../sessions/sessions.ts';
import type { Tokens } from '../../sessions/token.ts';
import { wordsOf } from '../../view/words.ts';
import { json } from '../http/json.ts';
import type { Channel, RouteRequest, RouteResponse } from '../http/route.ts';
import type { Script } from './script.ts';

/** What it is made of. */
export interface LiveOptions {
  readonly script: Script;
  readonly sessions: Pick<Sessions<Session>, 'erase'>;
  readonly tokens: Tokens;
  readonly texts: ReadonlyMap<string, ReadonlyMap<TextKey, string>>;
  readonly now: () => number;
}

/** The live page's part of the server. Nothing is cached: a file kept by the browser would tell of the visit. */
export function liveChannel(options: LiveOptions): Channel {
  return {
    routes: [
      {
        id: 'static',
        method: 'GET',
        path: options.script.path,
        handler: () => ({
          status: 200,
          contentType: 'text/javascript; charset=utf-8',
          body: options.script.body,
          compressible: true,
          // A frame held by a sandbox has no origin; its exit needs this script all the same.
          headers: { 'cross-origin-resource-policy': 'cross-origin' },
        }),
      },
      { id: 'static', method: 'GET', path: '/words/:langue', handler: (request) => words(options, request) },
      {
        id: 'page',
        method: 'POST',
        path: '/end',
        contentTypes: ['application/x-www-form-urlencoded'],
        handler: (request) => end(options, request),
      },
    ],
  };
}

function words({ texts }: LiveOptions, { params }: RouteRequest): RouteResponse {
  const langue = params.langue ?? '';
  const known = texts.get(langue);
  return known ? json(200, wordsOf(langue, known)) : json(404, { error: { code: 'NotFound' } });
}

/** The person has left: whatever the token is worth, the answer is the same. */
async function end({ tokens, sessions, now }: LiveOptions, { body }: RouteRequest): Promise<RouteResponse> {
  const reading = tokens.read(new URLSearchParams(body).get('t') ?? '', now());
  if (reading.status === 'valid') await sessions.erase(reading.secret);
  return { status: 204 };
}
