/**
 * What the official list of places does not say: usual names, and words that only look like places. Names are compared
 * without case, accents, hyphens or apostrophes. Codes are INSEE codes and the SIREN of EPCI.
 */

/** Usual names; one that names several places offers them. `indice`: the cue it needs, none when absent. */
export const SURNOMS = [
  { nom: 'la mel', codes: ['200093201'] },
  { nom: 'la cub', codes: ['243300316'], indice: 'preposition' },
  { nom: 'tg centre', codes: ['59599'] },
  { nom: 'vx en velin', codes: ['69256'] },
  { nom: 'métropole lilloise', codes: ['200093201'] },
  { nom: 'agglo lilloise', codes: ['200093201'] },
  { nom: 'agglomération lilloise', codes: ['200093201'] },
  { nom: 'lille métropole', codes: ['200093201'] },
  { nom: 'métropole de lille', codes: ['200093201'] },
  { nom: 'la métro', codes: ['200040715'] },
  { nom: 'métropole grenobloise', codes: ['200040715'] },
  { nom: 'agglo grenobloise', codes: ['200040715'] },
  { nom: 'agglomération grenobloise', codes: ['200040715'] },
  { nom: 'bassin grenoblois', codes: ['200040715'] },
  { nom: 'grésivaudan', codes: ['200018166'] },
  { nom: 'voironnais', codes: ['243800984'] },
  { nom: 'oisans', codes: ['243800745'] },
  { nom: 'trièves', codes: ['200030658'] },
  { nom: 'matheysine', codes: ['200040657'] },
  { nom: 'pévèle', codes: ['200041960'] },
  { nom: 'douaisis', codes: ['200044618'] },
  { nom: 'wazemmes', codes: ['59350'] },
  { nom: 'fives', codes: ['59350'] },
  { nom: 'lille sud', codes: ['59350'] },
  { nom: 'lille moulins', codes: ['59350'] },
  { nom: 'vieux lille', codes: ['59350'] },
  { nom: 'hellemmes', codes: ['59350'] },
  { nom: 'lomme', codes: ['59350'] },
  { nom: 'saint maurice pellevoisin', codes: ['59350'] },
  { nom: 'faubourg de béthune', codes: ['59350'] },
  { nom: 'les abrets', codes: ['38001'] },
  { nom: 'issy', codes: ['92040'] },
  { nom: 'smh', codes: ['38421'] },
  { nom: 'paname', codes: ['75056'] },
  { nom: 'rbx', codes: ['59512'] },
  { nom: 'tcg', codes: ['59599'] },
  { nom: 'tg', codes: ['59599'], indice: 'preposition' },
  { nom: 'vda', codes: ['59009'] },
  { nom: 'gre', codes: ['38185'], indice: 'preposition' },
  { nom: 'villeneuve d ascq', codes: ['59009'] },
  { nom: 'bretagne', codes: ['35', '29', '56', '22'] },
  { nom: 'normandie', codes: ['76', '14', '27', '50', '61'] },
  { nom: 'auvergne', codes: ['63', '03', '43', '15'] },
  { nom: 'picardie', codes: ['60', '80', '02'] },
  { nom: 'lorraine', codes: ['57', '54', '88', '55'], indice: 'preposition' },
  { nom: 'franche comté', codes: ['25', '39', '70', '90'] },
  { nom: 'bourgogne', codes: ['71', '21', '89', '58'], indice: 'preposition' },
  { nom: 'pays basque', codes: ['64'] },
  { nom: 'grand lyon', codes: ['200046977'] },
  { nom: 'métropole de lyon', codes: ['200046977'] },
  { nom: 'bdx', codes: ['33063'] },
  { nom: 'tlse', codes: ['31555'] },
  { nom: 'mtp', codes: ['34172'] },
  { nom: 'stras', codes: ['67482'] },
  { nom: 'sainté', codes: ['42218'] },
  { nom: 'dk', codes: ['59183'], indice: 'preposition' },
  { nom: 'dunk', codes: ['59183'] },
  { nom: 'clermont fd', codes: ['63113'] },
  { nom: 'roub', codes: ['59512'], indice: 'preposition' },
  { nom: 'aix en pce', codes: ['13001'] },
  { nom: 'st dé', codes: ['88413'] },
  { nom: 'villeneuve de grenoble', codes: ['38185'] },
  { nom: 'la villeneuve', codes: ['38185'], indice: 'presence' },
  { nom: 'mistral', codes: ['38185'], indice: 'presence' },
  { nom: 'teisseire', codes: ['38185'] },
  { nom: 'saint bruno', codes: ['38185'], indice: 'presence' },
  { nom: 'île verte', codes: ['38185'], indice: 'presence' },
  { nom: 'berriat', codes: ['38185'] },
  { nom: 'arlequin', codes: ['38185'], indice: 'presence' },
  { nom: 'eaux claires', codes: ['38185'], indice: 'presence' },
  { nom: 'europole', codes: ['38185'] },
  { nom: 'bois blancs', codes: ['59350'], indice: 'presence' },
  { nom: 'vauban esquermes', codes: ['59350'] },
  { nom: 'esquermes', codes: ['59350'] },
  { nom: 'lille centre', codes: ['59350'] },
  { nom: 'lille fives', codes: ['59350'] },
  { nom: 'porte de douai', codes: ['59350'], indice: 'presence' },
  { nom: 'épeule', codes: ['59512'] },
  { nom: 'alma gare', codes: ['59512'] },
  { nom: 'hommelet', codes: ['59512'] },
  { nom: 'phalempins', codes: ['59599'] },
  { nom: 'belencontre', codes: ['59599'] },
  { nom: 'les oliveaux', codes: ['59328'] },
  { nom: 'minguettes', codes: ['69259'] },
  { nom: 'les minguettes', codes: ['69259'] },
  { nom: 'vaise', codes: ['69389'], indice: 'presence' },
  { nom: 'gerland', codes: ['69387'] },
  { nom: 'mermoz', codes: ['69388'], indice: 'presence' },
  { nom: 'gratte ciel', codes: ['69266'], indice: 'presence' },
  { nom: 'mirail', codes: ['31555'] },
  { nom: 'le mirail', codes: ['31555'] },
  { nom: 'bagatelle', codes: ['31555'], indice: 'presence' },
  { nom: 'empalot', codes: ['31555'] },
  { nom: 'quartiers nord de marseille', codes: ['13055'] },
  { nom: 'belle de mai', codes: ['13203'] },
  { nom: 'neuhof', codes: ['67482'] },
  { nom: 'hautepierre', codes: ['67482'] },
  { nom: 'la paillade', codes: ['34172'] },
  { nom: 'barbès', codes: ['75118'] },
  { nom: 'belleville', codes: ['75120'], indice: 'presence' },
  { nom: 'la chapelle', codes: ['75118'], indice: 'presence' },
  { nom: 'stalingrad', codes: ['75119'], indice: 'presence' },
  { nom: 'gare du nord', codes: ['75110'] },
  { nom: "gare de l'est", codes: ['75110'] },
  { nom: 'gare de lyon', codes: ['75112'] },
  { nom: 'gare saint-lazare', codes: ['75108'] },
  { nom: 'gare montparnasse', codes: ['75115'] },
  { nom: "gare d'austerlitz", codes: ['75113'] },
  { nom: 'croix-rousse', codes: ['69384'] },
  { nom: 'guillotière', codes: ['69387'] },
  { nom: 'part-dieu', codes: ['69383'] },
  { nom: 'saint-ouen', codes: ['93070', '41226', '80711'] },
  { nom: 'clermont', codes: ['63113', '60157'] },
  { nom: 'boulogne', codes: ['92012', '62160'] },
  { nom: 'châlons', codes: ['51108', '71076'] },
  { nom: 'aix', codes: ['13001', '73008'] },
  { nom: 'vitry', codes: ['94081', '51649'] },
  { nom: 'ivry', codes: ['94041'] },
  { nom: 'noisy', codes: ['93051', '93053'] },
  { nom: 'charleville', codes: ['08105'] },
  { nom: 'nord pas de calais', codes: ['59', '62'] },
  { nom: 'corse', codes: ['2A', '2B'] },
  { nom: 'alsace', codes: ['67', '68'] },
  { nom: 'la réunion', codes: ['974'], indice: 'presence' },
  { nom: 'île de la réunion', codes: ['974'] },
] as const;

