import { directionOf, LANGUAGE_NAMES } from '../../dialogs/languages.ts';
import type { Reply } from '../conversation/replies.ts';
import type { ReplyResolved } from '../conversation/resolved.ts';
import type { Card } from '../knowledge/load-cards.ts';
import { type Phrases, say } from './phrases.ts';
import { resolveLine } from './resolve-entry.ts';

type Of<T extends Reply['type']> = Extract<Reply, { type: T }>;

/** The emergency card in its own language; the numbers are those of knowledge.
 *  @throws {Error} when the language has no card, which loading already refuses */
export function resolveCard(reply: Of<'card'>, phrases: Phrases): ReplyResolved {
  const { langue } = reply;
  const card = phrases.cards.get(langue);
  if (!card) {
    throw new Error(`No card for the language ${langue}: add it to dialogs/texts/cards.`);
  }
  const model = say(phrases, reply.sms);
  const lignes = linesOf(reply, card, phrases);
  const written = lignes.find(({ lien }) => lien.startsWith('sms:'));
  return {
    type: 'card',
    langue,
    sens: directionOf(langue),
    titre: card.titre,
    action: card.action,
    lignes,
    gratuit: card.gratuit,
    sms: written
      ? {
          consigne: card.sms_consigne,
          sens: card.sms_sens,
          texte: model,
          lien: `${written.lien}?body=${encodeURIComponent(model)}`,
        }
      : null,
    dire: { consigne: card.dire, texte: card.dire_francais },
    notes: [card.programme, card.garde],
    quitter: card.quitter.replace('{quitter}', say(phrases, 'page.exit')),
    suite: card.suite,
  };
}

function linesOf(reply: Of<'card'>, card: Card, phrases: Phrases) {
  const texts: Readonly<Record<string, string>> = card.lignes;
  return reply.lignes.flatMap((ref) => {
    const [contact] = resolveLine(ref, phrases)?.contacts ?? [];
    const texte = texts[ref.id];
    if (!contact?.lien || !texte) {
      return [];
    }
    const { canal, libelle, valeur, lien } = contact;
    // A number that is only written to must not look like one to call.
    return [{ id: ref.id, valeur: canal === 'sms' ? `${libelle} ${valeur}` : valeur, lien, texte }];
  });
}

/** The languages under their own names. */
export function resolveLanguages(reply: Of<'languages'>, phrases: Phrases): ReplyResolved {
  const actions: ReadonlyMap<string, Card> = phrases.cards;
  const langues = reply.langues.map((langue) => ({
    id: `l:${langue}`,
    libelle: LANGUAGE_NAMES[langue],
    langue,
    sens: directionOf(langue),
    action: reply.plein ? (actions.get(langue)?.action ?? null) : null,
  }));
  return {
    type: 'languages',
    titre: say(phrases, 'page.langues'),
    // In full, only those that say what to do.
    langues: reply.plein ? langues.filter(({ action }) => action !== null) : langues,
  };
}
