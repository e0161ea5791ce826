import { DRAPEAUX } from '../../matching/imported/columns.ts';
import type { Collected } from './collect.ts';
import type { KeptService, KeptStructure } from './kept.ts';
import { keyOf } from './keys.ts';
import type { Report } from './problems.ts';
import { tellsWhere } from './quotable.ts';

/** A service with its structure, ready for the columns. */
export interface Joined {
  readonly structure: KeptStructure;
  readonly service: KeptService;
  readonly cleStructure: number;
  readonly cle: number;
}

/** Services in the order of their ids, and the structures whose place must stay hidden. */
export interface Joint {
  readonly joined: readonly Joined[];
  readonly hidden: ReadonlySet<KeptStructure>;
}

/** Joins services to structures, in the order of their ids, and hides every place that one of its services must hide. */
export function join({ structures, services, shelf }: Collected, report: Report): Joint {
  const sensitive = new Set<KeptStructure>();
  const joined: Joined[] = [];
  for (const [id, service] of services) {
    const { structure: home, fichier, endroit } = shelf.service(service.textes);
    const structure = structures.get(home);
    if (structure) {
      joined.push({ structure, service, cleStructure: keyOf(home), cle: keyOf(id) });
      if ((service.drapeaux & DRAPEAUX.sensible) !== 0) {
        sensitive.add(structure);
      }
    } else {
      const motif = 'no structure of this import has this id';
      report.problem({ fichier, endroit, champ: 'structure_id', motif, refus: 'fiche' });
    }
  }
  joined.sort((a, b) => a.cleStructure - b.cleStructure || a.cle - b.cle);
  const hidden = hiddenStructures([...structures.values()], joined, sensitive);
  return { joined: withoutTelling({ joined, hidden }, shelf, report), hidden };
}

/** Leaves out the hidden structures whose name tells where they are, and their services: there is nothing else to call them. */
function withoutTelling({ joined, hidden }: Joint, shelf: Collected['shelf'], report: Report): Joined[] {
  const telling = new Set<KeptStructure>();
  for (const structure of hidden) {
    const { nom, fichier, endroit } = shelf.structure(structure.textes);
    if (tellsWhere(nom)) {
      telling.add(structure);
      const motif = 'the name of a hidden place tells where it is';
      report.problem({ fichier, endroit, champ: 'nom', motif, refus: 'fiche' });
    }
  }
  return joined.filter(({ structure, service }) => {
    if (telling.has(structure)) {
      const { fichier, endroit } = shelf.service(service.textes);
      const motif = 'its structure is hidden and has a name that tells where it is';
      report.problem({ fichier, endroit, champ: 'structure_id', motif, refus: 'fiche' });
    }
    return !telling.has(structure);
  });
}

/** The stricter of structure and services wins, and of every record of the same establishment or the same number,
 *  be it the structure's or one of its services'. */
function hiddenStructures(
  structures: readonly KeptStructure[],
  joined: readonly Joined[],
  sensitive: ReadonlySet<KeptStructure>,
): ReadonlySet<KeptStructure> {
  const sure = new Set(structures.filter((structure) => structure.hidden || sensitive.has(structure)));
  const marks = new Set([
    ...[...sure].flatMap(({ siret, telephoneCle }) => [siret, telephoneCle]),
    ...joined.flatMap(({ structure, service }) => (sure.has(structure) ? [service.telephoneCle] : [])),
  ]);
  marks.delete(0);
  const same = structures.filter(({ siret, telephoneCle }) => marks.has(siret) || marks.has(telephoneCle));
  const called = joined.filter(({ service }) => marks.has(service.telephoneCle));
  return new Set([...sure, ...same, ...called.map(({ structure }) => structure)]);
}
