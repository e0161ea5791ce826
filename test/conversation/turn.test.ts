import { CARTE, CONSIGNES, REGLES, STATIQUE } from '../../dialogs/emergency.ts';
import { QUESTIONS } from '../../dialogs/questions.ts';
import type { SignalId } from '../../knowledge/vocabulary/signaux.ts';
import { type Input, parseChoice } from '../../src/conversation/input.ts';
import type { Reply } from '../../src/conversation/replies.ts';
import {
  currentStep,
  newSession,
  type Session,
  session as sessionSchema,
} from '../../src/conversation/session.ts';
import { turn } from '../../src/conversation/turn.ts';
import type { Understood } from '../../src/conversation/understood.ts';
import type { World } from '../../src/conversation/world.ts';
import { directory, generic, LILLE, line, NOW, org, understood } from '../fixtures/toy.ts';

const lineIds = [...new Set([...STATIQUE, ...REGLES.flatMap(({ lignes }) => lignes)])];
const lines = lineIds.map((id) => {
  const [name = ''] = id.split('/');
  const record = line(name, {
    besoins: ['information'],
    contacts: [
      name === 'urgence-114' ? { canal: 'sms', valeur: '114' } : { canal: 'telephone', valeur: '3919' },
    ],
  });
  return {
    ...record,
    services: record.services.map((service) => ({ ...service, id: id.split('/')[1] ?? '' })),
  };
});
const WORLD: World = {
  directory: directory(
    [
      org('a', { besoins: ['ecoute', 'droits'] }),
      org('b', { besoins: ['ecoute'] }, { confiance: 'moyenne' }),
      org('c', { besoins: ['ecoute'] }, { confiance: 'moyenne' }),
      org('d', { besoins: ['ecoute'] }, { confiance: 'moyenne' }),
      generic('mairie', [
        'ecoute',
        'droits',
        'logement',
        'information',
        'sante',
        'sante-mentale',
        'plainte-protection',
        'sante-sexuelle',
      ]),
    ],
    lines,
  ),
  questions: QUESTIONS,
  urgence: { statique: STATIQUE, carte: CARTE, regles: REGLES, consignes: CONSIGNES },
};

const START = newSession({ langue: 'fr', acces: 'public', site: null });

function play(
  inputs: readonly Input[],
  from: Session = START,
): { session: Session; replies: readonly Reply[] } {
  return inputs.reduce<{ session: Session; replies: readonly Reply[] }>(
    ({ session }, input) => {
      const turned = turn(session, input, WORLD, NOW);
      return { session: turned.session ?? START, replies: turned.replies };
    },
    { session: from, replies: [] },
  );
}

const said = (parts: Partial<Understood>): Input => ({
  type: 'understood',
  understood: understood(parts),
  coupe: false,
  expurge: false,
});
const tap = (id: string): Input => parseChoice(id) ?? { type: 'show' };
const types = (replies: readonly Reply[]) => replies.map(({ type }) => type);
const texts = (replies: readonly Reply[]) =>
  replies.flatMap((reply) => (reply.type === 'message' ? [reply.texte] : []));
const emergency = (replies: readonly Reply[]) => replies.find((reply) => reply.type === 'emergency');
const suggestions = (replies: readonly Reply[]) => replies.find((reply) => reply.type === 'suggestions');
const question = (replies: readonly Reply[]) => replies.find((reply) => reply.type === 'question');

