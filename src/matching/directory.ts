import type { BesoinId } from '../../knowledge/vocabulary/besoins.ts';
import { PUBLICS_DEDIES } from '../../knowledge/vocabulary/publics.ts';
import type { PlaceChain, Places } from '../geography/places.ts';
import { timeZone } from '../geography/time-zone.ts';
import type { Organisation, Service } from '../knowledge/schema/organisation.ts';
import { copiesOfHidden, withhold } from './hidden.ts';
import type { Zone } from './hours.ts';
import type { Imported } from './imported/layer.ts';
import { type Hours, parseHours } from './parse-hours.ts';

/** Where a record comes from: it says what the ladder may fall on. */
export type Origine = 'partenaire' | 'generique' | 'ligne' | 'importe';

/** One service as matching sees it. */
export interface Entry {
  /** `organisation/service`, unique. */
  readonly id: string;
  readonly organisation: Organisation;
  readonly service: Service;
  readonly origine: Origine;
  readonly zones: ReadonlySet<string>;
  readonly national: boolean;
  /** The places that contain its public address; null when it has none, or when it is hidden. */
  readonly lieu: PlaceChain | null;
  /** Its clock and its calendar. */
  readonly zone: Zone;
  readonly hours: Hours | null;
  readonly confiance: Organisation['confiance'];
  readonly verifieLe: string | null;
  /** Of an imported record, the day its producer last changed it; a curated one has its own day of verification. */
  readonly misAJour: string | null;
}

/** A national line or a kind of service that exists everywhere: what can stand beside a weak source. */
export const isEverywhere = ({ origine }: Entry): boolean => origine === 'ligne' || origine === 'generique';

/** The source that tells of it last; the first one when none is dated. */
export function latestSource({ service, organisation }: Entry) {
  return [...(service.sources ?? organisation.sources)].sort((a, b) =>
    (a.date ?? '') < (b.date ?? '') ? 1 : -1,
  )[0];
}

/** Everything that can be proposed: the curated layer indexed by need, and what was imported to fill the ground between. Holds no hidden address: they are withheld before. */
export interface Directory {
  readonly entries: readonly Entry[];
  readonly byNeed: ReadonlyMap<BesoinId, readonly Entry[]>;
  readonly byId: Pick<ReadonlyMap<string, Entry>, 'get' | 'has'>;
  /** Services kept for one of `PUBLICS_DEDIES`. */
  readonly dedicated: readonly Entry[];
  /** National lines, emergency numbers left out. */
  readonly lines: readonly Entry[];
  /** Communes where partners are, those with most of them first. */
  readonly communes: readonly string[];
  readonly places: Places;
  readonly imported: Imported | null;
}

/** The knowledge a directory is built from. */
export interface Records {
  readonly partners: readonly Organisation[];
  readonly lines: readonly Organisation[];
}

/** Builds the directory of what may be proposed: active or renamed records only, hidden places withheld. */
export function buildDirectory(
  records: Records,
  places: Places,
  imported: Imported | null = null,
): Directory {
  const copies = copiesOfHidden(records);
  const partners = records.partners.map((o) => withhold(o, copies.has(o.id)));
  const entries = [
    ...partners.flatMap((o) => entriesOf(o, o.generique ? 'generique' : 'partenaire', places)),
    ...records.lines.map((o) => withhold(o)).flatMap((o) => entriesOf(o, 'ligne', places)),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byNeed = new Map<BesoinId, Entry[]>();
  for (const entry of entries.filter((e) => !isEmergency(e))) {
    for (const need of entry.service.besoins) {
      const known = byNeed.get(need);
      if (known) {
        known.push(entry);
      } else {
        byNeed.set(need, [entry]);
      }
    }
  }
  const curated = new Map(entries.map((entry) => [entry.id, entry]));
  const get = (id: string) => curated.get(id) ?? imported?.get(id);
  const byId = { get, has: (id: string) => get(id) !== undefined };
  const lines = entries.filter((entry) => entry.origine === 'ligne' && !isEmergency(entry));
  const dedicated = entries.filter(
    ({ service }) =>
      service.accueil === 'exclusif' && service.publics.some((id) => PUBLICS_DEDIES.includes(id)),
  );
  return { entries, byNeed, byId, dedicated, lines, communes: communesOf(entries, places), places, imported };
}

/** Emergency numbers stand in the emergency block, above every suggestion: they are not suggestions themselves. */
const isEmergency = ({ origine, service }: Entry) =>
  origine === 'ligne' && service.signaux.some((id) => id === 'danger-immediat' || id === 'urgence-vitale');

function communesOf(entries: readonly Entry[], places: Places): string[] {
  const counts = new Map<string, number>();
  for (const { lieu, origine } of entries) {
    if (lieu?.commune && origine === 'partenaire') {
      counts.set(lieu.commune, (counts.get(lieu.commune) ?? 0) + 1);
    }
  }
  const population = (code: string) => places.get(code)?.population ?? 0;
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || population(b) - population(a) || (a < b ? -1 : 1))
    .map(([code]) => code);
}

function entriesOf(organisation: Organisation, origine: Origine, places: Places): Entry[] {
  if (organisation.statut !== 'actif' && organisation.statut !== 'renomme') {
    return [];
  }
  return organisation.services.map((service) => entryOf(organisation, service, origine, places));
}

/** Where its clock and holidays are: its own place, else the zone it serves; `''` for the whole country. */
function departementOf({ zone_eligibilite }: Service, lieu: PlaceChain | null, places: Places): string {
  const zones = zone_eligibilite.flatMap((code) => places.chain(code)?.departements[0] ?? []);
  return lieu?.departements[0] ?? zones[0] ?? '';
}

function entryOf(organisation: Organisation, service: Service, origine: Origine, places: Places): Entry {
  const lieu = service.code_insee ? (places.chain(service.code_insee) ?? null) : null;
  const departement = departementOf(service, lieu, places);
  // A public organisation's site can tell where its hidden service is.
  const hidden = service.confidentialite !== 'publique';
  return {
    id: `${organisation.id}/${service.id}`,
    organisation: hidden ? { ...organisation, site_web: null } : organisation,
    service,
    origine,
    zones: new Set(service.zone_eligibilite),
    national: service.zone_eligibilite.includes('france'),
    lieu,
    zone: { fuseau: timeZone(departement), departement },
    hours: service.horaires_accueil ? parseHours(service.horaires_accueil) : null,
    confiance: service.confiance ?? organisation.confiance,
    verifieLe: service.verifie_le === undefined ? organisation.verifie_le : service.verifie_le,
    misAJour: null,
  };
}
