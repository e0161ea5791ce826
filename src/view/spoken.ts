import type { ShownReply } from './replies.tsx';

/** What a reply says to someone who hears the page: its sentences, not its buttons, and the titles of what is long. */
export function spoken(reply: ShownReply): string {
  switch (reply.type) {
    case 'message':
    case 'end':
      return reply.texte;
    case 'emergency':
      return [reply.titre, ...reply.consignes].join('. ');
    case 'card':
      return [reply.titre, reply.action].join('. ');
    case 'languages':
      return reply.titre;
    case 'question':
      return [reply.texte, reply.aide ?? ''].join(' ');
    case 'summary':
      return [reply.titre, reply.elements.map(({ libelle }) => libelle).join(', ')].join(' ');
    case 'suggestions':
      return [reply.titre, ...reply.notes, ...reply.elargi, ...reply.plan.map(({ nom }) => nom)].join('. ');
  }
}
