import type { ReplyResolved } from '../conversation/resolved.ts';
import { Standing } from './emergency.tsx';
import { Document, type DocumentProps } from './page.tsx';
import { targetOf } from './target.ts';

/** One part of the page « à propos », in words. */
export interface AboutSection {
  readonly titre: string;
  readonly textes: readonly string[];
  /** Where to write, when it is known. */
  readonly lien?: { readonly adresse: string; readonly libelle: string } | undefined;
  readonly liste?: readonly { readonly titre: string; readonly textes: readonly string[] }[];
}

/** Who publishes, who verifies, and what is covered; emergency first, as everywhere. */
export function About(
  props: DocumentProps & {
    readonly urgence: Extract<ReplyResolved, { type: 'emergency' }>;
    readonly sections: readonly AboutSection[];
    /** The page that the person came from. */
    readonly retour: string;
  },
) {
  const { words, urgence, sections, retour } = props;
  return (
    <Document {...props}>
      <Standing reply={urgence} words={words} />
      <main>
        <h1>{words.aPropos}</h1>
        {sections.map((section) => (
          <Section {...section} key={section.titre} />
        ))}
        <p>
          <a class="way" href={retour}>
            {words.continuer}
          </a>
        </p>
      </main>
    </Document>
  );
}

function Section({ titre, textes, lien, liste = [] }: AboutSection) {
  return (
    <section>
      <h2>{titre}</h2>
      {textes.map((texte) => (
        <p key={texte}>{texte}</p>
      ))}
      {lien ? (
        <p>
          <a href={lien.adresse} target={targetOf(lien.adresse)} rel="noreferrer noopener">
            {lien.libelle}
          </a>
        </p>
      ) : null}
      {liste.map((item) => (
        <div class="card" key={item.titre}>
          <h3>{item.titre}</h3>
          {item.textes.map((texte) => (
            <p key={texte}>{texte}</p>
          ))}
        </div>
      ))}
    </section>
  );
}