describe('a turn', () => {
  test('D6: given nothing, when it starts, then the emergency block is before any question', () => {
    const { replies } = play([{ type: 'start' }]);
    expect(types(replies)).toEqual(['emergency', 'languages', 'message', 'message', 'question']);
    expect(emergency(replies)?.lignes.map(({ id }) => id)).toEqual(STATIQUE);
  });

  test('given buttons only, when three questions are answered, then real suggestions come', () => {
    const { replies } = play([
      { type: 'start' },
      tap('q:groupe:me-soigner'),
      tap('q:besoin:ecoute'),
      tap(`q:lieu:${LILLE}`),
    ]);
    expect(suggestions(replies)?.suggestions[0]?.id).toBe('a/s');
  });

  test('given one text that fills several facets, when it is read, then it is summed up and answered at once', () => {
    const { replies, session } = play([
      said({
        besoins: ['ecoute', 'droits'],
        publics: ['femme'],
        lieu: { code: LILLE, nom: 'Lille', type: 'commune' },
      }),
    ]);
    expect(types(replies)).toEqual(['summary', 'suggestions']);
    expect(currentStep(session).situation).toMatchObject({
      besoins: ['ecoute', 'droits'],
      publics: ['femme'],
      lieu: LILLE,
    });
  });

  test('given a refusal, when the need was wanted before, then it is taken out and not offered', () => {
    const { session } = play([
      said({ besoins: ['logement'] }),
      said({ besoins: ['droits'], besoins_refuses: ['logement'] }),
    ]);
    expect(currentStep(session).situation).toMatchObject({
      besoins: ['droits'],
      besoins_refuses: ['logement'],
    });
  });

  test('given a correction, when one element is taken back, then only that one is forgotten and asked again', () => {
    const { session, replies } = play([
      said({ besoins: ['ecoute'], lieu: { code: LILLE, nom: 'Lille', type: 'commune' } }),
      tap(`r:lieu:${LILLE}`),
    ]);
    expect(currentStep(session).situation).toMatchObject({ besoins: ['ecoute'], lieu: null });
    expect(question(replies)?.id).toBe('lieu');
  });

  test('given « retour », when it is tapped after an answer, then the situation before it is back', () => {
    const before = play([tap('q:groupe:me-soigner')]);
    const after = play([tap('q:besoin:ecoute'), { type: 'command', commande: 'retour' }], before.session);
    expect(currentStep(after.session).situation).toEqual(currentStep(before.session).situation);
    expect(question(after.replies)?.id).toBe('besoin');
  });

  test('given every question declined, when nothing more can be asked, then someone is still proposed', () => {
    let state = play([{ type: 'start' }]);
    for (let n = 0; n < 12 && question(state.replies); n += 1) {
      state = play([{ type: 'command', commande: 'passer' }], state.session);
    }
    expect(suggestions(state.replies)?.suggestions.length).toBeGreaterThan(0);
    expect(question(state.replies)).toBeUndefined();
  });

  test.each(['passer', 'ne-sais-pas'])(
    'given « %s » to the need, when the group is known, then the group is searched',
    (choix) => {
      const { session } = play([tap('q:groupe:me-soigner'), tap(`q:besoin:${choix}`)]);
      expect(currentStep(session).situation.groupe).toBe('me-soigner');
    },
  );

  test('given results, when one is set aside, then it is gone, no reason is asked, and the plan is recomputed', () => {
    const { replies } = play([
      said({ besoins: ['droits'], lieu: { code: LILLE, nom: 'Lille', type: 'commune' } }),
      tap('e:a/s'),
    ]);
    expect(suggestions(replies)?.suggestions.map(({ id }) => id)).not.toContain('a/s');
    expect(suggestions(replies)?.suggestions[0]?.id).toBe('mairie/s');
  });

  test('given results, when « voir plus » is tapped, then only what was not shown comes, until there is no more', () => {
    const first = play([said({ besoins: ['ecoute'], lieu: { code: LILLE, nom: 'Lille', type: 'commune' } })]);
    const more = play([{ type: 'command', commande: 'voir-plus' }], first.session);
    const before = suggestions(first.replies)?.suggestions.map(({ id }) => id) ?? [];
    const after = suggestions(more.replies)?.suggestions.map(({ id }) => id) ?? [];
    expect(after.length).toBeGreaterThan(0);
    expect(after.filter((id) => before.includes(id))).toEqual([]);
    const none = play(
      [
        { type: 'command', commande: 'voir-plus' },
        { type: 'command', commande: 'voir-plus' },
      ],
      more.session,
    );
    expect(texts(none.replies)).toContain('plus-rien');
  });

  test('given « pourquoi », when a question is pending, then its reason is told and it is asked again', () => {
    const { replies } = play([{ type: 'start' }, { type: 'command', commande: 'pourquoi' }]);
    expect(texts(replies)).toEqual(['pourquoi.besoins']);
    expect(question(replies)?.id).toBe('groupe');
  });

  test('A12: given « effacer », when it is sent, then there is no session left', () => {
    expect(turn(START, { type: 'command', commande: 'effacer' }, WORLD, NOW).session).toBeNull();
  });

  test('given « recommencer », when it is sent, then nothing said before is left', () => {
    const { session } = play([said({ besoins: ['ecoute'] }), { type: 'command', commande: 'recommencer' }]);
    expect(currentStep(session).situation).toEqual(currentStep(START).situation);
  });

  test('D18: given two messages in a row that say nothing, when the second is read, then people are proposed', () => {
    const { replies } = play([said({}), said({})]);
    expect(texts(replies)).toEqual(['incompris', 'incompris.humains']);
    expect(emergency(replies)).toBeDefined();
  });

  test('A14: given a message from which something was removed, when a second one is too, then it is told once', () => {
    const redacted: Input = {
      type: 'understood',
      understood: understood({ besoins: ['ecoute'] }),
      coupe: false,
      expurge: true,
    };
    expect(texts(play([redacted]).replies)).toContain('avertissement.nom');
    expect(texts(play([redacted, redacted]).replies)).not.toContain('avertissement.nom');
  });

  test('given a watched phone, when it is first told, then the advice about the device is given once', () => {
    const watched = said({ besoins: ['ecoute'], contraintes: ['telephone-surveille'] });
    expect(texts(play([watched]).replies)).toContain('appareil.surveille');
    expect(texts(play([watched, watched]).replies)).not.toContain('appareil.surveille');
  });

  test('given a message too long, when it is read, then the person is told', () => {
    const long: Input = {
      type: 'understood',
      understood: understood({ besoins: ['ecoute'] }),
      coupe: true,
      expurge: false,
    };
    expect(texts(play([long]).replies)).toContain('avertissement.long');
  });

  test('given a choice of another screen or a forged one, when it is sent, then the present question is asked again', () => {
    for (const id of [
      'q:nulle:part',
      'q:besoin:constructor',
      'q:lieu:99999',
      'e:constructor',
      'e:__proto__',
      'r:__proto__:x',
      'r:constructor:x',
    ]) {
      const { replies, session } = play([{ type: 'start' }, tap(id)]);
      expect([...texts(replies), question(replies)?.id]).toEqual(expect.arrayContaining(['groupe']));
      expect(sessionSchema.safeParse(session).success).toBe(true);
    }
  });

  test('given two places in a text, when it is read, then they are offered as choices', () => {
    const { replies } = play([said({ besoins: ['ecoute'], lieux_possibles: [LILLE, '38185'] })]);
    expect(question(replies)).toMatchObject({
      id: 'commune',
      choix: [{ id: `q:commune:${LILLE}` }, { id: 'q:commune:38185' }],
    });
  });

  test('given more than twenty answers, when the session is saved, then it holds twenty situations at most', () => {
    const { session } = play(
      Array.from({ length: 30 }, (_, n) => said({ besoins: [n % 2 ? 'ecoute' : 'droits'] })),
    );
    expect(session.pas.length).toBe(20);
    expect(sessionSchema.safeParse(session).success).toBe(true);
  });
});

