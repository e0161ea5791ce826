import type { CuratorKey } from '../../dialogs/curator-keys.ts';
import { type CuratorTexts, sayToCurator } from '../knowledge/load-texts.ts';
import type { Service } from '../knowledge/schema/organisation.ts';
import type { Due } from './calendar.ts';

const BOX = '[ ]';

/** A list to print and take to the phone: what to say, and boxes to tick. */
export function callList(
  dues: readonly Due[],
  texts: CuratorTexts,
  now: Date,
  publisher: string | undefined,
): string {
  const say = (key: CuratorKey, valeurs: Record<string, string | number> = {}) =>
    sayToCurator(texts, key, valeurs);
  const date = now.toISOString().slice(0, 10).split('-').reverse().join('/');
  const head = [say('appel.titre', { date }), say('appel.consigne')];
  const body = dues.map((due) => callOf(due, say, publisher ?? '____________').join('\n'));
  return `${[head.join('\n'), ...(body.length > 0 ? body : [say('appel.rien')])].join('\n\n')}\n`;
}

type Say = (key: CuratorKey, valeurs?: Record<string, string | number>) => string;

/** Two or three digits: someone may be dying on the next call, these are never dialled to check them. */
const isRescueNumber = (valeur: string): boolean => /^\d{2,3}$/.test(valeur);

/** Nothing but rescue numbers can be called. */
function isRescue({ filed: { record } }: Due): boolean {
  const contacts = record.services.flatMap((service) => service.contacts);
  const phones = contacts.filter(({ canal }) => canal === 'telephone' || canal === 'sms');
  return phones.length > 0 && phones.every(({ valeur }) => isRescueNumber(valeur));
}

/** National lines have six digits at most: 3919, 116 006. */
const LINE_DIGITS = 6;

/** A partner whose only phone is a national line: calling it to verify would hold the line. */
function callsALine({ filed: { record } }: Due): boolean {
  const phones = record.services.flatMap(({ contacts }) =>
    contacts.filter(({ canal }) => canal === 'telephone'),
  );
  return phones.length > 0 && phones.every(({ valeur }) => valeur.replace(/\D/g, '').length <= LINE_DIGITS);
}

function callOf(due: Due, say: Say, editeur: string): string[] {
  const { filed, verifieLe, jours } = due;
  const { record, fichier } = filed;
  const state =
    verifieLe === null
      ? say('appel.jamais')
      : say('appel.depuis', { date: verifieLe.split('-').reverse().join('/'), jours: jours ?? 0 });
  const reachable = record.services.some(({ contacts }) =>
    contacts.some(({ canal }) => canal === 'telephone'),
  );
  return [
    `## ${record.nom} (${state})`,
    fichier,
    ...(reachable ? [] : [say('appel.sans-telephone')]),
    say(opening(due), { editeur }),
    say('appel.question'),
    ...record.services.flatMap((service) => serviceBoxes(service, due, say)),
    `${BOX} ${say('appel.accord')}`,
    say('appel.noter'),
  ];
}

function opening(due: Due): CuratorKey {
  if (isRescue(due)) {
    return 'appel.urgence';
  }
  return due.filed.genre === 'ligne' || callsALine(due) ? 'appel.phrase-ligne' : 'appel.phrase';
}

function serviceBoxes(service: Service, due: Due, say: Say): string[] {
  const hidden = [service, due.filed.record].some(({ confidentialite }) => confidentialite !== 'publique');
  const boxes = [
    ...service.contacts.map(({ canal, valeur }) =>
      say(isRescueNumber(valeur) ? 'appel.lire' : 'appel.repond', { canal, valeur }),
    ),
    service.horaires_accueil
      ? say('appel.horaires', { horaires: service.horaires_accueil })
      : say('appel.horaires-inconnus'),
    placeBox(service, hidden, say),
    service.publics.length > 0 ? say('appel.publics', { publics: service.publics.join(', ') }) : null,
    service.conditions_acces ? say('appel.conditions', { conditions: service.conditions_acces }) : null,
    say('appel.premier-contact'),
  ].filter((text) => text !== null);
  return [service.nom, ...boxes.map((text) => `  ${BOX} ${text}`)];
}

function placeBox({ adresse, commune }: Service, hidden: boolean, say: Say): string | null {
  if (hidden) {
    return say('appel.cachee');
  }
  return adresse ? say('appel.adresse', { adresse: [adresse, commune].filter(Boolean).join(', ') }) : null;
}
