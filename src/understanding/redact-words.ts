import { fold } from './fold.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/).map(fold));

/** What stands before a family name; compared with doubled letters, since « mme » is not « me ». */
export const CIVILITIES: ReadonlySet<string> = new Set(
  'm mr mme mlle monsieur madame mademoiselle docteur maitre'.split(' '),
);

/** Small words inside a family name. */
export const PARTICLES = words('de du des la le el al ben bin ait ould van von da dos d');

/** People whose first name may follow: « mon mari Karim ». */
export const RELATIONS =
  words(`mari femme compagnon compagne conjoint conjointe copain copine ami amie ex mec fils fille filles frere
  soeur pere mere papa maman oncle tante cousin cousine voisin voisine neveu niece bebe enfant enfants patron collegue usager usagere
  patient patiente eleve jeune monsieur madame grand-mere mamie papi papy fiance fiancee chef beau-pere pote gars`);

/** First names common in France; those that are also everyday words (rose, olive, pierre alone, marine) are left out. */
export const FIRST_NAMES =
  words(`sophie marie julie camille lea manon emma chloe sarah laura pauline mathilde lucie celine stephanie
  nathalie isabelle sandrine valerie veronique catherine christine sylvie martine francoise monique nicole jacqueline brigitte
  chantal dominique patricia corinne laurence virginie aurelie emilie elodie audrey melanie jessica jennifer vanessa sabrina
  severine delphine caroline charlotte alice juliette louise jeanne ines jade lina zoe clara eva nina anais oceane lisa amandine
  laetitia karine myriam fatima aicha khadija fatoumata aminata mariam aissatou fatou amina samira nadia leila yasmina naima
  malika karima rachida zineb salma imane nour sonia lamia farida houria zohra assia yamina hayat soraya rania oumou adama awa
  bintou djeneba kadiatou maimouna ramata coumba ndeye rokhaya svetlana olena oksana natalia irina elena maria ana carmen
  jean michel philippe alain patrick nicolas christophe laurent eric stephane david frederic olivier sebastien julien
  thomas alexandre kevin anthony romain maxime guillaume mathieu matthieu antoine paul louis hugo lucas nathan theo enzo
  jules arthur gabriel raphael adam leo ethan noah thierry bruno serge gerard bernard daniel francois christian
  didier yves gilles vincent fabrice jerome cedric ludovic franck yann benoit arnaud damien florian quentin jordan dylan bryan
  mohamed mohammed ahmed karim rachid said youssef mehdi samir nabil omar ali hassan hussein ibrahim mamadou moussa abdoulaye
  ousmane amadou boubacar sekou issa modibo bakary cheikh ibrahima souleymane abdel abdelkader mustapha mustafa hamid khalid
  khaled bilal rayan yanis ilyes amine sofiane walid farid kamel djamel tarek hakim reda anas hamza zakaria aziz fouad
  segolene clement baptiste valentin xavier pascal marc luc mathis tom sacha robin dimitri ivan andrei ion vasile giorgi
  carlos jose manuel antonio pedro joao yasmine ikram sanaa hafida latifa saida ouarda djamila fadila safia marion
  helene claire anne cecile agnes florence beatrice michele annie josiane odette yvette simone ginette lucienne denise`);

/** Words that come after « je m'appelle » or « Mme » and are no name. */
export const NOT_NAMES =
  words(`je j tu il elle on nous vous ils elles me m te t se s mon ma mes ton ta tes son sa ses notre nos votre vos
  leur leurs le la les l un une des du de d au aux a ai as ont est es suis sont et ou mais donc or ni car ne n pas plus jamais rien
  que qu qui quoi dont si ce c cet cette ces ca cela comment comme pour par avec sans sous sur dans en entre vers chez depuis
  y moi toi lui eux tres trop bien mal encore toujours aussi ici la-bas la-haut alors puis apres avant quand pourquoi combien
  vient cherche veut veux voudrais souhaite demande besoin dit m'a a-t-elle est-ce victime victimes enceinte violences violence
  bonjour bonsoir salut merci svp stp agee age ans seule seul sourde sourd malentendante malentendant aveugle handicapee handicape
  francais francaise algerien algerienne marocain marocaine tunisien tunisienne malien malienne senegalais senegalaise
  ivoirien ivoirienne guineen guineenne congolais congolaise camerounais camerounaise comorien comorienne malgache
  turc turque kurde afghan afghane syrien syrienne ukrainien ukrainienne russe roumain roumaine bulgare albanais albanaise
  georgien georgienne armenien armenienne espagnol espagnole portugais portugaise italien italienne anglais anglaise
  polonais polonaise allemand allemande bresilien bresilienne haitien haitienne chinois chinoise vietnamien vietnamienne
  musulman musulmane chretien chretienne juif juive rom gitan gitane trans lesbienne gay homme femme fille garcon mere pere
  maman papa grand grande jeune etudiante etudiant lyceen lyceenne mineur mineure majeure majeur retraite retraitee
  infirmiere infirmier educateur educatrice assistante assistant travailleur travailleuse medecin psychologue benevole
  avocat avocate enseignante enseignant professeur policier gendarme conseillere conseiller referent referente cip ase ccas as es
  cesf tisf spip pmi crs sdf rsa tout tous toutes toute perdu perdue frappe frappee battu battue viole violee menace menacee
  enfermee enferme tombe tombee peur fatigue fatiguee malade en danger urgence dehors hebergee heberge sortie sorti actuellement
  voisin voisine collegue amie ami proche parent parents femmes tranquille salope pute connard conne grosse tous-les-jours
  sos aide police pompiers samu urgent vraiment plutot juste celibataire divorcee divorce mariee marie separee separe veuve veuf
  numero nom prenom adresse tel ah eh oh oui non ok revient part sort mange dort boit crie tape bat frappe insulte peut doit va
  lille roubaix tourcoing paris lyon marseille toulouse bordeaux nantes rennes grenoble nice strasbourg montpellier isere nord`);
