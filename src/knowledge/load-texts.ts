import path from 'node:path';
import { z } from 'zod';
import { TEXT_KEYS, type TextKey } from '../../dialogs/text-keys.ts';
import { readYaml } from './read-yaml.ts';

/** The languages in which every sentence exists. */
export const TEXT_LANGUAGES = ['fr', 'en'] as const;

export type TextLanguage = (typeof TEXT_LANGUAGES)[number];

/** The sentences of one language, by key. */
export type Texts = ReadonlyMap<TextKey, string>;

const file = z.record(z.enum(TEXT_KEYS as [TextKey, ...TextKey[]]), z.string().min(1));

/** Reads the sentences of every language.
 *  @throws {InvalidDataError} when one is missing, empty or unknown */
export function loadTexts(folder: string): ReadonlyMap<TextLanguage, Texts> {
  return new Map(
    TEXT_LANGUAGES.map((language) => {
      const name = `${language}.yaml`;
      const read = readYaml(path.join(folder, name), file, path.join(path.basename(folder), name));
      const texts = Object.entries(read) as [TextKey, string][];
      return [language, new Map(texts.map(([key, text]) => [key, unbroken(text)]))];
    }),
  );
}

/** French puts a space before « ? » and « : »: a line must not break there. */
function unbroken(text: string): string {
  return text.replace(/ ([?:;»])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
}
