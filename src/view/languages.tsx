import type { ReplyResolved } from '../conversation/resolved.ts';
import type { Sending } from './replies.tsx';
import { targetOf } from './target.ts';

type Of<T extends ReplyResolved['type']> = Extract<ReplyResolved, { type: T }>;

/** The language row: each under its own name; with what to do in danger when it is told. */
export function Languages({
  reply,
  sending,
}: {
  readonly reply: Of<'languages'>;
  readonly sending: Sending;
}) {
  const { Wrap } = sending;
  return (
    <nav class={reply.langues.some(({ action }) => action) ? 'langs told' : 'langs'} aria-label={reply.titre}>
      <Wrap>
        {reply.langues.map(({ id, libelle, langue, sens, action }) => (
          <div lang={langue} dir={sens} key={id}>
            {action ? <p>{action}</p> : null}
            <button type="submit" name="c" value={id}>
              {libelle}
            </button>
          </div>
        ))}
      </Wrap>
    </nav>
  );
}

/** The emergency card of a language, read in its direction; what is to be said or sent stays French. */
export function EmergencyCard({ reply }: { readonly reply: Of<'card'> }) {
  const { sms, dire } = reply;
  return (
    <section class="alert tongue" lang={reply.langue} dir={reply.sens}>
      <h2>{reply.titre}</h2>
      <p class="action">{reply.action}</p>
      <ul class="lines">
        {reply.lignes.map(({ id, valeur, lien, texte }) => (
          <li key={id}>
            <a
              href={lien}
              target={targetOf(lien)}
              rel="noreferrer noopener"
              aria-label={`${valeur}, ${texte}`}
            >
              <b dir="ltr">{valeur}</b> <span>{texte}</span>
            </a>
          </li>
        ))}
      </ul>
      <p>{reply.gratuit}</p>
      {sms ? (
        <>
          <p>{sms.consigne}</p>
          <a class="sms" href={sms.lien} lang="fr" dir="ltr">
            {sms.texte}
          </a>
          <p>{sms.sens}</p>
        </>
      ) : null}
      <p>
        {dire.consigne}{' '}
        <b lang="fr" dir="ltr">
          {dire.texte}
        </b>
      </p>
      {[...reply.notes, reply.quitter, reply.suite].map((text) => (
        <p key={text}>{text}</p>
      ))}
    </section>
  );
}
