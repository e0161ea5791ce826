import type { Lieu } from '../conversation/understood.ts';
import type { PlacesFile } from './compact.ts';
import { createGazetteer } from './gazetteer.ts';
import { createNearNames, type NearNames, type SoundOf } from './misspelt.ts';
import { createRegistry } from './registry.ts';
import { createResolver } from './resolve.ts';

/** A place of France that a person may name. */
export interface Place {
  code: string;
  nom: string;
  type: Lieu['type'];
  population: number;
}

/** The zones around a place, nearest first; a zone that does not apply is null. An EPCI may span several departments. */
export interface PlaceChain {
  commune: string | null;
  arrondissement: string | null;
  epci: string | null;
  departements: readonly string[];
  region: string | null;
}

/** What a text says of a place: one place, or the codes to choose from, or neither. */
export interface Resolution {
  lieu: Lieu | null;
  possibles: string[];
}

/** All that is known of the places of France. */
export interface Places {
  /** A former commune's code gives the commune that took it in. */
  get(code: string): Place | undefined;
  chain(code: string): PlaceChain | undefined;
  resolve(text: string): Resolution;
}

/** Opens the places of France; `soundOf` tells how misspelt names sound. The names are only indexed when a first text is read. */
export function createPlaces(file: PlacesFile, soundOf: SoundOf): Places {
  const registry = createRegistry(file);
  let near: NearNames | undefined;
  let resolver: ((text: string) => Resolution) | undefined;
  return {
    get: registry.get,
    chain: registry.chain,
    resolve: (text) => {
      near ??= createNearNames(file, soundOf);
      resolver ??= createResolver(createGazetteer(file, registry), registry, near);
      return resolver(text);
    },
  };
}
