/** Direct Line 3.0 over an in-process bot: what our widget and any Web Chat speak. */
import type { Channel, Route, RouteRequest, RouteResponse } from '../http/route.ts';
import { remade } from '../remade.ts';
import { poll, post } from './activities.ts';
import { end, resume, start } from './conversations.ts';
import { BASE, type DirectLineOptions, type Parts, refusal } from './parts.ts';
import { createSockets } from './sockets.ts';
import { createUpgrade } from './stream.ts';
import { generate, refresh } from './tokens.ts';

type Handler = (parts: Parts, request: RouteRequest) => RouteResponse | Promise<RouteResponse>;

const CALLS: readonly (readonly [method: Route['method'], path: string, Handler])[] = [
  ['POST', '/tokens/generate', generate],
  ['POST', '/tokens/refresh', refresh],
  ['POST', '/conversations', start],
  ['GET', '/conversations/:id', resume],
  ['GET', '/conversations/:id/activities', poll],
  ['POST', '/conversations/:id/activities', post],
  ['POST', '/conversations/:id/end', end],
];

/** Direct Line's part of the server. */
export function directLine(options: DirectLineOptions): Channel {
  const sockets = createSockets(options.sessions, options.socketLimits);
  const parts: Parts = { ...options, sockets };
  const cors = remade(options.sites, (sites) => [
    options.publicOrigin,
    ...sites.flatMap(({ origines }) => origines),
  ]);
  const call = (method: Route['method'], path: string, handler: Route['handler']): Route => ({
    id: 'directline',
    method,
    path: `${BASE}${path}`,
    cors,
    handler,
  });
  const calls = CALLS.map(([method, path, handler]) => ({
    ...call(method, path, (request) => handler(parts, request)),
    ...(method === 'POST' && { contentTypes: ['application/json'] }),
  }));
  return {
    routes: [
      ...calls,
      // The assistant takes no file; the body is not even read.
      call('POST', '/conversations/:id/upload', () => refusal(415, 'UnsupportedMediaType')),
      // Clients tolerate it: it serves sign-in cards only.
      call('GET', '/session/getsessionid', () => refusal(404, 'NotFound')),
    ],
    upgrade: createUpgrade(parts, cors),
    close: () => sockets.close(),
  };
}
