import { createInterface } from 'node:readline';

/** A line of standard input that cannot be used; it says which, never what it holds. */
export class BadLineError extends Error {
  override name = 'BadLineError';
}

/** Answers each JSON line of the input with one JSON line, in the same order.
 *  @throws {BadLineError} with the line's number, at the first line that is not JSON or not what `answer` takes */
export async function answerLines(
  input: NodeJS.ReadableStream,
  write: (line: string) => void,
  answer: (value: unknown) => unknown,
): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() !== '') {
      write(`${JSON.stringify(await answerOne(line, number, answer))}\n`);
    }
  }
}

async function answerOne(
  line: string,
  number: number,
  answer: (value: unknown) => unknown,
): Promise<unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BadLineError(`Line ${number} is not JSON.`);
  }
  try {
    return await answer(value);
  } catch (error) {
    const detail = error instanceof BadLineError ? error.message : 'cannot be read';
    throw new BadLineError(`Line ${number}: ${detail}`);
  }
}
