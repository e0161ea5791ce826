import type { ComponentChildren } from 'preact';
import type {
  ChoixResolu,
  ContactResolu,
  LigneResolue,
  ReplyResolved,
  SuggestionResolue,
} from '../conversation/resolved.ts';
import type { Words } from './words.ts';

type Of<T extends ReplyResolved['type']> = Extract<ReplyResolved, { type: T }>;

/** How choices are sent back: the page wraps them in a form, the widget listens to them. */
export interface Sending {
  /** Wraps buttons so that one of them can be sent. */
  readonly Wrap: (props: { readonly children: ComponentChildren }) => preact.JSX.Element;
}

/** One reply. */
export function Reply(props: {
  readonly reply: ReplyResolved;
  readonly words: Words;
  readonly sending: Sending;
}) {
  const { reply, words, sending } = props;
  switch (reply.type) {
    case 'message':
      return <p>{reply.texte}</p>;
    case 'emergency':
      return <Emergency reply={reply} words={words} />;
    case 'question':
      return <Question reply={reply} sending={sending} />;
    case 'suggestions':
      return <Suggestions reply={reply} words={words} sending={sending} />;
    case 'summary':
      return <Summary reply={reply} sending={sending} />;
    case 'end':
      return (
        <>
          <p>{reply.texte}</p>
          <Choices choices={reply.suites} sending={sending} quiet />
        </>
      );
  }
}

function Choices(props: {
  readonly choices: readonly ChoixResolu[];
  readonly sending: Sending;
  readonly quiet?: boolean;
}) {
  const { choices, sending, quiet } = props;
  const { Wrap } = sending;
  return (
    <Wrap>
      <div class={quiet ? 'choices quiet' : 'choices'}>
        {choices.map(({ id, libelle }) => (
          <button type="submit" name="c" value={id} key={id}>
            {libelle}
          </button>
        ))}
      </div>
    </Wrap>
  );
}

function Question({ reply, sending }: { readonly reply: Of<'question'>; readonly sending: Sending }) {
  return (
    <section class="question" aria-labelledby="question">
      <h2 id="question">{reply.texte}</h2>
      {reply.aide ? <p>{reply.aide}</p> : null}
      <Choices choices={reply.choix} sending={sending} />
      <Choices choices={reply.sorties} sending={sending} quiet />
    </section>
  );
}

function Summary({ reply, sending }: { readonly reply: Of<'summary'>; readonly sending: Sending }) {
  const { Wrap } = sending;
  return reply.elements.length === 0 ? null : (
    <section class="summary">
      <p>{reply.titre}</p>
      <Wrap>
        <ul>
          {reply.elements.map(({ libelle, corriger }) => (
            <li key={corriger.id}>
              {libelle}{' '}
              <button
                type="submit"
                name="c"
                value={corriger.id}
                aria-label={`${corriger.libelle} : ${libelle}`}
              >
                {corriger.libelle}
              </button>
            </li>
          ))}
        </ul>
      </Wrap>
    </section>
  );
}

/** Lines that fit what was said, on top; in one line once they were read. */
function Emergency({ reply, words }: { readonly reply: Of<'emergency'>; readonly words: Words }) {
  if (!reply.plein) {
    return (
      <details class="alert">
        <summary>{reply.titre}</summary>
        <Lines lines={reply.lignes} words={words} />
      </details>
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

/** The standing block: numbers to tap in one glance, what to know about them one tap away. */
export function Standing({ reply, words }: { readonly reply: Of<'emergency'>; readonly words: Words }) {
  return (
    <section class="alert">
      <h2>{reply.titre}</h2>
      <p class="numbers">
        {reply.lignes.map(({ id, nom, contacts: [first] }) =>
          first?.lien ? (
            <a href={first.lien} key={id}>
              {nom}
            </a>
          ) : null,
        )}
      </p>
      <Silent reply={reply} />
      <details>
        <summary>{words.premierContact}</summary>
        <Lines lines={reply.lignes} words={words} />
        <p class="small">{reply.journal}</p>
      </details>
    </section>
  );
}

/** The written call for help, ready to send. */
function Silent({ reply }: { readonly reply: Of<'emergency'> }) {
  return reply.sms ? (
    <p>
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

function Contacts({
  contacts,
  name,
}: {
  readonly contacts: readonly ContactResolu[];
  readonly name: string;
}) {
  return (
    <ul class="contacts">
      {contacts.map(({ canal, libelle, valeur, lien, notes }) => (
        <li key={canal + valeur}>
          {lien ? (
            <a href={lien} rel="noreferrer noopener" aria-label={`${libelle} ${valeur}, ${name}`}>
              {libelle} {shown(valeur)}
            </a>
          ) : (
            `${libelle} ${valeur}`
          )}
          {notes.length > 0 ? <span class="small">{notes.join(' · ')}</span> : null}
        </li>
      ))}
    </ul>
  );
}

const shown = (valeur: string) => valeur.replace(/^https:\/\/(?:www\.)?/, '');

function Suggestions(props: {
  readonly reply: Of<'suggestions'>;
  readonly words: Words;
  readonly sending: Sending;
}) {
  const { reply, words, sending } = props;
  const { Wrap } = sending;
  return (
    <section>
      <h2>{reply.titre}</h2>
      {[...reply.notes, ...reply.elargi].map((text) => (
        <p class="note" key={text}>
          {text}
        </p>
      ))}
      <Wrap>
        <ol class="cards">
          {reply.plan.map((card) => (
            <Card card={card} words={words} key={card.service} />
          ))}
        </ol>
        {reply.plan.length > 0 && reply.autres.length > 0 ? <h3>{reply.titre_autres}</h3> : null}
        <ul class="cards">
          {reply.autres.map((card) => (
            <Card card={card} words={words} key={card.service} />
          ))}
        </ul>
      </Wrap>
      <Choices choices={reply.suites} sending={sending} quiet />
    </section>
  );
}

function Card({ card, words }: { readonly card: SuggestionResolue; readonly words: Words }) {
  const title = card.nom === card.nom_service ? card.nom : `${card.nom}, ${card.nom_service}`;
  return (
    <li class="card">
      <h3>{title}</h3>
      <p>{card.description}</p>
      <Contacts contacts={card.contacts} name={card.nom} />
      {card.adresse ? <p>{card.adresse}</p> : null}
      <p class={`hours ${card.ouvert}`}>{card.horaires}</p>
      {card.avertissement ? <p class="note">{card.avertissement}</p> : null}
      {card.acces.map((text) => (
        <p class="small" key={text}>
          {text}
        </p>
      ))}
      <details>
        <summary>{words.details}</summary>
        <More title={words.premierContact} texts={card.premier_contact} />
        <More title={words.raisons} texts={card.raisons} />
        <More title={words.inconnus} texts={card.inconnus} />
      </details>
      <p class="small">
        {card.besoins.join(' · ')}
        <br />
        {card.source}
      </p>
      <div class="choices quiet">
        {card.choix.map(({ id, libelle }) => (
          <button type="submit" name="c" value={id} key={id} aria-label={`${libelle} : ${card.nom}`}>
            {libelle}
          </button>
        ))}
      </div>
    </li>
  );
}

function More({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  return texts.length === 0 ? null : (
    <>
      <h4>{title}</h4>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}
