import { join } from 'node:path';
import { COMMANDES } from '../../../knowledge/vocabulary/situation.ts';
import type { Signal } from '../../../src/conversation/understood.ts';
import {
  NOTHING_PLAIN,
  standsAlone,
  withNeeds,
  withPossible,
} from '../../../src/understanding/network/join.ts';
import { loadNetwork } from '../../../src/understanding/network/load-network.ts';
import {
  conclude,
  dangerOf,
  type Heard,
  type Impression,
  type Network,
  nameActivations,
} from '../../../src/understanding/network/network.ts';
import { prepare } from '../../../src/understanding/prepare.ts';
import { createRedFlags } from '../../../src/understanding/red-flags.ts';
import { createUnderstand } from '../../../src/understanding/understand.ts';
import { FRENCH } from '../french.ts';

const FOLDER = join(__dirname, '../../../dialogs/understanding/fr');
const sure = (id: Signal['id']): Signal => ({ id, force: 'sure' });
const possible = (id: Signal['id']): Signal => ({ id, force: 'possible' });
const hearing = (signaux: readonly Signal['id'][], nets: readonly Signal['id'][] = []): Heard => ({
  signaux,
  nets,
  surs: [],
  calme: false,
  besoins: [],
  besoins_refuses: [],
  locuteur: null,
  a_confirmer: [],
});

describe('signals of rules and network together', () => {
  test('given a sure signal, when the network hears it too, then it stays sure', () => {
    expect(withPossible([sure('suicide')], hearing(['suicide']))).toEqual([sure('suicide')]);
  });

  test('given a signal that only the network hears, when they are joined, then it is possible, in the order of the vocabulary', () => {
    expect(withPossible([], hearing(['suicide', 'arme']))).toEqual([possible('arme'), possible('suicide')]);
  });

  test('given a sure signal, when the network hears others, then only what it hears clearly is added', () => {
    const heard = hearing(['harcelement', 'arme'], ['arme']);
    expect(withPossible([sure('violences')], heard)).toEqual([possible('arme'), sure('violences')]);
  });

  test.each([
    ['auteur', 'violences'],
    ['violences', 'auteur'],
  ] as const)('given %s sure by a rule, when the network hears %s, then it is not added', (said, id) => {
    expect(withPossible([sure(said)], hearing([id], [id]), { ...NOTHING_PLAIN, isHurt: true })).toEqual([
      sure(said),
    ]);
  });

  test('given a child who is surely hurt, when the network hears « auteur » clearly, then it is asked: the writer may be who hurts', () => {
    expect(withPossible([sure('enfant-en-danger')], hearing(['auteur'], ['auteur']))).toContainEqual(
      possible('auteur'),
    );
  });

  test('given a sure signal, when the network hears suicide faintly, then it is asked all the same', () => {
    expect(withPossible([sure('violences')], hearing(['suicide', 'arme']))).toEqual([
      sure('violences'),
      possible('suicide'),
    ]);
  });

  test('given a doubt of a plain rule, when the message sounds calm, then it is asked about', () => {
    const plain = { ...NOTHING_PLAIN, francs: ['auteur'] as const };
    expect(withPossible([possible('auteur')], hearing([]), plain)).toEqual([possible('auteur')]);
  });

  test('given a sure signal, when the network hears nothing, then it stays sure', () => {
    expect(withPossible([sure('arme')], hearing([]))).toEqual([sure('arme')]);
  });

  test('given a sure signal, when the message sounds calm, then it is asked about, never dropped', () => {
    expect(withPossible([sure('arme')], { ...hearing([]), calme: true })).toEqual([possible('arme')]);
  });

  test('given a plain signal, when the message sounds calm, then it stays sure', () => {
    const calm = { ...hearing([]), calme: true };
    expect(
      withPossible([sure('arme'), sure('violences')], calm, { ...NOTHING_PLAIN, francs: ['arme'] }),
    ).toEqual([sure('arme'), possible('violences')]);
  });

  test('given a signal the network is sure of, when the rules say nothing or doubt, then it is sure', () => {
    const heard = { ...hearing(['arme', 'suicide'], ['arme']), surs: ['arme'] as const };
    expect(withPossible([], heard)).toEqual([sure('arme'), possible('suicide')]);
    expect(withPossible([possible('arme')], heard)).toEqual([sure('arme'), possible('suicide')]);
  });

  test('given a danger denied in so many words, when the network is sure of it, then it is asked about', () => {
    const heard = { ...hearing(['suicide'], ['suicide']), surs: ['suicide'] as const };
    const denying = { ...NOTHING_PLAIN, denied: ['suicide'] as const };
    expect(withPossible([possible('suicide')], heard, denying)).toEqual([possible('suicide')]);
  });

  test('given « auteur », when only the network is sure of it, then it stays a question: a sure one closes doors', () => {
    const heard = { ...hearing(['auteur'], ['auteur']), surs: ['auteur'] as const };
    expect(withPossible([], heard)).toEqual([possible('auteur')]);
  });

  test.each(['suicide', 'danger-immediat'] as const)(
    'given %s possible by a rule, when the network hears nothing, then it is still asked about',
    (id) => {
      expect(withPossible([possible(id)], hearing([]))).toEqual([possible(id)]);
      expect(standsAlone(possible(id), NOTHING_PLAIN)).toBe(true);
    },
  );

  test('given another signal possible by a rule, when the message sounds calm, then nothing is asked', () => {
    expect(withPossible([possible('harcelement')], hearing([]))).toEqual([]);
    expect(withPossible([possible('harcelement')], hearing(['arme']))).toEqual([
      possible('arme'),
      possible('harcelement'),
    ]);
  });
});

