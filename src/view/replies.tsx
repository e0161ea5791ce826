import type { ComponentChildren } from 'preact';
import type { ChoixResolu, ReplyResolved, SuggestionResolue } from '../conversation/resolved.ts';
import { Contacts } from './contacts.tsx';
import { Drawing } from './drawing.tsx';
import { Emergency } from './emergency.tsx';
import { EmergencyCard, Languages } from './languages.tsx';
import { Sheet } from './sheet.tsx';
import { directionOf, type Words } from './words.ts';

/** A reply as it is shown. */
export type ShownReply = ReplyResolved;

type Of<T extends ReplyResolved['type']> = Extract<ReplyResolved, { type: T }>;

/** How choices are sent back: the page wraps them in a form, the widget listens to them. */
export interface Sending {
  /** Wraps buttons so that one of them can be sent. */
  readonly Wrap: (props: { readonly children: ComponentChildren }) => preact.JSX.Element;
}

/** The replies of one turn, in the language they are written in. */
export function Replies(props: {
  readonly replies: readonly ShownReply[];
  readonly words: Words;
  readonly sending: Sending;
  readonly langue: string;
}) {
  const { replies, langue, ...shared } = props;
  return (
    <div lang={langue} dir={directionOf(langue)}>
      {replies.map((reply, index) => (
        // Replies never change place: the index is their identity.
        <Reply reply={reply} {...shared} key={`${reply.type}-${index}`} />
      ))}
    </div>
  );
}

function Reply(props: { readonly reply: ReplyResolved; readonly words: Words; readonly sending: Sending }) {
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
    case 'card':
      return <EmergencyCard reply={reply} />;
    case 'languages':
      return <Languages reply={reply} sending={sending} />;
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
        {choices.map(({ id, libelle, dessin }) => (
          <button type="submit" name="c" value={id} key={id}>
            <Drawing path={dessin} />
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
      <Sheet cards={[...reply.plan, ...reply.autres]} words={words} />
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
        {card.choix.map(({ id, libelle, dessin }) => (
          <button type="submit" name="c" value={id} key={id} aria-label={`${libelle} : ${card.nom}`}>
            <Drawing path={dessin} />
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
