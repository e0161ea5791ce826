import { randomBytes } from 'node:crypto';
import { render } from 'preact-render-to-string';
import type { TextLanguage } from '../../../dialogs/languages.ts';
import type { ReplyResolved } from '../../conversation/resolved.ts';
import { Page } from '../../view/page.tsx';
import { CSS } from '../../view/style.ts';
import { type Words, wordsOf } from '../../view/words.ts';
import type { RouteResponse } from '../http/route.ts';
import type { PageOptions } from './page.tsx';
import { PRIVACY_PATH } from './privacy-page.tsx';
import { ABOUT_PATH, addressFor, ownSetting, type Setting } from './site-settings.ts';
import { type Urgence, welcomeOf } from './welcome.ts';

/** The options of the page, and the setting of the request under way. */
export type Parts = PageOptions & { readonly setting: Setting };

/** The words of a language, under the title of the site. */
export function words({ texts, setting }: Parts, langue: TextLanguage): Words {
  const all = wordsOf(langue, texts.get(langue) ?? new Map());
  return setting.titre === null ? all : { ...all, titre: setting.titre };
}

/** The page of someone who has said nothing yet, or nothing that can be gone on with. */
export function first(options: Parts, note: readonly ReplyResolved[] = []): RouteResponse {
  const { langue } = options.setting;
  const { urgence, replies } = welcomeOf(options.bot, langue);
  const body = show(options, {
    urgence,
    replies: [...note, ...replies],
    token: null,
    answered: note.length > 0,
    langue,
  });
  return { ...html(body), compressible: true };
}

/** Of every page. */
export const HTML = 'text/html; charset=utf-8';

/** A whole page. */
export function show(
  options: Parts,
  state: {
    urgence: Urgence;
    replies: readonly ReplyResolved[];
    token: string | null;
    answered: boolean;
    langue?: TextLanguage;
  },
): string {
  const page = (
    <Page
      words={words(options, state.langue ?? 'fr')}
      css={CSS}
      colours={options.setting.colours}
      exitTarget={options.setting.exitTarget}
      script={options.script}
      privacy={addressFor(PRIVACY_PATH, options.setting, { langue: state.langue ?? 'fr' })}
      about={addressFor(ABOUT_PATH, options.setting)}
      urgence={state.urgence}
      replies={state.replies}
      token={state.token}
      nonce={randomBytes(12).toString('base64url')}
      answered={state.answered}
    />
  );
  return `<!doctype html>${render(page)}`;
}

/** A page that is answered. */
export const html = (body: string): RouteResponse => ({ status: 200, contentType: HTML, body });

/** The page of an error: it must not depend on what failed. */
export function problemPage(options: PageOptions): string {
  const parts = { ...options, setting: ownSetting(options.exitTarget) };
  const { urgence } = welcomeOf(options.bot);
  const replies: ReplyResolved[] = [{ type: 'message', texte: words(parts, 'fr').erreur }];
  return show(parts, { urgence, replies, token: null, answered: true });
}
