import path from 'node:path';
import { calendar } from '../../src/cli/calendar.ts';
import { loadCuratorTexts } from '../../src/knowledge/load-texts.ts';
import { knowledgeFolder, TODAY, VALID } from '../fixtures/knowledge-folder.ts';

const texts = loadCuratorTexts(path.join(__dirname, '..', '..', 'dialogs', 'texts'));
let kept: ReturnType<typeof knowledgeFolder>;
beforeEach(() => {
  kept = knowledgeFolder();
});
afterEach(() => kept.remove());

function run(print: boolean, publisherName?: string) {
  let text = '';
  const config = { knowledgeDir: kept.folder, publisherName };
  const code = calendar(config, texts, TODAY, {
    print,
    out: (part) => {
      text += part;
    },
  });
  return { code, text };
}
const record = (id: string, verified: string) =>
  VALID.replace('id: a', `id: ${id}`).replace('"2026-11-01"', verified === 'null' ? 'null' : `"${verified}"`);

describe('D11: knowledge calendar', () => {
  test.each([
    ['a record of 180 days', 'partners/nord/a.yaml', '2026-05-28', 0],
    ['a record of 181 days', 'partners/nord/a.yaml', '2026-05-27', 1],
    ['a line of 90 days', 'lines/a.yaml', '2026-08-26', 0],
    ['a line of 91 days', 'lines/a.yaml', '2026-08-25', 1],
    ['a record never verified', 'partners/nord/a.yaml', 'null', 1],
  ])('given %s, when the job runs, then it exits %s as it must', (_, file, verified, code) => {
    kept.put(file, record('a', verified));
    expect(run(false).code).toBe(code);
    expect(run(true).code).toBe(0);
  });

  test('given a closed record never verified, when the job runs, then nobody has to call it', () => {
    kept.put('partners/nord/a.yaml', record('a', 'null').replace('actif', 'ferme'));
    expect(run(false)).toEqual({ code: 0, text: '' });
  });

  test('given several dates, when listed, then the latest to verify come first, never verified before all', () => {
    kept.put('partners/nord/a.yaml', record('a', '2026-06-10'));
    kept.put('partners/nord/b.yaml', record('b', 'null'));
    kept.put('lines/c.yaml', record('c', '2026-08-01'));
    const lines = run(false)
      .text.trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id, jours_restants, en_retard }) => [id, jours_restants, en_retard])).toEqual([
      ['b', null, true],
      ['c', -25, true],
      ['a', 13, false],
    ]);
  });

  test('given a service verified long before its organisation, when listed, then the oldest date counts', () => {
    kept.put('partners/nord/a.yaml', `${record('a', '2026-11-01')}    verifie_le: "2026-01-01"\n`);
    expect(run(false).code).toBe(1);
  });

  test('given something late, when the call list is printed, then it says what to say and has boxes to tick', () => {
    kept.put('partners/nord/a.yaml', record('a', 'null'));
    const { text } = run(true, 'Association d’essai');
    expect(text).toContain('Liste d’appels du 24/11/2026');
    expect(text).toContain('je suis bénévole de Association d’essai');
    expect(text).toContain('[ ] telephone : 03 20 00 00 01 répond');
    expect(text).toContain('[ ] Horaires : inconnus, à demander');
  });

  test('given a rescue number, when the call list is printed, then it is never to be dialled', () => {
    kept.put('lines/a.yaml', record('a', 'null').replace('03 20 00 00 01', '"115"'));
    const { text } = run(true);
    expect(text).toContain('ne le composez jamais pour vérifier');
    expect(text).not.toMatch(/répond|Bonjour/);
  });

  test('D15: given a hidden place, when the call list is printed, then it says never to ask its address', () => {
    kept.put(
      'partners/nord/a.yaml',
      record('a', 'null').replace('confiance:', 'confidentialite: adresse-masquee\nconfiance:'),
    );
    expect(run(true).text).toContain('ne demandez pas l’adresse');
  });

  test('given nothing late, when the call list is printed, then it says so', () => {
    kept.put('partners/nord/a.yaml', record('a', '2026-11-01'));
    expect(run(true).text).toContain('Rien à vérifier');
  });
});
