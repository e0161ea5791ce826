import type { Gazetteer } from './gazetteer.ts';
import type { Mention } from './mention.ts';
import type { Token } from './normalise.ts';
import { isQuantity } from './numbers.ts';
import type { Registry } from './registry.ts';
import { wordSet } from './word-lists.ts';

/** What a name is read with. */
interface Surroundings {
  tokens: readonly Token[];
  numbers: readonly Mention[];
  gazetteer: Gazetteer;
  registry: Registry;
}

/** Words between a commune and its department. */
const LINKS = wordSet('en, dans, le, la, les, l, de, d');
const LONGEST_DEPARTEMENT = 5;

/** Those of `communes` that the postcode or the department written beside the name confirms. */
export function besideDepartement(
  around: Surroundings,
  { start, end }: { start: number; end: number },
  communes: readonly string[],
): readonly string[] {
  const zones = [
    ...around.numbers
      .filter((number) => number.end === start || number.start === end)
      .flatMap((n) => n.codes),
    ...departementAfter(around, end),
  ];
  if (zones.length === 0) return [];
  return communes.filter((code) => {
    const departements = around.registry.chain(code)?.departements ?? [];
    return zones.some((zone) => zone === code || departements.includes(zone));
  });
}

/** The department whose number, or name after « en », « dans le » or nothing, follows a name. */
function departementAfter(around: Surroundings, end: number): string[] {
  const { tokens, gazetteer } = around;
  const number = isQuantity(tokens, end) ? undefined : gazetteer.departementNumber(tokens[end]?.word ?? '');
  if (number !== undefined) return [number];
  // Link by link: « La Réunion » keeps its article, « dans la Creuse » does not.
  let start = end;
  let named = departementNamed(around, start);
  while (named.length === 0 && LINKS.has(tokens[start]?.word ?? '')) {
    start++;
    named = departementNamed(around, start);
  }
  return named;
}

function departementNamed({ tokens, gazetteer }: Surroundings, start: number): string[] {
  const words = tokens.slice(start, start + LONGEST_DEPARTEMENT).map((token) => token.word);
  for (let count = words.length; count > 0; count--) {
    const departement = gazetteer.departement(words.slice(0, count).join(' '));
    if (departement !== undefined) return [departement];
  }
  return [];
}
