import type { ContactResolu } from '../conversation/resolved.ts';
import { Drawing } from './drawing.tsx';
import { targetOf } from './target.ts';

/** The ways to reach a service, each a link that the device follows itself. */
export function Contacts({
  contacts,
  name,
}: {
  readonly contacts: readonly ContactResolu[];
  readonly name: string;
}) {
  return contacts.length === 0 ? null : (
    <ul class="contacts">
      {contacts.map(({ canal, libelle, dessin, valeur, lien, notes }) => (
        <li key={canal + valeur}>
          {lien ? (
            <a
              href={lien}
              target={targetOf(lien)}
              rel="noreferrer noopener"
              aria-label={`${libelle} ${shown(valeur)}, ${name}`}
            >
              <Drawing path={dessin} />
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
