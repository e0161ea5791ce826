import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { placesFile } from '../geography/compact.ts';
import { createPlaces, type Places } from '../geography/places.ts';
import { soundOf } from '../understanding/fold.ts';
import { InvalidDataError } from './read-yaml.ts';

/** Opens the compact list of places that the build writes.
 *  @throws {InvalidDataError} when it is absent, damaged or left by another version; the remedy is to build again */
export function loadPlaces(file: string): Places {
  const result = placesFile.safeParse(parsed(file));
  if (!result.success) {
    throw fault(file, z.prettifyError(result.error));
  }
  return createPlaces(result.data, soundOf);
}

function parsed(file: string): unknown {
  if (!existsSync(file)) {
    throw fault(file, '✖ It does not exist');
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw fault(file, '✖ It cannot be read as JSON');
  }
}

function fault(file: string, detail: string): InvalidDataError {
  return new InvalidDataError(path.basename(file), `${detail}\nRun npm run build to write it again.`);
}
