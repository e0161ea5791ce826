import { z } from 'zod';
import { newSession, session } from '../../src/conversation/session.ts';

/** Every string of a schema, with whether it is closed: an enum, a literal, or a pattern no sentence can match. */
function freeStrings(schema: z.ZodType, path: string): string[] {
  const def = schema.def as { type: string; [key: string]: unknown };
  const below = (child: unknown, name: string) => freeStrings(child as z.ZodType, `${path}.${name}`);
  switch (def.type) {
    case 'string': {
      const pattern = (def.checks as { _zod: { def: { pattern?: RegExp } } }[] | undefined)?.[0]?._zod.def
        .pattern;
      const sentences = ['Je m’appelle Ségolène', 'mon mari', 'CANARI-Ségolène-0612345678-7rue'];
      return pattern && !sentences.some((text) => pattern.test(text)) ? [] : [path];
    }
    case 'object':
      return Object.entries((schema as z.ZodObject).shape).flatMap(([name, child]) => below(child, name));
    case 'array':
      return below(def.element, '[]');
    case 'union':
      return (def.options as unknown[]).flatMap((option, index) => below(option, `|${index}`));
    case 'nullable':
    case 'optional':
      return below(def.innerType, '?');
    case 'enum':
    case 'literal':
    case 'number':
    case 'boolean':
    case 'null':
      return [];
    default:
      return [`${path}: ${def.type} is not known to this walk`];
  }
}

describe('the session', () => {
  test('A4: given its schema, when every leaf is walked, then none can hold a free string', () => {
    expect(freeStrings(session, 'session')).toEqual([]);
  });

  test('A4: given a schema with a free string, when it is walked, then the walk finds it', () => {
    expect(freeStrings(z.strictObject({ a: z.array(z.string()) }), 's')).toEqual(['s.a.[]']);
  });

  test('given another version or an unknown key, when it is read, then it is refused', () => {
    const valid = newSession({ langue: 'fr', acces: 'public', site: null });
    expect(session.safeParse(valid).success).toBe(true);
    expect(session.safeParse({ ...valid, version: 1 }).success).toBe(false);
    expect(session.safeParse({ ...valid, nom: 'x' }).success).toBe(false);
  });
});
