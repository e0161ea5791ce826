import { createHash } from 'node:crypto';
import { phoneDigits, printedPhone } from '../../../src/knowledge/exchange/keys.ts';
import { findOverlaps } from '../../../src/knowledge/exchange/overlap.ts';
import { createImported } from '../../../src/matching/imported/layer.ts';
import { importRecords, PLACES, service, structure } from '../../fixtures/imported.ts';
import { org } from '../../fixtures/toy.ts';

const SIRET = '12345678901234';
const PHONE = '03 20 11 22 33';
const phone = (valeur: string) => ({ contacts: [{ canal: 'telephone', valeur }] });
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const why = { motif: 'Double d’un lieu caché.', depuis: '2026-11-01' };

const found = (
  records: Record<string, unknown>[],
  curated: ReturnType<typeof org>[],
  refus: object[] = [],
) => {
  const { columns } = importRecords(records);
  const { overlaps, left } = findOverlaps(columns, curated, { refus } as never);
  return {
    how: overlaps.map(({ organisation, par }) => [organisation, par]),
    kept: createImported(columns, PLACES, left),
  };
};
const one = (fields: object) => [structure('x', fields as never), service('x')];

describe('imported and curated', () => {
  test.each([
    ['its SIRET', one({ siret: SIRET }), org('a', {}, { siret: SIRET }), 'siret'],
    [
      'its number, written otherwise',
      one({ telephone: '+33320112233' }),
      org('a', phone(PHONE)),
      'telephone',
    ],
    [
      'the number of its service',
      [structure('x', { telephone: null }), service('x', { telephone: PHONE })],
      org('a', phone(PHONE)),
      'telephone',
    ],
    [
      'its name and commune',
      one({ nom: 'ORGANISATION  « À »' }),
      org('a', { code_insee: '59350' }, { nom: 'Organisation à' }),
      'nom-commune',
    ],
    [
      'its other name',
      one({ nom: 'Ancien Nom' }),
      org('a', { zone_eligibilite: ['59350'] }, { noms_alternatifs: ['ancien nom'] }),
      'nom-commune',
    ],
  ] as const)(
    'given %s in common, when compared, then they are one, and the curated one stays',
    (_, records, curated, par) => {
      const { how } = found([...records], [curated]);
      expect(how).toEqual([['a', par]]);
    },
  );

  test.each([
    ['a short number', one({ telephone: '3919' }), org('a', phone('3919'))],
    [
      'the beginning of a name',
      one({ nom: 'Accueil | Maison A' }),
      org('a', { code_insee: '59350' }, { nom: 'Accueil' }),
    ],
    ['a name in another commune', one({ nom: 'Organisation a' }), org('a', { code_insee: '38185' })],
    [
      'a kind of service that exists everywhere',
      one({ telephone: PHONE }),
      org('a', phone(PHONE), { generique: true }),
    ],
  ])('given %s in common, when compared, then they are two', (_, records, curated) => {
    expect(found(records, [curated]).how).toEqual([]);
  });

  test('given a switchboard shared by many, when compared, then it recognises nobody, unless a hidden place has it', () => {
    const shared = ['p', 'q', 'r', 's'].flatMap((id) => [structure(id, { telephone: PHONE }), service(id)]);
    expect(found(shared, [org('a', phone(PHONE))]).how).toEqual([]);
    expect(found(shared, [org('a', phone(PHONE), { confidentialite: 'telephone-seul' })]).how).toHaveLength(
      4,
    );
  });

  test.each([
    ['SIRET', { siret: SIRET, ...why }, one({ siret: SIRET })],
    ['hashed number', { telephone_sha256: sha256('0320112233'), ...why }, one({ telephone: PHONE })],
    [
      'name written short',
      { nom: 'Foyer Sainte-Marie', commune: '59350', ...why },
      one({ nom: 'FOYER STE MARIE' }),
    ],
    [
      'name, and commune of a service',
      { nom: 'Maison cachée', commune: '59350', ...why },
      [
        structure('x', { nom: 'Maison cachée', code_insee: null }),
        service('x', { id: 'test--s-w' }),
        service('x', { code_insee: '59350' }),
      ],
    ],
    ['name and commune', { nom: 'Maison cachée', commune: '59350', ...why }, one({ nom: 'Maison  Cachée' })],
  ])('given a %s of the deny-list, when imported, then the structure is taken out', (_, refused, records) => {
    const { how, kept } = found(records, [], [refused]);
    expect(how).toEqual([[null, expect.any(String)]]);
    expect(kept.get(kept.entryAt(0).id)).toBeUndefined();
  });

  test.each([
    ['+33 3 20 11 22 33', '03 20 11 22 33'],
    ['0033320112233', '03 20 11 22 33'],
    ['+262262123456', '02 62 12 34 56'],
    ['116 006', '116 006'],
    ['39 19', '3919'],
    ['voir le site', null],
    ['+32 2 123 45 67', null],
  ])('given the number « %s », when read, then it is printed « %s »', (typed, printed) => {
    const digits = phoneDigits(typed);
    expect(digits && printedPhone(digits)).toBe(printed);
  });
});
