import { WebSocket } from 'ws';
import type { Secret } from '../../sessions/sealing.ts';
import type { Delivery, Sessions } from '../../sessions/sessions.ts';
import { activitySet } from './outbound.ts';

/** What the sockets may cost the server. */
export interface SocketLimits {
  /** Over this, the longest silent is closed: its client comes back and loses nothing. */
  readonly sockets: number;
  /** Between two keep-alives, in milliseconds. */
  readonly keepAliveMs: number;
  /** Frames a client may send between two keep-alives; it needs two. */
  readonly framesPerKeepAlive: number;
  /** Bytes waiting to be sent to a client that no longer reads. */
  readonly waitingBytes: number;
}

const SOCKET_LIMITS: SocketLimits = {
  sockets: 5_000,
  keepAliveMs: 25_000,
  framesPerKeepAlive: 50,
  waitingBytes: 512 * 1024,
};

/** The conversation a socket serves. */
interface Streamed {
  readonly id: string;
  readonly secret: Secret;
  readonly watermark: number;
}

/** The open sockets, one a conversation. */
export interface Sockets {
  /** Serves a conversation on this socket from its watermark; an older socket of the conversation is closed. */
  attach(socket: WebSocket, conversation: Streamed): void;
  /** Sends what is new in a conversation, if it has a socket. */
  deliver(conversationId: string): void;
  /** Says the last words of a conversation that is no more, and closes its socket. */
  sayLast(conversationId: string, delivery: Delivery): void;
  /** Closes the socket of a conversation that is no more. */
  drop(conversationId: string): void;
  /** Closes every socket. */
  close(): void;
}

type Open = {
  readonly socket: WebSocket;
  readonly conversation: Streamed;
  watermark: number;
  /** Deliveries follow each other, or two would send the same replies. */
  sending: Promise<void>;
  frames: number;
  isAlive: boolean;
};

type Hub = {
  readonly sessions: Pick<Sessions<unknown>, 'since' | 'state'>;
  readonly limits: SocketLimits;
  /** By conversation id, the longest silent first. */
  readonly open: Map<string, Open>;
  keepAlive: NodeJS.Timeout | null;
};

const NORMAL = 1000;
const GOING_AWAY = 1001;
const POLICY = 1008;
/** For a client to answer our closing, in milliseconds. */
const FAREWELL_MS = 500;

/** An empty set of sockets; no timer runs while it is empty. */
export function createSockets(
  sessions: Pick<Sessions<unknown>, 'since' | 'state'>,
  limits: Partial<SocketLimits> = {},
): Sockets {
  const hub: Hub = { sessions, limits: { ...SOCKET_LIMITS, ...limits }, open: new Map(), keepAlive: null };
  return {
    attach: (socket, conversation) => attach(hub, socket, conversation),
    deliver: (id) => deliver(hub, hub.open.get(id)),
    sayLast: (id, delivery) => {
      hub.open.get(id)?.socket.send(JSON.stringify(activitySet(id, delivery)));
      forget(hub, hub.open.get(id), NORMAL);
    },
    drop: (id) => forget(hub, hub.open.get(id), NORMAL),
    close: () => {
      for (const open of hub.open.values()) forget(hub, open, GOING_AWAY);
    },
  };
}

function attach(hub: Hub, socket: WebSocket, conversation: Streamed): void {
  forget(hub, hub.open.get(conversation.id), NORMAL);
  const open: Open = {
    socket,
    conversation,
    watermark: conversation.watermark,
    sending: Promise.resolve(),
    frames: 0,
    isAlive: true,
  };
  hub.open.set(conversation.id, open);
  socket.on('message', (frame: Buffer) => receive(hub, open, frame.length));
  socket.on('pong', () => {
    open.isAlive = true;
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => remove(hub, open));
  const [oldest] = hub.open.values();
  if (hub.open.size > hub.limits.sockets) forget(hub, oldest, GOING_AWAY);
  hub.keepAlive ??= setInterval(() => keepAlive(hub), hub.limits.keepAliveMs).unref();
  deliver(hub, open);
}

/** A client only ever sends empty frames, to say that it is there. */
function receive(hub: Hub, open: Open, length: number): void {
  open.isAlive = true;
  open.frames += 1;
  if (length > 0 || open.frames > hub.limits.framesPerKeepAlive) forget(hub, open, POLICY);
}

function deliver(hub: Hub, open: Open | undefined): void {
  if (open === undefined) return;
  // A failure of the store is not the socket's: the next delivery starts from the same watermark.
  open.sending = open.sending.then(() => send(hub, open)).catch(() => undefined);
}

async function send(hub: Hub, open: Open): Promise<void> {
  const { socket, conversation } = open;
  // Not read for nothing: an echo is given once.
  if (socket.readyState !== WebSocket.OPEN) return;
  // A client that does not read is cut: its replies are kept, and come again from its watermark.
  if (socket.bufferedAmount > hub.limits.waitingBytes) {
    socket.terminate();
    return;
  }
  const delivery = await hub.sessions.since(conversation.secret, open.watermark);
  if (delivery === null || delivery.entries.length === 0) return;
  open.watermark = delivery.watermark;
  socket.send(JSON.stringify(activitySet(conversation.id, delivery)));
  if (hub.open.get(conversation.id) !== open) return;
  hub.open.delete(conversation.id);
  hub.open.set(conversation.id, open);
}

function keepAlive(hub: Hub): void {
  for (const open of hub.open.values()) {
    const { socket } = open;
    if (!open.isAlive || socket.bufferedAmount > hub.limits.waitingBytes) {
      socket.terminate();
      continue;
    }
    open.isAlive = false;
    open.frames = 0;
    socket.send('');
    socket.ping();
    closeIfErased(hub, open);
  }
}

/** Another replica may have erased it. */
function closeIfErased(hub: Hub, open: Open): void {
  hub.sessions.state(open.conversation.secret).then(
    (state) => state === 'erased' && forget(hub, open, NORMAL),
    () => undefined,
  );
}

function forget(hub: Hub, open: Open | undefined, code: number): void {
  if (open === undefined) return;
  remove(hub, open);
  open.socket.close(code);
  setTimeout(() => open.socket.terminate(), FAREWELL_MS).unref();
}

function remove(hub: Hub, open: Open): void {
  if (hub.open.get(open.conversation.id) === open) hub.open.delete(open.conversation.id);
  if (hub.open.size > 0 || hub.keepAlive === null) return;
  clearInterval(hub.keepAlive);
  hub.keepAlive = null;
}
