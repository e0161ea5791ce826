/** Words as people count them: « l’aide » is one, a hole such as `{lieu}` is one. */
export function wordsOf(text: string): string[] {
  return text.replace(/\{[a-z]+\}/g, 'endroit').match(/[\p{L}\p{N}][\p{L}\p{N}’'+-]*/gu) ?? [];
}

/** Sentences end with a full stop or a question mark; a colon ends nothing. */
export function sentencesOf(text: string): string[] {
  return text.split(/[.!?…]+(?=\s|$)/).filter((sentence) => wordsOf(sentence).length > 0);
}

/** Numbers whose spoken syllables are not as many as their digits. */
const SPOKEN_NUMBERS: Record<string, number> = { 15: 1, 48: 3, 112: 2, 3114: 5, 3133: 5 };

const VOWEL = /[aeiouyàâéèêëîïôöùûüœæ]/;

/** Spoken syllables of a French word. A silent « -ent » counts as one: the measure errs on the hard side. */
export function syllablesOf(word: string): number {
  if (/\d/.test(word)) {
    return SPOKEN_NUMBERS[word] ?? word.replace(/\D/g, '').length;
  }
  if (/^\p{Lu}{2,}\+?$/u.test(word)) {
    return word.replace('+', '').length;
  }
  const parts = word.toLowerCase().normalize('NFC').split(/[’'-]/);
  return Math.max(
    1,
    parts.reduce((sum, part) => sum + syllablesOfPart(part), 0),
  );
}

function syllablesOfPart(part: string): number {
  const spoken = part.replace(/qu/g, 'k').replace(/gu(?=[eiéèê])/g, 'g');
  // A final « e » is silent, unless it is the only vowel: « le », « des ».
  const cut = spoken.replace(/es?$/, '');
  const stem = VOWEL.test(cut) ? cut : spoken;
  const glides = stem
    .replace(/ou(?=[aeiéè])/g, 'w')
    .replace(/y(?=[aeiouéè])/g, 'j')
    // « rien » glides, « client » does not.
    .replace(/(?<![bcdfgptv][lr])i(?=[aeoéèêu])/g, 'j')
    .replace(/(?<=é)(?=[aeiou])|(?<=[ao])(?=[éï])|(?<=[bcdfgptv][lr]i)(?=[aeoéè])/g, '-')
    .replace(/(?<![aeo])u(?=a|e(?!il))/g, 'u-')
    .replace(/ueil/g, 'eil');
  return glides.match(/[aeiouyàâéèêëîïôöùûüœæ]+/g)?.length ?? 0;
}

/** Kandel and Moles' measure of French: 60 and above is plain, 70 is easy. */
export function kandelMoles(text: string): number {
  const words = wordsOf(text);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 209 - (1.15 * words.length) / sentencesOf(text).length - (0.68 * 100 * syllables) / words.length;
}
