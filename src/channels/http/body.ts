import type { IncomingMessage } from 'node:http';

/** A body, or why it is refused; `gone` when the client left before its end. */
export type BodyRead =
  | { readonly status: 'read'; readonly body: string }
  | { readonly status: 'too-large' | 'not-text' | 'gone' };

/** Whether a request announces a body. */
export function hasBody(request: IncomingMessage): boolean {
  const length = request.headers['content-length'];
  return request.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

/** Whether the body is of one of these media types, in UTF-8. */
export function isOfType(request: IncomingMessage, types: readonly string[]): boolean {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((p) => p.trim()).find((p) => p.startsWith('charset='));
  return types.includes(type.trim()) && (charset === undefined || /^charset="?utf-?8"?$/.test(charset));
}

/** Reads a body into memory and never past `limit` bytes: what is beyond is thrown away as it comes. */
export function readBody(request: IncomingMessage, limit: number): Promise<BodyRead> {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    return Promise.resolve({ status: 'too-large' });
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (read: BodyRead): void => {
      chunks.length = 0;
      resolve(read);
    };
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) settle({ status: 'too-large' });
      else chunks.push(chunk);
    });
    request.once('end', () => settle(decode(Buffer.concat(chunks))));
    request.once('error', () => settle({ status: 'gone' }));
    request.once('close', () => settle({ status: 'gone' }));
  });
}

function decode(bytes: Buffer): BodyRead {
  try {
    return { status: 'read', body: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { status: 'not-text' };
  }
}
