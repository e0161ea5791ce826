import { render } from 'preact-render-to-string';
import { type Phrases, say } from '../../bot/phrases.ts';
import type { World } from '../../conversation/world.ts';
import {
  FRESH_DAYS,
  FRESH_LINE_DAYS,
  isFresh,
  type Territoire,
  territories,
} from '../../matching/coverage.ts';
import type { Origine } from '../../matching/directory.ts';
import { About, type AboutSection } from '../../view/about.tsx';
import { CSS } from '../../view/style.ts';
import { wordsOf } from '../../view/words.ts';
import type { Channel, RouteResponse } from '../http/route.ts';
import type { PageOptions } from './page.tsx';
import { pageCsp } from './policy.ts';
import { ABOUT_PATH, addressFor, createSettings, type Setting } from './site-settings.ts';
import { welcomeOf } from './welcome.ts';

/** What the page « à propos » is made of. */
export interface AboutOptions
  extends Pick<PageOptions, 'bot' | 'texts' | 'exitTarget' | 'script' | 'sites' | 'now'> {
  readonly world: () => World;
  readonly publisherName: string | undefined;
  /** An e-mail or an https address. */
  readonly publisherContact: string | undefined;
}

/** The page that says who publishes, who verifies, how to be corrected, and what is covered; made at each request. */
export function aboutChannel(options: AboutOptions): Channel {
  const settingOf = createSettings(options.sites, options.exitTarget);
  return {
    routes: [
      {
        id: 'page',
        method: 'GET',
        path: ABOUT_PATH,
        csp: (asked) => pageCsp(settingOf(asked)),
        handler: (request) => about(options, settingOf(request)),
      },
    ],
  };
}

function about(options: AboutOptions, setting: Setting): RouteResponse {
  const texts = options.texts.get('fr') ?? new Map();
  const now = new Date(options.now());
  // No card is shown there.
  const phrases: Phrases = {
    langue: 'fr',
    texts,
    cards: new Map(),
    directory: options.world().directory,
    now,
  };
  const { urgence } = welcomeOf(options.bot);
  const sections = [
    publisher(options, phrases),
    verification(phrases),
    correction(phrases),
    coverage(phrases),
  ];
  const page = (
    <About
      words={wordsOf('fr', texts)}
      css={CSS}
      colours={setting.colours}
      exitTarget={setting.exitTarget}
      script={options.script}
      urgence={urgence}
      sections={sections}
      about={addressFor(ABOUT_PATH, setting)}
      retour={addressFor('/', setting)}
    />
  );
  return { status: 200, contentType: 'text/html; charset=utf-8', body: `<!doctype html>${render(page)}` };
}

function publisher(
  { publisherName: nom, publisherContact: contact }: AboutOptions,
  phrases: Phrases,
): AboutSection {
  return {
    titre: say(phrases, 'apropos.qui'),
    textes: [
      nom ? say(phrases, 'apropos.editeur', { nom }) : say(phrases, 'apropos.sans-editeur'),
      contact ? say(phrases, 'apropos.ecrire') : say(phrases, 'apropos.sans-contact'),
    ],
    lien: contact
      ? { adresse: contact.startsWith('https:') ? contact : `mailto:${contact}`, libelle: contact }
      : undefined,
  };
}

function verification(phrases: Phrases): AboutSection {
  const [fiches, lignes] = [freshness(phrases, ['partenaire', 'generique']), freshness(phrases, ['ligne'])];
  return {
    titre: say(phrases, 'apropos.verifie'),
    textes: [
      say(phrases, 'apropos.relire'),
      say(phrases, 'apropos.rythme', { lignes: String(FRESH_LINE_DAYS), fiches: String(FRESH_DAYS) }),
      say(phrases, 'apropos.ancien'),
      say(phrases, 'apropos.compte-lignes', lignes),
      say(phrases, 'apropos.compte-fiches', fiches),
    ],
  };
}

/** How many organisations of some kinds were verified in time, of how many. */
function freshness({ directory, now }: Phrases, kinds: readonly Origine[]): { frais: string; total: string } {
  const days = kinds.includes('ligne') ? FRESH_LINE_DAYS : FRESH_DAYS;
  const entries = directory.entries.filter(({ origine }) => kinds.includes(origine));
  const stale = new Set(
    entries
      .filter(({ verifieLe }) => !isFresh(verifieLe, now, days))
      .map(({ organisation }) => organisation.id),
  );
  const total = new Set(entries.map(({ organisation }) => organisation.id)).size;
  return { frais: String(total - stale.size), total: String(total) };
}

const correction = (phrases: Phrases): AboutSection => ({
  titre: say(phrases, 'apropos.organismes'),
  textes: [say(phrases, 'apropos.corriger'), say(phrases, 'apropos.retirer'), say(phrases, 'apropos.cacher')],
});

function coverage(phrases: Phrases): AboutSection {
  const { directory, now } = phrases;
  const count = (kind: Origine) =>
    String(
      new Set(
        directory.entries
          .filter(({ origine }) => origine === kind)
          .map(({ organisation }) => organisation.id),
      ).size,
    );
  return {
    titre: say(phrases, 'apropos.couverture'),
    textes: [say(phrases, 'apropos.partiel')],
    liste: [
      ...territories(directory, now).map((territory) => territoryText(territory, phrases)),
      {
        titre: say(phrases, 'apropos.ailleurs'),
        textes: [
          say(phrases, 'apropos.ailleurs-compte', { lignes: count('ligne'), services: count('generique') }),
          say(phrases, 'apropos.ailleurs-lieux'),
        ],
      },
    ],
  };
}

function territoryText({ departement, organisations, verifiees, manques }: Territoire, phrases: Phrases) {
  const besoins = manques.map((id) => say(phrases, `besoin.${id}`)).join(' ; ');
  return {
    titre: phrases.directory.places.get(departement)?.nom ?? departement,
    textes: [
      say(phrases, 'apropos.territoire', { nombre: String(organisations), frais: String(verifiees) }),
      ...(manques.length > 0 ? [say(phrases, 'apropos.manques', { besoins })] : []),
    ],
  };
}
