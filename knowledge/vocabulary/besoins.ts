/** The groups in which needs are asked, at most five needs each. */
export const GROUPES_BESOINS = {
  'me-proteger': {
    label: 'groupe.me-proteger',
    besoins: ['plainte-protection', 'droits', 'hebergement-urgence', 'accueil-jour', 'logement'],
  },
  'me-soigner': {
    label: 'groupe.me-soigner',
    besoins: ['ecoute', 'sante', 'sante-mentale', 'sante-sexuelle', 'addictions'],
  },
  'vivre-au-quotidien': {
    label: 'groupe.vivre-au-quotidien',
    besoins: ['alimentation', 'aide-materielle', 'budget', 'demarches', 'sejour'],
  },
  'ma-famille': {
    label: 'groupe.ma-famille',
    besoins: ['famille', 'garde-enfants', 'scolarite', 'autonomie', 'prison'],
  },
  avancer: {
    label: 'groupe.avancer',
    besoins: ['emploi-formation', 'francais-numerique', 'mobilite', 'lien-social', 'information'],
  },
} as const;

/** What a person may need. `appelOrdre` is the place in the order of calling: safety, roof, health, rights, the rest. */
export const BESOINS = {
  'plainte-protection': {
    label: 'besoin.plainte-protection',
    definition: 'Plainte, ordonnance de protection, certificat médical, constat.',
    appelOrdre: 1,
    dataInclusion: ['famille--surmonter-conflits-separation-violence'],
  },
  droits: {
    label: 'besoin.droits',
    definition: 'Divorce, garde, avocat, discrimination, accès au droit.',
    appelOrdre: 4,
    dataInclusion: [
      'difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits',
      'difficultes-administratives-ou-juridiques--connaitre-ses-droits-face-a-une-discrimination',
    ],
  },
  'hebergement-urgence': {
    label: 'besoin.hebergement-urgence',
    definition: 'Un toit tout de suite ou pour quelques nuits.',
    appelOrdre: 2,
    dataInclusion: ['logement-hebergement--rechercher-une-solution-dhebergement-temporaire'],
  },
  'accueil-jour': {
    label: 'besoin.accueil-jour',
    definition: 'Un lieu la journée : repos, douche, chaleur, bagagerie.',
    appelOrdre: 5,
    dataInclusion: null,
    raison: 'data·inclusion n’a pas de thématique pour l’accueil de jour.',
  },
  logement: {
    label: 'besoin.logement',
    definition: 'Trouver, garder ou quitter un logement durable ; impayés, expulsion.',
    appelOrdre: 5,
    dataInclusion: [
      'logement-hebergement--changer-de-logement',
      'logement-hebergement--louer-un-logement',
      'logement-hebergement--reduire-les-impayes-de-loyer',
      'logement-hebergement--se-maintenir-dans-le-logement',
      'logement-hebergement--sinformer-sur-les-demarches-liees-a-lacces-au-logement',
    ],
  },
  ecoute: {
    label: 'besoin.ecoute',
    definition: 'Parler à quelqu’un, être écouté.',
    appelOrdre: 3,
    dataInclusion: null,
    raison: 'L’écoute est un mode d’aide, pas une thématique de data·inclusion.',
  },
  sante: {
    label: 'besoin.sante',
    definition: 'Voir un médecin, soins, couverture santé.',
    appelOrdre: 3,
    dataInclusion: ['sante--acces-aux-soins'],
  },
  'sante-mentale': {
    label: 'besoin.sante-mentale',
    definition: 'Souffrance psychique, psychologue, psychiatre.',
    appelOrdre: 3,
    dataInclusion: ['sante--sante-mentale'],
  },
  'sante-sexuelle': {
    label: 'besoin.sante-sexuelle',
    definition: 'Contraception, grossesse non prévue, dépistage.',
    appelOrdre: 3,
    dataInclusion: ['sante--sante-sexuelle'],
  },
  addictions: {
    label: 'besoin.addictions',
    definition: 'Alcool, drogues, jeux, médicaments ; pour soi ou un proche.',
    appelOrdre: 3,
    dataInclusion: ['sante--addictions'],
  },
  alimentation: {
    label: 'besoin.alimentation',
    definition: 'Manger : repas, colis, épicerie solidaire.',
    appelOrdre: 5,
    dataInclusion: ['equipement-et-alimentation--alimentation'],
  },
  'aide-materielle': {
    label: 'besoin.aide-materielle',
    definition: 'Vêtements, hygiène, meubles, argent d’urgence.',
    appelOrdre: 5,
    dataInclusion: ['equipement-et-alimentation--habillement', 'equipement-et-alimentation--electromenager'],
  },
  budget: {
    label: 'besoin.budget',
    definition: 'Dettes, factures, banque, gérer l’argent.',
    appelOrdre: 5,
    dataInclusion: [
      'difficultes-financieres--ameliorer-sa-gestion-budgetaire',
      'difficultes-financieres--prevenir-une-degradation-de-la-situation-financiere',
      'difficultes-financieres--situation-dendettement-surendettement',
    ],
  },
  demarches: {
    label: 'besoin.demarches',
    definition: 'Papiers administratifs, prestations, domiciliation.',
    appelOrdre: 5,
    dataInclusion: [
      'difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives',
    ],
  },
  sejour: {
    label: 'besoin.sejour',
    definition: 'Titre de séjour, asile, papiers perdus ou retenus.',
    appelOrdre: 4,
    dataInclusion: null,
    raison: 'data·inclusion n’a que l’accès à la citoyenneté, plus étroit.',
  },
  famille: {
    label: 'besoin.famille',
    definition: 'Être parent, conflits en famille, séparation.',
    appelOrdre: 5,
    dataInclusion: ['famille--soutien-a-la-parentalite-et-a-leducation'],
  },
  'garde-enfants': {
    label: 'besoin.garde-enfants',
    definition: 'Faire garder un enfant.',
    appelOrdre: 5,
    dataInclusion: ['famille--garde-denfants'],
  },
  scolarite: {
    label: 'besoin.scolarite',
    definition: 'École, orientation scolaire, décrochage.',
    appelOrdre: 5,
    dataInclusion: null,
    raison: 'data·inclusion ne décrit pas la scolarité des enfants.',
  },
  autonomie: {
    label: 'besoin.autonomie',
    definition: 'Dépendance, dossier handicap, aide aux aidants.',
    appelOrdre: 5,
    dataInclusion: [
      'famille--prise-en-charge-personne-dependante',
      'famille--soutien-aidants',
      'sante--constituer-un-dossier-mdph-invalidite',
      'equipement-et-alimentation--aide-menagere',
    ],
  },
  prison: {
    label: 'besoin.prison',
    definition: 'Visiter, soutenir ou préparer la sortie d’une personne en prison.',
    appelOrdre: 5,
    dataInclusion: [
      'difficultes-administratives-ou-juridiques--prendre-en-compte-une-problematique-judiciaire',
    ],
  },
  'emploi-formation': {
    label: 'besoin.emploi-formation',
    definition: 'Travail, formation, insertion.',
    appelOrdre: 5,
    dataInclusion: [
      'preparer-sa-candidature--organiser-ses-demarches-de-recherche-demploi',
      'se-former--trouver-sa-formation',
      'trouver-un-emploi--repondre-a-des-offres-demploi',
    ],
  },
  'francais-numerique': {
    label: 'besoin.francais-numerique',
    definition: 'Apprendre le français, lire, écrire, utiliser internet.',
    appelOrdre: 5,
    dataInclusion: [
      'lecture-ecriture-calcul--maitriser-le-francais',
      'numerique--maitriser-les-fondamentaux-du-numerique',
      'numerique--acceder-a-des-services-en-ligne',
    ],
  },
  mobilite: {
    label: 'besoin.mobilite',
    definition: 'Se déplacer : permis, véhicule, transports.',
    appelOrdre: 5,
    dataInclusion: [
      'mobilite--etre-accompagne-dans-son-parcours-mobilite',
      'mobilite--financer-ma-mobilite',
      'mobilite--preparer-un-permis',
    ],
  },
  'lien-social': {
    label: 'besoin.lien-social',
    definition: 'Culture, loisirs, sport, vie de quartier.',
    appelOrdre: 5,
    dataInclusion: ['remobilisation--lien-social', 'remobilisation--activites-sportives-et-culturelles'],
  },
  information: {
    label: 'besoin.information',
    definition: 'Savoir ce qui existe et à qui demander.',
    appelOrdre: 5,
    dataInclusion: null,
    raison: 'S’informer n’est pas une thématique de data·inclusion.',
  },
  'appui-professionnel': {
    label: 'besoin.appui-professionnel',
    definition: 'Pour les professionnels : formation, réseau, avis, procédures.',
    appelOrdre: 5,
    dataInclusion: null,
    raison: 'data·inclusion décrit l’offre aux usagers, pas l’appui entre professionnels.',
  },
} as const;

export type GroupeId = keyof typeof GROUPES_BESOINS;
export type BesoinId = keyof typeof BESOINS;
