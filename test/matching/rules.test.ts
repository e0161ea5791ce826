import { match } from '../../src/matching/match.ts';
import { directory, GRENOBLE, generic, LILLE, line, NOW, org, ROUBAIX, situation } from '../fixtures/toy.ts';

const ids = (
  s: Parameters<typeof situation>[0],
  partners: ReturnType<typeof org>[],
  acces: 'public' | 'professionnel' = 'public',
) =>
  match(
    situation({ besoins: ['ecoute'], lieu: LILLE, ...s }),
    directory([...partners, generic('mairie', ['ecoute'])]),
    { acces, now: NOW },
  ).suggestions.map(({ id }) => id);

const sure = (...signals: string[]) => signals.map((id) => ({ id, force: 'sure' })) as never;

describe('hard rules', () => {
  test.each(['fusionne', 'suspendu', 'ferme', 'inconnu'])(
    'given an organisation %s, when its need is asked, then it is never proposed',
    (statut) => {
      expect(ids({}, [org('a', {}, { statut })])).toEqual(['mairie/s']);
    },
  );

  test.each(['actif', 'renomme'])(
    'given an organisation %s, when its need is asked, then it is proposed',
    (statut) => {
      expect(ids({}, [org('a', {}, { statut })])).toContain('a/s');
    },
  );

  test.each([
    ['professionnel', 'public', false],
    ['professionnel', 'professionnel', true],
    ['ressource', 'professionnel', true],
    ['financeur', 'professionnel', false],
    ['hors-champ', 'professionnel', false],
  ] as const)('given the role %s, when the access is %s, then proposed is %s', (role, acces, proposed) => {
    expect(ids({}, [org('a', {}, { role })], acces).includes('a/s')).toBe(proposed);
  });

  test('given a service on referral only, when a person asks, then it is not proposed; when a professional does, then it is', () => {
    const referral = org('a', { mobilisable_par: ['professionnels'] });
    expect(ids({}, [referral])).not.toContain('a/s');
    expect(ids({ locuteur: 'professionnel' }, [referral])).toContain('a/s');
  });

  test('given a service for professionals’ eyes, when a professional writes in public, then it stays closed', () => {
    expect(ids({ locuteur: 'professionnel' }, [org('a', { visibilite: 'professionnel' })])).not.toContain(
      'a/s',
    );
  });

  test.each([
    ['200093201', LILLE, true],
    ['59350', LILLE, true],
    ['59350', ROUBAIX, false],
    ['59', ROUBAIX, true],
    ['59', GRENOBLE, false],
    ['france', GRENOBLE, true],
  ])('given the zone %s, when help is sought in %s, then proposed is %s', (zone, lieu, proposed) => {
    expect(ids({ lieu }, [org('a', { zone_eligibilite: [zone] })]).includes('a/s')).toBe(proposed);
  });

  test.each([
    ['exclusif', ['femme'], ['femme'], [], true],
    ['exclusif', ['femme'], [], [], false],
    ['exclusif', ['femme'], ['homme'], ['femme'], false],
    ['preferentiel', ['femme'], ['homme'], ['femme'], true],
    ['inconditionnel', [], ['homme'], [], true],
  ])(
    'given a welcome %s for %j, when the person is %j (not %j), then proposed is %s',
    (accueil, publics, person, not, proposed) => {
      const found = ids({ publics: person as never, publics_exclus: not as never }, [
        org('a', { accueil, publics }),
      ]);
      expect(found.includes('a/s')).toBe(proposed);
    },
  );

  test('given a service for adults, when a minor asks, then it never matches', () => {
    expect(ids({ publics: ['mineur'] }, [org('a', { age_min: 18 })])).toEqual(['mairie/s']);
  });

  test.each(['mediation', 'couple'])(
    'given %s, when there is violence, even possible, then it is never proposed',
    (type) => {
      expect(ids({}, [org('a', { type })])).toContain('a/s');
      expect(ids({ signaux: sure('violences') }, [org('a', { type })])).not.toContain('a/s');
      expect(ids({ signaux: [{ id: 'violences', force: 'possible' }] }, [org('a', { type })])).not.toContain(
        'a/s',
      );
    },
  );

  test('D14: given a place for victims, when the person is violent and hurt by nobody, then it is closed', () => {
    const victims = org('a', { signaux: ['violences'] });
    expect(ids({ signaux: sure('violences') }, [victims])).toContain('a/s');
    expect(ids({ signaux: sure('auteur') }, [victims])).not.toContain('a/s');
  });

  test('D14: given a professional, when places are left out, then they are named with their rule; never to someone violent', () => {
    const all = directory([org('a', { signaux: ['violences'], age_min: 18 }), generic('mairie', ['ecoute'])]);
    const left = (facets: Parameters<typeof situation>[0]) =>
      match(
        situation({
          besoins: ['ecoute'],
          lieu: LILLE,
          locuteur: 'professionnel',
          publics: ['mineur'],
          ...facets,
        }),
        all,
        { acces: 'public', now: NOW },
      ).exclus;
    expect(left({})).toEqual([{ id: 'a/s', regle: 'age' }]);
    expect(left({ signaux: sure('auteur') })).toEqual([]);
  });

  test('D14: given « les deux », when victims’ services are sought, then national lines stay and places do not', () => {
    const found = match(
      situation({ besoins: ['ecoute'], lieu: LILLE, signaux: sure('auteur', 'violences') }),
      directory(
        [org('a', { signaux: ['violences'] }), generic('mairie', ['ecoute'])],
        [line('l', { signaux: ['violences'] })],
      ),
      { acces: 'public', now: NOW },
    ).suggestions.map(({ id }) => id);
    expect(found).toContain('l/s');
    expect(found).not.toContain('a/s');
  });

  test('given a line kept for a child in danger, when a minor says another hurt, then it stays closed', () => {
    const kept = org('a', { reserve_signaux: ['enfant-en-danger'] });
    expect(ids({ signaux: sure('mariage-force'), publics: ['mineur'] }, [kept])).not.toContain('a/s');
    expect(ids({ signaux: sure('enfant-en-danger'), publics: ['mineur'] }, [kept])).toContain('a/s');
  });

  test('given a service reserved to two signals, when one only is sure, then it is not proposed', () => {
    const reserved = org('a', { signaux: ['auteur'], reserve_signaux: ['auteur', 'violences-sexuelles'] });
    expect(ids({ signaux: sure('auteur') }, [reserved])).not.toContain('a/s');
    expect(ids({ signaux: sure('violences-sexuelles') }, [reserved])).not.toContain('a/s');
  });

  test('D15: given a hidden place, when the directory is built, then its street, commune, coordinates and site are gone', () => {
    const hidden = org('a', {
      confidentialite: 'adresse-masquee',
      commune: 'Lille',
      code_insee: LILLE,
      latitude: 50.6,
      longitude: 3,
      contacts: [
        { canal: 'telephone', valeur: '115' },
        { canal: 'site', valeur: 'https://exemple.fr/notre-rue' },
      ],
    });
    const text = JSON.stringify(directory([hidden]).entries[0]);
    for (const trace of ['1 rue Inventée', 'Lille', '50.6', 'notre-rue']) {
      expect(text).not.toContain(trace);
    }
    expect(text).toContain('115');
  });

  test('given someone who cannot speak, when the only partner answers by voice, then what can be reached otherwise is the plan', () => {
    const voice = org('a', {
      adresse: null,
      modes_accueil: ['a-distance'],
      contacts: [{ canal: 'telephone', valeur: '3919' }],
    });
    const found = match(
      situation({ besoins: ['ecoute'], lieu: LILLE, contraintes: ['sans-voix'] }),
      directory([voice, generic('mairie', ['ecoute'])]),
      {
        acces: 'public',
        now: NOW,
      },
    );
    expect(found.suggestions.filter(({ rang }) => rang === 'plan').map(({ id }) => id)).toEqual(['mairie/s']);
    expect(found.suggestions.find(({ id }) => id === 'a/s')?.inconnus).toContain('voix-seule');
  });

  test('given a lodging reached by the 115, when a roof is sought, then the door itself is the plan', () => {
    const lodging = org('a', {
      type: 'hebergement',
      besoins: ['ecoute'],
      confidentialite: 'adresse-masquee',
      acces_via: 'Appelez le 115.',
      adresse: null,
      contacts: [{ canal: 'telephone', valeur: '115' }],
    });
    const door = org('siao', {
      besoins: ['ecoute'],
      adresse: null,
      contacts: [{ canal: 'telephone', valeur: '115' }],
    });
    expect(ids({}, [lodging, door])[0]).toBe('siao/s');
    expect(ids({}, [lodging])[0]).toBe('mairie/s');
  });

  test('given a service kept for people in prostitution, when one of them asks for something else, then it is still among the others', () => {
    const kept = org('a', { besoins: ['sante-sexuelle'], accueil: 'exclusif', publics: ['prostitution'] });
    expect(ids({ publics: ['prostitution'] }, [kept])).toEqual(['mairie/s', 'a/s']);
    expect(ids({}, [kept])).toEqual(['mairie/s']);
  });

  test('D12: given help sought now, when the partner is closed, then an open line covers the need and the partner stands below', () => {
    const closed = org('a', { horaires_accueil: 'Mo 09:00-10:00' });
    const found = match(
      situation({ besoins: ['ecoute'], lieu: LILLE, delai: 'maintenant' }),
      directory([closed], [line('l')]),
      { acces: 'public', now: NOW },
    );
    expect(found.suggestions.map(({ id, rang }) => [id, rang])).toEqual([
      ['l/s', 'plan'],
      ['a/s', 'autre'],
    ]);
  });

  test('given someone who must leave the area, when another department has a place, then it comes first and says so', () => {
    const here = org('here', { zone_eligibilite: ['59'] });
    const away = org('away', { zone_eligibilite: ['38'] });
    const found = match(
      situation({ besoins: ['ecoute'], lieu: LILLE, contraintes: ['eloignement'] }),
      directory([here, away]),
      { acces: 'public', now: NOW },
    );
    expect(found.suggestions[0]?.id).toBe('away/s');
    expect(found.suggestions[0]?.raisons).toContain('ailleurs');
  });

  test('given a weak source, when it is proposed, then a national line or a generic service stands beside it', () => {
    const weak = Array.from({ length: 9 }, (_, n) => org(`weak-${n}`, {}, { confiance: 'basse' }));
    const found = ids({}, weak);
    expect(found).toContain('mairie/s');
    expect(found.length).toBeLessThanOrEqual(8);
  });
});
