import { createInterface } from 'node:readline';
import type { Activity } from 'botbuilder';
import type { Bot } from '../bot/bot.ts';
import { newSecret } from '../sessions/sealing.ts';

/** `chat`: a conversation in the terminal. Choices are numbered; anything else is read as words. */
export async function chat(
  bot: Bot,
  input: NodeJS.ReadableStream,
  write: (text: string) => void,
): Promise<void> {
  const secret = newSecret();
  const receive = (activity: Partial<Activity>) =>
    bot.receive({ secret, activity, channel: 'terminal', acces: 'public' });
  const member = { id: 'terminal', name: '' };
  const greeting = { type: 'conversationUpdate', membersAdded: [member], recipient: { id: 'bot', name: '' } };
  let choices = show(await receive(greeting), write);
  for await (const line of createInterface({ input })) {
    const picked = choices[Number(line.trim()) - 1];
    choices = show(await receive({ type: 'message', text: picked ?? line }), write);
  }
}

/** Prints what the bot said and numbers its choices. */
function show(activities: readonly Partial<Activity>[], write: (text: string) => void): string[] {
  const choices: string[] = [];
  for (const { text, suggestedActions } of activities) {
    const lines = (suggestedActions?.actions ?? []).map(({ title, value }) => {
      choices.push(String(value));
      return `  ${choices.length}. ${title}`;
    });
    write(`\n${[text, ...lines].join('\n')}\n`);
  }
  write('\n> ');
  return choices;
}
