import type { BesoinId } from './besoins.ts';
import type { PublicId } from './publics.ts';

/** What a term of data·inclusion becomes here, and what is lost on the way. */
export interface Reprise<Id> {
  readonly vers: readonly Id[];
  /** Absent when nothing is lost. */
  readonly perdu?: string;
}

type Theme = Reprise<BesoinId>;

const TRAVAIL: Theme = { vers: ['emploi-formation'], perdu: 'L’étape de la recherche d’emploi.' };
const ENTREPRISE: Theme = {
  vers: ['emploi-formation'],
  perdu: 'La création d’entreprise n’est pas distinguée.',
};
const ETRANGER: Theme = { vers: [], perdu: 'Travailler à l’étranger n’est pas un besoin d’ici.' };
const exact = (...vers: BesoinId[]): Theme => ({ vers });

/** The 69 thématiques of data·inclusion v1, and the needs they answer. A service without any need is not kept. */
export const THEMATIQUES = {
  'choisir-un-metier--confirmer-son-choix-de-metier': TRAVAIL,
  'choisir-un-metier--connaitre-les-opportunites-demploi': TRAVAIL,
  'choisir-un-metier--decouvrir-un-metier-ou-un-secteur-dactivite': TRAVAIL,
  'choisir-un-metier--identifier-ses-points-forts-et-ses-competences': TRAVAIL,
  'creer-une-entreprise--definir-son-projet-de-creation-dentreprise': ENTREPRISE,
  'creer-une-entreprise--developper-son-entreprise': ENTREPRISE,
  'creer-une-entreprise--structurer-son-projet-de-creation-dentreprise': ENTREPRISE,
  'difficultes-administratives-ou-juridiques--accompagnement-aux-demarches-administratives':
    exact('demarches'),
  'difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-a-la-citoyennete': {
    vers: ['demarches'],
    perdu: 'La citoyenneté : séjour, vote ou naturalisation ne sont pas distingués.',
  },
  'difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits': exact('droits'),
  'difficultes-administratives-ou-juridiques--beneficier-dune-mesure-daccompagnement-adapte': {
    vers: ['demarches'],
    perdu: 'La mesure d’accompagnement (curatelle, tutelle) n’est pas distinguée.',
  },
  'difficultes-administratives-ou-juridiques--connaitre-ses-droits-face-a-une-discrimination':
    exact('droits'),
  'difficultes-administratives-ou-juridiques--prendre-en-compte-une-problematique-judiciaire': {
    vers: ['droits'],
    perdu: 'La prison n’est pas distinguée des autres affaires de justice.',
  },
  'difficultes-financieres--acquerir-une-autonomie-budgetaire': exact('budget'),
  'difficultes-financieres--ameliorer-sa-gestion-budgetaire': exact('budget'),
  'difficultes-financieres--mettre-en-place-une-mesure-de-protection-financiere': {
    vers: ['budget'],
    perdu: 'La mesure de protection n’est pas distinguée.',
  },
  'difficultes-financieres--prevenir-une-degradation-de-la-situation-financiere': exact('budget'),
  'difficultes-financieres--situation-dendettement-surendettement': exact('budget'),
  'equipement-et-alimentation--aide-menagere': exact('autonomie'),
  'equipement-et-alimentation--alimentation': exact('alimentation'),
  'equipement-et-alimentation--electromenager': exact('aide-materielle'),
  'equipement-et-alimentation--habillement': exact('aide-materielle'),
  'famille--garde-denfants': exact('garde-enfants'),
  'famille--prise-en-charge-personne-dependante': exact('autonomie'),
  'famille--soutien-a-la-parentalite-et-a-leducation': exact('famille'),
  'famille--soutien-aidants': exact('autonomie'),
  'famille--surmonter-conflits-separation-violence': {
    vers: ['famille'],
    perdu: 'Conflit, séparation et violence sont mêlés : la violence n’est retenue que si la fiche la nomme.',
  },
  'lecture-ecriture-calcul--maitriser-le-calcul': {
    vers: ['francais-numerique'],
    perdu: 'Le calcul n’est pas distingué.',
  },
  'lecture-ecriture-calcul--maitriser-le-francais': exact('francais-numerique'),
  'logement-hebergement--acheter-un-logement': { vers: ['logement'], perdu: 'L’achat n’est pas distingué.' },
  'logement-hebergement--changer-de-logement': exact('logement'),
  'logement-hebergement--louer-un-logement': exact('logement'),
  'logement-hebergement--rechercher-une-solution-dhebergement-temporaire': {
    vers: ['hebergement-urgence'],
    perdu: 'La durée : une nuit, quelques mois ou une résidence ne sont pas distinguées.',
  },
  'logement-hebergement--reduire-les-impayes-de-loyer': exact('logement'),
  'logement-hebergement--se-maintenir-dans-le-logement': exact('logement'),
  'logement-hebergement--sinformer-sur-les-demarches-liees-a-lacces-au-logement': exact('logement'),
  'mobilite--acceder-a-un-vehicule': exact('mobilite'),
  'mobilite--entretenir-reparer-son-vehicule': exact('mobilite'),
  'mobilite--etre-accompagne-dans-son-parcours-mobilite': exact('mobilite'),
  'mobilite--financer-ma-mobilite': exact('mobilite'),
  'mobilite--mobilite-douce-partagee-collective': exact('mobilite'),
  'mobilite--preparer-un-permis': exact('mobilite'),
  'numerique--acceder-a-des-services-en-ligne': exact('francais-numerique'),
  'numerique--acceder-a-une-connexion-internet': exact('francais-numerique'),
  'numerique--acquerir-un-equipement': {
    vers: ['francais-numerique'],
    perdu: 'L’équipement n’est pas distingué de l’apprentissage.',
  },
  'numerique--maitriser-les-fondamentaux-du-numerique': exact('francais-numerique'),
  'preparer-sa-candidature--developper-son-reseau': TRAVAIL,
  'preparer-sa-candidature--organiser-ses-demarches-de-recherche-demploi': TRAVAIL,
  'preparer-sa-candidature--realiser-un-cv-et-ou-une-lettre-de-motivation': TRAVAIL,
  'preparer-sa-candidature--valoriser-ses-competences': TRAVAIL,
  'remobilisation--activites-sportives-et-culturelles': exact('lien-social'),
  'remobilisation--benevolat-action-citoyenne': exact('lien-social'),
  'remobilisation--bien-etre-confiance-en-soi': {
    vers: ['lien-social'],
    perdu: 'Le bien-être n’est pas distingué ; ce n’est pas un soin.',
  },
  'remobilisation--lien-social': exact('lien-social'),
  'sante--acces-aux-soins': exact('sante'),
  'sante--addictions': exact('addictions'),
  'sante--constituer-un-dossier-mdph-invalidite': exact('autonomie'),
  'sante--sante-mentale': exact('sante-mentale'),
  'sante--sante-sexuelle': exact('sante-sexuelle'),
  'se-former--monter-son-dossier-de-formation': TRAVAIL,
  'se-former--trouver-sa-formation': TRAVAIL,
  'souvrir-a-linternational--connaitre-les-opportunites-demploi-a-letranger': ETRANGER,
  'souvrir-a-linternational--sinformer-sur-les-aides-pour-travailler-a-letranger': ETRANGER,
  'souvrir-a-linternational--sorganiser-suite-a-son-retour-en-france': {
    vers: ['demarches'],
    perdu: 'Le retour de l’étranger n’est pas distingué.',
  },
  'trouver-un-emploi--convaincre-un-recruteur-en-entretien': TRAVAIL,
  'trouver-un-emploi--faire-des-candidatures-spontanees': TRAVAIL,
  'trouver-un-emploi--maintien-dans-lemploi': TRAVAIL,
  'trouver-un-emploi--repondre-a-des-offres-demploi': TRAVAIL,
  'trouver-un-emploi--suivre-ses-candidatures-et-relancer-les-employeurs': TRAVAIL,
} as const satisfies Record<string, Theme>;

