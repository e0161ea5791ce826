/** What partners' sites load, and the page that tells their webmasters how. */
import type { Channel } from '../http/route.ts';
import { type EmbedOptions, embedScript } from './embed-script.ts';
import { integrationPage } from './integration-page.tsx';

/** The embedding's part of the server; all of it is made once. */
export function embedChannel(options: EmbedOptions): Channel {
  const script = embedScript(options);
  const { html, csp } = integrationPage(options);
  return {
    routes: [
      {
        id: 'static',
        method: 'GET',
        path: '/embed.js',
        handler: () => ({
          status: 200,
          contentType: 'text/javascript; charset=utf-8',
          body: script,
          // Any page may load it: a site that is not registered is told so by the frame.
          headers: { 'cross-origin-resource-policy': 'cross-origin' },
        }),
      },
      {
        id: 'static',
        method: 'GET',
        path: '/integration',
        csp,
        handler: () => ({ status: 200, contentType: 'text/html; charset=utf-8', body: html }),
      },
    ],
  };
}
