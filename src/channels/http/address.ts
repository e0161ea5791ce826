import type { IncomingMessage } from 'node:http';

/**
 * Reads the client's address, for rate limits only. Behind proxies that we trust, it is the entry of
 * X-Forwarded-For that the outermost of them wrote; what stands before it is the client's own claim.
 */
export function clientAddress(trustedProxies: number): (request: IncomingMessage) => string {
  return (request) => {
    const direct = request.socket.remoteAddress ?? '';
    if (trustedProxies === 0) return direct;
    const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
    return forwarded.at(-trustedProxies)?.trim() || direct;
  };
}