export type ThematiqueId = keyof typeof THEMATIQUES;

type Cible = Reprise<PublicId>;
const SANS_PUBLIC =
  'Ce public n’a pas d’équivalent : la fiche reste ouverte à tous, sans préférence pour lui.';

/** The 14 publics of data·inclusion v1. A person is eligible when one of a service's publics is hers;
 *  a public without counterpart cannot be told from a person's answers, so it never closes a service. */
export const PUBLICS_REPRIS = {
  'tous-publics': { vers: [] },
  actifs: { vers: [], perdu: SANS_PUBLIC },
  'beneficiaires-des-minimas-sociaux': { vers: [], perdu: SANS_PUBLIC },
  'demandeurs-emploi': { vers: [], perdu: SANS_PUBLIC },
  etudiants: { vers: [], perdu: SANS_PUBLIC },
  familles: { vers: ['avec-enfants'] },
  femmes: { vers: ['femme'] },
  jeunes: { vers: ['jeune', 'mineur'], perdu: 'L’âge exact : mineurs et jeunes majeurs sont mêlés.' },
  'personnes-en-situation-de-handicap': { vers: ['handicap'] },
  'personnes-en-situation-durgence': { vers: [], perdu: SANS_PUBLIC },
  'personnes-en-situation-juridique-specifique': {
    vers: ['detenu', 'sortant-prison'],
    perdu: 'Détenus, sortants et personnes suivies par la justice sont mêlés.',
  },
  'personnes-exilees': { vers: ['etranger'] },
  'residents-qpv-frr': { vers: [], perdu: SANS_PUBLIC },
  seniors: { vers: ['personne-agee'] },
} as const satisfies Record<string, Cible>;

