import { INDICES } from '../../knowledge/vocabulary/data-inclusion.ts';
import { fold } from '../geography/normalise.ts';
import type { Places } from '../geography/places.ts';
import { daysSince, FRESH_DAYS, FRESH_LINE_DAYS } from '../matching/coverage.ts';
import { parseHours } from '../matching/parse-hours.ts';
import { tellsWhere } from './exchange/quotable.ts';
import { type Finding, finding } from './finding.ts';
import type { Filed } from './load.ts';
import type { Organisation, Service } from './schema/organisation.ts';

type Found = Pick<Finding, 'niveau' | 'constat' | 'chemin'> & Partial<Pick<Finding, 'valeurs'>>;

/** What a record says that its shape allows and a curator must mend or look at. */
export function recordFindings({ fichier, record, genre }: Filed, places: Places, today: Date): Finding[] {
  const found: Found[] = [
    ...codes(record, places),
    ...successor(record),
    ...links(record),
    ...dates(record, today),
    ...freshness(record, genre === 'ligne' ? FRESH_LINE_DAYS : FRESH_DAYS, today),
    ...hiddenFindings(record),
    ...record.services.flatMap((service, index) => serviceFindings(service, record, index)),
  ];
  return found.map(({ niveau, constat, ...more }) => finding(niveau, constat, fichier, more));
}

function codes({ services }: Organisation, places: Places): Found[] {
  const known = (code: string) => code === 'france' || places.chain(code) !== undefined;
  return services.flatMap(({ zone_eligibilite, code_insee }, s) => {
    const zones = zone_eligibilite.map((code, z) => ({
      code,
      chemin: ['services', s, 'zone_eligibilite', z],
    }));
    const commune = code_insee ? [{ code: code_insee, chemin: ['services', s, 'code_insee'] }] : [];
    return [...zones, ...commune]
      .filter(({ code }) => !known(code))
      .map(
        ({ code, chemin }) =>
          ({ niveau: 'erreur', constat: 'code-inconnu', chemin, valeurs: { lu: code } }) as const,
      );
  });
}

function successor({ statut, successeur }: Organisation): Found[] {
  return statut === 'fusionne' && !successeur
    ? [{ niveau: 'erreur', constat: 'successeur-manquant', chemin: ['statut'] }]
    : [];
}

interface Link {
  readonly address: string;
  readonly chemin: Finding['chemin'];
}

function links(record: Organisation): Found[] {
  return linksOf(record).flatMap(({ address, chemin }): Found[] => {
    if (!couldBeASite(address)) {
      return [{ niveau: 'erreur', constat: 'lien-mal-forme', chemin, valeurs: { lu: address } }];
    }
    return address.startsWith('https:')
      ? []
      : [{ niveau: 'avertissement', constat: 'lien-http', chemin, valeurs: { lu: address } }];
  });
}

function linksOf({ site_web, sources, services }: Organisation): Link[] {
  const sourceLinks = (list: Organisation['sources'], at: Finding['chemin']) =>
    list.flatMap(({ url }, index) =>
      url ? [{ address: url, chemin: [...at, 'sources', index, 'url'] }] : [],
    );
  return [
    ...(site_web ? [{ address: site_web, chemin: ['site_web'] }] : []),
    ...sourceLinks(sources, []),
    ...services.flatMap((service, s) => [
      ...sourceLinks(service.sources ?? [], ['services', s]),
      ...service.contacts.flatMap(({ valeur }, c) =>
        valeur.startsWith('http')
          ? [{ address: valeur, chemin: ['services', s, 'contacts', c, 'valeur'] }]
          : [],
      ),
    ]),
  ];
}

