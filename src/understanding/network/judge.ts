import type { BesoinId } from '../../../knowledge/vocabulary/besoins.ts';
import { joinSpeaker } from '../people.ts';
import type { Judged } from '../scoring.ts';
import { refusedBy, withNeeds, withPossible } from './join.ts';
import type { Scored } from './learn.ts';
import type { ModelFile } from './model.ts';
import { conclude, type Heard } from './network.ts';

/** Needs that would be proposed first: those of the rules, then the likeliest for the network. */
function firstThree({ rules, impression }: Scored, heard: Heard): BesoinId[] {
  const worth = (id: BesoinId, score: number) => score + (rules.besoins.includes(id) ? 1 : 0);
  return [...impression.whole.besoins]
    .filter(([id]) => !rules.besoins_refuses.includes(id) && !refusedBy(heard, rules.manques).includes(id))
    .sort(([a, left], [b, right]) => worth(b, right) - worth(a, left))
    .slice(0, 3)
    .map(([id]) => id);
}

/** What rules and network together understand of a scored sentence. */
export function judge(scored: Scored, seuils: ModelFile['seuils']): Judged {
  const { sentence, rules } = scored;
  const heard = conclude(scored.impression, seuils);
  return {
    sentence,
    signaux: withPossible(rules.signaux, heard, rules.plain),
    besoins: withNeeds(rules.besoins, heard, rules.besoins_refuses, rules.manques),
    locuteur: joinSpeaker(rules.locuteur, rules.pourSoi, heard.locuteur),
    proposes: firstThree(scored, heard),
  };
}

/** What the rules alone understand. */
export function judgeByRules({ sentence, rules }: Scored): Judged {
  return {
    sentence,
    signaux: rules.signaux,
    besoins: rules.besoins,
    locuteur: rules.locuteur,
    proposes: rules.besoins.slice(0, 3),
  };
}
