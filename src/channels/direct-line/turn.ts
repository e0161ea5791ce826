import type { Activity } from 'botbuilder';
import type { Log } from '../../log.ts';
import type { Secret } from '../../sessions/sealing.ts';

/** The part of the bot that this channel speaks to: an activity in, its activities out; it throws when it fails. */
export interface ReceiveTurn {
  receive(turn: {
    secret: Secret;
    activity: Partial<Activity>;
    channel: 'directline';
    acces: 'public';
    langue?: string;
    site?: string | null;
  }): Promise<Partial<Activity>[]>;
}

/** The bot failed. It says nothing of why: the cause may hold what a person typed. */
export class TurnFailedError extends Error {
  override readonly name = 'TurnFailedError';
}

/** The bot's answer to an activity.
 *  @throws {TurnFailedError} when it has none; the log has a code and nothing of the cause */
export async function askBot(
  { bot, log }: { readonly bot: ReceiveTurn; readonly log: Log },
  secret: Secret,
  activity: Partial<Activity>,
  site: string | null,
): Promise<Partial<Activity>[]> {
  const { locale: langue } = activity;
  try {
    const turn = { secret, activity, channel: 'directline', acces: 'public', site } as const;
    return await bot.receive(langue === undefined ? turn : { ...turn, langue });
  } catch {
    log({ event: 'turn-failed', channel: 'directline', code: 'turn' });
    throw new TurnFailedError();
  }
}
