import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Route } from './route.ts';

const PREFLIGHT = {
  // The last one is written by the ajax of DirectLineJS itself.
  'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
  'access-control-max-age': '600',
};

/** Whether an origin is in the list. « null », which sandboxed frames and files send, names nobody. */
export function isListed(origins: readonly string[], origin: string): boolean {
  return origin !== 'null' && origins.includes(origin);
}

/** Lets a listed origin read the answer, and no other: never `*`, never an origin that is not in the list. */
export function allowOrigin(route: Route, request: IncomingMessage, response: ServerResponse): void {
  if (route.cors === undefined) return;
  response.setHeader('vary', 'Origin');
  const { origin } = request.headers;
  if (origin !== undefined && isListed(route.cors(), origin)) {
    response.setHeader('access-control-allow-origin', origin);
  }
}

/** Adds what the preflight of these routes, all of one path, asks for; nothing for an origin that is not listed. */
export function allowPreflight(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
): void {
  for (const route of routes) allowOrigin(route, request, response);
  if (!response.hasHeader('access-control-allow-origin')) return;
  const methods = routes.map((route) => route.method).join(', ');
  for (const [name, value] of Object.entries({ ...PREFLIGHT, 'access-control-allow-methods': methods })) {
    response.setHeader(name, value);
  }
}
