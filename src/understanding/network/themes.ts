import type { z } from 'zod';
import { fold, soundOf } from '../fold.ts';
import type { themesFile } from '../pattern-files.ts';

/** The themes that a folded word belongs to. */
export type Themes = (mot: string) => readonly string[];

const NONE: readonly string[] = [];
/** The shortest beginning `mot*` may have, and the shortest word that is known by its sound. */
const SHORTEST_PREFIX = 2;
const SHORTEST_SOUND = 4;

function add(index: Map<string, string[]>, key: string, theme: string): void {
  const known = index.get(key);
  if (!known) index.set(key, [theme]);
  else if (!known.includes(theme)) known.push(theme);
}

interface Index {
  readonly words: Map<string, string[]>;
  readonly prefixes: Map<string, string[]>;
  readonly sounds: Map<string, string[]>;
}

function addEntry({ words, prefixes, sounds }: Index, entry: string, theme: string): void {
  const word = fold(entry.replace('*', ''));
  add(entry.endsWith('*') ? prefixes : words, word, theme);
  if (!entry.endsWith('*') && word.length >= SHORTEST_SOUND) add(sounds, soundOf(word), theme);
}

/** Indexes the themes by word, by beginning and by sound; a word that is in no list is known by its sound. */
export function createThemes(file: z.infer<typeof themesFile>): Themes {
  const index: Index = { words: new Map(), prefixes: new Map(), sounds: new Map() };
  for (const [theme, entries] of Object.entries(file.themes)) {
    for (const entry of entries) addEntry(index, entry, theme);
  }
  return (mot) => {
    const found = [...(index.words.get(mot) ?? NONE)];
    for (let length = SHORTEST_PREFIX; length <= mot.length; length++)
      found.push(...(index.prefixes.get(mot.slice(0, length)) ?? NONE));
    if (found.length > 0 || mot.length < SHORTEST_SOUND) return found;
    return index.sounds.get(soundOf(mot)) ?? NONE;
  };
}
