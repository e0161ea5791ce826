import { render } from 'preact-render-to-string';
import type { TextLanguage } from '../../../dialogs/languages.ts';
import { ENGAGEMENTS, LIMITES } from '../../../dialogs/privacy.ts';
import type { TextKey } from '../../../dialogs/text-keys.ts';
import { Standing } from '../../view/emergency.tsx';
import { Document } from '../../view/page.tsx';
import { CSS } from '../../view/style.ts';
import { wordsOf } from '../../view/words.ts';
import type { PageOptions } from './page.tsx';
import { ABOUT_PATH, addressFor, type Setting } from './site-settings.ts';
import { welcomeOf } from './welcome.ts';

/** Where it stands. */
export const PRIVACY_PATH = '/confidentialite';

/** What is kept and what cannot be hidden, each engagement with the checks whose tests hold it. */
export function privacyPage(
  { bot, texts, script }: Pick<PageOptions, 'bot' | 'texts' | 'script'>,
  setting: Setting,
  langue: TextLanguage,
): string {
  const { colours, exitTarget } = setting;
  const said: ReadonlyMap<TextKey, string> = texts.get(langue) ?? new Map();
  const say = (key: TextKey) => said.get(key) ?? '';
  const words = wordsOf(langue, said);
  const { urgence } = welcomeOf(bot, langue);
  const page = (
    <Document
      words={words}
      css={CSS}
      colours={colours}
      exitTarget={exitTarget}
      script={script}
      about={addressFor(ABOUT_PATH, setting)}
    >
      <Standing reply={urgence} words={words} short />
      <main>
        <h1>{say('vie-privee.titre')}</h1>
        <p>{say('vie-privee.intro')}</p>
        {ENGAGEMENTS.map(({ titre, lignes }) => (
          <section key={titre}>
            <h2>{say(titre)}</h2>
            <ul>
              {lignes.map(({ texte, essais }) => (
                <li key={texte}>
                  {say(texte)}{' '}
                  <span class="small">{say('vie-privee.essais').replace('{ids}', essais.join(', '))}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <section>
          <h2>{say('vie-privee.limites-titre')}</h2>
          {LIMITES.map((texte) => (
            <p key={texte}>{say(texte)}</p>
          ))}
        </section>
        <p>
          <a class="open" href={addressFor('/', setting)}>
            {words.continuer}
          </a>
        </p>
      </main>
    </Document>
  );
  return `<!doctype html>${render(page)}`;
}
