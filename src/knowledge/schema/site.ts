import { z } from 'zod';
import { lieuCode } from '../../conversation/understood.ts';
import { contrastOf } from './contrast.ts';
import { isNeutral } from './neutral.ts';

/** WCAG's level AAA for text. */
const MIN_CONTRAST = 7;

/** A title or an address is seen by whoever looks at the screen. */
const NEUTRAL = { params: { constat: 'mot-qui-dit' } };

/** Scheme, host and port, without a path; http for this machine only. */
const origine = z
  .string()
  .regex(
    /^(?:https:\/\/(?!localhost)(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d{1,5})?|https?:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?)$/,
  );

const colour = z.string().regex(/^#[0-9a-f]{6}$/);

/** The colours a site chooses; the rest of the page follows from them. */
const couleurs = z
  .strictObject({
    /** Behind the text. */
    fond: colour,
    texte: colour,
    /** Buttons and links. */
    accent: colour,
  })
  .superRefine(({ fond, texte, accent }, context) => {
    for (const [name, value] of Object.entries({ texte, accent })) {
      if (contrastOf(fond, value) < MIN_CONTRAST) {
        const constat = 'contraste';
        context.addIssue({ code: 'custom', path: [name], message: constat, params: { constat } });
      }
    }
  });

/** A web site that may embed the assistant. */
export const site = z.strictObject({
  /** Stands in the address of the conversation: neutral. */
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .refine(isNeutral, NEUTRAL),
  /** Not active: nobody may frame it, and nothing may call the server from it. */
  actif: z.boolean(),
  /** Who frames the page and calls the server from a browser, exactly these. */
  origines: z.array(origine).max(20),
  /** Where help is sought unless something else is said: commune, EPCI or department. */
  zone: lieuCode.nullable().default(null),
  langue: z.enum(['fr', 'en']).default('fr'),
  couleurs: couleurs.nullable().default(null),
  /** Title of the page and of the frame. Absent: the assistant's own, neutral. */
  titre: z.string().min(1).max(60).refine(isNeutral, NEUTRAL).nullable().default(null),
  /** Where « Quitter vite » goes: one of `exit-targets.yaml`. Absent: the operator's. */
  sortie: z
    .string()
    .regex(/^https:\/\/[^\s?#]+$/)
    .nullable()
    .default(null),
});

export type Site = z.infer<typeof site>;

/** Addresses to which « Quitter vite » may lead: neutral, public, the same for everyone. */
export const exitTargets = z.array(z.string().regex(/^https:\/\/[^\s?#]+$/)).min(1);
