import { PUBLICS } from '../../../knowledge/vocabulary/publics.ts';
import { type Directory, type Entry, latestSource } from '../../matching/directory.ts';
import type { Contact } from '../schema/contact.ts';

/** What an export gives: our own records, open to everyone. Kinds of services that exist everywhere are no structures. */
export function exportedEntries({ entries }: Directory): Entry[] {
  return entries.filter(
    ({ origine, organisation, service }) =>
      (origine === 'partenaire' || origine === 'ligne') &&
      organisation.role === 'orientation' &&
      service.visibilite === 'tous',
  );
}

/** A hidden place: the directory already took its address, coordinates and site away; nothing here may give them back. */
export const isHidden = ({ organisation, service }: Pick<Entry, 'organisation' | 'service'>): boolean =>
  [organisation.confidentialite, service.confidentialite].some((level) => level !== 'publique');

/** The day the record was last known to be true; of a year or a month, its first day. Without any, the day of the export. */
export function lastKnown(entry: Entry, today: string): string {
  const date = entry.verifieLe ?? latestSource(entry)?.date ?? null;
  return date === null ? today : `${date}-01-01`.slice(0, 10);
}

/** Contacts open to everyone, by channel. */
export const contactsOf = ({ service }: Entry, canal: Contact['canal']): string[] =>
  service.contacts
    .filter((contact) => contact.canal === canal && contact.visibilite === 'tous')
    .map(({ valeur }) => valeur);

/** The publics in words, for formats that have no term for them. */
export const publicsInWords = ({ service }: Entry): string | null =>
  service.publics.length === 0 ? null : service.publics.map((id) => PUBLICS[id].definition).join(' ');