describe('danger', () => {
  const flag = (id: SignalId, force: 'sure' | 'possible' = 'sure', more: Partial<Understood> = {}) =>
    said({ signaux: [{ id, force }], ...more });
  const top = (input: Input) =>
    emergency(play([input]).replies)?.lignes.map(({ id }) => id.split('/')[0]) ?? [];

  test.each([
    ['urgence-vitale', {}, 'samu-15'],
    ['danger-immediat', {}, 'police-17'],
    ['arme', {}, 'police-17'],
    ['etranglement', {}, 'police-17'],
    ['violences', {}, '3919'],
    ['violences', { publics: ['femme'] }, '3919'],
    ['violences', { publics: ['homme'] }, '116-006'],
    ['violences', { publics: ['homme', 'personne-agee'] }, '3133'],
    ['violences', { publics: ['homme', 'handicap'] }, '3133'],
    ['violences', { publics: ['mineur'] }, '119'],
    ['violences-sexuelles', { publics: ['femme'] }, 'viols-femmes-informations'],
    ['violences-sexuelles', { publics: ['homme'] }, '116-006'],
    ['violences-sexuelles', { publics: ['mineur'] }, '119'],
    ['suicide', {}, '3114'],
    ['enfant-en-danger', {}, '119'],
    ['mariage-force', {}, 'sos-mariage-force'],
    ['traite', {}, '116-006'],
    ['mutilation-sexuelle', { publics: ['femme'] }, '3919'],
    ['maltraitance', {}, '3133'],
    ['harcelement', { publics: ['femme'] }, '3919'],
    ['privation-liberte', {}, '3919'],
    ['auteur', {}, 'fnacav-ecoute'],
  ] as const)('D13: given a sure %s and %j, when it is read, then %s is first', (id, more, expected) => {
    expect(top(flag(id, 'sure', more as Partial<Understood>))[0]).toBe(expected);
  });

  test('given a suicide under way, when it is read, then 15 is before 3114', () => {
    const lines = top(
      said({
        signaux: [
          { id: 'suicide', force: 'sure' },
          { id: 'urgence-vitale', force: 'sure' },
        ],
      }),
    );
    expect(lines.indexOf('samu-15')).toBe(0);
    expect(lines).toContain('3114');
  });

  test.each(['homme', 'mineur'] as const)(
    'given %s, when violence is sure, then no women’s line is shown',
    (who) => {
      const lines = [
        ...top(flag('violences', 'sure', { publics: [who] })),
        ...top(flag('violences-sexuelles', 'sure', { publics: [who] })),
      ];
      expect(lines).not.toContain('3919');
      expect(lines).not.toContain('viols-femmes-informations');
    },
  );

  test('given someone who cannot speak, when there is danger, then SMS is first and voice lines are folded, not lost', () => {
    const shown = emergency(play([flag('danger-immediat', 'sure', { contraintes: ['sans-voix'] })]).replies);
    expect(shown?.lignes[0]?.id).toBe('urgence-114/urgence-114');
    expect(shown?.replie.map(({ id }) => id)).toContain('police-17/police-17');
  });

  test('D14: given someone violent and hurt by nobody, when lines are shown, then the authors’ line, « éloignez-vous », then 3114', () => {
    const shown = emergency(play([flag('auteur')]).replies);
    expect(shown?.lignes.map(({ id }) => id.split('/')[0])).toEqual(['fnacav-ecoute', '3114', 'police-17']);
    expect(shown?.consignes[0]).toBe('consigne.auteur');
  });

  test('D8: given « non » to a possible danger, when the next turns come, then the emergency block stays', () => {
    const asked = play([flag('danger-immediat', 'possible')]);
    expect(types(asked.replies)).toEqual(['emergency', 'question']);
    expect(question(asked.replies)?.id).toBe('signal');
    const no = play([tap('q:signal:non'), tap('q:groupe:avancer')], asked.session);
    expect(emergency(no.replies)).toBeDefined();
  });

  test('D8: given a sure danger taken back, when the next turn comes, then its lines are still in view', () => {
    const { replies } = play([flag('violences'), tap('r:signaux:violences')]);
    expect(emergency(replies)?.lignes.map(({ id }) => id)).toContain('3919/3919');
  });

  test('given a message that raises four doubts, when they are answered, then two are asked, life first', () => {
    const signaux = (['violences', 'suicide', 'harcelement', 'traite'] as const).map((id) => ({
      id,
      force: 'possible' as const,
    }));
    let state = play([said({ signaux })]);
    const asked: (string | undefined)[] = [];
    while (question(state.replies)?.id === 'signal') {
      asked.push(question(state.replies)?.texte);
      state = play([tap('q:signal:non')], state.session);
    }
    expect(asked).toEqual(['question.signal.suicide', 'question.signal.violences']);
    expect(emergency(state.replies)).toBeDefined();
  });

  test('given « non », when the same is written again, then it is asked again', () => {
    const { replies } = play([flag('suicide', 'possible'), tap('q:signal:non'), flag('suicide', 'possible')]);
    expect(question(replies)?.id).toBe('signal');
  });

  test('D5: given any state, when a danger is written, then its lines are on top in that same turn', () => {
    const states: Input[][] = [
      [],
      [{ type: 'start' }],
      [tap('q:groupe:avancer')],
      [said({ besoins: ['ecoute'] })],
      [said({ besoins: ['ecoute'], lieu: { code: LILLE, nom: 'Lille', type: 'commune' } })],
      [said({ locuteur: 'professionnel', besoins: ['droits'] })],
      [flag('suicide', 'possible')],
      [said({}), said({})],
      [flag('auteur')],
    ];
    for (const state of states) {
      const { replies } = play([...state, flag('urgence-vitale')]);
      expect(emergency(replies)?.lignes[0]?.id).toBe('samu-15/samu-15');
      expect(replies[0]?.type).toBe('emergency');
    }
  });

  test('given a danger beside a command, when it is read, then the danger is kept', () => {
    const { replies } = play([
      said({ besoins: ['ecoute'] }),
      flag('danger-immediat', 'sure', { commande: 'pourquoi' }),
    ]);
    expect(emergency(replies)?.lignes[0]?.id).toBe('police-17/police-17');
  });

  test('given sure violence, when it is said first, then it is acknowledged once and the law is said', () => {
    const first = play([flag('violences')]);
    expect(texts(first.replies)).toEqual(['accuse.merci', 'accuse.loi']);
    expect(texts(play([flag('menace' as never), flag('violences')].slice(1), first.session).replies)).toEqual(
      [],
    );
  });

  test('given a closed line, when another one is open, then the closed one is below and says when it opens', () => {
    const night = new Date('2026-11-22T03:00:00+01:00');
    const closed = {
      ...WORLD,
      directory: directory(
        [],
        lines.map((record) =>
          record.id === '3133'
            ? {
                ...record,
                services: record.services.map((s) => ({ ...s, horaires_accueil: 'Mo-Su 09:00-20:00' })),
              }
            : record,
        ),
      ),
    };
    const { replies } = turn(
      START,
      flag('violences', 'sure', { publics: ['homme', 'personne-agee'] }),
      closed,
      night,
    );
    const shown = emergency(replies);
    expect(shown?.lignes[0]?.id).not.toBe('3133/3133');
    expect(shown?.lignes.find(({ id }) => id === '3133/3133')).toMatchObject({
      ouvert: 'non',
      rouvreDans: 360,
    });
  });
});

