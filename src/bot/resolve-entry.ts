import type { LineRef } from '../conversation/emergency.ts';
import type { ContactResolu, LigneResolue, SuggestionResolue } from '../conversation/resolved.ts';
import type { Contact } from '../knowledge/schema/contact.ts';
import { type Entry, latestSource } from '../matching/directory.ts';
import { minutesToOpening } from '../matching/hours.ts';
import { type Hours, isAlways, parseHours } from '../matching/parse-hours.ts';
import type { Suggestion } from '../matching/reasons.ts';
import { drawingOf } from './drawing.ts';
import { hoursText, sentences, stateText, timesText } from './hours-text.ts';
import { isFrench, type Phrases, placeName, say } from './phrases.ts';

/** A line as it is shown in the emergency block. */
export function resolveLine(ref: LineRef, phrases: Phrases): LigneResolue | null {
  const entry = phrases.directory.byId.get(ref.id);
  return entry
    ? {
        id: ref.id,
        nom: entry.service.nom,
        description: entry.service.description,
        contacts: contactsOf(entry, 'public', phrases),
        ouvert: ref.ouvert,
        etat: stateText(ref.ouvert, ref.rouvreDans, entry.zone.fuseau, phrases),
        premier_contact: entry.service.premier_contact,
        avertissement: entry.service.avertissement,
      }
    : null;
}

/** A suggestion with its names, contacts, reasons, what is unknown, source and date. */
export function resolveSuggestion(
  suggestion: Suggestion,
  acces: 'public' | 'professionnel',
  phrases: Phrases,
): SuggestionResolue | null {
  const entry = phrases.directory.byId.get(suggestion.id);
  if (!entry) {
    return null;
  }
  const { service, organisation } = entry;
  const reopens = suggestion.ouvert === 'non' ? minutesToOpening(entry.hours, phrases.now, entry.zone) : null;
  return {
    rang: suggestion.rang,
    organisation: organisation.id,
    service: service.id,
    nom: organisation.nom,
    nom_service: service.nom,
    description: entry.origine === 'importe' ? say(phrases, 'importe.fiche') : service.description,
    besoins: suggestion.besoins.map((id) => say(phrases, `besoin.${id}`)),
    contacts: contactsOf(entry, acces, phrases),
    adresse: addressOf(entry, phrases),
    acces: accessOf(entry, phrases),
    ouvert: suggestion.ouvert,
    horaires: openingText(entry, suggestion, reopens, phrases),
    horaires_semaine: hoursText(entry.hours, phrases),
    raisons: suggestion.raisons.map((id) => say(phrases, `raison.${id}`)),
    // The hours and the source line already say these two.
    inconnus: suggestion.inconnus
      .filter((id) => id !== 'horaires' && id !== 'verification')
      .map((id) => say(phrases, `inconnu.${id}`)),
    premier_contact: service.premier_contact,
    avertissement: service.avertissement,
    source: sourceOf(entry, phrases),
    choix: [
      {
        id: `e:${suggestion.id}`,
        libelle: say(phrases, 'choix.pas-celui-ci'),
        ...drawingOf('choix.pas-celui-ci', phrases),
      },
    ],
  };
}

function openingText(
  entry: Entry,
  { ouvert, inconnus }: Suggestion,
  reopens: number | null,
  phrases: Phrases,
): string {
  const hours = hoursText(entry.hours, phrases);
  const state = ouvert === 'inconnu' ? null : stateText(ouvert, reopens, entry.zone.fuseau, phrases);
  // Known hours may be old, or a holiday may change them.
  const doubt = entry.hours && (ouvert === 'inconnu' || inconnus.includes('horaires'));
  return sentences([state, hours, doubt ? say(phrases, 'ouvert.appelez') : null]);
}

