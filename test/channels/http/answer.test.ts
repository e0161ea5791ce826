import { gunzipSync } from 'node:zlib';
import type { Request } from 'restify';
import { answerRoute } from '../../../src/channels/http/answer.ts';
import { LIMITS } from '../../../src/channels/http/limits.ts';
import type { Route } from '../../../src/channels/http/route.ts';

const request = { url: '/', headers: { 'accept-encoding': 'gzip' }, params: {} } as unknown as Request;

async function compressed(body: string | Buffer): Promise<unknown> {
  const route: Route = {
    id: 'static',
    method: 'GET',
    path: '/',
    handler: () => ({ status: 200, body, compressible: true }),
  };
  const answer = await answerRoute(route, request, {
    log: () => undefined,
    limits: LIMITS,
    address: () => '',
  });
  return answer === 'gone' ? answer : answer.body;
}

describe('an answer that may be compressed', () => {
  test('given a constant body, when it is asked for twice, then it was compressed once', async () => {
    const body = Buffer.from('alert(1)');
    const first = await compressed(body);
    expect(gunzipSync(first as Buffer)).toEqual(body);
    expect(await compressed(body)).toBe(first);
    expect(await compressed(Buffer.from('alert(1)'))).not.toBe(first);
  });

  test('given two pages, when they are asked for, then each is its own', async () => {
    const [one, two] = [await compressed('un'), await compressed('deux')];
    expect([one, two].map((page) => gunzipSync(page as Buffer).toString())).toEqual(['un', 'deux']);
  });
});
