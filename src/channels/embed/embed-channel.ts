/** What partners' sites load, and the page that tells their webmasters how. */
import type { Site } from '../../knowledge/schema/site.ts';
import type { Channel } from '../http/route.ts';
import { remade } from '../remade.ts';
import { type EmbedOptions, embedScript } from './embed-script.ts';
import { integrationPage } from './integration-page.tsx';

/** What it is made of: the sites may change. */
interface EmbedChannelOptions extends Omit<EmbedOptions, 'sites'> {
  /** The address of the page's own script. */
  readonly script: string;
  readonly sites: () => readonly Site[];
}

/** The embedding's part of the server; all of it is made once, and again when the sites change. */
export function embedChannel(options: EmbedChannelOptions): Channel {
  const script = remade(options.sites, (sites) => embedScript({ ...options, sites }));
  const page = remade(options.sites, (sites) => integrationPage({ ...options, sites }));
  return {
    routes: [
      {
        id: 'static',
        method: 'GET',
        path: '/embed.js',
        handler: () => ({
          status: 200,
          contentType: 'text/javascript; charset=utf-8',
          body: script(),
          // Any page may load it: a site that is not registered is told so by the frame.
          headers: { 'cross-origin-resource-policy': 'cross-origin' },
        }),
      },
      {
        id: 'static',
        method: 'GET',
        path: '/integration',
        csp: () => page().csp,
        handler: () => ({ status: 200, contentType: 'text/html; charset=utf-8', body: page().html }),
      },
    ],
  };
}