function accessOf(entry: Entry, phrases: Phrases): string[] {
  const { service, organisation } = entry;
  const referral = !service.mobilisable_par.includes('usagers');
  const women =
    service.accueil === 'exclusif' && service.publics.length === 1 && service.publics[0] === 'femme';
  return [
    service.acces_via ?? organisation.acces_via,
    referral ? say(phrases, 'acces.orientation') : null,
    women ? say(phrases, 'acces.femmes') : null,
    ...conditionsOf(entry, phrases),
  ].filter((text) => text !== null);
}

/** Conditions of ours as they are; imported ones are quoted, each with its source. */
function conditionsOf(entry: Entry, phrases: Phrases): string[] {
  const texts = entry.service.conditions_acces?.split('\n') ?? [];
  const source = latestSource(entry)?.editeur ?? '';
  return entry.origine === 'importe'
    ? texts.map((texte) => say(phrases, 'acces.condition-importee', { texte, source }))
    : texts;
}

function addressOf({ service, lieu }: Entry, phrases: Phrases): string | null {
  if (!service.adresse) {
    return null;
  }
  const town = lieu?.commune ? placeName(phrases, lieu.commune) : service.commune;
  return [service.adresse, service.complement_adresse, town].filter(Boolean).join(', ');
}

function sourceOf(entry: Entry, phrases: Phrases): string {
  const source = latestSource(entry);
  const date = entry.verifieLe
    ? say(phrases, 'resultats.verifie', { date: dateText(entry.verifieLe, phrases) })
    : say(phrases, 'resultats.non-verifie');
  const printed = source?.date ? dateText(source.date, phrases) : null;
  // The publisher of a hidden place's page is often its own site.
  const hidden = [entry.organisation.confidentialite, entry.service.confidentialite].some(
    (level) => level !== 'publique',
  );
  const named = [hidden ? source?.titre : source?.editeur, printed].filter(Boolean).join(', ');
  return `${say(phrases, 'resultats.source', { source: named })} (${date})`;
}

/** « 2026-10-07 » as « 07/10/2026 » in French, « 2026-10 » as « 10/2026 ». */
function dateText(date: string, phrases: Phrases): string {
  return isFrench(phrases) ? date.split('-').reverse().join('/') : date;
}

function contactsOf(entry: Entry, acces: 'public' | 'professionnel', phrases: Phrases): ContactResolu[] {
  return entry.service.contacts
    .filter(({ visibilite }) => visibilite === 'tous' || acces === 'professionnel')
    .map((contact) => ({
      canal: contact.canal,
      libelle: say(phrases, `canal.${contact.canal}`),
      ...drawingOf(`canal.${contact.canal}`, phrases),
      valeur: contact.valeur,
      lien: linkOf(contact),
      notes: notesOf(contact, phrases),
    }));
}

/** A link that the device follows itself; a short number keeps its digits, and 114 is only ever written to. */
function linkOf({ canal, valeur }: Pick<Contact, 'canal' | 'valeur'>): string {
  const digits = valeur.replaceAll(' ', '');
  switch (canal) {
    case 'telephone':
      return `tel:${digits}`;
    case 'sms':
      return `sms:${digits}`;
    case 'courriel':
      return `mailto:${valeur}`;
    default:
      return valeur;
  }
}

function notesOf(contact: Contact, phrases: Phrases): string[] {
  const hours = contact.horaires ? parseHours(contact.horaires) : null;
  return [
    contact.cout === 'inconnu' ? null : say(phrases, `cout.${contact.cout}`),
    traceText(contact, phrases),
    hours ? channelHours(hours, phrases) : null,
    contact.precisions,
  ].filter((text) => text !== null);
}

function channelHours(hours: Hours, phrases: Phrases): string {
  return isAlways(hours)
    ? say(phrases, 'ouvert.toujours')
    : say(phrases, 'contact.horaires', { horaires: timesText(hours, phrases) });
}

/** Every call or message stays in the phone's own list, even when it is not on the bill: it is said beside each. */
function traceText({ canal, trace }: Contact, phrases: Phrases): string | null {
  if (canal !== 'telephone' && canal !== 'sms') {
    return null;
  }
  return trace === 'inconnu' ? say(phrases, 'trace.sms') : say(phrases, `trace.${trace}`);
}
