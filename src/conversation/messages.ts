import { isAuthorOnly, staticEmergency } from './emergency.ts';
import type { Input } from './input.ts';
import { cardOf, isCardLanguage, languageChoice, languageRow } from './languages.ts';
import { mergeUnderstood } from './merge.ts';
import type { Label, Reply } from './replies.ts';
import { currentStep, type Session, type Step, withStep } from './session.ts';
import { hasSignal, type Situation, values } from './situation.ts';
import { NOTHING_UNDERSTOOD, type Understood } from './understood.ts';
import type { World } from './world.ts';

type Message = Extract<Input, { type: 'understood' }>;

/** After this many messages in a row that were not understood, people are proposed. */
const MAX_MISUNDERSTOOD = 2;

/** Keeps the danger that was said beside a command: it is never lost. */
export function withSignals(session: Session, understood: Understood): Session {
  if (understood.signaux.length === 0) {
    return session;
  }
  const said = { ...NOTHING_UNDERSTOOD, signaux: understood.signaux };
  return withStep(session, read(currentStep(session), said));
}

/** Takes in what one message said. */
export function readMessage(
  session: Session,
  input: Message,
  world: World,
  now: Date,
): { session: Session; replies: readonly Reply[] } {
  const step = currentStep(session);
  const { understood } = input;
  const { session: warned, replies: warnings } = warn(inLanguageOf(session, understood), input);
  const card = cardFor(session, understood, world, now);
  if (saysNothing(understood)) {
    const again = { ...warned, incompris: Math.min(warned.incompris + 1, 100) };
    // A card proposes people already.
    const told =
      card.length > 0
        ? card
        : [...notUnderstood(again, step, understood), ...people(again, understood, world, now)];
    return {
      session: again.incompris >= MAX_MISUNDERSTOOD ? withoutPlace(again) : again,
      replies: [...warnings, ...told],
    };
  }
  const next = read(step, understood);
  return {
    session: {
      ...withStep(warned, next),
      incompris: 0,
      remercie: warned.remercie || disclosed(next.situation),
    },
    replies: [
      ...warnings,
      ...card,
      ...thanks(session, step, next),
      ...deviceSafety(step, next),
      ...summary(understood),
    ],
  };
}

/** Someone who writes English goes on in English, in a language with a card in simple French; until they choose another. */
function inLanguageOf(session: Session, { langue }: Understood): Session {
  return isCardLanguage(langue) && langue !== session.carte
    ? { ...session, ...languageChoice(langue) }
    : session;
}

/** The card of the language written in: when it is first heard, and each time nothing else was understood. */
function cardFor(session: Session, understood: Understood, world: World, now: Date): Reply[] {
  const { langue } = understood;
  const silent = saysNothing(understood);
  if (isCardLanguage(langue) && (silent || langue !== session.carte)) {
    return [cardOf(langue, session, world, now)];
  }
  // A few words tell no language: someone who reads little French gets the card again rather than French.
  const lost = silent && session.langue === 'fr-simple' && currentStep(session).question !== 'lieu';
  return lost && langue === 'fr' && session.carte ? [cardOf(session.carte, session, world, now)] : [];
}

/** A language without a card gets what to do in danger in all those that have one. */
function notUnderstood(session: Session, step: Step, { langue }: Understood): Reply[] {
  if (langue !== 'fr') {
    return [{ type: 'message', texte: 'langue.autre' }, languageRow(session, true)];
  }
  return [{ type: 'message', texte: step.question === 'lieu' ? 'lieu.inconnu' : 'incompris' }];
}

function summary(understood: Understood): Reply[] {
  const elements = elementsOf(understood);
  return elements.length > 0 ? [{ type: 'summary', elements }] : [];
}

function read(step: Step, understood: Understood): Step {
  const situation = mergeUnderstood(step.situation, understood);
  const lieux = understood.lieu ? [] : understood.lieux_possibles.slice(0, 5);
  return {
    ...step,
    situation,
    possibles: understood.besoins_possibles.filter((id) => !situation.besoins_refuses.includes(id)),
    lieux: lieux.length > 0 ? lieux : understood.lieu ? [] : step.lieux,
    // A doubt or a place said again is asked again.
    posees: step.posees.filter((key) => !reopened(understood, lieux.length > 0).includes(key)),
    question: null,
    resultats: false,
  };
}

