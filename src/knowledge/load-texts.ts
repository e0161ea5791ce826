import path from 'node:path';
import { z } from 'zod';
import { CURATOR_KEYS, type CuratorKey } from '../../dialogs/curator-keys.ts';
import { TEXT_LANGUAGES, type TextLanguage } from '../../dialogs/languages.ts';
import { TEXT_KEYS, type TextKey } from '../../dialogs/text-keys.ts';
import { readYaml } from './read-yaml.ts';

/** The sentences of one language, by key. */
export type Texts = ReadonlyMap<TextKey, string>;

const key = z.enum(TEXT_KEYS as [TextKey, ...TextKey[]]);
const complete = z.record(key, z.string().min(1));
/** Where the French sentence is simple already, simple French does not repeat it. */
const over = z.partialRecord(key, z.string().min(1));

/** Reads the sentences of every language.
 *  @throws {InvalidDataError} when one is missing, empty or unknown */
export function loadTexts(folder: string): ReadonlyMap<TextLanguage, Texts> {
  return new Map(TEXT_LANGUAGES.map((language) => [language, textsOf(language, folder)]));
}

function textsOf(language: TextLanguage, folder: string): Texts {
  const read = (name: string, schema: typeof complete | typeof over) =>
    readYaml(path.join(folder, name), schema, path.join(path.basename(folder), name));
  const texts =
    language === 'fr-simple'
      ? { ...read('fr.yaml', complete), ...read('fr-simple.yaml', over) }
      : read(`${language}.yaml`, complete);
  return new Map((Object.entries(texts) as [TextKey, string][]).map(([id, text]) => [id, unbroken(text)]));
}

/** The sentences of the curators' commands, in French, by key. */
export type CuratorTexts = ReadonlyMap<CuratorKey, string>;

const curatorFile = z.record(
  z.enum(CURATOR_KEYS as unknown as [CuratorKey, ...CuratorKey[]]),
  z.string().min(1),
);

/** Reads the curators' sentences.
 *  @throws {InvalidDataError} when one is missing, empty or unknown */
export function loadCuratorTexts(folder: string): CuratorTexts {
  const name = 'curator.fr.yaml';
  const read = readYaml(path.join(folder, name), curatorFile, path.join(path.basename(folder), name));
  return new Map(Object.entries(read) as [CuratorKey, string][]);
}

/** Fills the holes of one of the curators' sentences. */
export function sayToCurator(
  texts: CuratorTexts,
  key: CuratorKey,
  valeurs: Readonly<Record<string, string | number>> = {},
): string {
  return (texts.get(key) ?? '').replace(/\{(\w+)\}/g, (hole, name: string) => String(valeurs[name] ?? hole));
}

/** French puts a space before « ? » and « : »: a line must not break there. */
function unbroken(text: string): string {
  return text.replace(/ ([?:;»])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
}
