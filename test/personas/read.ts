import path from 'node:path';
import { z } from 'zod';
import { readYaml, yamlFiles } from '../../src/knowledge/read-yaml.ts';

/** Ids of organisations, lines, or `organisation/service`. */
const ids = z.array(z.string());

/** One situation, what a social worker of the place expects of the suggestions, and what they refuse. */
const persona = z
  .strictObject({
    nom: z.string(),
    /** The person's own words: understood, then matched. */
    texte: z.string().optional(),
    /** Or the input of `passerelle match`. */
    situation: z.record(z.string(), z.unknown()).optional(),
    quand: z.iso.datetime({ offset: true }),
    attend: ids,
    /** At least one of each list. */
    attend_un_de: z.array(ids),
    refuse: ids,
    /** Values of contacts, as printed. */
    urgence: z.array(z.string()),
  })
  .refine(({ texte, situation }) => (texte === undefined) !== (situation === undefined), {
    message: 'Either texte or situation',
  });

export type Persona = z.infer<typeof persona>;

/** Every persona of this folder.
 *  @throws {InvalidDataError} at the first file that does not match */
export function readPersonas(): Persona[] {
  return yamlFiles(__dirname).flatMap((file) => readYaml(file, z.array(persona), path.basename(file)));
}
