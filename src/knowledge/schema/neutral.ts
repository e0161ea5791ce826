/** Seen by whoever looks at a screen, an address or a sheet of paper, these tell what the page is for. */
const TELLING =
  /viol|victim|femme|conjug|coup(?:s|le)|frapp|agress|abus|danger|urgence|police|prison|refuge|suicid|detenu|papiers|asile/i;

/** French accents; the page prints with it, on browsers that know no \p{M}. */
const MARKS = /[\u0300-\u036f]/g;

/** Whether a title, an address or a name tells nothing of the person who has it on the screen or in a pocket. */
export function isNeutral(text: string): boolean {
  return !TELLING.test(text.normalize('NFD').replace(MARKS, ''));
}
