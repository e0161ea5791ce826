import { match } from '../../src/matching/match.ts';
import { directory, generic, LILLE, line, NOW, org, situation } from '../fixtures/toy.ts';

const food = org('food', { besoins: ['alimentation'] });
const made = line('made', { signaux: ['violences'], contacts: [{ canal: 'telephone', valeur: '3919' }] });
const other = line('other', { signaux: ['suicide'], contacts: [{ canal: 'telephone', valeur: '3114' }] });

const ids = (facets: Parameters<typeof situation>[0], partners = [food], ecartes: string[] = []) =>
  match(
    situation({ besoins: ['alimentation'], lieu: LILLE, ...facets }),
    directory([...partners, generic('mairie', ['ecoute', 'alimentation'])], [made, other]),
    { acces: 'public', now: NOW, ecartes },
  ).suggestions.map(({ id }) => id);

const sure = (...signals: string[]) => signals.map((id) => ({ id, force: 'sure' })) as never;

describe('what stands beside the plan', () => {
  test('D13: given a sure signal, when something else is asked, then the line made for it is among the suggestions', () => {
    expect(ids({ signaux: sure('violences') })).toContain('made/s');
    expect(ids({ signaux: sure('violences') })).not.toContain('other/s');
    expect(ids({ signaux: sure('violences', 'suicide') })).toEqual(
      expect.arrayContaining(['food/s', 'made/s', 'other/s']),
    );
    expect(ids({})).not.toContain('made/s');
  });

  test('D13: given a sure signal, when something else is asked, then one partner near who is made for it is shown', () => {
    const near = org('near', { besoins: ['ecoute'], signaux: ['violences'] });
    const also = org('near-too', { besoins: ['ecoute'], signaux: ['violences'] }, { confiance: 'moyenne' });
    const found = ids({ signaux: sure('violences') }, [food, near, also]);
    expect(found).toContain('near/s');
    expect(found).not.toContain('near-too/s');
    expect(ids({}, [food, near])).not.toContain('near/s');
    expect(ids({ signaux: sure('auteur') }, [food, near])).not.toContain('near/s');
    expect(ids({ signaux: sure('violences') }, [food, near], ['near/s'])).not.toContain('near/s');
  });

  test('given a minor in danger, when results come, then one adult who listens outside the home is among them', () => {
    const nurse = generic('nurse', ['ecoute'], { accueil: 'exclusif', publics: ['mineur'] });
    const shown = (facets: object) => ids({ publics: ['mineur'], ...facets } as never, [food, nurse]);
    expect(shown({ signaux: sure('mariage-force') })).toContain('nurse/s');
    expect(shown({})).not.toContain('nurse/s');
    expect(ids({ signaux: sure('violences') }, [food, nurse])).not.toContain('nurse/s');
  });

  test('given eight partners, when a signal is sure, then its line takes the last place', () => {
    const partners = Array.from({ length: 9 }, (_, n) => org(`food-${n}`, { besoins: ['alimentation'] }));
    const found = ids({ signaux: sure('violences') }, partners);
    expect(found).toHaveLength(8);
    expect(found.at(-1)).toBe('made/s');
  });

  test('given a partner whose only door is that line, when it is shown, then the line is not shown twice', () => {
    const same = org('same', {
      besoins: ['alimentation'],
      adresse: null,
      contacts: [{ canal: 'telephone', valeur: '3919' }],
    });
    expect(ids({ signaux: sure('violences') }, [same])).not.toContain('made/s');
  });

  test.each([
    ['its need is refused', { besoins_refuses: ['ecoute'] as never }, []],
    ['it was set aside', {}, ['made/s']],
    ['the person is the violent one', { signaux: sure('auteur') }, []],
  ])('given a line made for a signal, when %s, then it is not added', (_, facets, ecartes) => {
    expect(ids({ signaux: sure('violences'), ...facets }, [food], ecartes)).not.toContain('made/s');
  });

  test('given a sure signal, when a partner is made for another one, then it stands beside only while nothing is sure', () => {
    const victims = org('victims', { besoins: ['alimentation'], signaux: ['violences'] });
    expect(ids({}, [food, victims])).toContain('victims/s');
    expect(ids({ signaux: sure('violences') }, [food, victims])).toContain('victims/s');
    expect(ids({ signaux: sure('suicide') }, [food, victims])).not.toContain('victims/s');
  });

  test('given a man, when a women’s place fits the danger better, then it still stands last', () => {
    const women = org('women', { signaux: ['violences'], accueil: 'preferentiel', publics: ['femme'] });
    const listening = { besoins: ['ecoute'] as never, signaux: sure('violences') };
    const anyone = org('anyone', {});
    expect(ids({ ...listening, publics: ['homme'] }, [women, anyone]).at(-1)).toBe('women/s');
    expect(ids({ ...listening, publics: ['femme'] }, [women, anyone])[0]).toBe('women/s');
  });

  test('given the need kept for professionals, when someone else asks for it, then it is read as asking what exists', () => {
    const desk = generic('desk', ['information', 'appui-professionnel']);
    const asked = (locuteur: 'personne' | 'professionnel') =>
      match(situation({ besoins: ['appui-professionnel'], lieu: LILLE, locuteur }), directory([desk]), {
        acces: 'public',
        now: NOW,
      }).suggestions[0]?.besoins;
    expect(asked('personne')).toEqual(['information']);
    expect(asked('professionnel')).toEqual(['appui-professionnel']);
  });
});