describe('needs heard too faintly to be taken as said', () => {
  const faint = understood({ besoins_possibles: ['droits', 'ecoute'] });
  const say = (input: Understood): Input => ({
    type: 'understood',
    understood: input,
    coupe: false,
    expurge: false,
  });
  const asked = (replies: readonly Reply[]) => replies.find((reply) => reply.type === 'question');

  test('given a faint message, when it is read, then its two or three needs are offered before the groups', () => {
    const { replies } = play([say(faint)]);
    expect(asked(replies)).toMatchObject({ texte: 'question.confirmer' });
    const ids = asked(replies)?.choix.map(({ id }) => id) ?? [];
    expect(ids).toEqual(['q:confirmer:droits', 'q:confirmer:ecoute']);
  });

  test('given the chips, when one is tapped, then it is what is sought', () => {
    const { session } = play([say(faint), { type: 'answer', question: 'confirmer', choix: 'droits' }]);
    expect(currentStep(session).situation.besoins).toEqual(['droits']);
  });

  test('given the chips, when none is right, then the groups are asked and nothing was declined', () => {
    const { session, replies } = play([
      say(faint),
      { type: 'answer', question: 'confirmer', choix: 'passer' },
    ]);
    expect(currentStep(session).situation.besoins).toEqual([]);
    expect(asked(replies)).toMatchObject({ texte: 'question.groupe' });
  });

  test('given a need already known, when another is faint, then nothing is asked about it', () => {
    const known = understood({ besoins: ['ecoute'] });
    const { replies } = play([say(known), say(faint)]);
    expect(asked(replies)?.texte).not.toBe('question.confirmer');
  });
});

