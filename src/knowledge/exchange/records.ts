import { z } from 'zod';
import {
  PUBLICS_REPRIS,
  type PublicDataInclusion,
  THEMATIQUES,
  type ThematiqueId,
} from '../../../knowledge/vocabulary/data-inclusion.ts';

const terms = <Id extends string>(table: Record<Id, unknown>) => z.enum(Object.keys(table) as [Id, ...Id[]]);
const web = z.string().regex(/^https?:\/\/\S+$/);
const text = z.string().nullish();

/** What structures and services have in common. */
const common = {
  source: z.string().min(1),
  id: z.string().min(1),
  nom: z.string().min(3).max(150),
  date_maj: z.iso.date(),
  lien_source: web.nullish(),
  commune: text,
  code_postal: z
    .string()
    .regex(/^\d{5}$/)
    .nullish(),
  code_insee: z
    .string()
    .regex(/^\d[\dAB]\d{3}$/)
    .nullish(),
  adresse: text,
  complement_adresse: text,
  longitude: z.number().nullish(),
  latitude: z.number().nullish(),
  telephone: text,
  courriel: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i)
    .nullish(),
  horaires_accueil: text,
};

/** A structure of data·inclusion v1, as a producer's file gives it. */
export const structureRecord = z.object({
  ...common,
  description: z.string().min(5).max(10_000).nullish(),
  siret: z
    .string()
    .regex(/^\d{14}$/)
    .nullish(),
  site_web: web.nullish(),
  accessibilite_lieu: web.nullish(),
  reseaux_porteurs: z.array(z.string().regex(/^[a-z0-9-]+$/)).nullish(),
});

/** A service of data·inclusion v1. */
export const serviceRecord = z.object({
  ...common,
  structure_id: z.string().min(1),
  description: z.string().min(5).max(10_000),
  type: z
    .enum(['accompagnement', 'aide-financiere', 'aide-materielle', 'atelier', 'formation', 'information'])
    .nullish(),
  thematiques: z.array(terms<ThematiqueId>(THEMATIQUES)).nullish(),
  frais: z.enum(['gratuit', 'payant']).nullish(),
  frais_precisions: text,
  publics: z.array(terms<PublicDataInclusion>(PUBLICS_REPRIS)).nullish(),
  publics_precisions: text,
  conditions_acces: text,
  contact_nom_prenom: text,
  modes_accueil: z.array(z.enum(['a-distance', 'en-presentiel'])).nullish(),
  zone_eligibilite: z.array(z.string().regex(/^(?:\d[\dAB]|9[78]\d|\d[\dAB]\d{3}|\d{9}|france)$/)).nullish(),
  lien_mobilisation: web.nullish(),
  modes_mobilisation: z
    .array(z.enum(['envoyer-un-courriel', 'se-presenter', 'telephoner', 'utiliser-lien-mobilisation']))
    .nullish(),
  mobilisable_par: z.array(z.enum(['usagers', 'professionnels'])).nullish(),
  mobilisation_precisions: text,
  volume_horaire_hebdomadaire: z.number().min(0).nullish(),
  nombre_semaines: z.int().min(1).nullish(),
});

export type StructureRecord = z.infer<typeof structureRecord>;
export type ServiceRecord = z.infer<typeof serviceRecord>;

/** One record as a reader found it: where it stands in its file, and its raw fields. */
export interface Found {
  /** « line 12 », « sheet Services, row 4 », « record 3 ». */
  readonly at: string;
  readonly kind: 'structure' | 'service';
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What is wrong with one field. `refused` tells whether the whole record is refused for it. */
export interface FieldProblem {
  readonly field: string;
  readonly reason: string;
  readonly refused: boolean;
}

const SCHEMAS = { structure: structureRecord, service: serviceRecord } as const;
const REQUIRED = new Set(['source', 'id', 'nom', 'date_maj', 'structure_id', 'description']);
const FIELDS = {
  structure: new Set(Object.keys(structureRecord.shape)),
  service: new Set(Object.keys(serviceRecord.shape)),
} as const;

/** Fields that data·inclusion v1 does not have: they are ignored, and counted. */
export function unknownFields({ kind, fields }: Found): string[] {
  return Object.keys(fields).filter((name) => !FIELDS[kind].has(name));
}

/** Checks a record: a bad optional field or term is taken out, a bad required one refuses the record. */
export function checkRecord<K extends Found['kind']>(
  kind: K,
  fields: Readonly<Record<string, unknown>>,
): { record: z.infer<(typeof SCHEMAS)[K]> | null; problems: FieldProblem[] } {
  const first = SCHEMAS[kind].safeParse(fields);
  if (first.success) {
    return { record: first.data as z.infer<(typeof SCHEMAS)[K]>, problems: [] };
  }
  const required =
    kind === 'structure' ? (name: string) => name !== 'description' && REQUIRED.has(name) : has;
  const problems = first.error.issues.map((issue) => problemOf(issue, fields, required));
  if (problems.some(({ refused }) => refused)) {
    return { record: null, problems };
  }
  const mended = SCHEMAS[kind].safeParse(without(fields, first.error.issues));
  const data = mended.success ? (mended.data as z.infer<(typeof SCHEMAS)[K]>) : null;
  return { record: data, problems };
}

const has = (name: string) => REQUIRED.has(name);

function problemOf(
  issue: z.core.$ZodIssue,
  fields: Readonly<Record<string, unknown>>,
  required: (name: string) => boolean,
): FieldProblem {
  const [field = '', rank] = issue.path.map(String);
  const missing = fields[field] === undefined || fields[field] === null || fields[field] === '';
  const list = fields[field];
  // Only a term of a list is quoted: other values may name someone.
  const term =
    rank !== undefined && Array.isArray(list) ? `: ${String(list[Number(rank)]).slice(0, 80)}` : '';
  return { field, reason: missing ? 'missing' : `not valid${term}`, refused: required(field) };
}

/** What stands for a field that is not read whole: silence on who may come would open the service. */
const NARROWEST: Readonly<Record<string, unknown>> = { mobilisable_par: ['professionnels'] };

function without(
  fields: Readonly<Record<string, unknown>>,
  issues: readonly z.core.$ZodIssue[],
): Record<string, unknown> {
  const kept: Record<string, unknown> = { ...fields };
  for (const { path } of issues) {
    const [field = '', rank] = path.map(String);
    const list = fields[field];
    if (field in NARROWEST) {
      kept[field] = NARROWEST[field];
    } else if (rank !== undefined && Array.isArray(list)) {
      const bad = new Set(issues.filter((i) => i.path[0] === field).map((i) => Number(i.path[1])));
      kept[field] = list.filter((_, index) => !bad.has(index));
    } else {
      kept[field] = null;
    }
  }
  return kept;
}
