import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../src/config.ts';

describe('the configuration', () => {
  test('given nothing, when it is read, then it runs alone on this machine', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3978,
      publicOrigin: 'http://127.0.0.1:3978',
    });
  });

  test('given an empty variable, when it is read, then it is unset', () => {
    expect(readConfig({ PORT: '', SESSION_KEY: '' }).port).toBe(3978);
  });

  test.each([
    ['PORT', '70000'],
    ['PUBLIC_ORIGIN', 'mon-domaine'],
    ['DIRECT_LINE_SECRET', 'short'],
    ['SESSION_KEY', 'short'],
    ['TRUSTED_PROXY', '-1'],
    ['EXIT_TARGET', 'http://exemple.fr'],
  ])(
    'B12: given %s set to %s, when it is read, then it is refused by name and its value is not shown',
    (name, value) => {
      const read = () => readConfig({ [name]: value });
      expect(read).toThrow(name);
      expect(read).not.toThrow(value);
    },
  );

  test('given the variables of the design, when the example file is read, then each stands in it', () => {
    const example = readFileSync(path.join(__dirname, '..', '.env.example'), 'utf8');
    const names = [
      'HOST',
      'PORT',
      'PUBLIC_ORIGIN',
      'KNOWLEDGE_DIR',
      'IMPORT_SNAPSHOT',
      'REDIS_URL',
      'DIRECT_LINE_SECRET',
      'SESSION_KEY',
      'TRUSTED_PROXY',
      'FIGURES_DIR',
      'REPORTS_DIR',
      'PUBLISHER_NAME',
      'PUBLISHER_CONTACT',
      'ACCESS_CODES',
      'METRICS_TOKEN',
      'TEAMS_TENANTS',
      'SERVICE_URL_HOSTS',
      'DEV_ANONYMOUS',
      'EXIT_TARGET',
      'MicrosoftAppId',
      'MicrosoftAppPassword',
      'MicrosoftAppType',
      'MicrosoftAppTenantId',
    ];
    expect(names.filter((name) => !new RegExp(`^${name}=`, 'm').test(example))).toEqual([]);
  });
});
