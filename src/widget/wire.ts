/** Direct Line's calls and frames, as the page needs them. */
import type { ShownReply } from '../view/replies.tsx';

/** What the person does: words of their own, or a choice. */
export type Outgoing = { readonly text: string } | { readonly choice: string };

/** What the assistant says in one turn. */
export interface Turn {
  readonly replies: readonly ShownReply[];
  readonly langue: string;
}

/** An answer of the server; `body` is null when there is none. */
export interface Called<Body> {
  readonly status: number;
  readonly body: Body | null;
}

/** A token and the conversation it opens. */
export interface Grant {
  readonly conversationId: string;
  readonly token: string;
  /** In seconds. */
  readonly expires_in: number;
  readonly streamUrl?: string;
}

/** A frame of the socket, or an answer to polling. */
export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark: string;
}

interface Activity {
  readonly type: string;
  /** « conversation|place » */
  readonly id: string;
  readonly from: { readonly role?: string };
  /** The same for every activity of one turn. */
  readonly timestamp: string;
  readonly locale?: string;
  readonly text?: string;
  readonly channelData?: { readonly passerelle?: ShownReply };
}

const BASE = '/v3/directline';
/** A request that hangs is a network that is down. */
const HANGS_MS = 20_000;

/** One call; rejects when the network fails. */
export async function call<Body>(
  method: 'GET' | 'POST',
  path: string,
  token: string | null,
  body?: unknown,
): Promise<Called<Body>> {
  const request = fetch(BASE + path, {
    method,
    cache: 'no-store',
    credentials: 'omit',
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const read = request.then(async (response) => {
    const text = await response.text();
    return { status: response.status, body: response.ok && text ? JSON.parse(text) : null };
  });
  return inTime(read, HANGS_MS);
}

/** The work's own outcome, or a failure when it is late. */
export function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(reject, ms);
    work.then(resolve, reject).then(() => clearTimeout(late));
  });
}

/** The place of an activity in its conversation. */
const placeOf = ({ id }: Activity): number => Number(id.slice(id.lastIndexOf('|') + 1));

/** The last turn among what came after a place; null when the assistant said nothing there. */
export function lastTurn(set: ActivitySet, after: number, langue: string): (Turn & { place: number }) | null {
  const said = set.activities.filter(
    (activity) => activity.type === 'message' && activity.from.role === 'bot' && placeOf(activity) > after,
  );
  const last = said[said.length - 1];
  if (!last) return null;
  const replies = said.filter(({ timestamp }) => timestamp === last.timestamp).map(replyOf);
  return { replies, langue: last.locale ?? langue, place: placeOf(last) };
}

function replyOf({ channelData, text }: Activity): ShownReply {
  return channelData?.passerelle ?? { type: 'message', texte: text ?? '' };
}

/** Marks a post, so that sent twice it is answered once. */
export function newMark(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
