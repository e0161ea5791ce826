import { cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { assemble } from '../../src/cli/assemble.ts';
import { readConfig } from '../../src/config.ts';
import { newFolder } from '../fixtures/knowledge-folder.ts';

const KNOWLEDGE = path.join(__dirname, '..', '..', 'knowledge');

describe('E9: a site and the places of France', () => {
  let folder = '';
  beforeEach(() => {
    folder = newFolder('zones');
    cpSync(KNOWLEDGE, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const withZone = (zone: string) => {
    writeFileSync(
      path.join(folder, 'sites', 'mairie.yaml'),
      `id: mairie\nactif: true\norigines: []\nzone: "${zone}"\n`,
    );
    return assemble(readConfig({ KNOWLEDGE_DIR: folder }));
  };

  test('E9: given a zone that is no place, when everything is assembled, then the start is refused and the file is named', () => {
    expect(() => withZone('59999')).toThrow(/sites\/mairie\.yaml/);
  });

  test.each(['59350', '59', '200093201'])(
    'given the zone %s, when everything is assembled, then the site has it',
    (zone) => {
      expect(withZone(zone).world.zones?.get('mairie')).toBe(zone);
    },
  );
});
