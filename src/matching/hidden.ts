import { nameKey } from '../geography/normalise.ts';
import type { Organisation, Service } from '../knowledge/schema/organisation.ts';

/** By what a record was known again as a hidden one under another name. */
export type Trait = 'siret' | 'telephone' | 'site' | 'nom';

/** A record that shows a hidden one under another name: the hidden one's id, and by what they are the same. */
export interface Copie {
  readonly de: string;
  readonly par: Trait;
}

/** The records that are hidden ones again, by id. A national line's own number makes no copy: many places send to it. */
export function copiesOfHidden(records: {
  readonly partners: readonly Organisation[];
  readonly lines: readonly Organisation[];
}): ReadonlyMap<string, Copie> {
  const shared = new Set(records.lines.flatMap((record) => traitsOf(record).map(([key]) => key)));
  const hidden = new Map<string, Copie>();
  for (const record of records.partners) {
    for (const [key, par] of hiddenTraits(record)) {
      if (!shared.has(key)) {
        hidden.set(key, { de: record.id, par });
      }
    }
  }
  const copies = new Map<string, Copie>();
  for (const record of records.partners.filter(({ confidentialite }) => confidentialite === 'publique')) {
    const same = traitsOf(record)
      .map(([key]) => hidden.get(key))
      .find((copie) => copie && copie.de !== record.id);
    if (same) {
      copies.set(record.id, same);
    }
  }
  return copies;
}

/** What tells a hidden place again: all of a hidden record, only the ways in of a hidden service. */
function hiddenTraits(record: Organisation): [string, Trait][] {
  if (record.confidentialite !== 'publique') {
    return traitsOf(record);
  }
  // A public organisation's own desks share its number and its site: they are no copy of its hidden service.
  const open = new Set(
    record.services
      .filter(({ confidentialite }) => confidentialite === 'publique')
      .flatMap(contactTraits)
      .map(([key]) => key),
  );
  return record.services
    .filter(({ confidentialite }) => confidentialite !== 'publique')
    .flatMap(contactTraits)
    .filter(([key]) => !open.has(key));
}

function traitsOf({
  siret,
  site_web,
  nom,
  noms_alternatifs,
  services,
  generique,
}: Organisation): [string, Trait][] {
  return [
    ...(siret ? [[`siret ${siret}`, 'siret'] as [string, Trait]] : []),
    ...services.flatMap(contactTraits),
    ...(site_web ? siteTrait(site_web) : []),
    // A kind of service has everyone's name.
    ...(generique
      ? []
      : [nom, ...noms_alternatifs].map((name): [string, Trait] => [`nom ${nameKey(name)}`, 'nom'])),
  ];
}

function contactTraits({ contacts }: Service): [string, Trait][] {
  return contacts.flatMap(({ canal, valeur }): [string, Trait][] => {
    const digits = valeur.replace(/\D/g, '');
    if (canal === 'telephone' || canal === 'sms') {
      return [[`telephone ${digits.slice(-9)}`, 'telephone']];
    }
    return canal === 'courriel' ? [[`site ${valeur}`, 'site']] : siteTrait(valeur);
  });
}

/** A whole address: two services of one town hall share a host, not a page. */
function siteTrait(address: string): [string, Trait][] {
  const bare = address
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '')
    .toLowerCase();
  return [[`site ${bare}`, 'site']];
}

/** Removes what could help find a hidden place: street, commune, coordinates, site, and whose page told of it. */
export function withhold(organisation: Organisation, isCopy = false): Organisation {
  const all = isCopy || organisation.confidentialite !== 'publique';
  const services = organisation.services.map((service) =>
    all || service.confidentialite !== 'publique' ? withholdService(service, organisation) : service,
  );
  return {
    ...organisation,
    ...(all ? { confidentialite: hiddenLevel(organisation), site_web: null, siret: null } : {}),
    sources: all ? organisation.sources.map(withholdSource) : organisation.sources,
    services,
  };
}

const hiddenLevel = ({ confidentialite }: Organisation) =>
  confidentialite === 'publique' ? 'adresse-masquee' : confidentialite;

function withholdService(service: Service, organisation: Organisation): Service {
  return {
    ...service,
    confidentialite: service.confidentialite === 'publique' ? 'adresse-masquee' : service.confidentialite,
    adresse: null,
    complement_adresse: null,
    commune: null,
    code_postal: null,
    code_insee: null,
    latitude: null,
    longitude: null,
    // A form or a chat on its own site leads there as the site does.
    contacts: service.contacts.filter(({ valeur }) => !valeur.startsWith('http')),
    sources: (service.sources ?? organisation.sources).map(withholdSource),
  };
}

type Source = Organisation['sources'][number];

/** The publisher of a hidden place's page is often its own site. */
const withholdSource = ({ titre, date }: Source): Source => ({ titre, date, editeur: '' });
