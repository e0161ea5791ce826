import { FUSEAU_COURANT, FUSEAUX } from '../../knowledge/vocabulary/lieux.ts';

const ZONES: ReadonlyMap<string, string> = new Map(FUSEAUX);

/** IANA time zone of a department, by its code. */
export function timeZone(departement: string): string {
  return ZONES.get(departement) ?? FUSEAU_COURANT;
}
