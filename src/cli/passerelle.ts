import { readConfig } from '../config.ts';
import { session } from '../conversation/session.ts';
import { InvalidKnowledgeError } from '../knowledge/finding.ts';
import { InvalidDataError } from '../knowledge/read-yaml.ts';
import { createMemorySessions } from '../sessions/memory.ts';
import { assemble } from './assemble.ts';
import { chat } from './chat.ts';
import { draw } from './draw.ts';
import { evaluate } from './evaluate.ts';
import { exchangeCommand } from './exchange.ts';
import { explainKnowledge } from './explain-knowledge.ts';
import { knowledgeCommand } from './knowledge.ts';
import { answerLines, BadLineError } from './lines.ts';
import { matchLine } from './match.ts';
import { train } from './train.ts';
import { understandLine } from './understand.ts';

const write = (text: string) => {
  process.stdout.write(text);
};

const warn = (text: string) => {
  process.stderr.write(text);
};

/** The commands; others script against them. */
const COMMANDS = new Map<string, (args: readonly string[]) => Promise<void> | void>([
  ['understand', () => answerLines(process.stdin, write, understandLine(product().understanding))],
  [
    'match',
    () =>
      answerLines(
        process.stdin,
        write,
        matchLine(product().world, () => new Date()),
      ),
  ],
  ['chat', async () => chat(await terminalBot(), process.stdin, write)],
  ['draw', () => write(`${draw(product().world, new Date())}\n`)],
  ['train', () => train(readConfig(process.env).understandingDir, write)],
  ['evaluate', ([mode = '']) => evaluate(readConfig(process.env), mode, write)],
  [
    'knowledge',
    async (args) => {
      const exchanged = await exchangeCommand(args, write);
      process.exitCode =
        exchanged ??
        (await knowledgeCommand(args, readConfig(process.env), new Date(), { out: write, err: warn }));
    },
  ],
]);

const product = () => assemble(readConfig(process.env));

// Only a conversation loads botbuilder.
async function terminalBot() {
  const { createBot } = await import('../bot/bot.ts');
  const { world, texts, cards, understanding } = product();
  const now = () => Date.now();
  // A terminal is one person's own screen: nothing is logged beside the conversation.
  const sessions = createMemorySessions({ schema: session, now });
  return createBot({ world: () => world, texts, cards, understanding, sessions, log: () => undefined, now });
}

async function main([name = '', ...args]: readonly string[]): Promise<void> {
  const command = COMMANDS.get(name);
  if (!command) {
    throw new BadLineError(`Usage: passerelle ${[...COMMANDS.keys()].join(' | ')}`);
  }
  await command(args);
}

/** What to mend, in words; an unknown fault may quote what was typed: only its kind is told. */
function told(error: unknown): string {
  if (error instanceof InvalidKnowledgeError) {
    return explainKnowledge(error, readConfig(process.env));
  }
  const known = error instanceof BadLineError || error instanceof InvalidDataError;
  return known ? error.message : `Fault: ${error instanceof Error ? error.name : 'unknown'}`;
}

// « | head » closes the pipe: nothing is left to say.
process.stdout.on('error', () => process.exit());

main(process.argv.slice(2)).catch((error: unknown) => {
  warn(`${told(error)}\n`);
  process.exitCode = 1;
});
