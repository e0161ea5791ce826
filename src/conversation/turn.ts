import type { OfferedLanguage } from '../../dialogs/languages.ts';
import type { Rang } from '../../dialogs/questions.ts';
import type { TextKey } from '../../dialogs/text-keys.ts';
import { answerQuestion, setAside, takeBack } from './answers.ts';
import { emergencyOf, staticEmergency } from './emergency.ts';
import type { Input } from './input.ts';
import { cardOf, languageChoice, languageRow } from './languages.ts';
import { readMessage, withSignals } from './messages.ts';
import { present } from './present.ts';
import { commandChoice, type Reply } from './replies.ts';
import { currentStep, newSession, type Session, type Step, withStep } from './session.ts';
import type { World } from './world.ts';

/** What a turn gives back; a null session is to be erased. */
export interface Turned {
  readonly session: Session | null;
  readonly replies: readonly Reply[];
}

/** One turn: pure. Order: safety, commands, situation, what next. */
export function turn(session: Session, input: Input, world: World, now: Date): Turned {
  const told = apply(session, input, world, now);
  if (told.session === null || told.final) {
    return told;
  }
  const { session: shown, replies } = present(told.session, world, now, told.more ?? false);
  // Shown again, it is shown in full: a double tap must not hide what to do.
  const before = input.type === 'show' ? newSession(session) : session;
  return { session: shown, replies: [...urgent(before, shown, world, now), ...told.replies, ...replies] };
}

/** What an input does before what comes next is worked out. */
interface Told extends Turned {
  /** Nothing follows: the replies are complete. */
  readonly final?: boolean;
  /** Show what was not shown yet. */
  readonly more?: boolean;
}

function apply(session: Session, input: Input, world: World, now: Date): Told {
  switch (input.type) {
    case 'start':
      return { session, replies: welcome(session, world, now) };
    case 'show':
      return { session, replies: [] };
    case 'answer':
      return advance(session, answerQuestion(currentStep(session), input, world));
    case 'language':
      return changeLanguage(session, input.langue, world, now);
    case 'languages':
      return { session, replies: [languageRow(session)] };
    case 'aside':
      return advance(session, setAside(currentStep(session), input.entry, world), [note('ecarte.dit')]);
    case 'retract':
      return advance(session, takeBack(currentStep(session), input.facette, input.valeur));
    case 'command':
      return command(session, input.commande, world, now);
    case 'understood':
      return input.understood.commande
        ? command(withSignals(session, input.understood), input.understood.commande, world, now)
        : readMessage(session, input, world, now);
  }
}

function advance(session: Session, next: Step | null, replies: readonly Reply[] = []): Told {
  // A choice from an older screen, or a forged one: the present question is asked again.
  return next
    ? { session: withStep({ ...session, incompris: 0 }, next), replies }
    : { session, replies: [note('choix.perime')] };
}

function command(session: Session, commande: string, world: World, now: Date): Told {
  const step = currentStep(session);
  switch (commande) {
    case 'effacer':
      return {
        session: null,
        replies: [{ type: 'end', texte: 'fin.efface', suites: [commandChoice('recommencer')] }],
      };
    case 'recommencer': {
      const fresh = newSession(session, zoneOf(session, world));
      return { session: fresh, replies: welcome(fresh, world, now) };
    }
    case 'retour':
      return back(session);
    case 'passer':
      return advance(
        session,
        answerQuestion(step, { question: step.question?.split(':')[0] ?? '', choix: 'passer' }, world),
      );
    case 'voir-plus':
      return { session, replies: [], more: true };
    case 'autre-besoin':
      return advance(session, anotherNeed(step));
    case 'pourquoi':
      return {
        session,
        replies: [note(step.resultats ? 'pourquoi.resultats' : `pourquoi.${rangOf(step, world)}`)],
      };
    case 'aide':
      return {
        session,
        replies: [
          {
            type: 'emergency',
            titre: 'urgence.titre',
            plein: true,
            ...staticEmergency(step.situation, world, now),
          },
          note('aide.dit'),
        ],
      };
    default:
      return { session, replies: [] };
  }
}

function back(session: Session): Told {
  const pas = session.pas.slice(0, -1);
  return pas.length > 0
    ? { session: { ...session, pas }, replies: [] }
    : { session, replies: [note('retour.debut')] };
}

/** What was said stays; only the needs are asked anew. */
function anotherNeed(step: Step): Step {
  return {
    ...step,
    situation: { ...step.situation, besoins: [], groupe: null },
    posees: step.posees.filter((key) => key !== 'groupe' && key !== 'besoin'),
    comptees: 0,
    resultats: false,
    question: null,
  };
}

function rangOf(step: Step, world: World): Rang {
  const id = step.question?.split(':')[0];
  return world.questions.find((q) => q.id === id)?.rang ?? 'besoins';
}

function welcome(session: Session, world: World, now: Date): Reply[] {
  const urgence = staticEmergency(currentStep(session).situation, world, now);
  return [
    { type: 'emergency', titre: 'urgence.titre', plein: true, ...urgence },
    languageRow(session),
    ...introduction(session, world, now),
  ];
}

const PRESENTATION: readonly Reply[] = [note('accueil.programme'), note('accueil.trace')];

/** What speaks and what it keeps; the card says it in a language that has no other sentence. */
function introduction(session: Session, world: World, now: Date): readonly Reply[] {
  return session.carte && session.langue !== session.carte
    ? [cardOf(session.carte, session, world, now)]
    : PRESENTATION;
}

/** From the language row: what was said stays, and goes on in that language. */
function changeLanguage(session: Session, langue: OfferedLanguage, world: World, now: Date): Told {
  const changed = { ...session, ...languageChoice(langue) };
  const { carte } = changed;
  return { session: changed, replies: carte ? [cardOf(carte, changed, world, now)] : PRESENTATION };
}

/** Once a danger was said, its lines stay on top; in full when something new was said. */
function urgent(before: Session, after: Session, world: World, now: Date): Reply[] {
  const { situation } = currentStep(after);
  if (situation.signaux.length === 0) {
    return [];
  }
  const known = currentStep(before).situation.signaux;
  const plein = situation.signaux.some((x) => !known.some((y) => y.id === x.id && y.force === x.force));
  const titre = situation.signaux.some(({ force }) => force === 'sure') ? 'urgence.signal' : 'urgence.titre';
  return [{ type: 'emergency', titre, plein, ...emergencyOf(situation, world, now) }];
}

/** Where the site of a conversation seeks help, if it says so. */
export const zoneOf = ({ site }: Pick<Session, 'site'>, { zones }: World): string | null =>
  zones?.get(site ?? '') ?? null;

function note(texte: TextKey): Reply {
  return { type: 'message', texte };
}
