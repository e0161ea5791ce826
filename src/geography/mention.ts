/** The words `start` (included) to `end` (excluded) of a text, and the places they may mean. */
export interface Mention {
  start: number;
  end: number;
  /** None for words that were looked at and name no place. */
  codes: readonly string[];
}
