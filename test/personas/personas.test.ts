import { BESOINS } from '../../knowledge/vocabulary/besoins.ts';
import { PUBLICS } from '../../knowledge/vocabulary/publics.ts';
import { SIGNAUX } from '../../knowledge/vocabulary/signaux.ts';
import { CONTRAINTES } from '../../knowledge/vocabulary/situation.ts';
import { matchLine } from '../../src/cli/match.ts';
import { understandLine } from '../../src/cli/understand.ts';
import { product } from '../fixtures/product.ts';
import { type Persona, readPersonas } from './read.ts';

const personas = readPersonas();

async function replay({ texte, situation, quand }: Persona) {
  const { world, understanding } = product();
  const said = texte === undefined ? situation : await understandLine(understanding)({ text: texte });
  return matchLine(world, () => new Date(quand))({ ...said, quand });
}

/** What differs from what the persona's author expects. */
async function faults(persona: Persona): Promise<string[]> {
  const { suggestions, urgence } = await replay(persona);
  const shown = new Set(
    suggestions.flatMap(({ organisation, service }) => [organisation, `${organisation}/${service}`]),
  );
  const values = new Set(urgence.map(({ valeur }) => valeur));
  return [
    ...persona.attend.filter((id) => !shown.has(id)).map((id) => `attend ${id}`),
    ...persona.attend_un_de
      .filter((list) => !list.some((id) => shown.has(id)))
      .map((list) => `attend un de ${list.join(', ')}`),
    ...persona.refuse.filter((id) => shown.has(id)).map((id) => `refuse ${id}`),
    ...persona.urgence.filter((value) => !values.has(value)).map((value) => `urgence ${value}`),
  ];
}

/** Every string of the situations. */
const said = new Set(JSON.stringify(personas.map(({ situation }) => situation)).match(/[\w-]+/g));

describe('personas', () => {
  test.each(personas.map((persona) => [persona.nom, persona] as const))(
    'given « %s », when it is matched, then what a social worker expects comes and what they refuse does not',
    async (_, persona) => {
      expect(await faults(persona)).toEqual([]);
    },
  );

  test.each([
    ['need', BESOINS],
    ['signal', SIGNAUX],
    ['public', PUBLICS],
    ['constraint', CONTRAINTES],
  ] as const)('given the personas, when they are read, then each %s is met', (_, table) => {
    expect(Object.keys(table).filter((id) => !said.has(id))).toEqual([]);
  });

  test('given the ids they name, when looked up, then each is a record or a service that exists', () => {
    const { knowledge } = product();
    const known = new Set(
      [...knowledge.partners, ...knowledge.lines].flatMap(({ id, services }) => [
        id,
        ...services.map((service) => `${id}/${service.id}`),
      ]),
    );
    const named = personas.flatMap((p) => [...p.attend, ...p.attend_un_de.flat(), ...p.refuse]);
    expect([...new Set(named)].filter((id) => !known.has(id))).toEqual([]);
  });
});
