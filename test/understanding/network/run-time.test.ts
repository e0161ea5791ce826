import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const DIST = join(__dirname, '../../../dist/src');

/** Runs a script in its own process, against the built code, and reads the JSON it prints. */
function inChild(script: string): unknown {
  const output = execFileSync(process.execPath, ['--expose-gc', '-e', script], {
    cwd: DIST,
    encoding: 'utf8',
  });
  return JSON.parse(output);
}

test('given the server and all it reads at start, when they are loaded, then node-nlp, xlsx and lang-all are not', () => {
  const loaded = inChild(`
    require('./server.js');
    const { assemble } = require('./cli/assemble.js');
    const { readConfig } = require('./config.js');
    const { understanding } = assemble(readConfig({}));
    understanding.redFlags(understanding.prepare('mon mari me frappe'));
    const names = Object.keys(require.cache).map((file) => file.split('node_modules').at(-1));
    console.log(JSON.stringify(names.filter((name) => /node-nlp|nlpjs|xlsx/.test(name))));
  `);
  expect(loaded).toEqual([]);
});

test('given 10,000 messages that were read, when the heap is searched, then not one of their words is left', () => {
  const found = inChild(`
    const { assemble } = require('./cli/assemble.js');
    const { readConfig } = require('./config.js');
    const { getHeapSnapshot } = require('node:v8');
    const { understanding } = assemble(readConfig({}));
    const canary = ['zq', 'wx'].join('kv');
    const messages = (index) => 'il me frappe ' + canary + index.toString(36) + ' je veux mourir à lille';
    async function read(text) {
      const prepared = understanding.prepare(text);
      understanding.redFlags(prepared);
      await understanding.understand(prepared);
    }
    (async () => {
      for (let index = 0; index < 10000; index++) await read(messages(index));
      // RegExp keeps the last text it matched: other messages push it out.
      for (let index = 0; index < 50; index++) await read('bonjour, quelle heure est-il ? 12 rue a@b.fr');
      global.gc();
      let left = 0;
      let tail = '';
      for await (const chunk of getHeapSnapshot()) {
        const text = tail + chunk;
        left += text.split(canary + 'a').length + text.split(canary + '1').length - 2;
        tail = text.slice(-12);
      }
      console.log(JSON.stringify(left));
    })();
  `);
  expect(found).toBe(0);
}, 60_000);
