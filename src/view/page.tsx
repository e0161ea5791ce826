import type { ComponentChildren } from 'preact';
import type { ReplyResolved } from '../conversation/resolved.ts';
import { Standing } from './emergency.tsx';
import { Reply, type Sending } from './replies.tsx';
import type { Words } from './words.ts';

/** What one page shows. */
export interface PageProps {
  readonly words: Words;
  readonly css: string;
  /** Where « Quitter vite » goes: neutral, never personal. */
  readonly exitTarget: string;
  readonly urgence: Extract<ReplyResolved, { type: 'emergency' }>;
  readonly replies: readonly ReplyResolved[];
  /** Null before the first answer and after the end: the next answer starts a conversation. */
  readonly token: string | null;
  /** Marks this form, so that sending it twice is one answer. */
  readonly nonce: string;
  /** Whether an answer was just given: the new reply then has the focus. */
  readonly answered: boolean;
}

/** The whole page, which works with forms alone. */
export function Page(props: PageProps) {
  const { words, urgence, replies, answered } = props;
  const sending: Sending = { Wrap: ({ children }) => <Form {...props}>{children}</Form> };
  return (
    <Document words={words} css={props.css} exitTarget={props.exitTarget}>
      {answered ? (
        <nav class="line" aria-label={words.urgenceLien}>
          {urgence.lignes.map(({ id, nom, contacts: [first] }) =>
            first?.lien ? (
              <a href={first.lien} key={id} aria-label={nom}>
                {`${first.canal === 'sms' ? first.libelle : ''} ${first.valeur}`.trim()}
              </a>
            ) : null,
          )}
          <a href="/urgence.html">{words.premierContact}</a>
        </nav>
      ) : (
        <Standing reply={urgence} words={words} />
      )}
      <main>
        {answered ? (
          <h1 tabIndex={-1} autofocus>
            {words.reponse}
          </h1>
        ) : (
          <h1>{words.titre}</h1>
        )}
        {replies.map((reply, index) => (
          // Replies never change place: the index is their identity.
          <Reply reply={reply} words={words} sending={sending} key={`${reply.type}-${index}`} />
        ))}
        <Form {...props}>
          <label for="m">{words.texteLibelle}</label>
          <p id="m-aide" class="small">
            {words.texteAide} {words.fautes}
          </p>
          <textarea
            id="m"
            name="m"
            rows={3}
            aria-describedby="m-aide"
            autocomplete="off"
            autocorrect="off"
            autocapitalize="off"
            spellcheck={false}
            data-1p-ignore
            data-lpignore="true"
          />
          <button type="submit" class="send">
            {words.envoyer}
          </button>
        </Form>
      </main>
    </Document>
  );
}

function Form(props: PageProps & { readonly children: ComponentChildren }) {
  return (
    <form method="post" action="/" autocomplete="off">
      {props.token ? <input type="hidden" name="t" value={props.token} /> : null}
      <input type="hidden" name="n" value={props.nonce} />
      {props.children}
    </form>
  );
}

/** The page around: exit first in tab order, neutral title and icon. */
export function Document(props: {
  readonly words: Words;
  readonly css: string;
  readonly exitTarget: string;
  readonly children: ComponentChildren;
}) {
  const { words, css, exitTarget, children } = props;
  return (
    <html lang={words.langue} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words.titre}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        <header>
          <a class="exit" href={exitTarget} target="_top" rel="noreferrer noopener">
            {words.exit}
          </a>
          <p class="small">{words.exitLimites}</p>
        </header>
        {children}
        <footer>
          <p class="small">
            {words.pied} <a href="/a-propos">{words.aPropos}</a>
          </p>
        </footer>
      </body>
    </html>
  );
}
