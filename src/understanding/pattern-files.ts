import { z } from 'zod';
import { FORCES } from '../../knowledge/vocabulary/signaux.ts';
import {
  besoin,
  commande,
  contrainte,
  delai,
  langue,
  locuteur,
  publicId,
  signalId,
} from '../conversation/understood.ts';

/** The files of `dialogs/understanding/<lang>/`: the only definition of their shape. */

const motifs = z.array(z.string().min(1)).min(1);
const rule = {
  /** Names the rule in `raisons`; unique for what it concludes. */
  id: z.string().regex(/^[a-z0-9-]+$/),
  motifs,
  avec: motifs.optional(),
  sans: motifs.optional(),
};
const entries = z.string().transform((list) => list.split(',').map((entry) => entry.trim()));
const wordList = z.array(z.string().min(1));

export const conceptsFile = z.strictObject({ concepts: z.record(z.string().regex(/^[a-z0-9-]+$/), entries) });

/** Families of words for the network: wider than concepts, and never used by a rule. */
export const themesFile = z.strictObject({ themes: z.record(z.string().regex(/^[a-z0-9-]+$/), entries) });

export const smsFile = z.strictObject({
  abreviations: z.record(z.string(), z.string()),
  sigles: z.record(z.string().regex(/^[A-ZÉ]+$/), z.string()),
  coupures: wordList,
  avantMa: wordList,
  apresMa: wordList,
  communs: wordList,
});

const force = z.enum(FORCES);
export const signalRule = z.strictObject({
  ...rule,
  signal: signalId,
  force,
  /** The writer is the one hurt: it tells suffered violence from violence done. */
  victime: z.literal('moi').optional(),
  /** Says it so plainly that it keeps its force however calm the message sounds. */
  franc: z.literal(true).optional(),
  /** Signals that come with this one. */
  aussi: z.partialRecord(signalId, force).optional(),
  /** What is left when it is told as past. */
  passe: z.literal('possible').optional(),
});
export const signalsFile = z.strictObject({
  idiomes: motifs,
  contextes: motifs,
  rire: motifs,
  passe: motifs,
  regles: z.array(signalRule),
});

export const needRule = z.strictObject({
  ...rule,
  besoin,
  /** A help that can be refused, or a lack that cannot. */
  sorte: z.enum(['demande', 'probleme']).default('demande'),
  /** Only said by professionals. */
  professionnel: z.literal(true).optional(),
});
export const needsFile = z.strictObject({ regles: z.array(needRule) });

export const publicRule = z.strictObject({
  ...rule,
  public: publicId,
  sujet: z.enum(['moi', 'autre', 'tous']),
});
export const speakerRule = z.strictObject({ ...rule, locuteur });
export const delayRule = z.strictObject({ ...rule, delai });
export const constraintRule = z.strictObject({ ...rule, contrainte });
export const languageRule = z.strictObject({ ...rule, langue });
export const peopleFile = z.strictObject({
  publics: z.array(publicRule),
  locuteurs: z.array(speakerRule),
  delais: z.array(delayRule),
  contraintes: z.array(constraintRule),
  langues: z.array(languageRule),
  commandes: z.partialRecord(commande, wordList.min(1)),
});

export type SignalRule = z.infer<typeof signalRule>;
export type NeedRule = z.infer<typeof needRule>;
export type PublicRule = z.infer<typeof publicRule>;
export type SpeakerRule = z.infer<typeof speakerRule>;
export type DelayRule = z.infer<typeof delayRule>;
export type ConstraintRule = z.infer<typeof constraintRule>;
export type LanguageRule = z.infer<typeof languageRule>;
