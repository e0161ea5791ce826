import type { LigneResolue, ReplyResolved } from '../conversation/resolved.ts';
import { Contacts } from './contacts.tsx';
import { targetOf } from './target.ts';
import type { Words } from './words.ts';

type EmergencyReply = Extract<ReplyResolved, { type: 'emergency' }>;

/** Lines that fit what was said, on top; in one line once they were read. */
export function Emergency({ reply, words }: { readonly reply: EmergencyReply; readonly words: Words }) {
  if (!reply.plein) {
    return (
      <section class="alert">
        <h2>{reply.titre}</h2>
        <Numbers lines={[...reply.lignes, ...reply.replie]} />
      </section>
    );
  }
  return (
    <section class="alert">
      <h2>{reply.titre}</h2>
      {reply.consignes.map((text) => (
        <p class="action" key={text}>
          {text}
        </p>
      ))}
      <Lines lines={reply.lignes} words={words} />
      <Silent reply={reply} />
      {reply.replie.length > 0 ? (
        <details>
          <summary>{reply.titre_replie}</summary>
          <Lines lines={reply.replie} words={words} />
        </details>
      ) : null}
      <p class="small">{reply.journal}</p>
    </section>
  );
}

/**
 * The standing block: numbers to tap in one glance, what to know about them one tap away. Once an answer was
 * given it is short, one row of numbers; the style alone makes it so, and the browser can do it without a reload.
 */
export function Standing(props: {
  readonly reply: EmergencyReply;
  readonly words: Words;
  readonly short?: boolean;
}) {
  const { reply, words, short } = props;
  return (
    <section
      class={short ? 'alert standing short' : 'alert standing'}
      lang={words.langue}
      aria-labelledby="urgence"
    >
      <h2 id="urgence">{reply.titre}</h2>
      <Numbers lines={reply.lignes} />
      <Silent reply={reply} />
      <details>
        <summary>{words.premierContact}</summary>
        <Lines lines={reply.lignes} words={words} />
        <p class="small">{reply.journal}</p>
      </details>
    </section>
  );
}

/** Each line as one button: its first way. */
function Numbers({ lines }: { readonly lines: readonly LigneResolue[] }) {
  return (
    <p class="numbers">
      {lines.map(({ id, nom, contacts: [first] }) => {
        if (!first?.lien) return null;
        // « 17, police » : the number alone is left when the block is short.
        const number = nom.startsWith(first.valeur) ? first.valeur : nom;
        return (
          <a
            href={first.lien}
            target={targetOf(first.lien)}
            key={id}
            rel="noreferrer noopener"
            data-way={first.libelle}
          >
            <b>{number}</b> <span>{nom.slice(number.length).replace(/^, /, '')}</span>
          </a>
        );
      })}
    </p>
  );
}

/** The written call for help, ready to send. */
function Silent({ reply }: { readonly reply: EmergencyReply }) {
  return reply.sms ? (
    <p class="silent">
      {reply.sms.consigne}{' '}
      <a href={reply.sms.lien} class="sms">
        {reply.sms.texte}
      </a>
    </p>
  ) : null;
}

function Lines({ lines, words }: { readonly lines: readonly LigneResolue[]; readonly words: Words }) {
  return (
    <ul class="lines">
      {lines.map((line) => (
        <Line line={line} words={words} key={line.id} />
      ))}
    </ul>
  );
}

/** One way to reach it in full sight; the others, and what to know before, under one tap. */
function Line({ line, words }: { readonly line: LigneResolue; readonly words: Words }) {
  const [first, ...others] = line.contacts;
  return (
    <li>
      <strong>{line.nom}</strong> <span class="small">{line.etat}</span>
      {first ? <Contacts contacts={[{ ...first, notes: [] }]} name={line.nom} /> : null}
      {line.avertissement ? <p class="small">{line.avertissement}</p> : null}
      <details>
        <summary>{words.premierContact}</summary>
        {line.premier_contact.length > 0 ? <p>{line.premier_contact.join(' ')}</p> : null}
        {first && first.notes.length > 0 ? <p class="small">{first.notes.join(' · ')}</p> : null}
        <Contacts contacts={others} name={line.nom} />
      </details>
    </li>
  );
}
