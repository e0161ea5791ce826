import { join } from 'node:path';
import { loadPatterns } from '../../src/understanding/load-patterns.ts';

/** The real French patterns, compiled once a test file. */
export const FRENCH = loadPatterns(join(__dirname, '../../dialogs/understanding/fr'));
