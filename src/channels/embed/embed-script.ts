import type { TextLanguage } from '../../../dialogs/languages.ts';
import type { TextKey } from '../../../dialogs/text-keys.ts';
import type { Site } from '../../knowledge/schema/site.ts';
import type { EmbedConfig } from '../../view/embed-config.ts';

/** What the script of partners is made of. */
export interface EmbedOptions {
  /** The code that the build made: it names one function, `passerelle.embed`. */
  readonly bundle: string;
  readonly publicOrigin: string;
  readonly exitTarget: string;
  readonly sites: readonly Site[];
  readonly texts: ReadonlyMap<TextLanguage, ReadonlyMap<TextKey, string>>;
}

/** The script that partners load, whole: the code, and the words and exits that it needs. It leaves no name behind. */
export function embedScript(options: EmbedOptions): string {
  return `(()=>{${options.bundle.trim()}passerelle.embed(${JSON.stringify(configOf(options))})})();\n`;
}

function configOf({ publicOrigin, exitTarget, sites, texts }: EmbedOptions): EmbedConfig {
  // A frame begins in the language of its site: simple French is chosen inside.
  const whole = [...texts].filter(([langue]) => langue !== 'fr-simple');
  const mots = whole.map(([langue, of]) => [
    langue,
    { titre: of.get('page.titre') ?? '', lien: of.get('cadre.lien') ?? '' },
  ]);
  return {
    origine: publicOrigin,
    mots: Object.fromEntries(mots),
    langue: 'fr',
    sortie: exitTarget,
    sites: Object.fromEntries(sites.flatMap(differing)),
  };
}

/** Only what a site changes travels: most change nothing. */
function differing({ id, langue, titre, sortie }: Site) {
  const changes = {
    ...(langue === 'fr' ? {} : { langue }),
    ...(titre === null ? {} : { titre }),
    ...(sortie === null ? {} : { sortie }),
  };
  return Object.keys(changes).length > 0 ? [[id, changes] as const] : [];
}
