import path from 'node:path';
import { InvalidDataError, readYaml, yamlFiles } from './read-yaml.ts';
import { type Organisation, organisation } from './schema/organisation.ts';

/** All that the curators wrote. */
export interface Knowledge {
  readonly partners: readonly Organisation[];
  readonly lines: readonly Organisation[];
}

/** Reads and cross-checks a knowledge folder.
 *  @throws {InvalidDataError} naming every invalid file and field, so that all can be mended at once */
export function loadKnowledge(folder: string): Knowledge {
  const problems: string[] = [];
  const lines = readRecords(folder, 'lines', problems);
  const partners = readRecords(folder, 'partners', problems);
  problems.push(...crossCheck([...lines, ...partners]));
  if (problems.length > 0) {
    throw new InvalidDataError(path.basename(folder), problems.join('\n'));
  }
  return { partners: partners.map(({ record }) => record), lines: lines.map(({ record }) => record) };
}

interface Read {
  readonly file: string;
  readonly record: Organisation;
}

function readRecords(folder: string, part: string, problems: string[]): Read[] {
  return yamlFiles(path.join(folder, part)).flatMap((full) => {
    const file = path.join(path.basename(folder), path.relative(folder, full));
    try {
      return [{ file, record: readYaml(full, organisation, file) }];
    } catch (error) {
      if (!(error instanceof InvalidDataError)) {
        throw error;
      }
      problems.push(error.message);
      return [];
    }
  });
}

/** What no single file can show: ids, names of files, successors, and places that must stay hidden. */
function crossCheck(read: readonly Read[]): string[] {
  const ids = new Map<string, string>();
  const problems: string[] = [];
  for (const { file, record } of read) {
    const other = ids.get(record.id);
    if (other) {
      problems.push(`${file} is invalid:\n✖ The id ${record.id} is already in ${other}\n  → at id`);
    }
    ids.set(record.id, file);
    if (path.basename(file, '.yaml') !== record.id) {
      problems.push(
        `${file} is invalid:\n✖ The file must be named after its id, ${record.id}.yaml\n  → at id`,
      );
    }
    problems.push(...serviceProblems(file, record));
  }
  for (const { file, record } of read) {
    if (record.successeur && !ids.has(record.successeur)) {
      problems.push(`${file} is invalid:\n✖ No record has the id ${record.successeur}\n  → at successeur`);
    }
  }
  return problems;
}

function serviceProblems(file: string, { services, confidentialite }: Organisation): string[] {
  return services.flatMap((service, index) => {
    const at = `  → at services[${index}]`;
    const hidden = confidentialite !== 'publique' || service.confidentialite !== 'publique';
    const placed = service.adresse ?? service.commune ?? service.code_insee ?? service.latitude;
    return [
      ...(hidden && placed !== null
        ? [`${file} is invalid:\n✖ A hidden place must have no address, commune or coordinates\n${at}`]
        : []),
      ...(services.findIndex(({ id }) => id === service.id) !== index
        ? [`${file} is invalid:\n✖ The service id ${service.id} is used twice\n${at}.id`]
        : []),
    ];
  });
}
