import type { Bot } from '../../bot/bot.ts';
import type { ReplyResolved } from '../../conversation/resolved.ts';

/** The block that stands on every page. */
export type Urgence = Extract<ReplyResolved, { type: 'emergency' }>;

/** What the bot begins with: the emergency block, then the rest.
 *  @throws {Error} when the block is not first: no page is made without it */
export function welcomeOf(
  bot: Pick<Bot, 'greet'>,
  langue?: string,
): { readonly urgence: Urgence; readonly replies: readonly ReplyResolved[] } {
  const [urgence, ...replies] = bot.greet(langue);
  if (urgence?.type !== 'emergency') {
    throw new Error('The welcome must begin with the emergency block.');
  }
  return { urgence, replies };
}
