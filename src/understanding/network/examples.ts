/** A sentence as the network learns it. */
export interface Example {
  readonly text: string;
  /** The file it comes from: an author's number. */
  readonly author: string;
  readonly features: ReadonlySet<string>;
  readonly labels: readonly string[];
  /** Labels that nobody judged in this sentence: it teaches nothing of them. */
  readonly unknown?: readonly string[];
}

/** How the network is trained; part of the model, so that training again gives the same weights. */
export interface TrainingSettings {
  /** How many times every sentence is read. */
  readonly turns: number;
  readonly rate: number;
  /** How many hidden units stand between features and labels. */
  readonly units: number;
  /** The share of a sentence's features that is hidden at each reading: no label may rest on one word. */
  readonly dropout: number;
  /** The share of the hidden units that is silenced at each reading. */
  readonly silence: number;
  /** A feature is kept when this many sentences, by this many authors, have it. */
  readonly sentences: number;
  readonly authors: number;
  /** The same for pairs of words that stand apart: there are ten times more of them. */
  readonly apart: number;
  readonly seed: number;
}

/** The features that enough sentences by enough authors have, in alphabetical order. */
export function vocabularyOf(examples: readonly Example[], settings: TrainingSettings): string[] {
  const seen = new Map<string, { count: number; authors: Set<string> }>();
  for (const { features, author } of examples) {
    for (const feature of features) {
      const known = seen.get(feature);
      if (!known) seen.set(feature, { count: 1, authors: new Set([author]) });
      else {
        known.count++;
        known.authors.add(author);
      }
    }
  }
  const enough = (feature: string) => (feature.startsWith('k') ? settings.apart : settings.sentences);
  const kept = [...seen].filter(
    ([feature, { count, authors }]) => count >= enough(feature) && authors.size >= settings.authors,
  );
  return kept.map(([feature]) => feature).sort();
}

/** The order that training starts from, whatever the order of files and lines. */
export function canonical(examples: readonly Example[]): Example[] {
  const key = (one: Example) => `${one.text}\u0000${one.author}\u0000${one.labels.join(' ')}`;
  return examples
    .map((one) => ({ one, key: key(one) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ one }) => one);
}

/** A small generator (mulberry32): the same seed gives the same numbers everywhere. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same items in another order, given by a seed. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = createRandom(seed);
  const out = [...items];
  for (let at = out.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [out[at], out[other]] = [out[other] as T, out[at] as T];
  }
  return out;
}
