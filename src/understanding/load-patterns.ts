import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { compilePatterns, type PatternData } from './compile-patterns.ts';
import { conceptsFile, needsFile, peopleFile, signalsFile, smsFile } from './pattern-files.ts';

/** A file of patterns that cannot be used: names the file, then the field or the pattern. */
export class InvalidPatternsError extends Error {
  constructor(file: string, problem: string) {
    super(`${file} is invalid: ${problem}`);
    this.name = 'InvalidPatternsError';
  }
}

function readFile<S extends z.ZodType>(folder: string, name: string, schema: S): z.infer<S> {
  const file = join(folder, name);
  let content: unknown;
  try {
    content = parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new InvalidPatternsError(file, cause instanceof Error ? cause.message : 'it cannot be read');
  }
  const result = schema.safeParse(content);
  if (!result.success) throw new InvalidPatternsError(file, z.prettifyError(result.error));
  return result.data;
}

/** Reads, checks and compiles the patterns of one language's folder. @throws {InvalidPatternsError} */
export function loadPatterns(folder: string): PatternData {
  const files = {
    concepts: readFile(folder, 'concepts.yaml', conceptsFile),
    sms: readFile(folder, 'sms.yaml', smsFile),
    signals: readFile(folder, 'signals.yaml', signalsFile),
    needs: readFile(folder, 'needs.yaml', needsFile),
    people: readFile(folder, 'people.yaml', peopleFile),
  };
  try {
    return compilePatterns(files);
  } catch (cause) {
    throw new InvalidPatternsError(
      folder,
      cause instanceof Error ? cause.message : 'a pattern cannot be read',
    );
  }
}
