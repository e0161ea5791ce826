import { z } from 'zod';
import { CARD_LANGUAGES, TEXT_LANGUAGES } from '../../dialogs/languages.ts';
import { EMPTY_SITUATION, situation } from './situation.ts';
import { besoin, lieuCode } from './understood.ts';

/** Changing the shape of a session means a new version: an old one starts again calmly. */
const SESSION_VERSION = 2;
/** « retour » works over this many situations. */
const MAX_STEPS = 20;

const questionKey = z.string().regex(/^[a-z-]{1,30}(?::[a-z-]{1,30})?$/);
/** `organisation/service`, an id of knowledge. */
const entryId = z.string().regex(/^[a-z0-9-]{1,80}\/[a-z0-9-]{1,80}$/);

/** One state of the conversation: what is known, and what was asked and shown to get there. */
export const step = z.strictObject({
  situation,
  /** The pending question; null after results. */
  question: questionKey.nullable(),
  /** Questions answered, skipped or not known: never asked again. */
  posees: z.array(questionKey).max(60),
  /** Questions since the last results: three at most before the next. */
  comptees: z.int().min(0).max(60),
  resultats: z.boolean(),
  /** Places to choose from when a text named several. */
  lieux: z.array(lieuCode).max(8),
  /** Needs to confirm, when a message was not clear. */
  possibles: z.array(besoin).max(3),
  montres: z.array(entryId).max(200),
  ecartes: z.array(entryId).max(200),
});

/** What lives between turns: codes only, for 30 idle minutes, 2 hours at most. */
export const session = z.strictObject({
  version: z.literal(SESSION_VERSION),
  /** The last situations, the present one last. */
  pas: z.array(step).min(1).max(MAX_STEPS),
  /** Messages not understood in a row. */
  incompris: z.int().min(0).max(100),
  /** Whether the advice not to write names was given after a redaction. */
  averti: z.boolean(),
  /** Whether what the person wrote was acknowledged: once. */
  remercie: z.boolean(),
  /** What the journey is made in. */
  langue: z.enum(TEXT_LANGUAGES),
  /** What the person reads or writes, when it has a card; null for French. */
  carte: z.enum(CARD_LANGUAGES).nullable(),
  acces: z.enum(['public', 'professionnel']),
  site: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .nullable(),
});

export type Step = z.infer<typeof step>;
export type Session = z.infer<typeof session>;

export const EMPTY_STEP: Step = {
  situation: EMPTY_SITUATION,
  question: null,
  posees: [],
  comptees: 0,
  resultats: false,
  lieux: [],
  possibles: [],
  montres: [],
  ecartes: [],
};

/** A conversation in which nothing was said yet; `zone` is where the site it comes from seeks help. */
export function newSession(
  {
    langue,
    carte = null,
    acces,
    site,
  }: Pick<Session, 'langue' | 'acces' | 'site'> & {
    readonly carte?: Session['carte'];
  },
  zone: string | null = null,
): Session {
  return {
    version: SESSION_VERSION,
    pas: [{ ...EMPTY_STEP, situation: { ...EMPTY_SITUATION, lieu: zone } }],
    incompris: 0,
    averti: false,
    remercie: false,
    langue,
    carte,
    acces,
    site,
  };
}

/** The present state. */
export function currentStep(s: Session): Step {
  return s.pas.at(-1) ?? EMPTY_STEP;
}

/** Adds a state after the present one, forgetting the oldest past `MAX_STEPS`. */
export function withStep(s: Session, next: Step): Session {
  return { ...s, pas: [...s.pas, next].slice(-MAX_STEPS) };
}
