import { LANGUAGE_NAMES, type OfferedLanguage } from '../../dialogs/languages.ts';
import { languageChoice } from '../conversation/languages.ts';
import type { Session } from '../conversation/session.ts';

/** What a client's locale (BCP 47) means for a session: its language, or the first that is ours; French else. */
export function languageOfLocale(locale: string | undefined): Pick<Session, 'langue' | 'carte'> {
  const wanted = locale?.toLowerCase() ?? '';
  const known = [wanted, wanted.split('-')[0] ?? ''].find((id) => Object.hasOwn(LANGUAGE_NAMES, id));
  return languageChoice((known ?? 'fr') as OfferedLanguage);
}
