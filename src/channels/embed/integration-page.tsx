import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { TextLanguage } from '../../../dialogs/languages.ts';
import type { TextKey } from '../../../dialogs/text-keys.ts';
import type { Site } from '../../knowledge/schema/site.ts';
import { Document } from '../../view/page.tsx';
import { CSS } from '../../view/style.ts';
import { wordsOf } from '../../view/words.ts';
import { styleHash } from '../page/site-settings.ts';
import { snippetsOf } from './snippets.ts';

/** What the page for webmasters is made of. */
export interface IntegrationOptions {
  readonly publicOrigin: string;
  readonly exitTarget: string;
  readonly script: string;
  readonly sites: readonly Site[];
  readonly texts: ReadonlyMap<TextLanguage, ReadonlyMap<TextKey, string>>;
}

/** Shows its code whole on a small screen, and nothing more than the page's own design. */
const OWN_CSS =
  'pre{padding:.75rem;border:1px solid var(--line);border-radius:.5rem;background:var(--card);font:.875rem/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere;user-select:all}noscript iframe{width:100%;height:46rem;border:1px solid var(--line)}';

/** The page for webmasters: three snippets, the rule of a strict site, what to be careful of, and the frame itself. */
export function integrationPage(options: IntegrationOptions): {
  readonly html: string;
  readonly csp: string;
} {
  const texts: ReadonlyMap<TextKey, string> = options.texts.get('fr') ?? new Map();
  const page = (
    <Document
      words={wordsOf('fr', texts)}
      css={CSS}
      colours={OWN_CSS}
      exitTarget={options.exitTarget}
      script={options.script}
    >
      <Content {...options} say={(key) => texts.get(key) ?? ''} />
    </Document>
  );
  const csp = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styleHash(CSS)} ${styleHash(OWN_CSS)}`,
    "img-src 'self'",
    "frame-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return { html: `<!doctype html>${render(page)}`, csp };
}

function Content(props: IntegrationOptions & { readonly say: (key: TextKey) => string }) {
  const { say, publicOrigin, sites } = props;
  // A site that is not active shows the frame here and nowhere else.
  const example = sites.find(({ actif }) => !actif)?.id ?? '';
  const snippets = snippetsOf({
    origin: publicOrigin,
    site: example,
    titre: say('page.titre'),
    secours: say('integration.secours'),
  });
  return (
    <main>
      <h1>{say('integration.titre')}</h1>
      <p>{say('integration.intro')}</p>
      <p>{say('integration.inscrire')}</p>
      <p>{say('integration.remplacer').replace('{site}', example)}</p>
      <Way
        title={say('integration.script-titre')}
        code={snippets.script}
        notes={[say('integration.script-note')]}
      />
      <Way
        title={say('integration.cadre-titre')}
        code={snippets.frame}
        notes={[say('integration.cadre-note'), say('integration.sandbox-note')]}
      />
      <Way
        title={say('integration.lien-titre')}
        code={snippets.link}
        notes={[say('integration.lien-note')]}
      />
      <Part title={say('integration.secours-titre')}>
        <p class="note">{say('integration.secours')}</p>
        <p>{say('integration.secours-note')}</p>
      </Part>
      <Part title={say('integration.traces-titre')}>
        <p class="note">{say('integration.traces')}</p>
        <p>{say('integration.traces-nom')}</p>
        <p>{say('integration.couvrir')}</p>
      </Part>
      <Way title={say('integration.csp-titre')} code={snippets.csp} notes={[say('integration.csp-note')]} />
      <Part title={say('integration.apercu-titre')}>
        <p>{say('integration.apercu')}</p>
        <script src="/embed.js" data-site={example} async />
        <noscript>
          <iframe src={`/?site=${example}`} title={say('page.titre')} />
        </noscript>
      </Part>
      <p>
        {say('integration.webchat')} <code>{`${publicOrigin}/v3/directline`}</code>
      </p>
    </main>
  );
}

function Way(props: { readonly title: string; readonly code: string; readonly notes: readonly string[] }) {
  return (
    <Part title={props.title}>
      {props.notes.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <pre>
        <code>{props.code}</code>
      </pre>
    </Part>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
