import path from 'node:path';
import { nameKey } from '../geography/normalise.ts';
import { copiesOfHidden } from '../matching/hidden.ts';
import { type Finding, finding } from './finding.ts';
import { type Filed, knowledgeOf } from './load.ts';

/** Records that may be one organisation written twice, or a hidden place shown under another name. */
export function duplicates(filed: readonly Filed[]): Finding[] {
  return [...sameName(filed), ...samePhone(filed), ...sameAddress(filed), ...hiddenCopies(filed)];
}

/** One thing two records may share, where it stands, and within what it must be unique. */
interface Mark {
  readonly key: string;
  readonly chemin: Finding['chemin'];
}

type Constat = 'double-nom' | 'double-telephone' | 'double-adresse';

function twice(filed: readonly Filed[], constat: Constat, marksOf: (one: Filed) => Mark[]): Finding[] {
  const first = new Map<string, Filed>();
  return filed.flatMap((one) =>
    marksOf(one).flatMap(({ key, chemin }) => {
      const autre = first.get(key);
      first.set(key, autre ?? one);
      return autre && autre !== one
        ? [finding('avertissement', constat, one.fichier, { chemin, valeurs: { autre: autre.fichier } })]
        : [];
    }),
  );
}

/** In one territory: two territories each have their own « Restos du cœur ». A generic record has everyone's name. */
function sameName(filed: readonly Filed[]): Finding[] {
  return twice(
    filed.filter(({ record }) => !record.generique),
    'double-nom',
    ({ fichier, record }) => [
      { key: `${path.dirname(fichier)} ${nameKey(record.nom)}`, chemin: ['nom'] },
      ...record.noms_alternatifs.map((nom, index) => ({
        key: `${path.dirname(fichier)} ${nameKey(nom)}`,
        chemin: ['noms_alternatifs', index],
      })),
    ],
  );
}

/** A national line's number is given by many partners: only partners' own numbers are compared. */
function samePhone(filed: readonly Filed[]): Finding[] {
  const numbers = ({ record }: Filed) =>
    record.services.flatMap(({ contacts }, s) =>
      contacts.flatMap(({ canal, valeur }, c) =>
        canal === 'telephone'
          ? [{ key: valeur.replaceAll(' ', ''), chemin: ['services', s, 'contacts', c, 'valeur'] }]
          : [],
      ),
    );
  const national = new Set(
    filed
      .filter(({ genre }) => genre === 'ligne')
      .flatMap(numbers)
      .map(({ key }) => key),
  );
  return twice(
    filed.filter(({ genre }) => genre === 'partenaire'),
    'double-telephone',
    (one) => numbers(one).filter(({ key }) => !national.has(key)),
  );
}

function sameAddress(filed: readonly Filed[]): Finding[] {
  return twice(filed, 'double-adresse', ({ record }) =>
    record.services.flatMap(({ adresse, code_insee, commune }, s) =>
      adresse
        ? [{ key: `${nameKey(adresse)} ${code_insee ?? commune ?? ''}`, chemin: ['services', s, 'adresse'] }]
        : [],
    ),
  );
}

/** Withheld when loaded, whatever this says; the file itself must not hold the address. */
function hiddenCopies(filed: readonly Filed[]): Finding[] {
  const copies = copiesOfHidden(knowledgeOf(filed));
  const fileOf = new Map(filed.map(({ fichier, record }) => [record.id, fichier]));
  return filed.flatMap(({ fichier, record }) => {
    const copie = copies.get(record.id);
    const placed = record.services.findIndex(
      ({ adresse, latitude }) => adresse !== null || latitude !== null,
    );
    return copie && placed >= 0
      ? [
          finding('erreur', 'copie-lieu-cache', fichier, {
            chemin: ['services', placed, 'adresse'],
            valeurs: { quoi: copie.par, autre: fileOf.get(copie.de) ?? copie.de },
          }),
        ]
      : [];
  });
}
