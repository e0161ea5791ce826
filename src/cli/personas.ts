import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Understanding } from '../bot/reading.ts';
import type { World } from '../conversation/world.ts';
import { readYaml, yamlFiles } from '../knowledge/read-yaml.ts';
import { matchLine } from './match.ts';
import { understandLine } from './understand.ts';

/** A situation from the field, and what a social worker of that territory expects of it. */
export const persona = z.object({
  nom: z.string().min(1),
  /** What the person writes; else `situation`, as `match` takes it; both may be given. */
  texte: z.string().optional(),
  situation: z.record(z.string(), z.unknown()).optional(),
  quand: z.iso.datetime({ offset: true }),
});

export type Persona = z.infer<typeof persona> & { readonly fichier: string };

/** Reads every persona of a folder, in the order of its files; none when there is no folder.
 *  @throws {InvalidDataError} naming the file that cannot be read */
export function readPersonas(folder: string): Persona[] {
  const files = existsSync(folder) ? yamlFiles(folder) : [];
  return files.flatMap((file) => {
    const fichier = path.relative(folder, file);
    return readYaml(file, z.array(persona), fichier).map((one) => ({ ...one, fichier }));
  });
}

/** What a persona is shown: the services in the order of calling, and the emergency numbers. */
export async function shownTo(
  { texte, situation, quand }: Persona,
  world: World,
  understanding: Understanding,
): Promise<string[]> {
  const understood = texte === undefined ? {} : await understandLine(understanding)({ text: texte });
  const { suggestions, urgence } = matchLine(
    world,
    () => new Date(quand),
  )({ ...understood, ...situation, quand });
  return [
    ...urgence.map(({ canal, valeur }) => `${canal} ${valeur}`),
    ...suggestions.map(({ organisation, service }) => `${organisation}/${service}`),
  ];
}
