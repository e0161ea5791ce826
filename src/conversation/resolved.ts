import { z } from 'zod';

/**
 * Replies once their texts are resolved, as channels and the widget receive them (`channelData.passerelle`).
 * Every string is a reviewed sentence of dialogs/texts or a value of knowledge; `id`s are sent back as choices.
 */
/** A drawing beside a label, as the path of a 24 by 24 SVG; in simple French only. */
const dessin = z
  .string()
  .regex(/^[\dMmLlHhVvCcSsQqAaZz ,.-]+$/)
  .optional();
const choix = z.strictObject({ id: z.string(), libelle: z.string(), dessin });
const sens = z.enum(['ltr', 'rtl']);

export const contactResolu = z.strictObject({
  canal: z.string(),
  libelle: z.string(),
  dessin,
  valeur: z.string(),
  /** tel:, sms:, mailto: or https: link; null when it cannot be followed. */
  lien: z.string().nullable(),
  /** Cost, trace and channel hours, each a short sentence. */
  notes: z.array(z.string()),
});

export const ligneResolue = z.strictObject({
  id: z.string(),
  nom: z.string(),
  description: z.string(),
  contacts: z.array(contactResolu),
  ouvert: z.enum(['oui', 'non', 'inconnu']),
  /** « rouvre à 9 h », « ouvert maintenant », « horaires non vérifiés »… */
  etat: z.string(),
  premier_contact: z.array(z.string()),
  avertissement: z.string().nullable(),
});

export const suggestionResolue = z.strictObject({
  rang: z.enum(['plan', 'autre']),
  organisation: z.string(),
  service: z.string(),
  nom: z.string(),
  nom_service: z.string(),
  description: z.string(),
  besoins: z.array(z.string()),
  contacts: z.array(contactResolu),
  adresse: z.string().nullable(),
  acces: z.array(z.string()),
  ouvert: z.enum(['oui', 'non', 'inconnu']),
  horaires: z.string(),
  /** The hours without what they mean now, as paper needs them. */
  horaires_semaine: z.string(),
  raisons: z.array(z.string()),
  inconnus: z.array(z.string()),
  premier_contact: z.array(z.string()),
  avertissement: z.string().nullable(),
  source: z.string(),
  /** Choices of this card: « Pas celui-ci »… */
  choix: z.array(choix),
});

export const replyResolved = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('message'), texte: z.string() }),
  z.strictObject({
    type: z.literal('emergency'),
    titre: z.string(),
    /** In full when something new was said; else one line with its numbers. */
    plein: z.boolean(),
    /** First line is the action. */
    consignes: z.array(z.string()),
    lignes: z.array(ligneResolue),
    /** Voice lines folded for someone who cannot speak or hear. */
    replie: z.array(ligneResolue),
    titre_replie: z.string(),
    sms: z.strictObject({ texte: z.string(), lien: z.string(), consigne: z.string() }).nullable(),
    journal: z.string(),
  }),
  z.strictObject({
    type: z.literal('question'),
    id: z.string(),
    texte: z.string(),
    aide: z.string().nullable(),
    choix: z.array(choix),
    /** « passer », « je ne sais pas », « retour »: apart from the choices. */
    sorties: z.array(choix),
  }),
  z.strictObject({
    type: z.literal('suggestions'),
    titre: z.string(),
    /** For a professional: with the person's agreement, and what was left out. */
    notes: z.array(z.string()),
    /** What was widened to find these, told honestly. */
    elargi: z.array(z.string()),
    plan: z.array(suggestionResolue),
    titre_autres: z.string(),
    autres: z.array(suggestionResolue),
    suites: z.array(choix),
  }),
  z.strictObject({
    type: z.literal('summary'),
    titre: z.string(),
    /** Each element understood, and the choice that takes it back. */
    elements: z.array(z.strictObject({ libelle: z.string(), corriger: choix })),
  }),
  z.strictObject({
    type: z.literal('card'),
    /** BCP 47, of every sentence of the card but `sms.texte` and `dire.texte`, which are French. */
    langue: z.string(),
    sens,
    titre: z.string(),
    action: z.string(),
    lignes: z.array(
      z.strictObject({ id: z.string(), valeur: z.string(), lien: z.string(), texte: z.string() }),
    ),
    gratuit: z.string(),
    /** What the French message means, and the link that writes it; null when no line is written to. */
    sms: z
      .strictObject({ consigne: z.string(), sens: z.string(), texte: z.string(), lien: z.string() })
      .nullable(),
    dire: z.strictObject({ consigne: z.string(), texte: z.string() }),
    /** What the program is, what it keeps. */
    notes: z.array(z.string()),
    quitter: z.string(),
    /** How to go on: last, above the question. */
    suite: z.string(),
  }),
  z.strictObject({
    type: z.literal('languages'),
    titre: z.string(),
    langues: z.array(
      z.strictObject({
        id: z.string(),
        /** Its own name. */
        libelle: z.string(),
        langue: z.string(),
        sens,
        /** What to do in danger, in that language; null in the row. */
        action: z.string().nullable(),
      }),
    ),
  }),
  z.strictObject({ type: z.literal('end'), texte: z.string(), suites: z.array(choix) }),
]);

export type ReplyResolved = z.infer<typeof replyResolved>;
export type SuggestionResolue = z.infer<typeof suggestionResolue>;
export type LigneResolue = z.infer<typeof ligneResolue>;
export type ContactResolu = z.infer<typeof contactResolu>;
export type ChoixResolu = z.infer<typeof choix>;
