import { createHash } from 'node:crypto';
import type { Site } from '../../knowledge/schema/site.ts';
import { remade } from '../remade.ts';

/** Where it is said who publishes. */
export const ABOUT_PATH = '/a-propos';

/** What a person who comes by a site sees: its choices where it has some, the assistant's own elsewhere. */
export interface Setting {
  /** Null for the assistant's own page, and for an unknown site: its link works like the page's own. */
  readonly site: string | null;
  readonly langue: 'fr' | 'en';
  /** A second style, of the site's colours; empty when it has none. */
  readonly colours: string;
  /** Null: the assistant's own, neutral. */
  readonly titre: string | null;
  readonly exitTarget: string;
  /** Who may frame the page, as Content-Security-Policy says it. */
  readonly ancestors: string;
}

/** What of a request tells which site it comes by. */
export interface Asked {
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Finds the setting of a request. An unknown site may be framed by nobody; one not active, by ourselves alone. */
export function createSettings(sites: () => readonly Site[], exitTarget: string): (asked: Asked) => Setting {
  const own = ownSetting(exitTarget);
  const known = remade(sites, (all) => new Map(all.map((site) => [site.id, settingOf(site, own)])));
  return ({ query }) => known().get(query.get('site') ?? '') ?? own;
}

/** What the assistant's own page shows. */
export const ownSetting = (exitTarget: string): Setting => ({
  site: null,
  langue: 'fr',
  colours: '',
  titre: null,
  exitTarget,
  ancestors: "'none'",
});

/** A page of ours for those who come by a site: its address keeps the site. */
export function addressFor(
  path: string,
  { site }: Pick<Setting, 'site'>,
  more: Record<string, string> = {},
): string {
  const query = new URLSearchParams({ ...more, ...(site === null ? {} : { site }) }).toString();
  return query === '' ? path : `${path}?${query}`;
}

function settingOf(site: Site, own: Setting): Setting {
  const { id, actif, origines, langue, couleurs, titre, sortie } = site;
  return {
    site: actif ? id : null,
    langue,
    colours: coloursOf(couleurs),
    titre,
    exitTarget: sortie ?? own.exitTarget,
    ancestors: actif ? origines.join(' ') || "'none'" : "'self'",
  };
}

/** What is urgent keeps its own colours, whatever the site's are. */
const URGENT = '.alert{--ink:#1c2230;--soft:#434b5c;--card:#fff;color:var(--ink)}';

/** The site's colours, where the person did not ask for a dark page: there ours are known to be readable. */
function coloursOf(couleurs: Site['couleurs']): string {
  if (couleurs === null) return '';
  const { fond, texte, accent } = couleurs;
  const own = `:root{--paper:${fond};--card:${fond};--ink:${texte};--soft:${texte};--tint:${fond};--line:${accent};--accent:${accent};--on:${fond}}`;
  return `@media(prefers-color-scheme:light){${own}${URGENT}}`;
}

/**
 * Whether a browser says that it asks for a frame of another site's page. Such a frame of a site that is not
 * registered is told so: the browser would only say that the connection was refused.
 */
export function isForeignFrame({ headers }: Pick<Asked, 'headers'>): boolean {
  const dest = String(headers['sec-fetch-dest'] ?? '');
  return ['iframe', 'frame', 'embed', 'object'].includes(dest) && headers['sec-fetch-site'] !== 'same-origin';
}

/** The hash by which a policy allows one inline style. */
export function styleHash(css: string): string {
  return `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
}
