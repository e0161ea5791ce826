import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { TEXT_LANGUAGES, type TextLanguage } from '../../dialogs/languages.ts';
import { readYaml, yamlFiles } from '../../src/knowledge/read-yaml.ts';
import { type Organisation, organisation } from '../../src/knowledge/schema/organisation.ts';

const ROOT = path.join(__dirname, '..', '..');

/** A sentence and where it stands, for the message of a failure. */
export interface Told {
  readonly where: string;
  readonly text: string;
}

/** The sentences of one language's own file, in its order. */
export function ownTextsOf(language: TextLanguage): Map<string, string> {
  const file = path.join(ROOT, 'dialogs', 'texts', `${language}.yaml`);
  return new Map(Object.entries(load(readFileSync(file, 'utf8')) as Record<string, string>));
}

/** The sentences of one language; those of simple French stand over the French ones. */
export function textsOf(language: TextLanguage): Map<string, string> {
  const under = language === 'fr-simple' ? ownTextsOf('fr') : [];
  return new Map([...under, ...ownTextsOf(language)]);
}

/** Every language with its sentences. */
export const LANGUAGES = TEXT_LANGUAGES.map((language) => ({ language, texts: textsOf(language) }));

/** The sentences of every language. */
export const TEXTS: readonly Told[] = LANGUAGES.flatMap(({ language, texts }) =>
  [...texts].map(([key, text]) => ({ where: `${language} ${key}`, text })),
);

/** The curated records of lines and partners. */
export function organisations(): Organisation[] {
  return ['lines', 'partners'].flatMap((folder) =>
    yamlFiles(path.join(ROOT, 'knowledge', folder)).map((file) => readYaml(file, organisation, file)),
  );
}

/** What we say of organisations in our own words; their names are theirs, and taken out. */
export function ownWords(records: readonly Organisation[]): Told[] {
  return records.flatMap((record) => {
    const names = [record.nom, ...record.noms_alternatifs, ...record.services.map(({ nom }) => nom)];
    const texts = [record.description, record.acces_via, ...record.services.flatMap(wordsOfService)];
    return texts
      .filter((text) => text !== null)
      .map((text) => ({
        where: record.id,
        text: names.reduce((rest, name) => rest.replaceAll(name, ''), text),
      }));
  });
}

function wordsOfService(service: Organisation['services'][number]): (string | null)[] {
  return [
    service.description,
    service.conditions_acces,
    service.acces_via,
    service.avertissement,
    ...service.premier_contact,
    ...service.contacts.map(({ precisions }) => precisions),
  ];
}

/** The files below folders of the project whose name ends as asked, with their text. */
export function filesOf(folders: readonly string[], ending: RegExp): Told[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile() && ending.test(item.name))
      .map((item) => path.join(item.parentPath, item.name))
      .sort()
      .map((file) => ({ where: path.relative(ROOT, file), text: readFileSync(file, 'utf8') })),
  );
}
