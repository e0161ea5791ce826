import { SERVICE_TEXTS, type ServiceTexts, STRUCTURE_TEXTS, type StructureTexts } from './kept.ts';
import { createStrings } from './strings.ts';

/** Texts that wait outside the heap: as objects they would take more than half of an import's memory. */
export interface Shelf {
  putStructure(texts: StructureTexts): number;
  putService(texts: ServiceTexts): number;
  structure(rank: number): StructureTexts;
  service(rank: number): ServiceTexts;
}

export function createShelf(): Shelf {
  const strings = createStrings();
  // Values alone: their names are known.
  const put = (names: readonly string[], texts: object) =>
    strings.add(JSON.stringify(names.map((name) => texts[name as keyof typeof texts])));
  const take = (names: readonly string[], rank: number) => {
    const values = JSON.parse(strings.read(rank)) as string[];
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
  };
  return {
    putStructure: (texts) => put(STRUCTURE_TEXTS, texts),
    putService: (texts) => put(SERVICE_TEXTS, texts),
    structure: (rank) => take(STRUCTURE_TEXTS, rank) as StructureTexts,
    service: (rank) => take(SERVICE_TEXTS, rank) as ServiceTexts,
  };
}