/** Set phrases that hold the name of a place and name none. */
export const EXPRESSIONS = [
  'nerf à vif',
  'nerfs à vif',
  'plaie à vif',
  'plaies à vif',
  'peau à vif',
  'émotions à vif',
  'corps à corps',
  'en somme',
  'en vienne à',
  'paris sportif',
  'paris sportifs',
  'paris hippiques',
  'paris en ligne',
  'les paris',
  'mes paris',
  'ses paris',
  'sens unique',
  'double sens',
  'sur mer',
  'croix rouge',
  'croix bleue',
  'saint vincent de paul',
  'saint valentin',
  'saint sylvestre',
  'mont de piété',
  'tour de france',
  'furet du nord',
  'à la réunion de',
] as const;

/** IANA time zones by department; the others keep the time of Paris. */
export const FUSEAUX = [
  ['971', 'America/Guadeloupe'],
  ['972', 'America/Martinique'],
  ['973', 'America/Cayenne'],
  ['974', 'Indian/Reunion'],
  ['975', 'America/Miquelon'],
  ['976', 'Indian/Mayotte'],
  ['977', 'America/St_Barthelemy'],
  ['978', 'America/Marigot'],
  ['984', 'Indian/Kerguelen'],
  ['986', 'Pacific/Wallis'],
  ['987', 'Pacific/Tahiti'],
  ['988', 'Pacific/Noumea'],
] as const;