function reopened({ signaux, besoins_possibles: possibles }: Understood, severalPlaces: boolean): string[] {
  return [
    ...signaux.map(({ id }) => `signal:${id}`),
    ...(severalPlaces ? ['commune'] : []),
    ...(possibles.length > 0 ? ['confirmer'] : []),
  ];
}

function saysNothing(u: Understood): boolean {
  return (
    elementsOf(u).length === 0 &&
    u.signaux.length === 0 &&
    u.lieux_possibles.length === 0 &&
    u.besoins_possibles.length === 0 &&
    u.commande === null
  );
}

/** Twice in a row, people are proposed; in a language that is not read, their numbers stand below it. */
function people(session: Session, { langue }: Understood, world: World, now: Date): Reply[] {
  const foreign = langue !== 'fr';
  if (!foreign && session.incompris < MAX_MISUNDERSTOOD) {
    return [];
  }
  const urgence = staticEmergency(currentStep(session).situation, world, now);
  const told: Reply[] = foreign ? [] : [{ type: 'message', texte: 'incompris.humains' }];
  return [...told, { type: 'emergency', titre: 'urgence.titre', plein: !foreign, ...urgence }];
}

/** A place not found twice is not asked a third time: results come without it. */
function withoutPlace(session: Session): Session {
  const step = currentStep(session);
  return step.question === 'lieu'
    ? withStep(session, { ...step, question: null, posees: [...step.posees, 'lieu'] })
    : session;
}

function warn(session: Session, { coupe, expurge }: Message): { session: Session; replies: Reply[] } {
  const replies: Reply[] = [];
  if (expurge && !session.averti) {
    replies.push({ type: 'message', texte: 'avertissement.nom' });
  }
  if (coupe) {
    replies.push({ type: 'message', texte: 'avertissement.long' });
  }
  return { session: { ...session, averti: session.averti || expurge }, replies };
}

const disclosed = (s: Situation) => s.signaux.some(({ force }) => force === 'sure');

/** Acknowledged once; for sure violence, the law is said too. */
function thanks(session: Session, before: Step, { situation }: Step): Reply[] {
  if (session.remercie || !disclosed(situation) || disclosed(before.situation)) {
    return [];
  }
  const violence = (
    [
      'violences',
      'violences-sexuelles',
      'etranglement',
      'mariage-force',
      'mutilation-sexuelle',
      'traite',
      'maltraitance',
    ] as const
  ).some((id) => hasSignal(situation, id));
  const law: Reply[] = violence && !isAuthorOnly(situation) ? [{ type: 'message', texte: 'accuse.loi' }] : [];
  return [{ type: 'message', texte: 'accuse.merci' }, ...law];
}

/** Said once, when a watched phone is first told. */
function deviceSafety(before: Step, after: Step): Reply[] {
  const watched = ({ situation }: Step) => values(situation.contraintes).includes('telephone-surveille');
  return watched(after) && !watched(before) ? [{ type: 'message', texte: 'appareil.surveille' }] : [];
}

/** Each element understood, with the choice that takes it back. Never the person's words. */
function elementsOf(u: Understood): { label: Label; id: string }[] {
  const element = (facette: string, valeur: string, label: Label) => ({
    label,
    id: `r:${facette}:${valeur}`,
  });
  const sure = u.signaux.filter(({ force }) => force === 'sure');
  return [
    ...u.besoins.map((id) => element('besoins', id, { texte: `besoin.${id}` })),
    ...u.besoins_refuses.map((id) => element('refus', id, { texte: 'refus', besoin: id })),
    ...sure.map(({ id }) => element('signaux', id, { texte: `signal.${id}` })),
    ...u.publics.map((id) => element('publics', id, { texte: `public.${id}` })),
    ...(u.lieu ? [element('lieu', u.lieu.code, { lieu: u.lieu.code })] : []),
    // « pour vous » goes without saying.
    ...(u.locuteur === 'inconnu' || u.locuteur === 'personne'
      ? []
      : [element('locuteur', u.locuteur, { texte: `locuteur.${u.locuteur}` })]),
    ...(u.delai === 'inconnu' ? [] : [element('delai', u.delai, { texte: `delai.${u.delai}` })]),
    ...u.contraintes.map((id) => element('contraintes', id, { texte: `contrainte.${id}` })),
    ...u.langues.map((id) => element('langues', id, { texte: `langue.${id}` })),
  ];
}
