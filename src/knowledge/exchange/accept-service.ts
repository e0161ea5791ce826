import {
  INDICES,
  PUBLICS_REPRIS,
  type Reprise,
  THEMATIQUES,
} from '../../../knowledge/vocabulary/data-inclusion.ts';
import { fold } from '../../geography/normalise.ts';
import type { Places } from '../../geography/places.ts';
import { DRAPEAUX } from '../../matching/imported/columns.ts';
import { dayOf, NEED_IDS, PUBLIC_IDS } from '../../matching/imported/entry.ts';
import { communeOf, hoursOf, type Notes, phoneOf } from './accept-structure.ts';
import type { Accepted, KeptService, ServiceTexts } from './kept.ts';
import { phoneKey, printedPhone } from './keys.ts';
import { quotable, speaksOfReferral, tellsWhere } from './quotable.ts';
import type { ServiceRecord } from './records.ts';

const LODGING = 'logement-hebergement--rechercher-une-solution-dhebergement-temporaire';
const CONFLICT = 'famille--surmonter-conflits-separation-violence';

/** What is kept of a service, or why it is not. */
export function acceptService(
  record: ServiceRecord,
  places: Places,
  notes: Notes,
): { kept: Accepted<KeptService, ServiceTexts> } | { champ: string; motif: string } {
  const said = signsOf(record);
  const besoins = needsOf(record, said, notes);
  const refusal = refusalOf(record, besoins);
  if (refusal) {
    return refusal;
  }
  const commune = communeOf(record, places, notes);
  const given = zoneOf(record, places, notes);
  const zone = given || commune;
  if (zone === '') {
    return { champ: 'zone_eligibilite', motif: 'no zone and no commune' };
  }
  if (given === '') {
    notes.lose('zone_eligibilite', 'absent: only the commune of the address is served');
  }
  const telephone = phoneOf(record.telephone, notes);
  const publics = publicsOf(record, notes);
  const conditions = conditionsOf(record);
  if (quotable(conditions, said.hidden).withheld) {
    notes.field('conditions_acces', 'a hidden place: this tells where it is');
  }
  if (said.hidden && tellsWhere(record.nom)) {
    notes.field('nom', 'a hidden place: this tells where it is, the name of its structure stands for it');
  }
  loseText(record, notes);
  return {
    kept: {
      telephoneCle: phoneKey(telephone),
      besoins,
      publics: publics.mask,
      drapeaux: flagsOf(record, said) | publics.flags,
      jour: Math.max(0, dayOf(record.date_maj)),
      zoneOfAddress: given === '',
      textes: textsOf(record, {
        commune,
        telephone,
        conditions,
        zone,
        departement: departementFor(zone, places),
        horaires: hoursOf(record.horaires_accueil, notes),
      }),
    },
  };
}

/** Whose clock: the department of the first place it serves; the whole country has none. */
const departementFor = (zone: string, places: Places): string =>
  zone.split(' ').flatMap((code) => places.chain(code)?.departements[0] ?? [])[0] ?? '';

function refusalOf({ thematiques }: ServiceRecord, besoins: number) {
  return besoins === 0
    ? { champ: 'thematiques', motif: `no need of ours: ${thematiques?.join(', ') || 'none'}` }
    : null;
}

/** What was worked out of a record's texts. */
interface Read {
  readonly commune: string;
  readonly telephone: string | null;
  readonly conditions: string;
  readonly zone: string;
  readonly departement: string;
  readonly horaires: string;
}

function textsOf(
  record: ServiceRecord,
  { telephone, ...read }: Read,
): Accepted<KeptService, ServiceTexts>['textes'] {
  return {
    ...read,
    structure: record.structure_id,
    nom: record.nom,
    adresse: record.adresse ?? '',
    complement: record.complement_adresse ?? '',
    telephone: telephone ? printedPhone(telephone) : '',
    courriel: record.courriel ?? '',
    lien: record.lien_mobilisation?.startsWith('https://') ? record.lien_mobilisation : '',
  };
}

interface Signs {
  readonly violence: boolean;
  readonly hebergement: boolean;
  readonly hidden: boolean;
  readonly mediation: boolean;
  readonly referral: boolean;
}

/** What a record's words and themes tell of danger. Prudence: a doubt hides the street, never the number. */
function signsOf(record: ServiceRecord): Signs {
  const nom = fold(record.nom);
  const all = `${nom} ${fold(record.description)}`;
  const themes = record.thematiques ?? [];
  const violence = INDICES.violence.test(all);
  const hebergement = themes.includes(LODGING) || INDICES.hebergement.test(nom);
  return {
    violence,
    hebergement,
    hidden: violence || hebergement || themes.includes(CONFLICT) || INDICES.prostitution.test(all),
    // A lodging that also speaks of mediation is still a lodging, unless mediation is its name.
    mediation: INDICES.mediation.test(hebergement ? nom : all),
    referral: [record.conditions_acces, ...precisionsOf(record)].some(speaksOfReferral),
  };
}

