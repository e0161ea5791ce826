import { type Activity, ActivityTypes, InputHints } from 'botbuilder';
import type {
  ChoixResolu,
  LigneResolue,
  ReplyResolved,
  SuggestionResolue,
} from '../conversation/resolved.ts';

/** One reply as an activity: text and suggested actions for any channel, the whole reply for ours. */
export function activityOf(reply: ReplyResolved, langue: string): Partial<Activity> {
  const actions = choicesOf(reply);
  return {
    type: ActivityTypes.Message,
    text: textOf(reply),
    textFormat: 'plain',
    locale: reply.type === 'card' ? reply.langue : langue,
    inputHint: reply.type === 'question' ? InputHints.ExpectingInput : InputHints.AcceptingInput,
    ...(actions.length > 0
      ? {
          suggestedActions: {
            to: [],
            actions: actions.map(({ id, libelle }) => ({ type: 'postBack', title: libelle, value: id })),
          },
        }
      : {}),
    channelData: { passerelle: reply },
  };
}

function choicesOf(reply: ReplyResolved): readonly ChoixResolu[] {
  switch (reply.type) {
    case 'question':
      return [...reply.choix, ...reply.sorties];
    case 'suggestions':
    case 'end':
      return reply.suites;
    default:
      return [];
  }
}

/** A reply as plain lines, for channels that show text only. */
function textOf(reply: ReplyResolved): string {
  switch (reply.type) {
    case 'message':
    case 'end':
      return reply.texte;
    case 'card':
      return lines(
        reply.titre,
        reply.action,
        ...reply.lignes.map(({ valeur, texte }) => `${valeur} : ${texte}`),
        reply.gratuit,
        reply.sms ? `${reply.sms.consigne} ${reply.sms.texte} ${reply.sms.sens}` : null,
        `${reply.dire.consigne} ${reply.dire.texte}`,
        ...reply.notes,
        reply.suite,
      );
    case 'languages':
      return lines(
        reply.titre,
        ...(reply.langues.some(({ action }) => action)
          ? reply.langues.map(({ libelle, action }) => `${libelle} : ${action}`)
          : [reply.langues.map(({ libelle }) => libelle).join(' · ')]),
      );
    case 'question':
      return lines(reply.texte, reply.aide);
    case 'summary':
      return `${reply.titre} ${reply.elements.map(({ libelle }) => libelle).join(', ')}.`;
    case 'emergency':
      return reply.plein ? fullEmergency(reply) : lines(reply.titre, ...reply.lignes.map(shortLine));
    case 'suggestions':
      return lines(
        reply.titre,
        ...reply.notes,
        ...reply.elargi,
        ...reply.plan.map(cardText),
        reply.plan.length > 0 && reply.autres.length > 0 ? reply.titre_autres : null,
        ...reply.autres.map(cardText),
      );
  }
}

function fullEmergency(reply: Extract<ReplyResolved, { type: 'emergency' }>): string {
  return lines(
    reply.titre,
    ...reply.consignes,
    ...reply.lignes.map(lineText),
    reply.sms ? `${reply.sms.consigne} ${reply.sms.texte}` : null,
    reply.replie.length > 0 ? reply.titre_replie : null,
    ...reply.replie.map(lineText),
    reply.journal,
  );
}

const shortLine = ({ nom, etat }: LigneResolue) => `${nom} (${etat})`;

function lineText({ nom, contacts, etat, premier_contact, avertissement }: LigneResolue): string {
  const ways = contacts.map(({ libelle, valeur }) => `${libelle} ${valeur}`).join(' · ');
  return lines(`${nom} : ${ways} (${etat})`, ...indented([...premier_contact, avertissement]));
}

function cardText(card: SuggestionResolue): string {
  const name = card.nom === card.nom_service ? card.nom : `${card.nom}, ${card.nom_service}`;
  return lines(
    `• ${name}`,
    ...indented([
      card.description,
      ...card.contacts.map(({ libelle, valeur, notes }) => [`${libelle} ${valeur}`, ...notes].join(', ')),
      card.adresse,
      ...card.acces,
      card.horaires,
      ...card.raisons,
      ...card.inconnus,
      ...card.premier_contact,
      card.avertissement,
      card.source,
    ]),
  );
}

const indented = (texts: readonly (string | null)[]) => texts.map((text) => (text ? `  ${text}` : null));
const lines = (...texts: (string | null)[]) => texts.filter(Boolean).join('\n');