/** A web address with a real host: « https://https://… », « https://exemple » or « https://exemple,fr » never open. */
function couldBeASite(address: string): boolean {
  try {
    const { protocol, hostname, href } = new URL(address);
    const nested = href.indexOf('://', protocol.length + 3) >= 0 && !href.includes('?');
    return (
      /^https?:$/.test(protocol) &&
      /^(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+(?:xn--[a-z\d-]+|[a-z]{2,})$/u.test(hostname) &&
      !nested
    );
  } catch {
    return false;
  }
}

function dates({ verifie_le, services }: Organisation, today: Date): Found[] {
  const given = [
    { date: verifie_le, chemin: ['verifie_le'] },
    ...services.map((service, s) => ({
      date: service.verifie_le ?? null,
      chemin: ['services', s, 'verifie_le'],
    })),
  ];
  return given.flatMap(({ date, chemin }): Found[] =>
    date !== null && daysSince(date, today) < 0
      ? [{ niveau: 'erreur', constat: 'date-a-venir', chemin }]
      : [],
  );
}

/** Whether someone still has to keep a record true: it is proposed, to people or to professionals. */
export const isLive = ({ statut, role }: Organisation): boolean =>
  (statut === 'actif' || statut === 'renomme') && role !== 'financeur' && role !== 'hors-champ';

/** The oldest verification in a record; null when some part was never verified. */
export function oldestVerification({ verifie_le, services }: Organisation): string | null {
  const given = services.map((service) =>
    service.verifie_le === undefined ? verifie_le : service.verifie_le,
  );
  const all = given.length > 0 ? given : [verifie_le];
  return all.includes(null) ? null : (all.filter((date) => date !== null).sort()[0] ?? null);
}

function freshness(record: Organisation, limite: number, today: Date): Found[] {
  if (!isLive(record)) {
    return [];
  }
  const date = oldestVerification(record);
  if (date === null) {
    return [{ niveau: 'avertissement', constat: 'jamais-verifie', chemin: ['verifie_le'] }];
  }
  const jours = daysSince(date, today);
  const valeurs = { jours: String(jours), limite: String(limite) };
  return jours > limite
    ? [{ niveau: 'avertissement', constat: 'verification-ancienne', chemin: ['verifie_le'], valeurs }]
    : [];
}

/** What a record with a hidden place says above its services: a street in a sentence, a site that shows where it is. */
function hiddenFindings(record: Organisation): Found[] {
  const hidden = [record, ...record.services].some(({ confidentialite }) => confidentialite !== 'publique');
  if (!hidden) {
    return [];
  }
  const told = (['nom', 'description', 'acces_via'] as const).filter((field) =>
    tellsWhere(record[field] ?? ''),
  );
  const site: Found[] =
    record.site_web === null
      ? []
      : [{ niveau: 'avertissement', constat: 'site-lieu-cache', chemin: ['site_web'] }];
  return [
    ...told.map((field): Found => ({ niveau: 'erreur', constat: 'lieu-cache', chemin: [field] })),
    ...site,
  ];
}

function serviceFindings(service: Service, record: Organisation, s: number): Found[] {
  const hidden = record.confidentialite !== 'publique' || service.confidentialite !== 'publique';
  const lost = service.mobilisable_par.includes('usagers');
  return [
    ...sentences(service, s).flatMap(({ text, chemin }): Found[] => [
      ...(lost && INDICES.orientation.test(text)
        ? [{ niveau: 'avertissement', constat: 'orientation-perdue', chemin } as const]
        : []),
      ...(hidden && tellsWhere(text) ? [{ niveau: 'erreur', constat: 'lieu-cache', chemin } as const] : []),
    ]),
    ...unreadHours(service, s),
  ];
}

/** Free text of a service, folded. */
function sentences(service: Service, s: number): { text: string; chemin: Finding['chemin'] }[] {
  const fields = ['nom', 'description', 'conditions_acces', 'acces_via', 'avertissement'] as const;
  return [
    ...fields.map((field) => ({ text: fold(service[field] ?? ''), chemin: ['services', s, field] })),
    ...service.premier_contact.map((text, i) => ({
      text: fold(text),
      chemin: ['services', s, 'premier_contact', i],
    })),
    ...service.contacts.map(({ precisions }, c) => ({
      text: fold(precisions ?? ''),
      chemin: ['services', s, 'contacts', c, 'precisions'],
    })),
  ];
}

function unreadHours(service: Service, s: number): Found[] {
  const hours = [
    { text: service.horaires_accueil, chemin: ['services', s, 'horaires_accueil'] },
    ...service.contacts.map(({ horaires }, c) => ({
      text: horaires,
      chemin: ['services', s, 'contacts', c, 'horaires'],
    })),
  ];
  return hours.flatMap(({ text, chemin }): Found[] =>
    text !== null && parseHours(text) === null
      ? [{ niveau: 'avertissement', constat: 'horaires-non-lus', chemin, valeurs: { lu: text } }]
      : [],
  );
}
