import type { ReplyResolved, SuggestionResolue } from '../../src/conversation/resolved.ts';

/** Prints replies as a transcript shows them: what is said, in few lines, with the choices in brackets. */
export function print(replies: readonly ReplyResolved[]): string {
  return replies.map((reply) => `bot:  ${linesOf(reply).join('\n      ')}`).join('\n');
}

function linesOf(reply: ReplyResolved): string[] {
  switch (reply.type) {
    case 'message':
      return [reply.texte];
    case 'end':
      return [reply.texte, brackets(reply.suites)];
    case 'question':
      return [
        ...[reply.texte, reply.aide].filter((text) => text !== null),
        brackets(reply.choix),
        brackets(reply.sorties),
      ].filter(Boolean);
    case 'summary':
      return [`${reply.titre} ${reply.elements.map(({ libelle }) => libelle).join(', ')}.`];
    case 'emergency':
      return emergency(reply);
    case 'card':
      return [
        `(${reply.langue}) ${reply.titre}`,
        reply.action,
        ...reply.lignes.map(({ valeur, texte }) => `! ${valeur} ${texte}`),
        ...(reply.sms ? [`${reply.sms.consigne} ${reply.sms.texte.trim()} ${reply.sms.sens}`] : []),
        `${reply.dire.consigne} ${reply.dire.texte}`,
        ...reply.notes,
        reply.suite,
      ];
    case 'languages':
      return [
        ...reply.langues
          .filter(({ action }) => action !== null)
          .map(({ langue, action }) => `(${langue}) ${action}`),
        brackets(reply.langues),
      ];
    case 'suggestions':
      return [
        reply.titre,
        ...reply.notes,
        ...reply.elargi.map((text) => `(${text})`),
        ...reply.plan.flatMap((card, index) => cardLines(card, `${index + 1}.`)),
        ...(reply.plan.length > 0 && reply.autres.length > 0 ? [reply.titre_autres] : []),
        ...reply.autres.flatMap((card) => cardLines(card, '-')),
        brackets(reply.suites),
      ];
  }
}

function emergency(reply: Extract<ReplyResolved, { type: 'emergency' }>): string[] {
  const lines = reply.lignes.map(({ nom, etat }) => `! ${nom} (${etat})`);
  if (!reply.plein) {
    return [`${reply.titre} : ${reply.lignes.map(({ nom }) => nom).join(' · ')}`];
  }
  const folded = reply.replie.map(({ nom }) => nom);
  return [
    reply.titre,
    ...reply.consignes,
    ...lines,
    ...(reply.sms ? [`${reply.sms.consigne} ${reply.sms.texte.trim()}`] : []),
    ...(folded.length > 0 ? [`${reply.titre_replie} : ${folded.join(' · ')}`] : []),
  ];
}

function cardLines(card: SuggestionResolue, mark: string): string[] {
  const name = card.nom === card.nom_service ? card.nom : `${card.nom}, ${card.nom_service}`;
  const ways = [...card.contacts.map(({ libelle, valeur }) => `${libelle} ${valeur}`), card.adresse].filter(
    Boolean,
  );
  return [
    `${mark} ${name} [${card.besoins.join(', ')}]`,
    ...(ways.length > 0 ? [`   ${ways.join(' · ')}`] : []),
    ...card.acces.map((text) => `   ${text}`),
    `   ${card.horaires}`,
    `   + ${card.raisons.join(' · ')}`,
    ...(card.inconnus.length > 0 ? [`   ? ${card.inconnus.join(' · ')}`] : []),
    `   ${card.source}`,
  ];
}

const brackets = (choices: readonly { libelle: string }[]) =>
  choices.map(({ libelle }) => `[${libelle}]`).join(' ');
