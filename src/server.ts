import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import restify from 'restify';
import { clientAddress } from './channels/http/address.ts';
import { type Answering, answerRoute, plainProblem, problem, queryOf, send } from './channels/http/answer.ts';
import { allowOrigin, allowPreflight } from './channels/http/cors.ts';
import { createDrain } from './channels/http/drain.ts';
import { refuseSocket, SECURITY_HEADERS } from './channels/http/headers.ts';
import { LIMITS, type Limits } from './channels/http/limits.ts';
import type { Channel, Problem, Route, RouteResponse } from './channels/http/route.ts';
import type { Log } from './log.ts';

/** What the server is made of. */
export interface ServerOptions {
  readonly channels: readonly Channel[];
  /** The emergency page, whole: it depends on nothing. Its owner replaces it when a line changes. */
  readonly urgence: { html: string; readonly csp?: string };
  readonly log: Log;
  /** Words of the errors met outside any route: unknown addresses and methods. */
  readonly problem?: Problem;
  /** How many proxies of ours stand in front. */
  readonly trustedProxies?: number;
  readonly limits?: Partial<Limits>;
}

/** A server of the assistant. */
export interface PasserelleServer {
  /** Listens and gives the port; port 0 picks a free one. Rejects with the system's error, such as EADDRINUSE. */
  listen(port: number, host: string): Promise<number>;
  /** Refuses new work, lets the work under way end, then closes what remains. */
  close(): Promise<void>;
}

/** A restify server on which no request can end the process, whatever it sends and whatever a handler does. */
export function createServer(options: ServerOptions): PasserelleServer {
  const limits = { ...LIMITS, ...options.limits };
  const server = restify.createServer({ name: '', log: SILENT as never });
  const http = server.server as HttpServer;
  const drain = createDrain();
  const state = { isClosing: false };
  bound(http, limits);
  guard(server, limits, (response) => {
    drain.track(response);
    if (state.isClosing) response.setHeader('connection', 'close');
  });
  answerErrors(server, http, options.problem ?? plainProblem);
  const answering = { log: options.log, limits, address: clientAddress(options.trustedProxies ?? 0) };
  const routes = [...ownRoutes(options.urgence), ...options.channels.flatMap((c) => c.routes)];
  for (const route of routes) mount(server, route, answering);
  mountPreflights(server, routes);
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
    offerSocket(options, request, socket, head),
  );
  return {
    listen: (port, host) => listen(http, port, host),
    close: async () => {
      if (state.isClosing) return;
      state.isClosing = true;
      await close(http, options.channels, () => drain.settle(limits.drainMs));
    },
  };
}

/** Logs what nothing caught, as a code, and lets the process live: conversations are in its memory. */
export function installLastResort(target: NodeJS.EventEmitter, log: Log): void {
  target.on('uncaughtException', () => log({ event: 'process-fault', code: 'uncaught-exception' }));
  target.on('unhandledRejection', () => log({ event: 'process-fault', code: 'unhandled-rejection' }));
}

/** restify would write what its own code thinks of a request. */
const nothing = (): boolean => false;
const SILENT = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
};

function ownRoutes(urgence: ServerOptions['urgence']): Route[] {
  const health: RouteResponse = { status: 200, contentType: 'application/json', body: '{"status":"ok"}' };
  return [
    {
      id: 'static',
      method: 'GET',
      path: '/urgence.html',
      ...(urgence.csp === undefined ? {} : { csp: urgence.csp }),
      handler: () => ({ status: 200, contentType: 'text/html; charset=utf-8', body: urgence.html }),
    },
    { id: 'health', method: 'GET', path: '/health', handler: () => health },
  ];
}

function bound(http: HttpServer, limits: Limits): void {
  http.requestTimeout = limits.requestMs;
  http.headersTimeout = limits.headersMs;
  http.keepAliveTimeout = limits.keepAliveMs;
  http.maxConnections = limits.connections;
  http.maxHeadersCount = 100;
  // A client that never reads its answers is let go, with what was kept for it.
  http.timeout = limits.idleMs;
  // Node answers a missing Host by itself, without our headers; we never read Host.
  Object.assign(http, { connectionsCheckingInterval: limits.checkMs, requireHostHeader: false });
}

/** Part of restify since version 7, missing from its types. */
type WithFirst = restify.Server & {
  first(handler: (request: IncomingMessage, response: ServerResponse) => boolean): void;
};

