import type { TextKey } from './text-keys.ts';

/**
 * The drawing beside a choice in simple French, by the text of the choice: one path in a 24 by 24 square, drawn as
 * a line. Our own; it says nothing that the label does not say.
 */
export const DRAWINGS: Partial<Readonly<Record<TextKey, string>>> = {
  'groupe.me-proteger': 'M3 11l9-8 9 8M5 9.5V20h14V9.5M9 14.5l2.2 2.2L15.5 12',
  'groupe.me-soigner': 'M12 20s-8-5-8-11a4.5 4.5 0 0 1 8-2.5A4.5 4.5 0 0 1 20 9c0 6-8 11-8 11z',
  'groupe.vivre-au-quotidien': 'M3 10h18l-2.5 10h-13zM8 10l3-6M16 10l-3-6M10 13.5v3M14 13.5v3',
  'groupe.ma-famille':
    'M3 6a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M1.6 20v-7.6a3.4 3.4 0 0 1 6.8 0v7.6M17 6a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M15.6 20v-7.6a3.4 3.4 0 0 1 6.8 0v7.6M10.4 12.6a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0M9.28 20v-2.08a2.72 2.72 0 0 1 5.44 0v2.08',
  'groupe.avancer': 'M3 20h5v-4h5v-4h5V8h3M6 11l6-6M12 9V5H8',
  'besoin.plainte-protection': 'M12 3l7 2.5V11c0 5-3 8-7 10-4-2-7-5-7-10V5.5zM9 11.5l2.2 2.2L15.5 9',
  'besoin.droits': 'M12 3v17M8 20h8M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z',
  'besoin.hebergement-urgence':
    'M3 11l9-8 9 8M5 9.5V20h14V9.5M8 17.5V12M8 16h8v1.5M16 16v-.5a1.5 1.5 0 0 0-1.5-1.5H11V16',
  'besoin.accueil-jour':
    'M4 9h12v6a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5zM16 10.5h1.5a2.5 2.5 0 0 1 0 5H16M8 3v3M12 3v3',
  'besoin.logement':
    'M3.5 15.5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0M11.2 12.3L20 3.5M16.5 7l3 3M13.8 9.7l2 2',
  'besoin.ecoute': 'M3 4h12v8H8l-3.5 3v-3H3zM18 9h3v8h-1.5v3L16 17h-6v-2',
  'besoin.sante': 'M9 3h6v6h6v6h-6v6H9v-6H3V9h6z',
  'besoin.sante-mentale':
    'M8.5 21v-3H6v-4l-2-1 2-3.5C6 5.5 9 3 12.5 3a6.5 6.5 0 0 1 4 11.5V21M10.5 9a2.2 2.2 0 1 1 2.2 2.2V13',
  'besoin.sante-sexuelle':
    'M8.5 4.5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M9.5 8.5C8 12 8 16 9 21M11.5 8.5c0 2.5 4.5 3 4.5 6.5 0 2-1.5 3-3 3v3',
  'besoin.addictions': 'M6 3h3v5l2 3v10H4V11l2-3zM14 11h7l-1 4.5a2.5 2.5 0 0 1-5 0zM17.5 17.5V21M15.5 21h4',
  'besoin.alimentation': 'M7.5 3v18M4.5 3v5a3 3 0 0 0 6 0V3M17.5 21V3c-2.5 1-3.5 4-3.5 10h3.5',
  'besoin.aide-materielle': 'M8 4L3 7l2 4 2-1v10h10V10l2 1 2-4-5-3a4 4 0 0 1-8 0z',
  'besoin.budget': 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M15.5 8.5a4.5 4.5 0 1 0 0 7M7.5 11h5.5M7.5 13.5H13',
  'besoin.demarches': 'M5 3h9l5 5v13H5zM14 3v5h5M8.5 12.5h7M8.5 16.5h7',
  'besoin.sejour':
    'M3 5h18v14h-18zM6.7 10.5a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0 -3.6 0M5.5 16a3 3 0 0 1 6 0M14.5 10H18M14.5 14H18',
  'besoin.famille':
    'M5.6 5.4a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0 -4.8 0M3.92 21v-8.12a4.08 4.08 0 0 1 8.16 0v8.12M15.2 11.8a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0 -3.6 0M13.94 21v-3.34a3.06 3.06 0 0 1 6.12 0v3.34',
  'besoin.garde-enfants':
    'M4.5 13a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0 -15 0M9.5 12h.01M14.5 12h.01M9.5 15.5c1.5 1.5 3.5 1.5 5 0M12 5.5c0-2 1-2.5 2-2.5',
  'besoin.scolarite': 'M5 21V11a7 7 0 0 1 14 0v10zM9.5 4.5V3h5v1.5M8.5 21v-6h7v6M8.5 18h7M10 10h4',
  'besoin.autonomie':
    'M8.3 4a1.7 1.7 0 1 0 3.4 0a1.7 1.7 0 1 0 -3.4 0M10 7.5V14h5.5l3 5.5M10 10h4.5M7 11a5.5 5.5 0 1 0 7.5 7',
  'besoin.prison': 'M4 4h16v16h-16zM8 4v16M12 4v16M16 4v16',
  'besoin.emploi-formation': 'M3 8h18v12h-18zM9 8V5h6v3M3 13h18M12 12v2',
  'besoin.francais-numerique': 'M5 4h14v11h-14zM2 19h20M9.5 12.5l2.5-6 2.5 6M10.3 10.5h3.4',
  'besoin.mobilite': 'M4 4h16v13h-16zM4 11h16M12 4v7M7 17v3M17 17v3M7.5 14h.01M16.5 14h.01',
  'besoin.lien-social':
    'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M12 8l4 3-1.5 4.5h-5L8 11zM12 8V3M16 11l4.7-1.5M14.5 15.5l3 3.7M9.5 15.5l-3 3.7M8 11L3.3 9.5',
  'besoin.information': 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M12 11v6M12 7.5h.01',
  'besoin.appui-professionnel':
    'M3.6 7.4a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0 -4.8 0M1.92 20v-5.12a4.08 4.08 0 0 1 8.16 0v5.12M15.6 7.4a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0 -4.8 0M13.92 20v-5.12a4.08 4.08 0 0 1 8.16 0v5.12M10.5 4.5h3',
  'choix.oui': 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M7.5 12.5l3 3 6-7',
  'choix.non': 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M8.5 8.5l7 7M15.5 8.5l-7 7',
  'choix.passer': 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M9 10h.01M15 10h.01M8.5 15.5h7',
  'choix.ne-sais-pas':
    'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 17h.01',
  'choix.pas-celui-ci': 'M4 4h16v16h-16zM9 9l6 6M15 9l-6 6',
  'choix.auteur.fait':
    'M5.4 6.6a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0 -5.2 0M3.58 20v-5.38a4.42 4.42 0 0 1 8.84 0v5.38M14.5 11H22M19 8l3 3-3 3',
  'choix.auteur.subi':
    'M5.4 6.6a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0 -5.2 0M3.58 20v-5.38a4.42 4.42 0 0 1 8.84 0v5.38M22 11h-7.5M17.5 8l-3 3 3 3',
  'choix.auteur.deux':
    'M5.4 6.6a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0 -5.2 0M3.58 20v-5.38a4.42 4.42 0 0 1 8.84 0v5.38M14.5 8H22M19.5 5.5L22 8l-2.5 2.5M22 15h-7.5M17 12.5L14.5 15l2.5 2.5',
  'choix.age.mineur':
    'M9.8 11.2a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0 -4.4 0M8.26 21v-2.86a3.74 3.74 0 0 1 7.48 0v2.86',
  'choix.age.jeune':
    'M9.6 8.4a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0 -4.8 0M7.92 21v-5.12a4.08 4.08 0 0 1 8.16 0v5.12',
  'choix.age.adulte':
    'M9.2 5.8a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0 -5.6 0M7.24 21v-6.64a4.76 4.76 0 0 1 9.52 0v6.64',
  'choix.age.agee':
    'M7.4 6.6a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0 -5.2 0M5.58 21v-6.38a4.42 4.42 0 0 1 8.84 0v6.38M17 21v-8a2 2 0 0 1 4 0',
  'choix.delai.maintenant': 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M12 6.5V12l3.5 2.5',
  'choix.delai.ce-soir': 'M19.5 14.5A8 8 0 0 1 9.5 4.5 8 8 0 1 0 19.5 14.5zM17 4v4M15 6h4',
  'choix.delai.semaine':
    'M3 5h18v16h-18zM3 10h18M8 3v4M16 3v4M7.5 14h.01M12 14h.01M16.5 14h.01M7.5 17.5h.01M12 17.5h.01',
  'choix.delai.plus-tard': 'M6 3h12M6 21h12M8 3v4l4 5-4 5v4M16 3v4l-4 5 4 5v4',
  'commande.voir-plus': 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M12 8v8M8 12h8',
  'commande.autre-besoin': 'M4 4h6v6h-6zM14 4h6v6h-6zM4 14h6v6h-6zM17 14v6M14 17h6',
  'commande.pourquoi': 'M9 18h6M10 21h4M8.5 15.5C6.5 14 5.5 12 5.5 9.5a6.5 6.5 0 0 1 13 0c0 2.5-1 4.5-3 6z',
  'commande.retour': 'M20 12H4M10 6l-6 6 6 6',
  'commande.recommencer': 'M4 12a8 8 0 1 0 2.5-5.8M4 4v4.5h4.5',
  'commande.effacer': 'M4 6.5h16M9 6.5V4h6v2.5M6 6.5L7 21h10l1-14.5M10 10.5v6.5M14 10.5v6.5',
  'canal.telephone':
    'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2C10 20.5 3.5 14 3 6a2 2 0 0 1 2-2z',
  'canal.sms': 'M4 4h16v12h-9l-4 4v-4H4zM8 8.5h8M8 12h5',
  'canal.chat': 'M4 4h16v12h-9l-4 4v-4H4zM8.5 10h.01M12 10h.01M15.5 10h.01',
  'canal.visio-lsf': 'M2 6h13v12h-13zM15 11l6-4v10l-6-4',
  'canal.application': 'M7 2h10v20H7zM11 18.5h2',
  'canal.courriel': 'M3 5h18v14h-18zM3 6l9 7 9-7',
  'canal.formulaire': 'M5 3h14v18h-14zM8.5 8h7M8.5 12h7M8.5 16h3',
  'canal.site': 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M3 12h18M12 3c-6 5.5-6 12.5 0 18M12 3c6 5.5 6 12.5 0 18',
  'question.lieu':
    'M12 21c-4-5-6.5-8-6.5-11.5a6.5 6.5 0 0 1 13 0C18.5 13 16 16 12 21zM9.7 9.5a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0 -4.6 0',
};
