import { BESOINS } from '../../../knowledge/vocabulary/besoins.ts';
import { ADRESSE_RETENUE } from '../../../knowledge/vocabulary/data-inclusion.ts';
import { PUBLICS } from '../../../knowledge/vocabulary/publics.ts';
import type { Directory, Entry } from '../../matching/directory.ts';
import { contactsOf, exportedEntries, isHidden, lastKnown, publicsInWords } from './exported.ts';
import type { ServiceRecord, StructureRecord } from './records.ts';

/** Who produces the records, and the prefix of their ids. */
const SOURCE = 'passerelle';
/** Our kinds that data·inclusion v1 has a type for. */
const TYPES: Partial<Record<Entry['service']['type'], ServiceRecord['type']>> = {
  atelier: 'atelier',
  distribution: 'aide-materielle',
};

/** Our records as data·inclusion v1: `structures` and `services`, each in the order of its ids. */
export function toDataInclusion(directory: Directory, today: string) {
  const entries = exportedEntries(directory);
  const homes = entries.filter(
    ({ organisation }, index) => entries[index - 1]?.organisation.id !== organisation.id,
  );
  return {
    structures: homes.map((entry) => structureOf(entry, today)),
    services: entries.map((entry) => serviceOf(entry, today)),
  };
}

const structureId = ({ organisation }: Entry) => `${SOURCE}--${organisation.id}`;

function structureOf(entry: Entry, today: string): StructureRecord {
  const { organisation } = entry;
  // One structure stands for all its services: the stricter wins.
  const hidden = organisation.services.some((service) => isHidden({ organisation, service }));
  return {
    source: SOURCE,
    id: structureId(entry),
    nom: organisation.nom,
    date_maj: lastKnown(entry, today),
    description: organisation.description,
    // Public registers give the address of a SIRET.
    siret: hidden ? null : organisation.siret,
    site_web: hidden ? null : organisation.site_web,
  };
}

function serviceOf(entry: Entry, today: string): ServiceRecord {
  const { service, organisation } = entry;
  const hidden = isHidden(entry);
  const gate = service.acces_via ?? organisation.acces_via;
  const said = [gate, hidden ? ADRESSE_RETENUE : null].filter((text) => text !== null);
  return {
    source: SOURCE,
    structure_id: structureId(entry),
    id: `${structureId(entry)}--${service.id}`,
    nom: service.nom,
    description: service.description,
    date_maj: lastKnown(entry, today),
    type: TYPES[service.type] ?? null,
    thematiques: [...new Set(service.besoins.flatMap((id) => [...(BESOINS[id].dataInclusion ?? [])]))],
    frais: service.frais,
    ...publicsOf(entry),
    conditions_acces: service.conditions_acces,
    adresse: service.adresse,
    complement_adresse: service.complement_adresse,
    commune: service.commune,
    code_postal: service.code_postal,
    code_insee: service.code_insee,
    latitude: service.latitude,
    longitude: service.longitude,
    ...waysOf(entry),
    modes_accueil: service.modes_accueil,
    zone_eligibilite: service.zone_eligibilite,
    mobilisable_par: service.mobilisable_par,
    mobilisation_precisions: said.length > 0 ? said.join(' ') : null,
    horaires_accueil: service.horaires_accueil,
  };
}

/** Only an exclusive welcome names publics there: any other is open to all, and says in words whom it prefers. */
function publicsOf(entry: Entry): Pick<ServiceRecord, 'publics' | 'publics_precisions'> {
  const { accueil, publics } = entry.service;
  if (accueil !== 'exclusif') {
    return { publics: ['tous-publics'], publics_precisions: publicsInWords(entry) };
  }
  const known = [...new Set(publics.flatMap((id) => PUBLICS[id].dataInclusion ?? []))];
  return { publics: known.length > 0 ? known : null, publics_precisions: publicsInWords(entry) };
}

function waysOf(entry: Entry) {
  const [telephone = null] = contactsOf(entry, 'telephone');
  const [courriel = null] = contactsOf(entry, 'courriel');
  const links = (['formulaire', 'chat', 'site'] as const).flatMap((canal) => contactsOf(entry, canal));
  const [link = null] = isHidden(entry) ? [] : links;
  const ways = {
    telephoner: telephone,
    'envoyer-un-courriel': courriel,
    'utiliser-lien-mobilisation': link,
    'se-presenter': entry.service.adresse,
  } as const;
  const modes = (Object.keys(ways) as (keyof typeof ways)[]).filter((mode) => ways[mode] !== null);
  return {
    telephone,
    courriel,
    lien_mobilisation: link,
    modes_mobilisation: modes.length > 0 ? modes : null,
  };
}
