import type { RegleConsigne, RegleUrgence } from '../../dialogs/emergency.ts';
import type { Question } from '../../dialogs/questions.ts';
import type { Directory } from '../matching/directory.ts';

/** Everything a turn knows beside the conversation itself. */
export interface World {
  readonly directory: Directory;
  readonly questions: readonly Question[];
  readonly urgence: {
    readonly statique: readonly string[];
    /** Explained in the cards of other languages. */
    readonly carte: readonly string[];
    readonly regles: readonly RegleUrgence[];
    readonly consignes: readonly RegleConsigne[];
  };
  /** Where help is sought at first for those who come by a site, by its id. */
  readonly zones?: ReadonlyMap<string, string>;
}
