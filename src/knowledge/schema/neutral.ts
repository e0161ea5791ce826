/** Seen by whoever looks at a screen, an address or a sheet of paper, these tell what the page is for. */
const TELLING =
  /viol|victim|femme|conjug|coup(?:s|le)|frapp|agress|abus|danger|urgence|police|prison|refuge|suicid|detenu|papiers|asile/i;

/** Whether a title, an address or a name tells nothing of the person who has it on the screen or in a pocket. */
export function isNeutral(text: string): boolean {
  return !TELLING.test(text.normalize('NFD').replace(/\p{M}/gu, ''));
}
