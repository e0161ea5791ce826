import fc from 'fast-check';
import { BESOINS, type BesoinId } from '../../knowledge/vocabulary/besoins.ts';
import { demandOf } from '../../src/matching/demand.ts';
import { match } from '../../src/matching/match.ts';
import type { Candidate } from '../../src/matching/order.ts';
import { byCriteria, ranksOf } from '../../src/matching/order.ts';
import { type NeedOptions, planOptions, smallestPlan } from '../../src/matching/plan.ts';
import { directory, generic, LILLE, line, NOW, org, situation, TOY_PLACES } from '../fixtures/toy.ts';

const NEEDS: BesoinId[] = ['ecoute', 'droits', 'logement', 'sante'];

/** Every subset of organisations is tried: the fewest that cover all needs, then the best ranks need by need. */
function bruteForce(needs: readonly NeedOptions[]): string[] {
  const covered = needs.filter(({ options }) => options.length > 0);
  const organisations = [
    ...new Set(covered.flatMap(({ options }) => options.map(({ entry }) => entry.organisation.id))),
  ];
  let best: { size: number; ranks: number[]; picks: string[] } | null = null;
  for (let mask = 0; mask < 1 << organisations.length; mask += 1) {
    const chosen = new Set(organisations.filter((_, index) => mask & (1 << index)));
    const ranks = covered.map(({ options }) =>
      options.findIndex(({ entry }) => chosen.has(entry.organisation.id)),
    );
    if (ranks.includes(-1)) {
      continue;
    }
    const picks = covered.map(({ options }, index) => options[ranks[index] ?? 0]?.entry.id ?? '');
    const candidate = { size: chosen.size, ranks, picks };
    if (!best || compare(candidate, best) < 0) {
      best = candidate;
    }
  }
  return best?.picks ?? [];
}

function compare(a: { size: number; ranks: number[] }, b: { size: number; ranks: number[] }): number {
  return (
    a.size - b.size || a.ranks.map((rank, index) => rank - (b.ranks[index] ?? 0)).find((d) => d !== 0) || 0
  );
}

function optionsFor(records: ReturnType<typeof org>[], needs: BesoinId[]): NeedOptions[] {
  const s = situation({ besoins: needs, lieu: LILLE });
  const demand = demandOf(s, 'public', TOY_PLACES, NOW);
  const entries = directory(records).entries;
  return needs.map((need) => {
    const ordered: Candidate[] = entries
      .filter((entry) => entry.service.besoins.includes(need))
      .map((entry) => ({ entry, ranks: ranksOf(entry, demand) }))
      .sort(byCriteria);
    return planOptions(need, ordered);
  });
}

const record = fc.record({
  besoins: fc.uniqueArray(fc.constantFrom(...NEEDS), { minLength: 1 }),
  zone: fc.constantFrom('59350', '200093201', '59'),
  confiance: fc.constantFrom('haute', 'moyenne', 'basse'),
  publics: fc.constantFrom([], ['femme']),
});

