import type { ChoiceRef, Label, Reply } from '../conversation/replies.ts';
import type { ChoixResolu, LigneResolue, ReplyResolved } from '../conversation/resolved.ts';
import type { MatchResult } from '../matching/match.ts';
import { drawingOf } from './drawing.ts';
import { type Phrases, placeName, say } from './phrases.ts';
import { resolveLine, resolveSuggestion } from './resolve-entry.ts';
import { resolveCard, resolveLanguages } from './resolve-language.ts';

type Of<T extends Reply['type']> = Extract<Reply, { type: T }>;

/** Turns the ids of a reply into the words of one language. */
export function resolve(reply: Reply, phrases: Phrases): ReplyResolved {
  switch (reply.type) {
    case 'message':
      return { type: 'message', texte: say(phrases, reply.texte) };
    case 'emergency':
      return emergency(reply, phrases);
    case 'question':
      return {
        type: 'question',
        id: reply.id,
        texte: say(phrases, reply.texte),
        aide: reply.id === 'lieu' ? say(phrases, 'question.lieu-aide') : null,
        choix: choices(reply.choix, phrases),
        sorties: choices(reply.sorties, phrases),
      };
    case 'suggestions':
      return suggestions(reply, phrases);
    case 'summary':
      return {
        type: 'summary',
        titre: say(phrases, 'compris.titre'),
        elements: reply.elements.map(({ label, id }) => ({
          libelle: labelText(label, phrases),
          corriger: { id, libelle: say(phrases, 'choix.retirer') },
        })),
      };
    case 'card':
      return resolveCard(reply, phrases);
    case 'languages':
      return resolveLanguages(reply, phrases);
    case 'end':
      return { type: 'end', texte: say(phrases, reply.texte), suites: choices(reply.suites, phrases) };
  }
}

/** The words of a label. */
export function labelText(label: Label, phrases: Phrases): string {
  if ('lieu' in label) {
    return placeName(phrases, label.lieu);
  }
  return say(phrases, label.texte, label.besoin ? { besoin: say(phrases, `besoin.${label.besoin}`) } : {});
}

function choices(refs: readonly ChoiceRef[], phrases: Phrases): ChoixResolu[] {
  return refs.map(({ id, label }) => ({
    id,
    libelle: labelText(label, phrases),
    // One drawing for all places.
    ...drawingOf('lieu' in label ? 'question.lieu' : label.texte, phrases),
  }));
}

function emergency(reply: Of<'emergency'>, phrases: Phrases): ReplyResolved {
  const present = (line: LigneResolue | null) => line !== null;
  const lignes = reply.lignes.map((ref) => resolveLine(ref, phrases)).filter(present);
  const model = say(phrases, reply.sms);
  const sms = lignes.flatMap(({ contacts }) => contacts).find(({ canal }) => canal === 'sms');
  return {
    type: 'emergency',
    titre: say(phrases, reply.plein ? reply.titre : 'urgence.court'),
    plein: reply.plein,
    consignes: reply.consignes.map((key) => say(phrases, key)),
    lignes,
    replie: reply.replie.map((ref) => resolveLine(ref, phrases)).filter(present),
    titre_replie: say(phrases, 'urgence.replie'),
    // The written call for help: the assistant itself never asks for an address.
    sms: sms
      ? {
          texte: model,
          lien: `${sms.lien}?body=${encodeURIComponent(model)}`,
          consigne: say(phrases, 'urgence.sms-consigne'),
        }
      : null,
    journal: say(phrases, 'urgence.journal'),
  };
}

function suggestions(reply: Of<'suggestions'>, phrases: Phrases): ReplyResolved {
  const resolved = reply.suggestions.flatMap((item) => resolveSuggestion(item, reply.acces, phrases) ?? []);
  const professional = reply.voix === 'professionnel';
  return {
    type: 'suggestions',
    titre: titleOf(reply, phrases),
    notes: professional ? [say(phrases, 'resultats.accord'), ...leftOut(reply.exclus, phrases)] : [],
    elargi: widened(reply, phrases),
    plan: resolved.filter(({ rang }) => rang === 'plan'),
    titre_autres: say(phrases, 'resultats.autres'),
    autres: resolved.filter(({ rang }) => rang === 'autre'),
    suites: choices(reply.suites, phrases),
  };
}

function titleOf({ voix, suggestions: list }: Of<'suggestions'>, phrases: Phrases): string {
  if (list.every(({ rang }) => rang === 'autre')) {
    return say(phrases, 'resultats.autres');
  }
  return say(phrases, voix === 'professionnel' ? 'resultats.titre-professionnel' : 'resultats.titre');
}

function leftOut(exclus: MatchResult['exclus'], phrases: Phrases): string[] {
  return exclus.flatMap(({ id, regle }) => {
    const entry = phrases.directory.byId.get(id);
    return entry
      ? [
          say(phrases, 'resultats.exclus', {
            nom: entry.organisation.nom,
            regle: say(phrases, `exclus.${regle}`),
          }),
        ]
      : [];
  });
}

/** Each widening once, needs that went as far told together. */
function widened({ elargi, lieu }: Of<'suggestions'>, phrases: Phrases): string[] {
  const byReach = new Map<string, string[]>();
  for (const { besoin, portee } of elargi) {
    byReach.set(portee, [...(byReach.get(portee) ?? []), say(phrases, `besoin.${besoin}`)]);
  }
  const name = lieu ? placeName(phrases, lieu) : '';
  return [...byReach].flatMap(([portee, needs]) =>
    portee === 'departement' ||
    portee === 'region' ||
    portee === 'pays' ||
    portee === 'generique' ||
    portee === 'personne'
      ? [say(phrases, `elargi.${portee}`, { besoin: needs.join(', '), lieu: name })]
      : [],
  );
}
