import { CARTE, CONSIGNES, REGLES, STATIQUE } from '../../dialogs/emergency.ts';
import { QUESTIONS } from '../../dialogs/questions.ts';
import { draw } from '../../src/cli/draw.ts';
import { answerQuestion } from '../../src/conversation/answers.ts';
import { nextQuestion } from '../../src/conversation/policy.ts';
import { EMPTY_STEP, type Step } from '../../src/conversation/session.ts';
import type { World } from '../../src/conversation/world.ts';
import { directory, GRENOBLE, generic, LILLE, line, NOW, org, situation } from '../fixtures/toy.ts';

const world = (
  partners: ReturnType<typeof org>[],
  questions = QUESTIONS,
  lines: ReturnType<typeof line>[] = [],
): World => ({
  directory: directory(
    [...partners, generic('mairie', ['ecoute', 'droits', 'logement', 'information'])],
    lines,
  ),
  questions,
  urgence: { statique: STATIQUE, carte: CARTE, regles: REGLES, consignes: CONSIGNES },
});
const step = (facets: Parameters<typeof situation>[0]): Step => ({
  ...EMPTY_STEP,
  situation: situation(facets),
});
const ask = (s: Step, w: World) => nextQuestion(s, { acces: 'public' }, w, NOW)?.question.id ?? null;

const local = org('local', { besoins: ['ecoute'] });

describe('what is asked next', () => {
  test('given nothing said, when needs can change the results, then needs come first', () => {
    expect(ask(EMPTY_STEP, world([local]))).toBe('groupe');
  });

  test('given a need, when a place can change the results, then the place is asked', () => {
    expect(ask(step({ besoins: ['ecoute'] }), world([local]))).toBe('lieu');
  });

  test('given a need, when the only local record is removed, then the place is not asked', () => {
    expect(ask(step({ besoins: ['ecoute'] }), world([]))).toBeNull();
  });

  test('given a need and a place, when a women’s place could be the answer, then it is asked; without that record, it is not', () => {
    const women = org('women', { besoins: ['ecoute'], accueil: 'exclusif', publics: ['femme'] });
    const s = step({ besoins: ['ecoute'], lieu: LILLE });
    expect(ask(s, world([local, women]))).toBe('femmes');
    expect(ask(s, world([local]))).toBeNull();
  });

  test('given any answer to it, when what is left is compared, then the question of women’s places is not asked again', () => {
    const women = org('women', { besoins: ['ecoute'], accueil: 'exclusif', publics: ['femme'] });
    const w = world([local, women]);
    for (const choix of ['oui', 'non', 'passer', 'ne-sais-pas']) {
      const next = answerQuestion(
        step({ besoins: ['ecoute'], lieu: LILLE }),
        { question: 'femmes', choix },
        w,
      );
      expect(next && ask(next, w)).not.toBe('femmes');
    }
  });

  test('given hours that close a partner, when the horizon could matter, then the horizon is asked; around the clock, it is not', () => {
    const s = step({ besoins: ['ecoute'], lieu: LILLE });
    const open = line('l', { besoins: ['ecoute'] });
    expect(
      ask(
        s,
        world([org('a', { besoins: ['ecoute'], horaires_accueil: 'Mo 09:00-10:00' })], QUESTIONS, [open]),
      ),
    ).toBe('delai');
    expect(
      ask(s, world([org('a', { besoins: ['ecoute'], horaires_accueil: '24/7' })], QUESTIONS, [open])),
    ).toBeNull();
  });

  test('given the catalogue in any order, when the policy runs, then the same question is asked', () => {
    const women = org('women', { besoins: ['ecoute'], accueil: 'exclusif', publics: ['femme'] });
    const young = org('young', { besoins: ['ecoute'], accueil: 'exclusif', publics: ['mineur', 'jeune'] });
    const situations = [
      EMPTY_STEP,
      step({ besoins: ['ecoute'] }),
      step({ besoins: ['ecoute'], lieu: LILLE }),
      step({ groupe: 'me-soigner' }),
    ];
    const reversed = [...QUESTIONS].reverse();
    const rotated = [...QUESTIONS.slice(4), ...QUESTIONS.slice(0, 4)];
    for (const s of situations) {
      const asked = ask(s, world([local, women, young]));
      expect([
        ask(s, world([local, women, young], reversed)),
        ask(s, world([young, women, local], rotated)),
      ]).toEqual([asked, asked]);
    }
  });

  test.each(['suicide', 'danger-immediat', 'enfant-en-danger'] as const)(
    'D13: given a possible %s, when anything else is open, then the doubt is asked first',
    (id) => {
      const s = step({ signaux: [{ id, force: 'possible' }] });
      expect(ask(s, world([local]))).toBe('signal');
    },
  );

  test('given violence done and suffered, when it is not clear who, then it is asked; « les deux » closes it', () => {
    const s = step({
      signaux: [
        { id: 'auteur', force: 'possible' },
        { id: 'violences', force: 'sure' },
      ],
    });
    const w = world([local]);
    expect(ask(s, w)).toBe('auteur');
    const both = answerQuestion(s, { question: 'auteur', choix: 'deux' }, w);
    expect(both && ask(both, w)).not.toBe('auteur');
  });

  test('given a place outside every zone, when results are ready, then nothing is asked for its own sake', () => {
    expect(ask(step({ besoins: ['ecoute'], lieu: GRENOBLE }), world([local]))).toBeNull();
  });

  test('given a toy catalogue, when the policy is drawn, then the drawing comes from running it', () => {
    const withLocal = draw(world([local]), NOW);
    expect(withLocal).toContain('besoin --> lieu');
    expect(draw(world([]), NOW)).not.toContain('lieu');
  });
});