/** The time zone of every other department. */
export const FUSEAU_COURANT = 'Europe/Paris';

/** Numbers that are typed alone to call for help, though they also number departments. */
export const NUMEROS_URGENCE = '15, 17, 18';

/** Words around a name that say whether it is a place. */
export const INDICES = {
  /** Verbs that take a place, with or without « à ». */
  habiter: `habite, jhabite, jabite, jvis, habites, habitent, habitons, habitez, habiter, habitant, habitante, habitants, vis, vit, vivons, vivent,
vivre, vivant, loge, loges, logent, logee, loger, heberge, hebergee, heberges, reside, residons, residant, demeure,
domicilie, domiciliee, installe, installee, live, living`,
  /** Verbs that take a place after « à ». */
  etre: `suis, sommes, est, sont, etes, dors, dort, dormir, dormons, reste, restons, bloque, bloquee, coince, coincee,
arrive, arrivee, arrives, vais, va, aller, allons, travaille, travaillons, detenu, detenue, incarcere, incarceree,
hospitalise, hospitalisee, scolarise, scolarisee, jsuis, jsui, chui, am, is, are`,
  /** Nouns that « à » and a place often follow, even typed without an accent. */
  cherches: `logement, hebergement, appartement, aide, association, associations, asso, travail, emploi, medecin, avocat,
avocate, foyer, urgence, centre, accueil, dormir, manger, trouver, vivre, hotel, maison, chambre, repas, rdv`,
  /** What follows a place that heads a message: « grenobl cherche », « monpelier svp ». */
  demandes: `cherche, jcherche, recherche, besoin, bsoin, jai, je, j, g, ya, svp, stp, urgent, prison, help, quel, quelle, vite, sans, pour`,
  /** Whom or what one is cared for by, before the name of a hospital. */
  soins: `hospitalise, hospitalisee, hospitalises, medecin, docteur, psy, psychiatre, infirmier, infirmiere, urgences, urgence, service,
chambre, opere, operee, soigne, soignee, suivi, suivie, interne, internee, interne, admis, admise`,
  /** Nouns that « de » and the name of a commune follow. */
  nommer: `ville, commune, village, mairie, maire, ccas, municipalite, prefecture`,
  /** Words that « de » and a place follow. */
  pres: `pres, proche, cote, autour, environs, alentours, banlieue, secteur, quartier, hauteur, prison, gare, hopital, chu,
detention, arret, penitentiaire, tribunal, suis, sommes, loin, centre`,
  /** Prepositions of place. */
  prepositions: 'sur, vers, dans, in, at, near',
  /** Words that may link to a place as to anything. */
  faibles: 'from, pour, entre, depuis',
  /** After these, a name is a person's. */
  personnes:
    'appelle, appelles, prenom, nomme, nommee, monsieur, madame, mr, mme, melle, mlle, docteur, dr, maitre',
  /** « pas à Lille » is not where help is sought. */
  refus: 'pas, plus, jamais',
  /** « mais pas à Lille » */
  ouvertures: 'mais, surtout, et, ou, non, svp',
  /** A birthplace is not where help is sought. */
  naissance: 'ne, nee, nes, nees, naissance, naitre',
  /** A street may bear the name of a town, directly or after « de ». */
  voies: 'rue, avenue, av, boulevard, bd, bld, impasse, allee, allees, chemin, quai, square',
  /** These only do with « de » in between. */
  voies_de: 'route, rte, place, porte, faubourg, station, metro, ligne, sortie',
  /** Saints are streets, hospitals and feasts before they are towns. */
  patronages: `hopital, clinique, foyer, eglise, lycee, college, ecole, residence, cite, paroisse, fete, chapelle, maison,
ehpad, chrs, la, abbe`,
  /** After these, a river is a river. */
  eau: 'jeter, jette, jete, jetee, sauter, saute, noyer, noye, noyee, plonger, nager, tomber, tombe, tombee',
  /** What makes a number a quantity. */
  quantites: `an, ans, annee, annees, mois, semaine, semaines, jour, jours, nuit, nuits, h, heure, heures, minute, minutes,
min, euro, euros, eur, balles, e, km, m, m2, metres, kilos, kg, fois, enfant, enfants, bebe, bebes, gosse, gosses, fille,
filles, fils, garcon, garcons, frere, freres, soeur, soeurs, personne, personnes, adultes, femmes, hommes, chien, chiens,
chat, chats, piece, pieces, etage, pourcent`,
  /** What makes a number, too short for a postcode, a date or the start of an address. */
  dates_et_adresses: `bis, ter, rue, avenue, boulevard, bd, place, impasse, allee, chemin, janvier, fevrier, mars, avril, mai,
juin, juillet, aout, septembre, octobre, novembre, decembre`,
  /** Phrases before the number of a department. */
  departement: [
    'département',
    'département du',
    'dept',
    'dep',
    'dpt',
    'dans le',
    "dans l'",
    'suis du',
    'viens du',
    'vient du',
    'habite le',
    'habite dans le',
    'vis dans le',
    'suis sur le',
    'habite sur le',
    'vis sur le',
  ],
  /** What precedes the name of a group of communes. */
  intercommunalite:
    'agglo, agglomeration, metropole, interco, intercommunalite, communes, urbaine, communaute',
  /** After a department's name, these make it a direction. */
  points_cardinaux: 'est, ouest',
  /** Articles that may stand between a cue and a name. */
  articles: 'le, la, les, l',
  /** First words of the names of saints. */
  saints: 'saint, sainte, notre',
  /** Words that may stand around a whole answer. */
  politesse: 'bonjour, bonsoir, salut, oui, ok, svp, stp, merci, a, sur, vers, dans',
} as const;
