import { existsSync } from 'node:fs';
import { type BrowserServer, chromium } from 'playwright-core';

/** Where Chromium is: `CHROMIUM`, or Debian's own place.
 *  @throws when there is none: a browser test that is skipped proves nothing */
function executablePath(): string {
  const path = process.env.CHROMIUM || '/usr/bin/chromium';
  if (existsSync(path)) return path;
  throw new Error(
    'No Chromium: install it (apt-get install -y --no-install-recommends chromium), or set CHROMIUM to its path.',
  );
}

/** Starts Chromium with the isolation of sites that people have, and without any call of its own to the network. */
export function launchChromium(): Promise<BrowserServer> {
  return chromium.launchServer({
    executablePath: executablePath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    // People have a back-forward cache: what « Back » shows depends on it.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
}