function needsOf(record: ServiceRecord, said: Signs, notes: Notes): number {
  let mask = 0;
  const themes = record.thematiques ?? [];
  for (const theme of themes) {
    const { vers, perdu }: Reprise<string> = THEMATIQUES[theme];
    mask |= maskOf(vers, NEED_IDS);
    if (perdu) {
      notes.lose('thematiques', `${theme}: ${perdu}`);
    }
  }
  const named = said.violence && themes.includes(CONFLICT);
  return named ? mask | maskOf(['plainte-protection'], NEED_IDS) : mask;
}

function publicsOf(record: ServiceRecord, notes: Notes): { mask: number; flags: number } {
  const publics = record.publics ?? [];
  if (publics.length === 0 || publics.includes('tous-publics')) {
    if (publics.length > 1) {
      notes.field('publics', 'tous-publics excludes the others');
    }
    return { mask: 0, flags: 0 };
  }
  const known = publics.map((id): Reprise<string> => PUBLICS_REPRIS[id]);
  publics.forEach((id, index) => {
    const perdu = known[index]?.perdu;
    if (perdu) {
      notes.lose('publics', `${id}: ${perdu}`);
    }
  });
  const mask = known.reduce((sum, { vers }) => sum | maskOf(vers, PUBLIC_IDS), 0);
  const closed = known.every(({ vers }) => vers.length > 0);
  if (mask === 0) {
    return { mask: 0, flags: 0 };
  }
  return { mask, flags: closed ? DRAPEAUX.exclusif : DRAPEAUX.preferentiel };
}

function maskOf(ids: readonly string[], all: readonly string[]): number {
  return ids.reduce((mask, id) => mask | (1 << all.indexOf(id)), 0);
}

/** The codes of today of the zones that a record gives, each once. */
function zoneOf(record: ServiceRecord, places: Places, notes: Notes): string {
  const codes = new Set<string>();
  for (const code of record.zone_eligibilite ?? []) {
    const today = code === 'france' ? code : places.get(code)?.code;
    if (today) {
      codes.add(today);
    } else {
      notes.field('zone_eligibilite', `no such place: ${code}`);
    }
  }
  return [...codes].sort().join(' ');
}

/** What is said, beside the conditions, of who may come and how. */
const precisionsOf = ({ publics_precisions, mobilisation_precisions }: ServiceRecord) => [
  publics_precisions,
  mobilisation_precisions,
];

/** The conditions of access, and what is said of the publics and of the way in when it speaks of a referral, as written, one a line. */
function conditionsOf(record: ServiceRecord): string {
  const texts = [record.conditions_acces, ...precisionsOf(record).filter(speaksOfReferral)];
  const lines = texts.map((text) => (text ?? '').replaceAll(/\s+/g, ' ').trim());
  return [...new Set(lines.filter((line) => line !== ''))].join('\n');
}

function flagsOf(record: ServiceRecord, said: Signs): number {
  const { mobilisable_par, modes_accueil, frais } = record;
  const remote = modes_accueil?.includes('a-distance') ?? false;
  const present = modes_accueil?.includes('en-presentiel') ?? !remote;
  // Who may come is not said, and the conditions or precisions speak of a referral: it is on referral.
  const silent = !mobilisable_par || mobilisable_par.length === 0;
  const referral = silent ? said.referral : !mobilisable_par.includes('usagers');
  return (
    flag('orientation', referral) |
    flag('sensible', said.hidden) |
    flag('violence', said.violence) |
    flag('hebergement', said.hebergement) |
    flag('mediation', said.mediation) |
    flag('adultes', said.hebergement) |
    flag('aDistance', remote) |
    flag('enPresentiel', present) |
    flag('gratuit', frais === 'gratuit') |
    flag('payant', frais === 'payant')
  );
}

/** A flag's bit when it is up. */
export const flag = (name: keyof typeof DRAPEAUX, up: boolean): number => (up ? DRAPEAUX[name] : 0);

const TEXTS = [
  'description',
  'type',
  'frais_precisions',
  'contact_nom_prenom',
  'lien_source',
  'volume_horaire_hebdomadaire',
  'nombre_semaines',
] as const;

function loseText(record: ServiceRecord, { lose }: Notes): void {
  for (const name of TEXTS) {
    if (record[name]) {
      lose(`service.${name}`, 'not kept');
    }
  }
  for (const name of ['publics_precisions', 'mobilisation_precisions'] as const) {
    if (record[name] && !speaksOfReferral(record[name])) {
      lose(`service.${name}`, 'not a condition of referral: not kept');
    }
  }
}
