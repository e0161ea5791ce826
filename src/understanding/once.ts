/**
 * Works out something once for each pair of objects: a message, and what reads it. What is remembered lives exactly as
 * long as the message's own object, that is one turn.
 */
export function once<Message extends object, Reader extends object, Result>(
  work: (message: Message, reader: Reader) => Result,
): (message: Message, reader: Reader) => Result {
  const known = new WeakMap<Message, WeakMap<Reader, { readonly result: Result }>>();
  return (message, reader) => {
    const byReader = known.get(message) ?? new WeakMap<Reader, { readonly result: Result }>();
    known.set(message, byReader);
    const before = byReader.get(reader);
    if (before) {
      return before.result;
    }
    const result = work(message, reader);
    byReader.set(reader, { result });
    return result;
  };
}
