import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';

/** Curated data that does not match its schema: names the file and every bad field. The remedy is to mend the file. */
export class InvalidDataError extends Error {
  override name = 'InvalidDataError';
  readonly file: string;

  constructor(file: string, detail: string) {
    super(`${file} is invalid:\n${detail}`);
    this.file = file;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** Reads and validates one YAML file. `shown` is its name in errors.
 *  @throws {InvalidDataError} when it is not UTF-8, not YAML, has a key twice, or does not match `schema` */
export function readYaml<S extends z.ZodType>(file: string, schema: S, shown: string): z.output<S> {
  const value = parseFile(file, shown);
  const result = schema.safeParse(value);
  if (!result.success) {
    throw new InvalidDataError(shown, z.prettifyError(result.error));
  }
  return result.data;
}

function parseFile(file: string, shown: string): unknown {
  try {
    // The core schema leaves dates as they are written.
    return load(utf8.decode(readFileSync(file)), { schema: CORE_SCHEMA });
  } catch (error) {
    throw new InvalidDataError(shown, `✖ ${error instanceof Error ? error.message : 'unreadable'}`);
  }
}

/** Every `*.yaml` below a folder, in name order. */
export function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((item) => {
      const full = path.join(folder, item.name);
      return item.isDirectory() ? yamlFiles(full) : item.name.endsWith('.yaml') ? [full] : [];
    })
    .sort();
}