describe('languages', () => {
  const cards = (replies: readonly Reply[]) =>
    replies.flatMap((reply) => (reply.type === 'card' ? [reply.langue] : []));

  test.each([
    ['ar', 'fr-simple', 'ar'],
    ['zh', 'fr-simple', 'zh'],
    ['en', 'en', 'en'],
  ])(
    'D17: given a message in %s, when nothing else is understood, then its card is shown and the journey goes on in %s',
    (langue, journey, carte) => {
      const { session, replies } = play([said({ langue })]);
      expect(cards(replies)).toEqual([langue]);
      expect([session.langue, session.carte]).toEqual([journey, carte]);
      expect(question(replies)).toBeDefined();
    },
  );

  test('D17: given a language without a card, when it is written, then what to do in danger is told in several, and the journey stays French', () => {
    const { session, replies } = play([said({ langue: 'ka' })]);
    const told = replies.find((reply) => reply.type === 'languages');
    expect(told?.plein).toBe(true);
    expect(emergency(replies)?.lignes.map(({ id }) => id)).toEqual(STATIQUE);
    expect(session.langue).toBe('fr');
  });

  test('D17: given a message in another language that names a need, when it is read, then the card comes with what was understood, once', () => {
    const first = play([said({ langue: 'es', besoins: ['ecoute'] })]);
    expect(types(first.replies).slice(0, 2)).toEqual(['card', 'summary']);
    const next = play([said({ langue: 'es', besoins: ['droits'] })], first.session);
    expect(cards(next.replies)).toEqual([]);
  });

  test('D17: given a known language, when a few words tell none, then its card is shown again', () => {
    const { session } = play([said({ langue: 'ro' })]);
    expect(cards(play([said({})], session).replies)).toEqual(['ro']);
    const english = play([said({ langue: 'en' })]).session;
    expect(texts(play([said({})], english).replies)).toContain('incompris');
  });

  test('given a choice of language, when it is tapped in the middle, then what was said stays', () => {
    const middle = play([tap('q:groupe:me-soigner')]).session;
    const { session, replies } = play([tap('l:tr')], middle);
    expect(types(replies)).toEqual(['card', 'question']);
    expect(session.pas).toHaveLength(middle.pas.length);
    const back = play([tap('l:fr')], session);
    expect([back.session.langue, back.session.carte]).toEqual(['fr', null]);
  });

  test('given a conversation that starts in a language with a card, when it opens, then the card is there; in English, the words of English', () => {
    const opening = (id: string) => play([{ type: 'start' }], play([tap(id)]).session).replies;
    expect(types(opening('l:uk'))).toEqual(['emergency', 'languages', 'card', 'question']);
    expect(types(opening('l:en'))).toEqual(['emergency', 'languages', 'message', 'message', 'question']);
  });

  test('given « Langues », when it is tapped, then every language but the present one is offered', () => {
    const { replies } = play([tap('l:')], play([tap('l:en')]).session);
    const row = replies.find((reply) => reply.type === 'languages');
    expect(row?.langues).toHaveLength(11);
    expect(row?.langues).not.toContain('en');
  });

  test('D5: given a danger said in another language, when it is read, then its lines are on top and the card below', () => {
    const { replies } = play([said({ langue: 'ar', signaux: [{ id: 'arme', force: 'sure' }] })]);
    expect(types(replies).slice(0, 2)).toEqual(['emergency', 'card']);
  });
});
