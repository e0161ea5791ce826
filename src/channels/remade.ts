/** Makes a value from what is replaced now and then, and makes it again only when that was replaced. */
export function remade<A, B>(source: () => A, make: (from: A) => B): () => B {
  let seen = source();
  let made = make(seen);
  return () => {
    const now = source();
    if (now !== seen) {
      made = make(now);
      seen = now;
    }
    return made;
  };
}