/** What must happen before restify looks: it parses Host and the target as a URL, and a bad one ends the process. */
function guard(server: restify.Server, limits: Limits, onAnswer: (response: ServerResponse) => void): void {
  (server as WithFirst).first((request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    if (!admitOnSocket(request.socket, response, limits.pipelined)) return false;
    onAnswer(response);
    request.headers.host = 'localhost';
    const target = request.url ?? '';
    if (target.startsWith('/') && target.length <= limits.targetLength) return true;
    const { contentType, body } = plainProblem(400);
    response.writeHead(400, { 'content-type': contentType, 'content-length': Buffer.byteLength(body) });
    response.end(body);
    return false;
  });
  // Before any reader: restify inflates a body without bound, and one that is not gzip ends the process.
  server.pre((request, response, next) => {
    const encoding = request.headers['content-encoding'] ?? 'identity';
    if (encoding.toLowerCase() === 'identity') return next();
    send(response, problem(415));
    return next(false);
  });
}

/** Answers under way on each socket. */
const underWay = new WeakMap<Socket, number>();

/** Requests sent in one breath are all parsed before any answer is read: past a few, the socket is cut. */
function admitOnSocket(socket: Socket, response: ServerResponse, limit: number): boolean {
  const count = (underWay.get(socket) ?? 0) + 1;
  underWay.set(socket, count);
  response.once('close', () => underWay.set(socket, (underWay.get(socket) ?? 1) - 1));
  if (count <= limit) return true;
  socket.destroy();
  return false;
}

/** restify's and node's own errors quote the request, or come without our headers. */
function answerErrors(server: restify.Server, http: HttpServer, words: Problem): void {
  server.on('restifyError', (_request, response, error: { statusCode?: number }, done: () => void) => {
    send(response, problem(error.statusCode ?? 500, words));
    done();
  });
  // restify repeats the socket's errors as its own, and an error nobody listens to ends the process.
  server.on('error', () => undefined);
  http.on('checkExpectation', (_request, response: ServerResponse) => {
    response.writeHead(417, { ...SECURITY_HEADERS, 'content-length': '0', connection: 'close' });
    response.end();
  });
  http.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (socket.bytesWritten > 0 || error.code === 'ECONNRESET') socket.destroy();
    else refuseSocket(socket, CLIENT_ERRORS[error.code ?? ''] ?? 400);
  });
}

const CLIENT_ERRORS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

function mount(server: restify.Server, route: Route, answering: Answering): void {
  const run: restify.RequestHandler = (request, response, next) => {
    const { csp } = route;
    const policy =
      typeof csp === 'function' ? csp({ query: queryOf(request.url), headers: request.headers }) : csp;
    if (policy !== undefined) response.setHeader('content-security-policy', policy);
    allowOrigin(route, request, response);
    answerRoute(route, request, answering)
      .then((answer) => (answer === 'gone' ? response.destroy() : send(response, answer)))
      .catch(() => {
        answering.log({ event: 'request-failed', route: route.id, code: 'render' });
        send(response, problem(500, route.problem));
      })
      .finally(() => next(false));
  };
  if (route.method === 'POST') server.post(route.path, run);
  else {
    server.get(route.path, run);
    server.head(route.path, run);
  }
}

function mountPreflights(server: restify.Server, routes: readonly Route[]): void {
  const shared = routes.filter((route) => route.cors !== undefined);
  for (const path of new Set(shared.map((route) => route.path))) {
    server.opts(path, (request, response, next) => {
      allowPreflight(
        shared.filter((route) => route.path === path),
        request,
        response,
      );
      send(response, { status: 204 });
      next(false);
    });
  }
}

function offerSocket(options: ServerOptions, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  socket.on('error', () => socket.destroy());
  try {
    if (options.channels.some((channel) => channel.upgrade?.(request, socket, head))) return;
    refuseSocket(socket, 404);
  } catch {
    options.log({ event: 'request-failed', route: 'other', code: 'handler' });
    refuseSocket(socket, 500);
  }
}

function listen(http: HttpServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      resolve((http.address() as AddressInfo).port);
    });
  });
}

async function close(
  http: HttpServer,
  channels: readonly Channel[],
  settle: () => Promise<void>,
): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    http.close(() => resolve());
  });
  // The answers first: their replies still travel on the channels' sockets.
  await settle();
  await Promise.allSettled(channels.map(async (channel) => channel.close?.()));
  http.closeAllConnections();
  await closed;
}
