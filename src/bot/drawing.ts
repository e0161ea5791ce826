import { DRAWINGS } from '../../dialogs/drawings.ts';
import type { TextKey } from '../../dialogs/text-keys.ts';
import type { Phrases } from './phrases.ts';

/** The drawing that goes with a text, in simple French only; to be spread into what is shown. */
export function drawingOf(key: TextKey, { langue }: Phrases): { dessin?: string } {
  const dessin = langue === 'fr-simple' ? DRAWINGS[key] : undefined;
  return dessin === undefined ? {} : { dessin };
}
