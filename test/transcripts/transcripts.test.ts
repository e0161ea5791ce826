import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { converse } from '../fixtures/product.ts';
import { print } from './print.ts';

const files = readdirSync(__dirname).filter((name) => name.endsWith('.chat'));

/** Replays the `user:` lines of a transcript through botbuilder and prints the whole file again. */
async function replay(content: string): Promise<string> {
  const header = content.split('\n').filter((line) => line.startsWith('#'));
  const quand =
    header.find((line) => line.startsWith('# quand: '))?.slice('# quand: '.length) ??
    '2026-11-24T15:00:00+01:00';
  const conversation = converse(quand);
  const blocks: string[] = [header.join('\n')];
  for (const line of content.split('\n').filter((text) => text.startsWith('user:'))) {
    const text = line.slice('user:'.length).trim();
    const replies = text === '(ouvre)' ? await conversation.start() : await conversation.say(text);
    blocks.push(`${line}\n${print(replies)}`);
  }
  return `${blocks.join('\n\n')}\n`;
}

describe('transcripts', () => {
  test('given the journeys of the issue, when counted, then there are at least 20', () => {
    expect(files.length).toBeGreaterThanOrEqual(20);
  });

  test.each(files)('given %s, when its user lines are replayed, then it prints itself back', async (name) => {
    const file = path.join(__dirname, name);
    const content = readFileSync(file, 'utf8');
    const printed = await replay(content);
    if (process.env.UPDATE_TRANSCRIPTS === '1') {
      writeFileSync(file, printed);
    }
    expect(printed).toBe(process.env.UPDATE_TRANSCRIPTS === '1' ? printed : content);
  });
});
