import { EMPTY_SITUATION, type Situation } from '../../src/conversation/situation.ts';
import { buildDirectory } from '../../src/matching/directory.ts';
import { match } from '../../src/matching/match.ts';
import { product } from '../fixtures/product.ts';

const NOW = new Date('2026-11-24T15:00:00+01:00');

/** The situations of the transcripts, as codes. */
const JOURNEYS: readonly Partial<Situation>[] = [
  { besoins: ['hebergement-urgence'], publics: ['femme', 'avec-enfants'], lieu: '59350', delai: 'ce-soir' },
  {
    besoins: ['plainte-protection'],
    publics: ['femme'],
    signaux: [{ id: 'violences', force: 'sure' }],
    lieu: '38185',
  },
  { besoins: ['famille'], publics: ['homme', 'avec-enfants'], lieu: '59512' },
  { besoins: ['prison'], publics: ['proche-detenu'], lieu: '59599' },
  { signaux: [{ id: 'auteur', force: 'sure' }], publics: ['homme'], lieu: '38185' },
  {
    signaux: [
      { id: 'auteur', force: 'sure' },
      { id: 'violences', force: 'sure' },
    ],
    lieu: '59350',
  },
  { signaux: [{ id: 'enfant-en-danger', force: 'sure' }], locuteur: 'proche', lieu: '38563' },
  { signaux: [{ id: 'maltraitance', force: 'sure' }], publics: ['homme', 'personne-agee'], lieu: '38269' },
  { signaux: [{ id: 'mariage-force', force: 'sure' }], publics: ['femme', 'mineur'], lieu: '59512' },
  {
    besoins: ['ecoute'],
    signaux: [{ id: 'violences', force: 'sure' }],
    publics: ['femme'],
    contraintes: ['sans-voix'],
    lieu: '59350',
  },
  {
    besoins: ['sejour'],
    signaux: [{ id: 'privation-liberte', force: 'sure' }],
    publics: ['femme', 'etranger'],
    lieu: '59350',
  },
  { besoins: ['droits'], lieu: '29019' },
  { besoins: 'decline', lieu: 'decline' },
  { signaux: [{ id: 'suicide', force: 'sure' }] },
  { besoins: ['alimentation'], lieu: '59350' },
];

describe('deleting a record', () => {
  test.each(JOURNEYS.map((journey, index) => [index, journey] as const))(
    'given journey %i, when any one of its proposed records is deleted, then it is still safe and not empty',
    (_, journey) => {
      const { knowledge, places, world } = product();
      const s: Situation = { ...EMPTY_SITUATION, ...journey };
      const find = (directory: typeof world.directory) => match(s, directory, { acces: 'public', now: NOW });
      const proposed = new Set(find(world.directory).suggestions.map(({ id }) => id.split('/')[0]));
      expect(proposed.size).toBeGreaterThan(0);
      for (const gone of proposed) {
        const left = buildDirectory(
          {
            partners: knowledge.partners.filter(({ id }) => id !== gone),
            lines: knowledge.lines.filter(({ id }) => id !== gone),
          },
          places,
        );
        const { suggestions, couverture } = find(left);
        expect(suggestions.length).toBeGreaterThan(0);
        expect([...couverture.values()]).not.toContain('personne');
        expect(suggestions.map(({ id }) => id.split('/')[0])).not.toContain(gone);
      }
    },
  );
});
