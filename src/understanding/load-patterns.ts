import path from 'node:path';
import type { z } from 'zod';
import { InvalidDataError, readYaml } from '../knowledge/read-yaml.ts';
import { compilePatterns, type PatternData } from './compile-patterns.ts';
import { conceptsFile, needsFile, peopleFile, signalsFile, smsFile, themesFile } from './pattern-files.ts';

/** Reads, checks and compiles the patterns of one language's folder.
 *  @throws {InvalidDataError} naming the file, then the field or the pattern */
export function loadPatterns(folder: string): PatternData {
  const read = <S extends z.ZodType>(name: string, schema: S) =>
    readYaml(path.join(folder, name), schema, path.join(path.basename(folder), name));
  const files = {
    concepts: read('concepts.yaml', conceptsFile),
    themes: read('themes.yaml', themesFile),
    sms: read('sms.yaml', smsFile),
    signals: read('signals.yaml', signalsFile),
    needs: read('needs.yaml', needsFile),
    people: read('people.yaml', peopleFile),
  };
  try {
    return compilePatterns(files);
  } catch (cause) {
    throw new InvalidDataError(
      path.basename(folder),
      cause instanceof Error ? cause.message : 'a pattern cannot be read',
    );
  }
}
