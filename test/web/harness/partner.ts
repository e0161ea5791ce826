import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of a partner's site. */
export interface PartnerPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A partner's web site: another site for the browser than the assistant's 127.0.0.1. */
export interface Partner {
  /** http://localhost:PORT */
  readonly origin: string;
  /** Replaces the page at this path. */
  readonly serve: (path: string, page: PartnerPage) => void;
  readonly stop: () => Promise<void>;
}

/** Starts a partner's site on a free port; unknown paths get 404. */
export async function startPartner(): Promise<Partner> {
  const pages = new Map<string, PartnerPage>();
  const server = createServer(({ url = '' }, response) => {
    const page = pages.get(url.split('?')[0] ?? '');
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page?.html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    serve: (path, page) => pages.set(path, page),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
