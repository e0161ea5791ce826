/** What the snippets name. */
export interface SnippetWords {
  readonly origin: string;
  /** The id to replace. */
  readonly site: string;
  /** Neutral title of the frame and text of the link. */
  readonly titre: string;
  /** The numbers that can always be read. */
  readonly secours: string;
}

/** The three ways in, and the two lines that a strict host needs: what a webmaster pastes. */
export function snippetsOf({ origin, site, titre, secours }: SnippetWords) {
  const link = `<p><a href="${origin}/?site=${site}" rel="noreferrer">${titre}</a>. ${secours}</p>`;
  return {
    script: `${link}\n<script src="${origin}/embed.js" data-site="${site}" async></script>`,
    frame: [
      link,
      `<iframe src="${origin}/?site=${site}" title="${titre}"`,
      '  referrerpolicy="no-referrer" width="100%" height="700"></iframe>',
    ].join('\n'),
    link,
    csp: `Content-Security-Policy:\n  script-src 'self' ${origin};\n  frame-src ${origin};`,
  };
}
