import { CSS } from '../../view/style.ts';
import { type Setting, styleHash } from './site-settings.ts';

/** The page's policy: its own styles by their hashes, its script and icon, its forms and server; no frame, nothing else. */
export function pageCsp({ colours, ancestors }: Pick<Setting, 'colours' | 'ancestors'>): string {
  return [
    "default-src 'none'",
    `style-src ${[CSS, colours].filter(Boolean).map(styleHash).join(' ')}`,
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
