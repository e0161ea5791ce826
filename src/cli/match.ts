import { z } from 'zod';
import { emergencyOf, staticEmergency } from '../conversation/emergency.ts';
import { EMPTY_SITUATION, type Situation, situation } from '../conversation/situation.ts';
import { lieuCode, signal, signalId } from '../conversation/understood.ts';
import type { World } from '../conversation/world.ts';
import { type Entry, latestSource } from '../matching/directory.ts';
import { match } from '../matching/match.ts';
import type { Suggestion } from '../matching/reasons.ts';
import { BadLineError } from './lines.ts';

const {
  besoins,
  besoins_refuses,
  publics,
  locuteur,
  delai,
  contraintes,
  langues,
  publics_exclus,
  signaux_ecartes,
  groupe,
} = situation.shape;

/** What `understand` prints, or by hand: null is unknown, "decline" is declined, a bare signal is sure. */
const request = z.object({
  besoins: besoins.nullish(),
  besoins_refuses: besoins_refuses.nullish(),
  groupe: groupe.nullish(),
  signaux: z.array(z.union([signal, signalId.transform((id) => ({ id, force: 'sure' as const }))])).nullish(),
  signaux_ecartes: signaux_ecartes.nullish(),
  publics: publics.nullish(),
  publics_exclus: publics_exclus.nullish(),
  locuteur: locuteur.nullish(),
  delai: delai.nullish(),
  contraintes: contraintes.nullish(),
  langues: langues.nullish(),
  lieu: z
    .union([z.literal('decline'), lieuCode, z.object({ code: lieuCode }).transform(({ code }) => code)])
    .nullish(),
  acces: z.enum(['public', 'professionnel']).default('public'),
  quand: z.iso.datetime({ offset: true }).optional(),
});

/** `match`: a situation in, the suggestions and the emergency lines out. */
export function matchLine(world: World, now: () => Date) {
  return (value: unknown) => {
    const parsed = request.safeParse(value);
    if (!parsed.success) {
      const fields = [...new Set(parsed.error.issues.map((issue) => issue.path[0] ?? 'the whole line'))];
      throw new BadLineError(`not valid: ${fields.join(', ')}.`);
    }
    const { acces, quand, ...facets } = parsed.data;
    const known = Object.fromEntries(
      Object.entries(facets).filter(([, facet]) => facet !== null && facet !== undefined),
    );
    const s: Situation = { ...EMPTY_SITUATION, ...known };
    if (s.lieu !== null && s.lieu !== 'decline' && !world.directory.places.get(s.lieu)) {
      throw new BadLineError('no place has this code: lieu.');
    }
    const instant = quand ? new Date(quand) : now();
    const { suggestions, elargi } = match(s, world.directory, { acces, now: instant });
    return {
      suggestions: suggestions.map((suggestion) => detail(suggestion, world, acces)),
      elargi,
      urgence: urgence(s, world, instant),
    };
  };
}

function detail(suggestion: Suggestion, { directory }: World, acces: 'public' | 'professionnel') {
  const entry = directory.byId.get(suggestion.id);
  if (!entry) {
    throw new Error('A suggestion is always an entry of the directory.');
  }
  const { organisation, service } = entry;
  return {
    rang: suggestion.rang,
    organisation: organisation.id,
    service: service.id,
    nom: organisation.nom,
    nom_service: service.nom,
    besoins: suggestion.besoins,
    contacts: service.contacts.filter(({ visibilite }) => visibilite === 'tous' || acces === 'professionnel'),
    adresse: service.adresse,
    ouvert: suggestion.ouvert,
    raisons: suggestion.raisons,
    inconnus: suggestion.inconnus,
    source: sourceOf(entry),
    verifie_le: entry.verifieLe,
  };
}

function sourceOf(entry: Entry): string {
  const source = latestSource(entry);
  return [source?.titre, source?.editeur, source?.date].filter(Boolean).join(', ');
}

/** The lines that fit, then the static block: in the order of calling. */
function urgence(s: Situation, world: World, now: Date) {
  const fitting = emergencyOf(s, world, now);
  const standing = staticEmergency(s, world, now);
  const ids = [...fitting.lignes, ...standing.lignes, ...fitting.replie].map(({ id }) => id);
  return [...new Set(ids)].flatMap((id) => {
    const service = world.directory.byId.get(id)?.service;
    const contact = service?.contacts[0];
    return service && contact ? [{ nom: service.nom, canal: contact.canal, valeur: contact.valeur }] : [];
  });
}
