import { z } from 'zod';

/** The ways to reach a service. `sur-place` is not here: it is the service's address. */
export const CANAUX = [
  'telephone',
  'sms',
  'chat',
  'visio-lsf',
  'application',
  'courriel',
  'formulaire',
  'site',
] as const;

/** A French number as printed, an international one, or a short one (17, 3919, 116 006). */
const phone =
  /^(?:0\d(?: \d{2}){4}|0 8\d{2} (?:\d{2} \d{2} \d{2}|\d{3} \d{3}|\d{2} \d{3,4})|08 \d{3} \d{3} \d{2}|\+33 \d(?: \d{2}){4}|1\d|11\d|116 \d{3}|3\d{3})$/;
const https = /^https:\/\/[^\s]+$/;
const mail = /^[^\s@]+@[^\s@]+\.[a-z]+$/;

const FORMES: Record<(typeof CANAUX)[number], RegExp> = {
  telephone: phone,
  sms: phone,
  chat: https,
  'visio-lsf': https,
  application: https,
  courriel: mail,
  formulaire: https,
  site: https,
};

/** OSM `opening_hours`; what the evaluator does not read is shown as unknown. */
export const horaires = z.string().min(4);

export const contact = z
  .strictObject({
    canal: z.enum(CANAUX),
    /** The number as printed, or an https address, or an e-mail. */
    valeur: z.string(),
    /** Price of a call or message. Absent: not stated by the source. */
    cout: z.enum(['gratuit', 'appel-ordinaire', 'inconnu']).default('inconnu'),
    /** Whether it may appear on a detailed bill. Every call stays in the phone's own list, whatever this says. */
    trace: z.enum(['absent-facture', 'facture-possible', 'inconnu']).default('inconnu'),
    /** Hours of this channel when they differ from the service's. */
    horaires: horaires.nullable().default(null),
    /** One short sentence, e.g. « LSF en semaine ». */
    precisions: z.string().max(140).nullable().default(null),
    visibilite: z.enum(['tous', 'professionnel']).default('tous'),
  })
  .superRefine((value, context) => {
    if (!FORMES[value.canal].test(value.valeur)) {
      const constat = `joindre.${value.canal}`;
      context.addIssue({ code: 'custom', path: ['valeur'], message: constat, params: { constat } });
    }
  });

export type Contact = z.infer<typeof contact>;
