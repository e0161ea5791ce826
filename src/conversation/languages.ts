import {
  CARD_LANGUAGES,
  type CardLanguage,
  LANGUAGE_NAMES,
  type OfferedLanguage,
  TEXT_LANGUAGES,
} from '../../dialogs/languages.ts';
import { linesOf, staticEmergency } from './emergency.ts';
import type { Reply } from './replies.ts';
import { currentStep, type Session } from './session.ts';
import type { World } from './world.ts';

const OFFERED = Object.keys(LANGUAGE_NAMES) as OfferedLanguage[];

/** Whether a language has an emergency card. */
export function isCardLanguage(langue: string): langue is CardLanguage {
  return CARD_LANGUAGES.some((id) => id === langue);
}

/** What a language changes in a session: one that has a card but no sentences goes on in simple French. */
export function languageChoice(langue: OfferedLanguage): Pick<Session, 'langue' | 'carte'> {
  return {
    langue: TEXT_LANGUAGES.find((id) => id === langue) ?? 'fr-simple',
    carte: isCardLanguage(langue) ? langue : null,
  };
}

/** The languages one may go on in: all but the present one. */
export function languageRow(session: Session, plein = false): Reply {
  const present = session.carte ?? session.langue;
  return { type: 'languages', langues: OFFERED.filter((id) => id !== present), plein };
}

/** The emergency card of a language. */
export function cardOf(langue: CardLanguage, session: Session, world: World, now: Date): Reply {
  const { sms } = staticEmergency(currentStep(session).situation, world, now);
  return { type: 'card', langue, lignes: linesOf(world.urgence.carte, world, now), sms };
}
