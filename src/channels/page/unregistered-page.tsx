import { render } from 'preact-render-to-string';
import type { TextKey } from '../../../dialogs/text-keys.ts';
import { Standing } from '../../view/emergency.tsx';
import { Document } from '../../view/page.tsx';
import { CSS } from '../../view/style.ts';
import { wordsOf } from '../../view/words.ts';
import type { RouteResponse } from '../http/route.ts';
import type { PageOptions } from './page.tsx';
import { styleHash } from './site-settings.ts';
import { welcomeOf } from './welcome.ts';

/**
 * What a frame shows on a site that is not registered: the emergency lines, and a link to the page itself. It holds
 * no conversation, no form and no token, so that whoever frames it gets nothing.
 */
export function unregisteredPage(options: Pick<PageOptions, 'bot' | 'texts' | 'exitTarget' | 'script'>): {
  readonly csp: string;
  readonly response: RouteResponse;
} {
  const texts: ReadonlyMap<TextKey, string> = options.texts.get('fr') ?? new Map();
  const words = wordsOf('fr', texts);
  const { urgence } = welcomeOf(options.bot);
  const page = (
    <Document words={words} css={CSS} exitTarget={options.exitTarget} script={options.script}>
      <Standing reply={urgence} words={words} short />
      <main>
        <h1>{words.titre}</h1>
        <p class="note">{texts.get('integration.non-inscrit')}</p>
        <p>
          <a class="open" href="/" target="_top" rel="noreferrer">
            {texts.get('integration.ouvrir')}
          </a>
        </p>
      </main>
    </Document>
  );
  const csp = [
    "default-src 'none'",
    `style-src ${styleHash(CSS)}`,
    "script-src 'self'",
    "img-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    'frame-ancestors *',
  ].join('; ');
  const body = `<!doctype html>${render(page)}`;
  return { csp, response: { status: 200, contentType: 'text/html; charset=utf-8', body } };
}
