import path from 'node:path';
import { REGLES, STATIQUE } from '../../dialogs/emergency.ts';
import { BESOINS, type BesoinId } from '../../knowledge/vocabulary/besoins.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { parseHours } from '../../src/matching/parse-hours.ts';

const { partners, lines } = loadKnowledge(path.join(__dirname, '..', '..', 'knowledge'));
const all = [...partners, ...lines];
const services = all.flatMap((record) => record.services.map((service) => ({ ...service, of: record })));
const proposable = partners.filter(
  ({ statut, role, services: own, generique }) =>
    (statut === 'actif' || statut === 'renomme') && role === 'orientation' && own.length > 0 && !generique,
);

describe('the records', () => {
  test('given the first territories, when counted, then there are at least 40 organisations, 20 with a usable contact', () => {
    const usable = proposable.filter(({ services: own }) =>
      own.some((s) => s.contacts.length > 0 || s.adresse),
    );
    expect(proposable.length).toBeGreaterThanOrEqual(40);
    expect(usable.length).toBeGreaterThanOrEqual(20);
  });

  test.each([
    ['CIDFF de l’Isère', 'ferme'],
    ['Passible', 'ferme'],
    ['Génépi', 'ferme'],
  ])(
    'given %s, when it is looked for by name, then it is kept with its status %s and no service',
    (name, statut) => {
      const fold = (text: string) =>
        text
          .normalize('NFD')
          .replace(/[\u0300-\u036f’']/g, '')
          .toLowerCase();
      const found = partners.filter(({ nom, noms_alternatifs }) =>
        [nom, ...noms_alternatifs].some((n) => fold(n) === fold(name)),
      );
      expect(found.map((record) => [record.statut, record.services.length])).toEqual([[statut, 0]]);
    },
  );

  test('given the emergency rules, when their lines are looked up, then each exists and is proposable', () => {
    const ids = new Set(
      lines.flatMap((record) =>
        record.statut === 'actif' ? record.services.map((s) => `${record.id}/${s.id}`) : [],
      ),
    );
    const wanted = [...STATIQUE, ...REGLES.flatMap(({ lignes }) => lignes)];
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('D7: given 114, when its channels are read, then it is written to and never called', () => {
    const channels = services.flatMap(({ contacts }) =>
      contacts.filter(({ valeur }) => valeur === '114').map(({ canal }) => canal),
    );
    expect(new Set(channels)).toEqual(new Set(['sms']));
  });

  test('D11: given banned numbers, when everything is searched, then they appear nowhere', () => {
    const numbers = services.flatMap(({ contacts }) =>
      contacts.map(({ valeur }) => valeur.replaceAll(' ', '')),
    );
    for (const banned of ['3977', '3020', '0800202223', '0952127697', '0800359359', '0681921458', '112112']) {
      expect(numbers).not.toContain(banned);
    }
  });

  test('D15: given lodging, when its record is read, then it has no street and its door is named', () => {
    const shelters = services.filter(({ type, of }) => type === 'hebergement' && !of.generique);
    expect(shelters.length).toBeGreaterThan(0);
    for (const { adresse, acces_via, of } of shelters) {
      expect([of.id, adresse, Boolean(acces_via ?? of.acces_via)]).toEqual([of.id, null, true]);
    }
  });

  test('given a lodging that is not kept for minors, when its record is read, then it is for adults', () => {
    const open = services.filter(
      ({ type, publics, age_min }) => type === 'hebergement' && !publics.includes('mineur') && age_min !== 18,
    );
    expect(open.map(({ of, id }) => `${of.id}/${id}`)).toEqual([]);
  });

  test('given who receives the families of people in prison, when their zone is read, then it lists whole departments', () => {
    const families = services.filter(
      ({ besoins, publics }) => besoins.includes('prison') && publics.includes('proche-detenu'),
    );
    expect(families.length).toBeGreaterThan(3);
    for (const { of, zone_eligibilite } of families) {
      expect([of.id, zone_eligibilite.filter((code) => code !== 'france' && code.length > 3)]).toEqual([
        of.id,
        [],
      ]);
    }
  });

  test('given the kinds of service, when records are read, then groups where people talk are some of them', () => {
    expect(services.some(({ type }) => type === 'groupe-de-parole')).toBe(true);
  });

  test('given hours in any record, when read, then all are within the subset that is read', () => {
    const hours = services
      .flatMap((s) => [s.horaires_accueil, ...s.contacts.map((c) => c.horaires)])
      .filter((h) => h !== null);
    expect(hours.filter((h) => parseHours(h) === null)).toEqual([]);
  });

  test.each(Object.keys(BESOINS).filter((id) => id !== 'appui-professionnel') as BesoinId[])(
    'given the need %s, when nothing nearer is known, then generic services of all of France cover it for adults and for minors',
    (need) => {
      const covering = partners
        .filter((record) => record.generique && record.role === 'orientation')
        .flatMap((record) => record.services)
        .filter(
          (s) => s.besoins.includes(need) && s.zone_eligibilite.includes('france') && s.signaux.length === 0,
        );
      const open = covering.filter((s) => s.accueil !== 'exclusif');
      const forMinors = covering.filter((s) => s.accueil === 'exclusif' && s.publics.includes('mineur'));
      expect(open.length).toBeGreaterThan(0);
      expect([...open, ...forMinors].some((s) => (s.age_min ?? 0) < 18)).toBe(true);
    },
  );

  test('given a last source before 2023, or none dated, when the record says how sure it is, then it never says « haute »', () => {
    const wrong = partners.filter(({ confiance, sources, verifie_le }) => {
      const last =
        sources
          .map(({ date }) => date ?? '')
          .sort()
          .at(-1) ?? '';
      return confiance === 'haute' && verifie_le === null && last !== '' && last < '2023';
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
