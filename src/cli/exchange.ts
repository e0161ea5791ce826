import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { EXPORT_USAGE, exportKnowledge, isExportFormat } from './export.ts';
import { IMPORT_USAGE, importFiles } from './import.ts';
import { BadLineError } from './lines.ts';

/** `knowledge import … | export …`: gives the exit code; null when it is another action. */
export async function exchangeCommand(
  [action, ...args]: readonly string[],
  write: (text: string) => void,
): Promise<number | null> {
  if (action !== 'import' && action !== 'export') {
    return null;
  }
  await (action === 'import' ? knowledgeImport(args, write) : knowledgeExport(args, write));
  return 0;
}

/** `knowledge import`: reads the arguments and runs it. */
export async function knowledgeImport(args: readonly string[], write: (text: string) => void): Promise<void> {
  const { values, positionals } = optionsOf(args, IMPORT_USAGE);
  if (values.format !== 'data-inclusion' || !values.out || positionals.length === 0) {
    throw new BadLineError(IMPORT_USAGE);
  }
  const today = new Date().toISOString().slice(0, 10);
  await importFiles({ files: positionals, out: values.out, today }, readConfig(process.env), write);
}

/** `knowledge export`: reads the arguments and runs it. */
function knowledgeExport(args: readonly string[], write: (text: string) => void): void {
  const { values, positionals } = optionsOf(args, EXPORT_USAGE);
  const { format, out } = values;
  if (!isExportFormat(format) || !out || positionals.length > 0) {
    throw new BadLineError(EXPORT_USAGE);
  }
  const today = new Date().toISOString().slice(0, 10);
  exportKnowledge({ format, out, today }, readConfig(process.env), write);
}

function optionsOf(args: readonly string[], usage: string) {
  try {
    return parseArgs({
      args: [...args],
      options: { format: { type: 'string' }, out: { type: 'string' } },
      allowPositionals: true,
    });
  } catch {
    throw new BadLineError(usage);
  }
}
