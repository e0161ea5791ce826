import type { Activity } from 'botbuilder';
import type { Delivery, Entry, NumberedEntry } from '../../sessions/sessions.ts';
import type { InboundActivity } from './inbound.ts';

const BOT = { id: 'passerelle', name: 'Passerelle', role: 'bot' } as const;

/** Who speaks where, and when: what the server writes itself on every activity. */
export interface Stamp {
  readonly conversationId: string;
  readonly userId: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The id of the activity that stands at this place of a conversation. */
export function activityId(conversationId: string, sequence: number | string): string {
  return `${conversationId}|${sequence}`;
}

/** A person's activity as the bot and the echo see it: sent by the derived user, whatever the client claimed. */
export function fromPerson(activity: Partial<Activity> | InboundActivity, stamp: Stamp): Partial<Activity> {
  return {
    ...(activity as Partial<Activity>),
    ...place(stamp),
    from: { id: stamp.userId, name: '', role: 'user' },
    recipient: { ...BOT },
  };
}

/** What tells the bot that the person has arrived. */
export function arrival(stamp: Stamp, locale: string | undefined): Partial<Activity> {
  const person = { id: stamp.userId, name: '', role: 'user' };
  const update = { type: 'conversationUpdate', membersAdded: [person], ...(locale && { locale }) };
  return fromPerson(update, stamp);
}

/** The bot's activities as entries to deliver; typing is a sign for the instant and is never kept. */
export function replyEntries(replies: readonly Partial<Activity>[], stamp: Stamp): Entry[] {
  return replies
    .filter((reply) => reply.type !== 'typing')
    .map((reply) => ({
      kind: 'reply',
      activity: { type: 'message', ...reply, ...place(stamp), from: { ...BOT } },
    }));
}

/** What Direct Line sends: the activities with their ids, and the watermark to ask from next time. */
export function activitySet(
  conversationId: string,
  { entries, watermark }: Delivery,
): { activities: unknown[]; watermark: string } {
  const numbered = ({ activity, sequence }: NumberedEntry) => ({
    ...(activity as object),
    id: activityId(conversationId, sequence),
  });
  return { activities: entries.map(numbered), watermark: String(watermark) };
}

/** A watermark as a client sends it back; 0, from the start, for none or for what is not one. */
export function parseWatermark(text: string | null): number {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : 0;
}

function place({ conversationId, now }: Stamp): Partial<Activity> {
  const conversation = { id: conversationId } as Activity['conversation'];
  // A string, as it travels: the value is sealed as JSON.
  return {
    channelId: 'directline',
    conversation,
    timestamp: new Date(now).toISOString() as unknown as Date,
  };
}
