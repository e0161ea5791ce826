import { INDICES } from '../../../knowledge/vocabulary/data-inclusion.ts';
import { fold } from '../../geography/normalise.ts';

/** Whether a text names a street, a postcode or a web address. */
export const tellsWhere = (text: string): boolean => INDICES.adresse.test(fold(text));

/** Whether a condition, or what is said of the publics or of the way in, speaks of a referral. */
export function speaksOfReferral(text: string | null | undefined): boolean {
  const said = fold(text ?? '');
  return INDICES.orientation.test(said) || INDICES.prescripteurs.test(said);
}

/** The conditions that may be quoted, one a line: all of them, but those that tell where a hidden place is.
 *  When such a one speaks of a referral, the referral is not lost with it. */
export function quotable(
  conditions: string,
  hidden: boolean,
): { text: string; referral: boolean; withheld: boolean } {
  const texts = conditions.split('\n').filter((text) => text !== '');
  const withheld = hidden ? texts.filter(tellsWhere) : [];
  return {
    text: texts.filter((text) => !withheld.includes(text)).join('\n'),
    referral: withheld.some(speaksOfReferral),
    withheld: withheld.length > 0,
  };
}
