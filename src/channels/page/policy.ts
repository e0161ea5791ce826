import { CSS } from '../../view/style.ts';
import { type Setting, styleHash } from './site-settings.ts';

const OWN_STYLE = styleHash(CSS);

/** The page's policy: its own styles by their hashes, its script and icon, its forms and server; no frame, nothing else. */
export function pageCsp({ colours, ancestors }: Pick<Setting, 'colours' | 'ancestors'>): string {
  return [
    "default-src 'none'",
    `style-src ${colours ? `${OWN_STYLE} ${styleHash(colours)}` : OWN_STYLE}`,
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}

/** The policy of a page that nobody may frame. */
export const PAGE_CSP = pageCsp({ colours: '', ancestors: "'none'" });