describe('the plan', () => {
  test('given any small directory, when several needs are asked, then the plan is the one brute force finds', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 7 }), (specs) => {
        const records = [
          ...specs.map(({ besoins, zone, confiance, publics }, index) =>
            org(
              `o${index}`,
              {
                besoins,
                zone_eligibilite: [zone],
                accueil: publics.length ? 'preferentiel' : 'inconditionnel',
                publics,
              },
              { confiance },
            ),
          ),
          generic('ccas', NEEDS),
        ];
        const needs = optionsFor(records, NEEDS);
        const steps = smallestPlan(needs);
        const picks = NEEDS.map(
          (need) => steps.find((step) => step.needs.includes(need))?.candidate.entry.id ?? '',
        );
        expect(picks).toEqual(bruteForce(needs));
      }),
      { numRuns: 400 },
    );
  });

  test('given a CCAS that covers everything, when one partner covers one of two needs, then the CCAS covers only the other', () => {
    const found = match(
      situation({ besoins: ['droits', 'logement'], lieu: LILLE }),
      directory([org('a', { besoins: ['droits'] }), generic('ccas', NEEDS)]),
      {
        acces: 'public',
        now: NOW,
      },
    );
    const plan = found.suggestions.filter(({ rang }) => rang === 'plan');
    expect(plan.map(({ id, besoins }) => [id, besoins])).toEqual([
      ['a/s', ['droits']],
      ['ccas/s', ['logement']],
    ]);
  });

  test('given one organisation for both needs and two for one each, when all are equal, then one organisation is enough', () => {
    const all = directory([
      org('a', { besoins: ['droits'] }),
      org('b', { besoins: ['logement'] }),
      org('z', { besoins: ['droits', 'logement'] }),
    ]);
    const plan = match(situation({ besoins: ['droits', 'logement'], lieu: LILLE }), all, {
      acces: 'public',
      now: NOW,
    }).suggestions;
    expect(plan.filter(({ rang }) => rang === 'plan').map(({ id }) => id)).toEqual(['z/s']);
  });

  test('given a roof and rights, when the plan is read, then the roof is called first', () => {
    const all = directory([
      org('a', { besoins: ['droits'] }),
      org('b', { besoins: ['hebergement-urgence'] }),
    ]);
    const plan = match(situation({ besoins: ['droits', 'hebergement-urgence'], lieu: LILLE }), all, {
      acces: 'public',
      now: NOW,
    }).suggestions;
    expect(plan.map(({ id }) => id)).toEqual(['b/s', 'a/s']);
  });

  test('given every need at once, when matched, then at most eight suggestions come out and none twice', () => {
    const needs = Object.keys(BESOINS) as BesoinId[];
    const all = directory(needs.map((need) => org(`o-${need}`, { besoins: [need] })));
    const { suggestions } = match(situation({ besoins: needs, lieu: LILLE }), all, {
      acces: 'public',
      now: NOW,
    });
    expect(suggestions.length).toBeLessThanOrEqual(8);
    expect(new Set(suggestions.map(({ id }) => id)).size).toBe(suggestions.length);
  });

  const planOf = (facets: Parameters<typeof situation>[0], all: ReturnType<typeof directory>) =>
    match(situation({ besoins: ['ecoute'], lieu: LILLE, ...facets }), all, { acces: 'public', now: NOW })
      .suggestions.filter(({ rang }) => rang === 'plan')
      .map(({ id }) => id);
  const sure = (id: string) => [{ id, force: 'sure' }] as never;

  test('given a hurt minor and a partner for anyone hurt, when the plan is made, then the line made for minors comes first', () => {
    const all = directory(
      [org('anyone-hurt', { signaux: ['violences'] }), generic('ccas', NEEDS)],
      [line('child', { signaux: ['enfant-en-danger'], accueil: 'preferentiel', publics: ['mineur'] })],
    );
    expect(planOf({ signaux: sure('violences'), publics: ['mineur'] }, all)).toEqual(['child/s']);
    expect(planOf({ signaux: sure('violences'), publics: ['jeune'] }, all)).toEqual(['anyone-hurt/s']);
  });

  test('given a man at night, when only a women’s line is open, then it is not the plan', () => {
    const women = line('women', { signaux: ['violences'], accueil: 'preferentiel', publics: ['femme'] });
    const anyone = line('anyone', {
      signaux: ['violences'],
      contacts: [{ canal: 'telephone', valeur: '116 006' }],
      horaires_accueil: 'Mo-Su 09:00-10:00',
    });
    const all = directory([], [women, anyone]);
    const facets = { signaux: sure('violences'), delai: 'maintenant' } as const;
    expect(planOf({ ...facets, publics: ['homme'] }, all)).toEqual(['anyone/s']);
    expect(planOf({ ...facets, publics: ['femme'] }, all)).toEqual(['women/s']);
  });

  test('given a generic service made for this person, when the only partner is made first for others, then the generic one is the plan', () => {
    const families = org('families', { accueil: 'preferentiel', publics: ['proche-detenu'] });
    const leaving = org(
      'leaving',
      { zone_eligibilite: ['france'], accueil: 'preferentiel', publics: ['sortant-prison'] },
      { generique: true },
    );
    const all = directory([families, leaving]);
    expect(planOf({ publics: ['sortant-prison'] }, all)).toEqual(['leaving/s']);
    expect(planOf({ publics: ['proche-detenu'] }, all)).toEqual(['families/s']);
    expect(planOf({}, all)).toEqual(['families/s']);
  });
});
