import { z } from 'zod';
import { BESOINS, type BesoinId } from '../../../knowledge/vocabulary/besoins.ts';
import { PUBLICS, type PublicId } from '../../../knowledge/vocabulary/publics.ts';
import { SIGNAUX, type SignalId } from '../../../knowledge/vocabulary/signaux.ts';
import { LANGUES } from '../../../knowledge/vocabulary/situation.ts';
import { contact, horaires } from './contact.ts';

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const ids = <Id extends string>(table: Record<Id, unknown>) => z.enum(Object.keys(table) as [Id, ...Id[]]);

/** INSEE code of a commune, EPCI (9 digits), department, or `france`. Never a region: list its departments. */
const zone = z.string().regex(/^(?:france|\d[\dAB]\d{3}|\d{9}|\d[\dAB]|9[78]\d)$/);
const source = z.strictObject({
  titre: z.string().min(3),
  editeur: z.string().min(2),
  /** Day, month or year of the page as printed; null when the page shows none. */
  date: z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
    .nullable(),
  url: z.url().optional(),
});

const confidentialite = z.enum(['publique', 'telephone-seul', 'adresse-masquee']);
const confiance = z.enum(['haute', 'moyenne', 'basse']);

/** Kinds that some rule or reader needs to tell apart. `mediation` and `couple` are barred where there is violence. */
const TYPES = [
  'ligne',
  'accueil',
  'accueil-jour',
  'hebergement',
  'permanence',
  'consultation',
  'distribution',
  'groupe-de-parole',
  'maraude',
  'mediation',
  'couple',
  'atelier',
] as const;

/** Where a service receives people. Absent for a line, or when the place is hidden. */
const place = {
  adresse: z.string().nullable().default(null),
  complement_adresse: z.string().nullable().default(null),
  commune: z.string().nullable().default(null),
  code_postal: z
    .string()
    .regex(/^\d{5}$/)
    .nullable()
    .default(null),
  code_insee: z
    .string()
    .regex(/^\d[\dAB]\d{3}$/)
    .nullable()
    .default(null),
  latitude: z.number().nullable().default(null),
  longitude: z.number().nullable().default(null),
};

export const service = z
  .strictObject({
    id: slug,
    nom: z.string().min(3).max(150),
    /** One or two plain sentences shown to the person. */
    description: z.string().min(3).max(300),
    type: z.enum(TYPES),
    besoins: z.array(ids<BesoinId>(BESOINS)).min(1),
    /** Signals this service is made for. */
    signaux: z.array(ids<SignalId>(SIGNAUX)).default([]),
    /** Signals without which this service is never proposed (e.g. `auteur` for an authors' line). */
    reserve_signaux: z.array(ids<SignalId>(SIGNAUX)).default([]),
    accueil: z.enum(['inconditionnel', 'preferentiel', 'exclusif']).default('inconditionnel'),
    publics: z.array(ids<PublicId>(PUBLICS)).default([]),
    /** Years. Absent: no limit known. An adults' service has `age_min: 18`. */
    age_min: z.int().min(0).max(100).nullable().default(null),
    age_max: z.int().min(0).max(120).nullable().default(null),
    zone_eligibilite: z.array(zone).min(1),
    ...place,
    confidentialite: confidentialite.default('publique'),
    /** The front gate of a place that is not reached directly, e.g. « Appelez le 115 ». */
    acces_via: z.string().nullable().default(null),
    conditions_acces: z.string().max(300).nullable().default(null),
    /** `professionnels` alone: on referral only. */
    mobilisable_par: z
      .array(z.enum(['usagers', 'professionnels']))
      .min(1)
      .default(['usagers', 'professionnels']),
    frais: z.enum(['gratuit', 'payant']).nullable().default(null),
    modes_accueil: z.array(z.enum(['a-distance', 'en-presentiel'])).min(1),
    contacts: z.array(contact).default([]),
    horaires_accueil: horaires.nullable().default(null),
    /** Languages in which people are received; empty: not stated. */
    langues: z.array(z.enum(LANGUES)).default([]),
    visibilite: z.enum(['tous', 'professionnel']).default('tous'),
    /** What happens when one calls or comes: at most three short sentences; empty when no source says it. */
    premier_contact: z.array(z.string().max(160)).max(3).default([]),
    /** What to know before calling, e.g. a call-back shown on the screen. */
    avertissement: z.string().max(200).nullable().default(null),
    /** Overrides of the organisation's own, when this service is known better or worse. */
    confiance: confiance.optional(),
    verifie_le: z.iso.date().nullable().optional(),
    sources: z.array(source).min(1).optional(),
  })
  .superRefine((value, context) => {
    if (value.accueil !== 'inconditionnel' && value.publics.length === 0) {
      context.addIssue({
        code: 'custom',
        path: ['publics'],
        message: 'accueil-sans-publics',
        params: { constat: 'accueil-sans-publics' },
      });
    }
  });

export const organisation = z.strictObject({
  id: slug,
  nom: z.string().min(2),
  noms_alternatifs: z.array(z.string()).default([]),
  statut: z.enum(['actif', 'renomme', 'fusionne', 'suspendu', 'ferme', 'inconnu']),
  /** Id of the organisation that took over. */
  successeur: slug.nullable().default(null),
  role: z.enum(['orientation', 'professionnel', 'financeur', 'ressource', 'hors-champ']),
  /** A kind of service that exists everywhere (CCAS, PMI…): the ladder falls on it when nothing nearer is known. */
  generique: z.boolean().default(false),
  siret: z
    .string()
    .regex(/^\d{14}$/)
    .nullable()
    .default(null),
  site_web: z
    .string()
    .regex(/^https?:\/\/\S+$/)
    .nullable()
    .default(null),
  description: z.string().max(400).nullable().default(null),
  confidentialite: confidentialite.default('publique'),
  acces_via: z.string().nullable().default(null),
  sources: z.array(source).min(1),
  /** The day the fact was last read at its source or confirmed by the organisation; null: never verified. */
  verifie_le: z.iso.date().nullable(),
  confiance,
  services: z.array(service),
});

export type Service = z.infer<typeof service>;
export type Organisation = z.infer<typeof organisation>;
