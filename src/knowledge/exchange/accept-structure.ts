import { INDICES, RESEAUX_HEBERGEMENT } from '../../../knowledge/vocabulary/data-inclusion.ts';
import { fold } from '../../geography/normalise.ts';
import type { Places } from '../../geography/places.ts';
import { parseHours } from '../../matching/parse-hours.ts';
import type { Accepted, KeptStructure, StructureTexts } from './kept.ts';
import { nameKey, phoneDigits, phoneKey, printedPhone, siretKey } from './keys.ts';
import type { StructureRecord } from './records.ts';

/** Tells that a field of the record at hand is left out, or lost by design. */
export interface Notes {
  readonly field: (champ: string, motif: string) => void;
  readonly lose: (champ: string, motif: string, count?: number) => void;
}

/** What is kept of a structure; its description is read for what it tells of danger, then left behind. */
export function acceptStructure(
  record: StructureRecord,
  places: Places,
  notes: Notes,
): Accepted<KeptStructure, StructureTexts> {
  const commune = communeOf(record, places, notes);
  const telephone = phoneOf(record.telephone, notes);
  loseText(record, notes);
  return {
    siret: siretKey(record.siret ?? null),
    telephoneCle: phoneKey(telephone),
    nomCommune: nameKey(record.nom, commune || null),
    ...signsOf(record),
    textes: {
      nom: record.nom,
      source: record.source,
      site: record.site_web ?? '',
      telephone: telephone ? printedPhone(telephone) : '',
      courriel: record.courriel ?? '',
      horaires: hoursOf(record.horaires_accueil, notes),
      adresse: record.adresse ?? '',
      complement: record.complement_adresse ?? '',
      commune,
    },
  };
}

/** What a record tells of danger: its description alone hides it, and makes no service for victims of it. */
function signsOf(record: StructureRecord): Pick<KeptStructure, 'hidden' | 'hebergement' | 'violence'> {
  const nom = fold(record.nom);
  const all = `${nom} ${fold(record.description ?? '')}`;
  const hebergement =
    INDICES.hebergement.test(nom) ||
    (record.reseaux_porteurs ?? []).some((id) => RESEAUX_HEBERGEMENT.includes(id));
  return {
    hidden: hebergement || INDICES.violence.test(all) || INDICES.prostitution.test(all),
    hebergement,
    violence: INDICES.violence.test(nom),
  };
}

/** The commune of today for a code of any year; empty when there is none. */
export function communeOf(
  { code_insee }: { readonly code_insee?: string | null | undefined },
  places: Places,
  notes: Notes,
): string {
  if (!code_insee) {
    return '';
  }
  const place = places.get(code_insee);
  if (!place) {
    notes.field('code_insee', `no such commune: ${code_insee}`);
    return '';
  }
  if (place.code !== code_insee) {
    notes.lose('code_insee', 'former commune: its heir is used');
  }
  return place.code;
}

/** A number that can be called, as ten digits or a short one. */
export function phoneOf(text: string | null | undefined, notes: Notes): string | null {
  if (!text) {
    return null;
  }
  const digits = phoneDigits(text);
  if (!digits) {
    notes.field('telephone', 'not a French number');
  }
  return digits;
}

/** Hours that we read; others would be shown as unknown, and are counted. */
export function hoursOf(text: string | null | undefined, notes: Notes): string {
  if (!text) {
    return '';
  }
  if (parseHours(text) === null) {
    notes.lose('horaires_accueil', 'hours not read: shown as unknown');
    return '';
  }
  return text;
}

const TEXTS = ['description', 'accessibilite_lieu', 'lien_source'] as const;

function loseText(record: StructureRecord, { lose }: Notes): void {
  for (const name of TEXTS) {
    if (record[name]) {
      lose(`structure.${name}`, 'not kept');
    }
  }
}
