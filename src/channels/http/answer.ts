import type { IncomingMessage } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Request, Response } from 'restify';
import type { Log } from '../../log.ts';
import { hasBody, isOfType, readBody } from './body.ts';
import { isListed } from './cors.ts';
import type { Limits } from './limits.ts';
import type { Problem, Route, RouteRequest, RouteResponse } from './route.ts';

/** Errors outside any route, and those of routes without their own words: the status is all they say. */
export const plainProblem: Problem = (status) => ({
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify({ error: { code: PROBLEM_CODES[status] ?? 'Error' } }),
});

const PROBLEM_CODES: Readonly<Record<number, string>> = {
  400: 'BadArgument',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  413: 'TooLarge',
  415: 'UnsupportedMediaType',
  500: 'ServerError',
};

/** The answer of a bare status. */
export function problem(status: number, words: Problem = plainProblem): RouteResponse {
  try {
    return { status, ...words(status) };
  } catch {
    return { status, ...plainProblem(status) };
  }
}

/** Writes an answer; a body is never sent twice. */
export function send(response: Response, answer: RouteResponse): void {
  if (response.headersSent || response.destroyed) return;
  const body = answer.body ?? '';
  const headers: Record<string, string> = { ...answer.headers };
  if (answer.contentType !== undefined) headers['content-type'] = answer.contentType;
  if (answer.status !== 204) headers['content-length'] = String(Buffer.byteLength(body));
  response.sendRaw(answer.status, body, headers);
}

/** What the wrapper of a handler needs to know. */
export interface Answering {
  readonly log: Log;
  readonly limits: Limits;
  readonly address: (request: IncomingMessage) => string;
}

/** Runs a route on a request; whatever its handler does, an answer comes out, and says nothing of the fault. */
export async function answerRoute(
  route: Route,
  request: Request,
  server: Answering,
): Promise<RouteResponse | 'gone'> {
  try {
    const body = await admit(route, request, server.limits);
    if (body === 'gone') return 'gone';
    if (typeof body === 'number') return problem(body, route.problem);
    const answer = await within(
      server.limits.handlerMs,
      route.handler(toRouteRequest(request, body, server)),
    );
    return answer.compressible ? compressed(answer, request) : answer;
  } catch {
    // The error itself may hold what a person typed: only the fact is logged.
    server.log({ event: 'request-failed', route: route.id, code: 'handler' });
    return problem(500, route.problem);
  }
}

/** The same answer, smaller for a client that reads gzip. */
function compressed(answer: RouteResponse, request: Request): RouteResponse {
  const headers = { ...answer.headers, vary: 'accept-encoding' };
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return { ...answer, headers };
  const body = gzipped(answer.body ?? '');
  return { ...answer, body, headers: { ...headers, 'content-encoding': 'gzip' } };
}

/** Constant bodies, which are buffers, already compressed. */
const smaller = new WeakMap<Buffer, Buffer>();

function gzipped(body: string | Buffer): Buffer {
  if (typeof body === 'string') return gzipSync(body);
  const known = smaller.get(body) ?? gzipSync(body);
  smaller.set(body, known);
  return known;
}

/** The body when the route admits this request; else the status that refuses it. */
async function admit(
  route: Route,
  request: Request,
  limits: Limits,
): Promise<{ text: string } | number | 'gone'> {
  const { origin } = request.headers;
  if (route.cors !== undefined && origin !== undefined && !isListed(route.cors(), origin)) return 403;
  if (route.contentTypes === undefined || !hasBody(request)) return { text: '' };
  if (!isOfType(request, route.contentTypes)) return 415;
  const read = await readBody(request, limits.bodyBytes);
  if (read.status === 'gone') return 'gone';
  if (read.status === 'too-large') return 413;
  return read.status === 'read' ? { text: read.body } : 400;
}

/** What follows « ? » in the target of a request. */
export function queryOf(target = '/'): URLSearchParams {
  const search = target.indexOf('?');
  return new URLSearchParams(search < 0 ? '' : target.slice(search));
}

function toRouteRequest(request: Request, body: { text: string }, server: Answering): RouteRequest {
  return {
    params: { ...(request.params as Record<string, string>) },
    query: queryOf(request.url),
    headers: request.headers,
    body: body.text,
    address: server.address(request),
  };
}

/** The work's own outcome, or a failure when it is late: a handler that hangs must not hold the person. */
function within<T>(ms: number, work: T | Promise<T>): T | Promise<T> {
  if (!(work instanceof Promise)) return work;
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('handler-timeout')), ms).unref();
    work.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
