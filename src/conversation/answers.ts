import type { Question } from '../../dialogs/questions.ts';
import { doubts, optionsOf, questionKey } from './catalogue.ts';
import { answer } from './policy.ts';
import type { Step } from './session.ts';
import { type Situation, values } from './situation.ts';
import { lieuCode } from './understood.ts';
import type { World } from './world.ts';

const MAX_DOUBTS = 2;

/** One message can raise many doubts: two are asked at most, life first; the lines stay in view for all. */
function closedDoubts(step: Step): string[] {
  return doubts(step)
    .slice(MAX_DOUBTS)
    .map((id) => `signal:${id}`);
}

/** The step after an answer, or null when the choice is not one of ours. */
export function answerQuestion(
  step: Step,
  input: { question: string; choix: string },
  world: World,
): Step | null {
  const question = world.questions.find(({ id }) => id === input.question);
  if (!question) {
    return null;
  }
  const isSafety = question.rang === 'securite';
  const posees = [
    ...new Set([...step.posees, questionKey(question, step), ...(isSafety ? closedDoubts(step) : [])]),
  ];
  const comptees = step.comptees + (isSafety ? 0 : 1);
  const asked: Step = { ...step, posees, question: null, comptees, resultats: false };
  if (input.choix === 'passer') {
    return { ...asked, situation: declined(step.situation, question), lieux: [] };
  }
  if (input.choix === 'ne-sais-pas') {
    return {
      ...asked,
      lieux: [],
      situation: { ...step.situation, lieu: step.situation.lieu ?? sharedDepartment(step, world) },
    };
  }
  if (question.facette === 'lieu') {
    return answerPlace(asked, input.choix, world);
  }
  const option = optionsOf(question, step, []).find(({ id }) => id === input.choix);
  return option ? { ...asked, situation: answer(step.situation, option) } : null;
}

/** Several communes of one department, and none chosen: the department is still known. */
function sharedDepartment({ lieux }: Step, world: World): string | null {
  const departements = new Set(
    lieux.flatMap((code) => world.directory.places.chain(code)?.departements ?? []),
  );
  return departements.size === 1 ? ([...departements][0] ?? null) : null;
}

function answerPlace(asked: Step, code: string, world: World): Step | null {
  const known = lieuCode.safeParse(code).success && world.directory.places.get(code) !== undefined;
  return known ? { ...asked, lieux: [], situation: { ...asked.situation, lieu: code } } : null;
}

/** Needs and the place can be declined as a whole; the other questions are only left open. */
function declined(s: Situation, { facette, choix }: Question): Situation {
  // None of what was guessed at: something else is sought.
  if (choix === 'possibles') {
    return s;
  }
  if (facette === 'besoins' && s.groupe === null) {
    return { ...s, besoins: values(s.besoins).length > 0 ? s.besoins : 'decline' };
  }
  return facette === 'lieu' ? { ...s, lieu: s.lieu ?? 'decline' } : s;
}

/** « Pas celui-ci »: set aside in one tap, no reason asked. */
export function setAside(step: Step, entry: string, world: World): Step | null {
  return world.directory.byId.has(entry)
    ? { ...step, ecartes: [...new Set([...step.ecartes, entry])].slice(-200), resultats: false }
    : null;
}

/** Takes back one element of what was understood. */
export function takeBack(step: Step, facette: string, valeur: string): Step | null {
  const s = step.situation;
  const without = <T>(list: readonly T[]) => list.filter((x) => x !== valeur);
  const changes: Record<string, Partial<Situation>> = {
    besoins: { besoins: without(values(s.besoins)), groupe: null },
    refus: { besoins_refuses: without(s.besoins_refuses) },
    publics: { publics: without(values(s.publics)) },
    contraintes: { contraintes: without(values(s.contraintes)) },
    langues: { langues: without(values(s.langues)) },
    // A signal taken back stops narrowing; its lines stay in view.
    signaux: {
      signaux_ecartes: [
        ...new Set([...s.signaux_ecartes, ...s.signaux.map((x) => x.id).filter((id) => id === valeur)]),
      ],
    },
    lieu: { lieu: null },
    locuteur: { locuteur: 'inconnu' },
    delai: { delai: 'inconnu' },
  };
  const change = Object.hasOwn(changes, facette) ? changes[facette] : undefined;
  return change
    ? {
        ...step,
        situation: { ...s, ...change },
        posees: without(step.posees).filter((key) => !reopened(facette).includes(key)),
        resultats: false,
      }
    : null;
}

function reopened(facette: string): readonly string[] {
  return { besoins: ['groupe', 'besoin'], lieu: ['lieu', 'commune'] }[facette] ?? [];
}
