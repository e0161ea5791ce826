import { z } from 'zod';
import { parseJson } from '../http/json.ts';

const MAX_TEXT = 8_000;
/** Clients put their own marks there; it comes back to them as it was. */
const MAX_CHANNEL_DATA = 4_096;
const MAX_TURN_ID = 128;

const locale = z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/);

/** What a client may post. Everything else is dropped: ids, dates, names and addresses are the server's to give. */
const inboundActivity = z.object({
  type: z.enum(['message', 'event', 'typing']),
  text: z.string().max(MAX_TEXT).optional(),
  textFormat: z.enum(['plain', 'markdown', 'xml']).optional(),
  locale: locale.optional().catch(undefined),
  name: z.string().max(100).optional(),
  value: z.unknown().optional(),
  channelData: z
    .unknown()
    .refine((data) => (JSON.stringify(data) ?? '').length <= MAX_CHANNEL_DATA)
    .optional(),
});

export type InboundActivity = z.infer<typeof inboundActivity>;

/** The activity in a body, or undefined: what was wrong is never said, since it would quote the body. */
export function parseActivity(body: string): InboundActivity | undefined {
  return inboundActivity.safeParse(parseJson(body)).data;
}

const startBody = z.object({ locale: locale.optional().catch(undefined) });

/** What opens a conversation; a client's own user id is dropped. Undefined when the body is not an object. */
export function parseStart(body: string): z.infer<typeof startBody> | undefined {
  return startBody.safeParse(body === '' ? {} : parseJson(body)).data;
}

/** The site that our own page names, by which the person came. */
export function siteNamedIn(activity: InboundActivity): string | undefined {
  return z.object({ site: z.string().max(40) }).safeParse(activity.channelData).data?.site;
}

/** The client's mark of this post, by which a repeated one is known. */
export function turnIdOf(activity: InboundActivity): string | undefined {
  const marked = z.object({ clientActivityID: z.string().min(1).max(MAX_TURN_ID) });
  return marked.safeParse(activity.channelData).data?.clientActivityID;
}
