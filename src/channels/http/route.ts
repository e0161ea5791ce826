import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RouteId } from '../../log.ts';

/** What a handler sees of a request: bounded, decoded, and nothing of the framework. */
export interface RouteRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** At most the server's body limit; empty for GET. */
  readonly body: string;
  /** For rate limits only: never logged, never kept. */
  readonly address: string;
}

/** What a handler answers. The security headers are added by the server; `headers` overrides them one by one. */
export interface RouteResponse {
  readonly status: number;
  readonly contentType?: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body holds no secret and nothing that a person sent: its length, once compressed, tells nothing. A buffer is
   *  compressed once: it must not change. */
  readonly compressible?: true;
}

/** One method on one path, as any channel declares it. A GET answers HEAD too. */
export interface Route {
  /** Names the route in the log. */
  readonly id: RouteId;
  readonly method: 'GET' | 'POST';
  /** Parameters as `:id`. */
  readonly path: string;
  /** Media types a body may have; any other gets 415. None: a body is never read. */
  readonly contentTypes?: readonly string[];
  /** Replaces the default policy, which allows nothing; it may follow the request, on errors too. */
  readonly csp?: string | ((asked: Pick<RouteRequest, 'query' | 'headers'>) => string);
  /** Exact origins that may call from a browser; a listed path also answers OPTIONS. Any other Origin gets 403. */
  readonly cors?: () => readonly string[];
  /** Words of 403, 413, 415 and 500 on this route; they cannot depend on the request. */
  readonly problem?: Problem;
  readonly handler: (request: RouteRequest) => RouteResponse | Promise<RouteResponse>;
}

/** The body of an error, from its status alone. */
export type Problem = (status: number) => { readonly contentType: string; readonly body: string };

/** A channel's part of the server. */
export interface Channel {
  readonly routes: readonly Route[];
  /** Takes the socket and returns true, or leaves it untouched and returns false. */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  /** Lets go of sockets and timers; called once, when the server closes. */
  readonly close?: () => Promise<void> | void;
}