export type PublicDataInclusion = keyof typeof PUBLICS_REPRIS;

/** Words by which a record says what its fields cannot. Read without accents, in lower case. */
export const INDICES = {
  /** Made for people hurt by violence. */
  violence: /\bviolences?\b|\bvictimes?\b|\bfemmes battues\b|\bfeminicides?\b/,
  prostitution: /prostitu|\btraite des etres\b/,
  hebergement:
    /\bheberge|\bfoyers?\b|\brefuge|\babri\b|\bchrs\b|\bhuda\b|\bcada\b|\bmise a l.abri\b|\bresidence sociale\b/,
  /** Barred where there is violence. The work is named: « violence conjugale », « au sein du couple » are said by those who help. */
  mediation:
    /\bmediation familiale\b|\bmediat(?:eur|rice)s? famili|\b(?:conseil|conseill(?:er|ere)s?|mediations?|therapies?) conjuga(?:les?|l|ux)\b|\btherapies? de couple\b|\b(?:conflits?|difficultes?|crises?|separations?|relations?|mediations?|conseils?|therapies?) du couple\b/,
  /** On referral, said in any sentence: an imported condition or a curated text. */
  orientation:
    /\b(?:sur (?:orientation|prescription|adressage)\b|orientee?s? (?:par|via)\b|orientation (?:par|via|obligatoire|d.une?|du|de la|de l.|des)\b|adressee?s? par\b|passe[rz]? par une? (?:professionnel|travailleur social|assistante sociale)|(?:sur|a la) (?:demande|sollicitation) (?:d.une? |du |de la |de l.|des |de votre )(?:professionnel|assistante?s? (?:de service )?socia|travailleu(?:r|se)s? socia|service socia|referent|prescripteur|medecin))/,
  /** Who refers, and how it is called: a referral too where a condition is read, and nowhere else. */
  prescripteurs:
    /\borient(?:e|ee|es|ees|ation)\b|\bprescri|\btravailleu(?:r|se)s? socia|\bassistante?s? (?:de service )?socia|\breferent\b|\bsiao\b|\b115\b|\bnotification\b/,
  /** A street, a web address or a number: never quoted for a hidden place. */
  adresse:
    /\b\d{1,4} ?(?:bis|ter)?,? (?:rue|avenue|av|bd|boulevard|place|chemin|impasse|allee|route|quai|cours|square|passage|villa|residence)\b|\b(?:rue|avenue|boulevard|place|chemin|impasse|allee|quai) (?:de|du|des|d|la|le|l)\b|https?:|www\.|\b\d{5}\b/,
} as const;

/** Networks whose structures lodge people. */
export const RESEAUX_HEBERGEMENT: readonly string[] = [
  'chrs',
  'huda',
  'hup',
  'cada',
  'cph',
  'residences-fjt',
];

/** What an export says of a place whose address it does not give. */
export const ADRESSE_RETENUE = 'Adresse non publiée, pour la sécurité des personnes.';
