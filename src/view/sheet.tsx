import type { SuggestionResolue } from '../conversation/resolved.ts';
import { isNeutral } from '../knowledge/schema/neutral.ts';
import type { Words } from './words.ts';

/** What a printed sheet can hold of a way to reach a service. */
const PRINTED = ['telephone', 'sms', 'courriel', 'site'];

/** How to print, the warning first, and the sheet itself, which only paper shows. */
export function Sheet({
  cards,
  words,
}: {
  readonly cards: readonly SuggestionResolue[];
  readonly words: Words;
}) {
  return (
    <>
      <details class="print">
        <summary>{words.imprimer}</summary>
        <p class="note">{words.imprimerPrudence}</p>
        <p>{words.imprimerContenu}</p>
        <p class="by-hand">{words.imprimerGeste}</p>
        <button type="button" data-print>
          {words.imprimer}
        </button>
      </details>
      <section class="sheet">
        <h2>{words.imprimerTitre}</h2>
        <ul>
          {cards.map((card) => (
            <Entry card={card} words={words} key={card.service} />
          ))}
        </ul>
      </section>
    </>
  );
}

/** A service on paper: a name that tells too much is left out, its numbers stay. */
function Entry({ card, words }: { readonly card: SuggestionResolue; readonly words: Words }) {
  const ways = card.contacts.filter(({ canal, valeur }) => PRINTED.includes(canal) && isNeutral(valeur));
  const reached = ways.map(({ libelle, valeur }) => `${libelle} ${valeur}`).join(' · ');
  const name = isNeutral(card.nom) ? card.nom : null;
  const lines = [reached, card.adresse, card.horaires_semaine].filter((line) => line && isNeutral(line));
  return name === null && ways.length === 0 ? null : (
    <li>
      {name ? <strong>{name}</strong> : null}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p class="blank">{words.imprimerQuand}</p>
    </li>
  );
}
