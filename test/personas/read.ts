import path from 'node:path';
import { z } from 'zod';
import { persona } from '../../src/cli/personas.ts';
import { readYaml, yamlFiles } from '../../src/knowledge/read-yaml.ts';

/** Ids of organisations, lines, or `organisation/service`. */
const ids = z.array(z.string());

/** One situation, what a social worker of the place expects of the suggestions, and what they refuse. */
const expecting = persona
  .extend({
    attend: ids,
    /** At least one of each list. */
    attend_un_de: z.array(ids),
    refuse: ids,
    /** Values of contacts, as printed. */
    urgence: z.array(z.string()),
  })
  .strict()
  .refine(({ texte, situation }) => (texte === undefined) !== (situation === undefined), {
    message: 'Either texte or situation',
  });

export type Persona = z.infer<typeof expecting>;

/** Every persona of this folder.
 *  @throws {InvalidDataError} at the first file that does not match */
export function readPersonas(): Persona[] {
  return yamlFiles(__dirname).flatMap((file) => readYaml(file, z.array(expecting), path.basename(file)));
}
