import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { conversationId } from '../../sessions/token.ts';
import { isListed } from '../http/cors.ts';
import { refuseSocket, SECURITY_HEADERS } from '../http/headers.ts';
import type { Channel } from '../http/route.ts';
import { parseWatermark } from './outbound.ts';
import { BASE, type Parts } from './parts.ts';

/** What follows the base address. */
const STREAM = /^\/conversations\/([\w-]{1,64})\/stream(?:\?(.*))?$/;
/** Clients send empty frames only. */
const MAX_FRAME_BYTES = 1_024;

/** Takes an upgrade of the stream's address, and no other; what has no valid ticket is refused. */
export function createUpgrade(
  parts: Parts,
  origins: () => readonly string[],
): NonNullable<Channel['upgrade']> {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    clientTracking: false,
  });
  server.on('headers', (headers) => {
    headers.push(...Object.entries(SECURITY_HEADERS).map(([name, value]) => `${name}: ${value}`));
  });
  // ws would answer a bad handshake in its own words, without our headers.
  server.on('wsClientError', (_error, socket) => refuseSocket(socket, 400));
  return (request, socket, head) => {
    const [, id, query] = request.url?.startsWith(BASE)
      ? (STREAM.exec(request.url.slice(BASE.length)) ?? [])
      : [];
    if (id === undefined) return false;
    const { origin } = request.headers;
    if (origin !== undefined && !isListed(origins(), origin)) refuseSocket(socket, 403);
    else void admit(parts, server, { request, socket, head }, { id, query: new URLSearchParams(query) });
    return true;
  };
}

type Upgrade = { readonly request: IncomingMessage; readonly socket: Duplex; readonly head: Buffer };

async function admit(
  parts: Parts,
  server: WebSocketServer,
  { request, socket, head }: Upgrade,
  asked: { readonly id: string; readonly query: URLSearchParams },
): Promise<void> {
  try {
    const secret = await parts.tickets.take(asked.query.get('t') ?? '', parts.now());
    if (secret === null || conversationId(secret) !== asked.id) return refuseSocket(socket, 403);
    if ((await parts.sessions.state(secret)) === 'erased') return refuseSocket(socket, 404);
    const watermark = parseWatermark(asked.query.get('watermark'));
    server.handleUpgrade(request, socket, head, (stream: WebSocket) =>
      parts.sockets.attach(stream, { id: asked.id, secret, watermark }),
    );
  } catch {
    parts.log({ event: 'request-failed', route: 'directline', code: 'store' });
    refuseSocket(socket, 500);
  }
}
