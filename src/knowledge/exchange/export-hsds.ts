import { createHash } from 'node:crypto';
import { BESOINS } from '../../../knowledge/vocabulary/besoins.ts';
import { ADRESSE_RETENUE } from '../../../knowledge/vocabulary/data-inclusion.ts';
import { departementOf } from '../../geography/registry.ts';
import type { Directory, Entry } from '../../matching/directory.ts';
import { contactsOf, exportedEntries, isHidden, lastKnown, publicsInWords } from './exported.ts';

/** Of our ids: a uuid made from the name of the project, once. */
const NAMESPACE = Buffer.from('7a1d6f0c2b5e4d3f9a8b6c7d8e9f0a1b', 'hex');

/** A uuid v5: the same id gives the same uuid in every export. */
export function uuidOf(id: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(id).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Our records as HSDS 3.0: full services, each with its organisation, as its API gives them. */
export function toHsds(directory: Directory, today: string) {
  return exportedEntries(directory).map((entry) => serviceOf(entry, directory, today));
}

function serviceOf(entry: Entry, directory: Directory, today: string) {
  const { service, organisation } = entry;
  const id = uuidOf(entry.id);
  const gate = service.acces_via ?? organisation.acces_via;
  const referral = service.mobilisable_par.includes('usagers') ? null : 'mobilisable_par: professionnels';
  return known({
    id,
    organization_id: uuidOf(organisation.id),
    name: service.nom,
    description: service.description,
    status: 'active',
    email: contactsOf(entry, 'courriel')[0] ?? null,
    url: isHidden(entry) ? null : (contactsOf(entry, 'formulaire')[0] ?? null),
    application_process: [gate, referral].filter((text) => text !== null).join(' ') || null,
    eligibility_description:
      [service.conditions_acces, publicsInWords(entry)].filter(Boolean).join(' ') || null,
    minimum_age: service.age_min,
    maximum_age: service.age_max,
    assured_date: entry.verifieLe,
    last_modified: `${lastKnown(entry, today)}T00:00:00Z`,
    phones: contactsOf(entry, 'telephone').map((number) => ({ id: uuidOf(`${entry.id} ${number}`), number })),
    schedules: schedulesOf(entry),
    languages: service.langues.map((code) => ({ id: uuidOf(`${entry.id} ${code}`), code, name: code })),
    service_areas: areasOf(entry, directory),
    cost_options: service.frais ? [{ id: uuidOf(`${entry.id} frais`), option: service.frais }] : [],
    service_at_locations: locationsOf(entry),
    attributes: attributesOf(entry),
    organization: organisationOf(entry),
  });
}

function organisationOf(entry: Entry) {
  const { organisation } = entry;
  return known({
    id: uuidOf(organisation.id),
    name: organisation.nom,
    description: organisation.description ?? organisation.nom,
    website: organisation.services.some((service) => isHidden({ organisation, service }))
      ? null
      : organisation.site_web,
  });
}

const schedulesOf = ({ id, service }: Entry) =>
  service.horaires_accueil
    ? [{ id: uuidOf(`${id} horaires`), description: service.horaires_accueil, notes: 'OSM opening_hours' }]
    : [];

function areasOf({ id, service }: Entry, { places }: Directory) {
  return service.zone_eligibilite.map((code) => ({
    id: uuidOf(`${id} zone ${code}`),
    name: places.get(code)?.nom ?? code,
    extent: code,
    extent_type: 'other',
  }));
}

/** A hidden place has no location at all: HSDS 3.0 has no way to say one without giving it. */
function locationsOf(entry: Entry) {
  const { service, id } = entry;
  if (isHidden(entry) || !service.adresse || !service.commune || !service.code_postal) {
    return [];
  }
  const location = uuidOf(`${id} lieu`);
  return [
    {
      id: uuidOf(`${id} au lieu`),
      location: known({
        id: location,
        location_type: 'physical',
        latitude: service.latitude,
        longitude: service.longitude,
        addresses: [
          known({
            id: uuidOf(`${id} adresse`),
            address_1: service.adresse,
            address_2: service.complement_adresse,
            city: service.commune,
            state_province: departementOf(service.code_insee ?? service.code_postal),
            postal_code: service.code_postal,
            country: 'FR',
            address_type: 'physical',
          }),
        ],
      }),
    },
  ];
}

/** Our needs as terms of our own taxonomy; and, for a hidden place, that its address is withheld. */
function attributesOf(entry: Entry) {
  const needs = entry.service.besoins.map((need) => ({
    id: uuidOf(`${entry.id} besoin ${need}`),
    link_id: uuidOf(entry.id),
    link_entity: 'service',
    taxonomy_term: {
      id: uuidOf(`besoin ${need}`),
      code: need,
      name: need,
      description: BESOINS[need].definition,
    },
  }));
  const withheld = {
    id: uuidOf(`${entry.id} adresse retenue`),
    link_id: uuidOf(entry.id),
    link_entity: 'service',
    link_type: 'location_type: redacted',
    value: ADRESSE_RETENUE,
  };
  return isHidden(entry) ? [...needs, withheld] : needs;
}

/** Without what is not known: HSDS has no null. */
function known<T extends object>(fields: T): Partial<T> {
  const kept = Object.entries(fields).filter(([, value]) => value !== null && !isEmptyList(value));
  return Object.fromEntries(kept) as Partial<T>;
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
