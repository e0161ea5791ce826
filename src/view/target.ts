/** In a frame, an address of the web opens in place of the whole page: most forbid to be framed. A call or an SMS leaves nothing. */
export const targetOf = (address: string): '_top' | undefined =>
  address.startsWith('https:') ? '_top' : undefined;
