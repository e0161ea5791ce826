import type { ComponentChildren } from 'preact';
import type { ReplyResolved } from '../conversation/resolved.ts';
import { Standing } from './emergency.tsx';
import { Replies, type Sending } from './replies.tsx';
import { directionOf, type Words } from './words.ts';

/** What every page has around its content. */
export interface DocumentProps {
  readonly words: Words;
  readonly css: string;
  /** The colours of the site by which the person came; empty for none. */
  readonly colours?: string | undefined;
  /** Where « Quitter vite » goes: neutral, never personal. */
  readonly exitTarget: string;
  /** The address of the script that makes the page come alive. */
  readonly script: string;
  /** Where it is said what is kept; shown while nothing was said, since following it ends the conversation. */
  readonly privacy?: string;
  /** Where it is said who publishes, when not for everyone's own page. */
  readonly about?: string;
}

/** What one page shows. */
export interface PageProps extends DocumentProps {
  readonly urgence: Extract<ReplyResolved, { type: 'emergency' }>;
  readonly replies: readonly ReplyResolved[];
  /** Null before the first answer and after the end: the next answer starts a conversation. */
  readonly token: string | null;
  /** Marks this form, so that sending it twice is one answer. */
  readonly nonce: string;
  /** Whether an answer was just given: the new reply then has the focus. */
  readonly answered: boolean;
}

/** The whole page, which works with forms alone; the widget takes over `main` when it can. */
export function Page(props: PageProps) {
  const { words, urgence, replies, answered } = props;
  const sending: Sending = { Wrap: ({ children }) => <Form {...props}>{children}</Form> };
  return (
    <Document {...props}>
      <Standing reply={urgence} words={words} short={answered} />
      <main data-words={JSON.stringify(words)}>
        <h1 tabIndex={-1} autofocus={answered}>
          {answered ? words.reponse : words.titre}
        </h1>
        <button type="button" id="aloud" class="quiet" data-word="lire" hidden>
          {words.lire}
        </button>
        <div id="replies">
          <Replies replies={replies} words={words} sending={sending} langue={words.langue} />
        </div>
        <p id="status" role="status" />
        <Form {...props}>
          <TextField words={words} />
        </Form>
        <div id="langs" hidden={!answered}>
          <Form {...props}>
            <div class="choices quiet">
              <button type="submit" name="c" value="l:" data-word="langues">
                {words.langues}
              </button>
            </div>
          </Form>
        </div>
      </main>
    </Document>
  );
}

/** The field for one's own words: nothing remembers, corrects or names what is typed. */
function TextField({ words }: { readonly words: Words }) {
  return (
    <>
      <label for="m" data-word="texteLibelle">
        {words.texteLibelle}
      </label>
      <p id="m-aide" class="small">
        <span data-word="texteAide">{words.texteAide}</span> <span data-word="fautes">{words.fautes}</span>
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
      <button type="submit" class="send" data-word="envoyer">
        {words.envoyer}
      </button>
    </>
  );
}

function Form(props: PageProps & { readonly children: ComponentChildren }) {
  return (
    // Without an action, a form goes to the page's own address: the site stays in it.
    <form method="post" autocomplete="off">
      {props.token ? <input type="hidden" name="t" value={props.token} /> : null}
      <input type="hidden" name="n" value={props.nonce} />
      {props.children}
    </form>
  );
}

/** The page around: exit first in tab order, neutral title and icon. What only a script can do is hidden until it runs. */
export function Document(props: DocumentProps & { readonly children: ComponentChildren }) {
  const { words, css, colours, exitTarget, script, privacy, about = '/a-propos', children } = props;
  return (
    <html lang={words.langue} dir={directionOf(words.langue)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words.titre}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <style dangerouslySetInnerHTML={{ __html: css }} />
        {colours ? <style dangerouslySetInnerHTML={{ __html: colours }} /> : null}
        <script src={script} defer />
      </head>
      <body>
        <header>
          <a class="exit" href={exitTarget} target="_top" rel="noreferrer noopener" data-word="exit">
            {words.exit}
          </a>
          <button type="button" id="larger" aria-pressed={false} aria-label={`A+ ${words.plusGrand}`} hidden>
            A+
          </button>
        </header>
        <aside class="limits small">
          <span data-word="exitLimites">{words.exitLimites}</span>{' '}
          <span id="keyboard" data-word="exitClavier" hidden>
            {words.exitClavier}
          </span>
        </aside>
        {children}
        <footer>
          <p class="small">
            <span data-word="pied">{words.pied}</span>{' '}
            <a href={about} data-word="aPropos">
              {words.aPropos}
            </a>
          </p>
          {privacy ? <a href={privacy}>{words.viePrivee}</a> : null}
        </footer>
      </body>
    </html>
  );
}