test.each([
  ['a need the network hears', [], { besoins: ['budget'] }, [], ['budget']],
  ['a need it hears and the person refuses', [], { besoins: ['budget'] }, ['budget'], []],
  ['a need of the rules that it would confirm', ['budget'], { a_confirmer: ['budget'] }, [], ['budget']],
  ['a need of the rules when it hears none', ['budget'], {}, [], ['budget']],
  ['a need of the rules that it hears refused', ['budget'], { besoins_refuses: ['budget'] }, [], []],
  ['a need of the rules when it hears another', ['budget'], { besoins: ['logement'] }, [], ['logement']],
] as const)(
  'given %s, when they are joined, then what is proposed follows',
  (_, rules, heard, refused, besoins) => {
    expect(withNeeds(rules, { ...hearing([]), ...heard }, refused)).toEqual(besoins);
  },
);

test('given a lack that the rules read, when the network hears it refused, then it is sought all the same', () => {
  const heard = {
    ...hearing([]),
    besoins: ['logement'] as const,
    a_confirmer: ['alimentation'] as const,
    besoins_refuses: ['alimentation'] as const,
  };
  expect(withNeeds(['alimentation'], heard, [], ['alimentation'])).toContain('alimentation');
});

test('given no network, when needs are joined, then they are those of the rules', () => {
  expect(withNeeds(['budget'], null, [])).toEqual(['budget']);
});

describe('what is concluded from activations', () => {
  const seuils = {
    porte: -2,
    sur: 0.4,
    calme: -2,
    signaux: { arme: 0.2, suicide: 0.2 },
    nets: { arme: 0.5, suicide: 0.4 },
    besoins: { logement: 0.5, budget: 0.5 },
    locuteurs: { proche: 0.4, professionnel: 0.4 },
    confirmer: { logement: 0.3, budget: 0.3 },
  };
  const activations = (values: Record<string, number>, danger = 0) => {
    const named = nameActivations([]);
    return {
      danger,
      signaux: new Map([...named.signaux].map(([id]) => [id, values[id] ?? 0])),
      besoins: new Map([...named.besoins].map(([id]) => [id, values[id] ?? 0])),
      locuteurs: new Map([...named.locuteurs].map(([id]) => [id, values[id] ?? 0])),
    };
  };
  const impression = (values: Record<string, number>, danger = 0): Impression => ({
    whole: activations(values, danger),
    parts: null,
    clauses: [],
  });

  test('given a message under the gate, when it is concluded, then no signal is heard', () => {
    expect(conclude(impression({ arme: 0.3 }, 0.2), seuils).signaux).toEqual([]);
    expect(dangerOf(activations({ arme: 0.3 }, 0.2))).toBeCloseTo(Math.log(1 / 4) + Math.log(3 / 7));
  });

  test('given a message past the gate, when it is concluded, then the likeliest stands, and others above their floor', () => {
    const heard = conclude(impression({ arme: 0.3, suicide: 0.4, harcelement: 0.1 }, 0.3), seuils);
    expect([heard.signaux, heard.nets]).toEqual([['suicide', 'arme'], ['suicide']]);
  });

  test('given danger that names no signal, when it is past the gate, then one is asked about all the same', () => {
    expect(conclude(impression({ harcelement: 0.1 }, 0.6), seuils).signaux).toEqual(['harcelement']);
  });

  test('given a message far past the gate, when it is concluded, then the likeliest is sure and nothing is calm', () => {
    const heard = conclude(impression({ arme: 0.3, suicide: 0.5 }, 0.5), seuils);
    expect([heard.surs, heard.calme]).toEqual([['suicide'], false]);
    expect(conclude(impression({ arme: 0.3 }, 0), seuils)).toMatchObject({ surs: [], calme: true });
  });

  test('given a calm message that holds one plain clause, when it is concluded, then it is not calm', () => {
    const plain = { ...impression({ arme: 0.3 }, 0.1), clauses: [activations({ arme: 0.7 }, 0.3)] };
    expect(conclude(plain, seuils).calme).toBe(false);
    expect(conclude({ ...plain, clauses: [activations({ arme: 0.4 }, 0.2)] }, seuils).calme).toBe(true);
  });

  test.each([
    ['what is refused', { logement: 0.6 }, { logement: 0.4 }, { budget: 0.6 }, ['logement'], ['budget']],
    [
      'what is refused and also wanted',
      { logement: 0.6 },
      { logement: 0.4 },
      { logement: 0.4 },
      [],
      ['logement'],
    ],
    ['a lack, when nothing else is wanted', { logement: 0.6 }, { logement: 0.4 }, {}, [], ['logement']],
  ] as const)(
    'given %s, when it is concluded, then refusals follow',
    (_, whole, refused, rest, out, said) => {
      const parts = { refused: activations(refused), rest: activations(rest) };
      const heard = conclude({ whole: activations(whole), parts, clauses: [] }, seuils);
      expect([heard.besoins_refuses, heard.besoins]).toEqual([out, said]);
    },
  );

  test.each([
    [0.6, ['logement'], []],
    [0.4, [], ['logement']],
    [0.2, [], []],
  ])(
    'given a need at %f, when it is concluded, then it is said, to confirm, or neither',
    (logement, said, confirm) => {
      const heard = conclude(impression({ logement }), seuils);
      expect([heard.besoins, heard.a_confirmer]).toEqual([said, confirm]);
    },
  );
});

