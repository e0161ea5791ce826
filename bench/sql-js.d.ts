/** The package ships no types; bench/peers.ts says what it uses of it. */
declare module 'sql.js' {
  const init: () => Promise<unknown>;
  export = init;
}
