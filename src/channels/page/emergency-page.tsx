import { render } from 'preact-render-to-string';
import { Standing } from '../../view/emergency.tsx';
import { Document } from '../../view/page.tsx';
import { CSS } from '../../view/style.ts';
import { wordsOf } from '../../view/words.ts';
import type { PageOptions } from './page.tsx';
import { PAGE_CSP } from './policy.ts';
import { welcomeOf } from './welcome.ts';

/** The emergency page, built once from knowledge/lines: it is then served whatever fails. */
export function emergencyPage(options: Pick<PageOptions, 'bot' | 'texts' | 'exitTarget' | 'script'>): {
  html: string;
  csp: string;
} {
  const words = wordsOf('fr', options.texts.get('fr') ?? new Map());
  const { urgence } = welcomeOf(options.bot);
  const page = (
    <Document words={words} css={CSS} exitTarget={options.exitTarget} script={options.script}>
      <main>
        <h1>{words.titre}</h1>
        <Standing reply={urgence} words={words} />
        <p>
          <a class="way" href="/">
            {words.continuer}
          </a>
        </p>
      </main>
    </Document>
  );
  return { html: `<!doctype html>${render(page)}`, csp: PAGE_CSP };
}