test.each([
  [0.5, 'proche'],
  [0.3, null],
])(
  'given a message that sounds written for another at %f, when it is concluded, then it is for %s',
  (proche, locuteur) => {
    const named = nameActivations([]);
    const whole = { ...named, locuteurs: new Map([['proche', proche]] as const) };
    const seuils = {
      porte: 9,
      sur: 9,
      calme: 0,
      signaux: {},
      nets: {},
      besoins: {},
      confirmer: {},
      locuteurs: { proche: 0.4 },
    };
    expect(conclude({ whole, parts: null, clauses: [] }, seuils).locuteur).toBe(locuteur);
  },
);

describe('red flags and understanding with a network', () => {
  const network = loadNetwork(FOLDER, FRENCH);
  const alone = createRedFlags(FRENCH);
  const together = createRedFlags(FRENCH, network);
  const places = { resolve: () => ({ lieu: null, possibles: [] }) };

  test('given the committed model, when it is loaded, then it can be used', () => {
    expect(network).not.toBeNull();
  });

  test('D4: given a network that throws, when a message is read, then the rules answer as if it were not there', async () => {
    const broken: Network = () => {
      throw new Error('broken');
    };
    const prepared = prepare('mon mari me frappe, je cherche un logement');
    const redFlags = createRedFlags(FRENCH, broken);
    expect(redFlags(prepared)).toEqual(alone(prepared));
    const understood = await createUnderstand({ data: FRENCH, places, redFlags, network: broken })(prepared);
    expect(understood.besoins).toContain('logement');
  });

  test('given a signal that only the network hears, when it is read, then its reason says so', async () => {
    const network: Network = () => ({ ...hearing(['suicide']), besoins: ['budget'] });
    const redFlags = createRedFlags(FRENCH, network);
    const understand = createUnderstand({ data: FRENCH, places, redFlags, network });
    const { signaux, besoins, raisons } = await understand(prepare('il pleut'));
    expect(signaux).toEqual([possible('suicide')]);
    expect(besoins).toEqual(['budget']);
    expect(raisons).toEqual(['suicide:reseau', 'budget:reseau']);
  });

  test.each([
    ...COMMANDES,
    'bonjour',
    'merci beaucoup',
    'oui',
    'non',
    'constructor',
    '__proto__',
    '',
    '🙂',
    '123',
    'مرحبا',
  ])('given « %s », when it is read, then the network raises nothing', (text) => {
    expect(together(prepare(text))).toEqual(alone(prepare(text)));
  });

  test('given a message read twice, when it is read again, then the answer is the same', () => {
    // What is read is remembered by message: two objects are two readings.
    const read = () => together(prepare('il me surveille tout le temps et je ne dors plus'));
    expect(read()).toEqual(read());
  });
});
