import { type ActivitySet, call, type Grant } from './wire.ts';

/** The part of a conversation that its socket needs. */
export interface Streaming {
  token: string | null;
  id: string;
  watermark: string;
  /** The place of the last activity shown. */
  seen: number;
  socket: WebSocket | 'opening' | null;
  /** Sockets that never opened: after two, the network is taken to block them. */
  socketFailures: number;
}

const MAX_FAILURES = 2;

/** Whether answers come by themselves. */
export const isOpen = ({ socket }: Streaming): boolean =>
  socket !== null && socket !== 'opening' && socket.readyState === WebSocket.OPEN;

/** Opens the socket if there is none, from where the conversation was; without one, answers are asked for. */
export async function keepSocket(state: Streaming, receive: (set: ActivitySet) => void): Promise<void> {
  if (state.socket !== null || state.socketFailures >= MAX_FAILURES) return;
  state.socket = 'opening';
  try {
    const { id, token, watermark } = state;
    const { body } = await call<Grant>('GET', `/conversations/${id}?watermark=${watermark}`, token);
    if (state.id !== id || state.socket !== 'opening') return;
    state.socket = body?.streamUrl ? stream(state, body.streamUrl, receive) : null;
  } catch {
    // No network, or a policy that forbids sockets: the next answer tries again.
    state.socket = null;
    state.socketFailures += 1;
  }
}

function stream(state: Streaming, address: string, receive: (set: ActivitySet) => void): WebSocket {
  const socket = new WebSocket(address);
  let hasOpened = false;
  socket.onopen = () => {
    hasOpened = true;
    state.socketFailures = 0;
  };
  // An empty frame only says that the server is there.
  socket.onmessage = ({ data }) => {
    if (data && state.socket === socket) receive(JSON.parse(data));
  };
  socket.onclose = () => {
    if (!hasOpened) state.socketFailures += 1;
    if (state.socket === socket) state.socket = null;
  };
  return socket;
}

/** Lets go of the socket. */
export function closeSocket(state: Streaming): void {
  const { socket } = state;
  state.socket = null;
  if (socket !== null && socket !== 'opening') socket.close();
}
