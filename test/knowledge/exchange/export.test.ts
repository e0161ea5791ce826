import { readFileSync } from 'node:fs';
import path from 'node:path';
import type Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { toDataInclusion } from '../../../src/knowledge/exchange/export-data-inclusion.ts';
import { toHsds, uuidOf } from '../../../src/knowledge/exchange/export-hsds.ts';
import { exportedEntries, isHidden } from '../../../src/knowledge/exchange/exported.ts';
import { importRecords } from '../../fixtures/imported.ts';
import { product } from '../../fixtures/product.ts';
import { directory, line, org } from '../../fixtures/toy.ts';

const TODAY = '2026-11-24';
const fixture = (...parts: string[]) =>
  JSON.parse(readFileSync(path.join(__dirname, '..', '..', 'fixtures', ...parts), 'utf8'));
const HIDDEN_STREET = '17 rue Cachée';
const hidden = org('cache', {}, { confidentialite: 'adresse-masquee', siret: '12345678901234' });

/** What a validator says of each record, without those it finds right. */
function faults(schema: object, records: readonly object[]): unknown[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv as unknown as Ajv);
  const validate = ajv.compile(schema);
  return records.flatMap((record) => (validate(record) ? [] : [[record, validate.errors]])).slice(0, 3);
}

describe('the export', () => {
  test.each([
    ['structures', 'structure.json'],
    ['services', 'service.json'],
  ] as const)(
    'given our knowledge, when exported to data·inclusion, then every one of %s is valid against %s',
    (part, file) => {
      const records = toDataInclusion(product().world.directory, TODAY)[part];
      expect(records.length).toBeGreaterThan(50);
      expect(faults(fixture('data-inclusion', file), records)).toEqual([]);
    },
  );

  test('given our knowledge, when exported to HSDS 3.0, then every service is valid against its schema', () => {
    const records = toHsds(product().world.directory, TODAY);
    expect(records.length).toBeGreaterThan(50);
    expect(faults(fixture('hsds-3.0', 'service_with_definitions.json'), records)).toEqual([]);
  });

  test('given a record that breaks it, when the official schema reads it, then it says so', () => {
    const [record] = toDataInclusion(product().world.directory, TODAY).services;
    const bad = { ...record, thematiques: ['inventee'] };
    expect(faults(fixture('data-inclusion', 'service.json'), [bad])).toHaveLength(1);
  });

  test('given a hidden place, when exported, then no address, SIRET or site comes out, and that is said', () => {
    const service = { ...hidden.services[0], adresse: HIDDEN_STREET, code_insee: '59350', commune: 'Lille' };
    const made = directory([{ ...hidden, site_web: 'https://cache.example', services: [service] } as never]);
    const [record] = toDataInclusion(made, TODAY).services;
    const hsds = toHsds(made, TODAY);
    const all = JSON.stringify([toDataInclusion(made, TODAY), hsds]);
    for (const leak of ['Cachée', 'cache.example', '12345678901234', '"59350"', 'Lille']) {
      expect([leak, all.includes(leak)]).toEqual([leak, false]);
    }
    expect(record?.mobilisation_precisions).toMatch(/non publiée/);
    expect(JSON.stringify(hsds)).toContain('location_type: redacted');
  });

  test('given our knowledge, when exported, then no hidden place of ours has an address in either file', () => {
    const { directory: ours } = product().world;
    const ids = new Set(
      exportedEntries(ours)
        .filter(isHidden)
        .map(({ id }) => id),
    );
    expect(ids.size).toBeGreaterThan(0);
    const services = toDataInclusion(ours, TODAY).services.filter(({ id }) =>
      ids.has(id.replace('passerelle--', '').replace('--', '/')),
    );
    expect(services).toHaveLength(ids.size);
    for (const service of services) {
      expect([
        service.adresse,
        service.commune,
        service.code_insee,
        service.latitude,
        service.lien_mobilisation,
      ]).toEqual([null, null, null, null, null]);
    }
  });

  test('given what is for professionals’ eyes, or exists everywhere, when exported, then it stays', () => {
    const made = directory(
      [
        org('a', { visibilite: 'professionnel' }),
        org('b', {}, { generique: true }),
        org('c', {}, { role: 'financeur' }),
      ],
      [line('l')],
    );
    expect(toDataInclusion(made, TODAY).services.map(({ id }) => id)).toEqual(['passerelle--l--s']);
  });

  test('given the same id, when a uuid is made twice, then it is the same v5', () => {
    expect(uuidOf('a/s')).toBe(uuidOf('a/s'));
    expect(uuidOf('a/s')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('the round trip', () => {
  const { structures, services } = toDataInclusion(product().world.directory, TODAY);
  const { imported, problems } = importRecords([...structures, ...services] as never);
  const back = Array.from({ length: imported.size }, (_, row) => imported.entryAt(row));

  test('given our export, when imported again, then only what has no need there is refused', () => {
    expect(problems.filter(({ refus }) => refus !== 'champ').map(({ champ }) => champ)).toEqual(
      services.filter(({ thematiques }) => thematiques?.length === 0).map(() => 'thematiques'),
    );
    expect(back.length).toBe(services.filter(({ thematiques }) => thematiques?.length !== 0).length);
  });

  test('given a service with conditions or on referral, when it comes back, then both are still said', () => {
    const kept = services.filter(({ thematiques }) => thematiques?.length !== 0);
    const conditions = kept.filter(({ conditions_acces }) => conditions_acces);
    expect(conditions.length).toBeGreaterThan(10);
    const said = back.map(({ service }) => service.conditions_acces ?? '').join('\n');
    for (const { conditions_acces, id } of conditions) {
      const hiddenAgain = !said.includes((conditions_acces ?? '').replaceAll(/\s+/g, ' ').trim());
      expect([id, hiddenAgain]).toEqual([id, false]);
    }
    const referral = kept.filter(({ mobilisable_par }) => !mobilisable_par?.includes('usagers')).length;
    expect(back.filter(({ service }) => !service.mobilisable_par.includes('usagers'))).toHaveLength(referral);
  });

  test('given zones, when they come back, then they are the same', () => {
    const byName = new Map(back.map((entry) => [`${entry.organisation.nom} ${entry.service.nom}`, entry]));
    const names = new Map(structures.map(({ id, nom }) => [id, nom]));
    for (const { structure_id, nom, zone_eligibilite, thematiques } of services) {
      const entry = byName.get(`${names.get(structure_id)} ${nom}`);
      if (thematiques?.length !== 0) {
        expect([nom, entry?.service.zone_eligibilite]).toEqual([nom, [...(zone_eligibilite ?? [])].sort()]);
      }
    }
  });
});
