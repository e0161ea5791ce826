import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PatternData } from '../compile-patterns.ts';
import { decodeWeights, modelFile } from './model.ts';
import { createNetwork, type Network } from './network.ts';

/** The SHA-256 of a file, in hexadecimal. */
export function sumOf(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads the network of a language's folder. @throws {Error} when a file is missing, broken, or not the other's */
export function readNetwork(folder: string, data: PatternData): Network {
  const file = modelFile.parse(JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8')));
  const bytes = readFileSync(join(folder, 'model.bin'));
  if (sumOf(bytes) !== file.poids) throw new Error('model.bin is not what model.json describes');
  return createNetwork(file, decodeWeights(bytes, file), data);
}

/** The network of a language, or null when there is none that can be used: the rules then stand alone. */
export function loadNetwork(folder: string, data: PatternData): Network | null {
  try {
    return readNetwork(folder, data);
  } catch {
    return null;
  }
}
