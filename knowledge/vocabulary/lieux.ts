/**
 * What the official list of places does not say: usual names, and words that only look like places. Names are compared
 * without case, accents, hyphens or apostrophes. Codes are INSEE codes and the SIREN of EPCI.
 */

/** Usual names; one that names several places offers them. `indice`: the cue it needs, none when absent. */
export const SURNOMS = [
  { nom: 'la mel', codes: ['200093201'] },
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
  { nom: 'smh', codes: ['38421'] },
  { nom: 'paname', codes: ['75056'] },
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

/** Names of several words that are ordinary phrases: they need the verb of someone who is there. */
export const NOMS_COURANTS = [
  'pas de jeu',
  'deux jumeaux',
  'les deux villes',
  'quatre champs',
  'trois fonds',
  'haut lieu',
  'bas lieu',
  'le vieux marche',
  'maison rouge',
  'maison des champs',
  'entre deux',
  'grand champ',
  'grand camp',
  'petit cœur',
  'petit noir',
  'les trois pierres',
  'les grandes ventes',
  'la haute maison',
  'neuf marché',
  'vieux pont',
  'vieux port',
  'port mort',
  'pont la ville',
  'bois de champ',
  'cheval blanc',
  'demi quartier',
] as const;

/** Names that mean something else first, even as a whole message: only « ville de », a postcode or a department decides. */
export const NOMS_JAMAIS_SEULS = `
l hopital, le parc, le bois, le bourg, le quartier, la chambre, la force, la montagne, la cote, la loge, la marche,
hommes, fille, mere, job, cours, bains, change, ecole, bus, linge, marie, angoisse, maisons, campagne, aime, jury,
pleurs, chance, dangers, nuits, survie, frais, bons, riche, change, medis, dance, help, this, his, our, y, us, by`;

/** One-word names, and words after an article, that are ordinary words or first names (from lists of French words). */
export const MOTS_COURANTS = `
abondance abondant abries achards acon adrets agnat agneaux aigle aigre aiguilles aiguillon aillas aime aire
aires alaise alan alban albert alex alix allan allegre alleux alliat allier allies allons alloue altier
ambon ambres ames amure anais anche andouille ange angles angoisse annelles anos anse appelle apt aramon
arboras arceau arches arcon arcs ardentes ares argentat argentine armes arques arrest arroses asque asques
astis athee attaques aubaine aube aubin auch aucun auge aulas aurons autels autruche avesse aveux avion
aviron avirons avoine avril axat azur baby baccarat bachant bachas baffe bagnoles baignes baille bains bais
baleine ballee ballon ballons ballots banat banca banne bannes bannieres bans barbas bard barde barges
barils baron baronnie barras barre barry bars bart basses bastide bataille baties bats baud bauge baume
bavent bayas baye bayons beaux begues beine bellot belvedere benet berg bergeres bernard berne bernes besace
besson bessons bettes betting bias biches bidon bief bielle bille billy binas biol bize bizou bizous blaise
blanc blet blond boesses bois boisseau boisseaux bondons bonhomme bonne bonnes bonnet bordes bords boree
borne bosse bossee bouchage bouchon boudes boue bouee bougon bouillante bouille bouillie bouillon boulange
boulin boulon boulot bouquet bourdon bourdonne bourg bourgogne bourguignon bourguignons bourre boursieres
bouteille bouvieres brain bran branches brandon brans brantes bras brasseuse braye breches breles bremes
bren brette brettes breves breviaires brie briffons brigue broc brosses brou brouilla brousse broye broyes
brulais brunet brusque bruyere bruyeres buire buis buisson bulle bulles bully bure burelles bures busque
busy cabanasse cabanes cabris cagnotte cailla caille cales camarade cambe cambes cambia came camembert camon
campagne campes campo canari cannelle cannes cante capelle captieux carcans cardan carnet caro cars casses
cassis casson cast cause cavalerie caves ceignes celle celles cellier celliers cendras cendre centres
cerbere cercles cercueil cere cerise cerisiers cesse cesseras chaise chambre champagne champenoise champis
champs chance change chanteau chanterelle chantes chapeau chapelle chapelles charbonnat charbonnieres charge
charme charmee charmes charron chars chas chassant chasse chasselas chatain chateau chatelain chatelaine
chatres chatte chaudiere chaume chaussee chauve chaux cheffes chemin cheminas cheminot chene chenevieres
chenu cheres cheris cherre chevaline chevennes chevillard cheville chevreaux chevrier chevrieres chiche
chirac choisies choux choye cierges cieux cigogne cintre cires cirieres ciron citerne clam clans clapier
clapiers clave clavette claviers clefs clisse cloue cluses cochere cogna cognac coinces coings collat
collegien cologne colombe colombier colombiers colombine colonne coltines combes comblanchien combles compas
compote comte conde condes condom confort conques conte contes contest contre contres coquille corbeilles
corbieres cordelle cordon cordonnet cormier corn cornac cornant cornas corne cornier cornus coron corps
corre costa cote coteau couarde couches coudes coudons coudre couleuvre coulombs courant courbe courbes
courbette couronne cours courson courtes courtine couture coutures couvains cramant crans creances creche
crepon creuse crevant crique crisse croix crosses croutes cuis cula cult cultures cures cuts cutting cuvat
cuve cuves cuvier dance dangers dardez dauphin degre demie denier desert deserts detroit deviat devise
diamant diesen dilo dinge domme donjon dorat doree doue douelle douillet doux douzains douze drache drain
drap drenne dumes dunes duras ecaille echalas echelle echelles eclaires ecole ecorces ecorches ecot ecueil
ecuelle ecuelles ecuisses ecuras ecurat ecurie elan embrun engins entrelacs epannes epargnes epiais epierre
epinant epine epineuse erin erre escale escales esches escot escots espere essarts essay esse estampes
estivaux estos etable etables etain etais etalon etangs etoile evans falaise fals fargues faucon faux feins
felines felon fenouillet fermete ferre ferres fete feuilla feuillee feule feux feves fiefs fieu fieux fille
fins flat fleche fleurat fleure fleurie florentin flotte foix folie folies folles fontaine fontaines
fontanges fontes force forestiere forge forges fors forteresse fosse fosses fougere fouilleuse four fourches
fourneaux fours frais francois francs frans frenes fretin frette frettes frise fromental fronton fuisse
gaillard gaillarde gambier garancieres garat garde garons garrigues gars gaude gemeaux genat gene genets
genettes gente germaine germaines geste gilles giraumont girolles giron givre glacerie glaire gland glandage
glanes goes gonds gorges gorze gosier goulet gousse gouts gouttieres gouvernes goyave graces grand grange
granges gras grasse grave gravelle gray greges grenade grenant gres grignon grillon grimaud grisolles grives
grossa grues gruyeres gueux guiche guignes guillaumes guillon guise habit haies haleine halles hanches hans
harengere hatten hauban haussez hayes hem herbiers heres herisson hermes heron hoffen hommes hopital
hotellerie houblonniere houdan houlette hours housseras housset houx huez huisserie hunting hure ifs irai
irais iron island isola issus ivory jacque jalons jans jard jardin jarret jars jasses jonchere joncheres
joyeuse joyeux juif julienne jumeaux jumel jumelles jure jury labrit lacs lados laguiole laize lama lance
lancon landes lanet lange laps lasse lattes laye leches lege lemmes lent lentilles lento leon lere lesson
letra leves levier lias liege lies liez ligne lignerolles limans limas lime limon limons linge liniers lire
lisse lisses livarot livet loche lods loge loges lombard long longeron longes lorette louches loue louer
loueuse lougres loupe loupes lourde lourdes luc luce lucy luisant lumes lusse lutter luxe luzerne mace mache
machine maclas macon madre mage magenta mages magnan magnant magnas magne magnet maillas maillat maille
maillet maillot maire maisons male maltat manas mano manoir manses many marchais marche marches mare
marennes marges marie marigot marin marines mariol marions marne marnes maroilles marques marquise marre
mars martel martinet martre martres martyre mary mas mascaras massais massat mathieu maure mauves maux medis
mela melle menades menat mene mens menton menus mercury mercy mere merles messe metairies meures meursault
migre minerve minot mios mire miroir misse moeres moire moisson moita mole molles mollettes monastere
monceaux monnaie mons mont montagne montat monte montreal monts moras morillon morre morte mortiers motte
mouchard mouche mouches mouettes mouille moule moulines moulinet moulins moult mouriez mouron mousse mousson
moutiers mouton moutonne moye moyen muids munster murat mures muro murs nages nattages naves nessa nice
nicole nivelle noce normee norrois noue novel noyant noyer noyers nuits oie oison olle omet ondes ongles
onzain oraison orange organ orgelet orges orgueil orin ormes ornes ouches oust ouste oyes pageas paille
paillet palais palis palisse palmas palme pannes parc parce parent parois pas passa passage passais
passavant paule pauvres pavant pavie peas peille peintre peintures pelouse pende penne perche pere peri
perles perron pers persan pertuis pesse piace piano pierre pierres pieux pilles pin pince pineaux pins
pionnat pitres place places plaigne plaine plaisance plaisir plan planche planches planchez planee planes
planezes planques plans plats pleure pleurs poil poisson poissons poivres poix pommard pommera pommier
pommiers pomponne pont pontets ponts porcheres porcherie port porta portes poses possession pouille pouilly
poulaines pray preaux precheur precieux premieres premontre pres presle priez primat prince prisse prouvais
provin pruines pruniers publier puits pure pussy puy quarante quarte quartier quernes quintal quinte racines
raids ramasse rance rances rancon randonnai rang rapa ratieres raves ravieres raymond real recourt
recouvrance regina relevant rely remouille remuee remy rene rentieres replonges reposoir reunion reveillon
riche richelieu riez rimons rions rivas rives riviere rivieres robert roc roche rocher roches rocque rocques
rodes rogna rognes rognon rogues romain romaine romans ronde roquefort roquelaure roques roquette roquettes
rosiere rosieres rosis rots rouans rouelle rouelles rouet rouez rouge rouget rouille roulier rousses routes
routier rouvres roux rupt rustiques sablieres sablonnieres sablons sabres sache saignes saillant sains saint
saintes sales salies salins salives salle salles salon sampans sana sancerre sand sansa santes sap
sarrancolin saules sauniere saunieres saurais saurat sauternes sauvages sauvat sauve savas savonnieres
sceaux sciez scille secheras secourt sees segalas segura selles seltz selve semons sen senaux sene sens
sentinelle sequestre sere serez serpent serre serres sers servais serval servant servies sete seuil sevis
sevrai sieges signes simple singles sode sommant sommeilles songeons sorbets sorbier sorbiers sore souche
soucia soudan soudat soude soues souille soula soulages soupir sourd souterraine soutiers soyers soyons
spada still suisse sure surin suris survie syndicat table tablier tache taillades taillant taillee taillis
talais taller talon tampon tarare tardais tardes targe target tartre tasse taule tavernes teille temple
tende tendon tendron tendu teneur terce termes ternes terrasse tesson this thons thoras thou tierce
tiercelet tiercent tillac tille tilleul titre toges tombe tonnerre touche touches touille touques tour
tourailles tourbes tourne tournes tourneur tours toussaint trades trait trans traves treilles tresse tresses
treteau treve treves tricot trilla trimer trinite troche tronche tronchet tuiliere union vacheres vacherie
vaillant vains vaire val valentine valette valines vallee valouse vals vanne vans varaignes varenne vars
vaudeville vaudoue vaux velu venas vendes venelles venere venes venette vengeons venise ventes ventouse
verdets verdier vereux verger verges vergne verin verines verlans vernaux verne vernie vero verriere
verrieres verrue vers vert vertus very veuve veuves veze vidai videlles viella vienne viens vieux vigneaux
vignes vignot ville villes vineuse violes vira vire vitre vitreux viven vives vivier viviers viviez vogue
voise voisines voue voyer winkel yebles yves`;

/** Departments whose name is an ordinary word, a river or also a town: « dans le », « en » or « département » is needed. */
export const DEPARTEMENTS_COURANTS = `
ain, aisne, aube, aude, cher, creuse, doubs, eure, indre, landes, loire, lot, manche, marne, nord, oise, orne, rhone,
somme, tarn, var, vienne`;

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
  habiter: `habite, habites, habitent, habitons, habitez, habiter, habitant, habitante, habitants, vis, vit, vivons, vivent,
vivre, vivant, loge, loges, logent, logee, loger, heberge, hebergee, heberges, reside, residons, residant, demeure,
domicilie, domiciliee, installe, installee, live, living`,
  /** Verbs that take a place after « à ». */
  etre: `suis, sommes, est, sont, etes, dors, dort, dormir, dormons, reste, restons, bloque, bloquee, coince, coincee,
arrive, arrivee, arrives, vais, va, aller, allons, travaille, travaillons, detenu, detenue, incarcere, incarceree,
hospitalise, hospitalisee, scolarise, scolarisee, jsuis, jsui, chui, am, is, are`,
  /** Nouns that « à » and a place often follow, even typed without an accent. */
  cherches: `logement, hebergement, appartement, aide, association, associations, asso, travail, emploi, medecin, avocat,
avocate, foyer, urgence, centre, accueil, dormir, manger, trouver, vivre, hotel, maison, chambre, repas, rdv`,
  /** Nouns that « de » and the name of a commune follow. */
  nommer: `ville, commune, village, mairie, maire, ccas, municipalite, habitants, habitante, habitant, prefecture`,
  /** Words that « de » and a place follow. */
  pres: `pres, proche, cote, autour, environs, alentours, banlieue, secteur, quartier, hauteur, prison, gare, hopital, chu,
detention, arret, penitentiaire, tribunal, suis, sommes, loin, centre`,
  /** Prepositions of place. */
  prepositions: 'sur, vers, dans, in, at, near, entre, depuis',
  /** Words that may link to a place as to anything. */
  faibles: 'de, d, en, from, pour, a',
  /** A birthplace is not where help is sought. */
  naissance: 'ne, nee, nes, nees, naissance, naitre',
  /** A street may bear the name of a town, directly or after « de ». */
  voies: 'rue, avenue, av, boulevard, bd, bld, impasse, allee, allees, chemin, quai, square',
  /** These only do with « de » in between. */
  voies_de: 'route, rte, place, porte, faubourg, station, metro, ligne, arret, sortie',
  /** Saints are streets, hospitals and feasts before they are towns. */
  patronages: `hopital, clinique, foyer, eglise, lycee, college, ecole, residence, cite, paroisse, fete, chapelle, maison,
ehpad, chrs, la, abbe`,
  /** After these, a river is a river. */
  eau: 'jeter, jette, jete, jetee, sauter, saute, noyer, noye, noyee, plonger, nager, tomber, tombe, tombee',
  /** What makes a number a quantity, an address or a date rather than a place. */
  quantites: `an, ans, annee, annees, mois, semaine, semaines, jour, jours, nuit, nuits, h, heure, heures, minute, minutes, min,
euro, euros, eur, balles, e, km, m, m2, metres, kilos, kg, fois, enfant, enfants, bebe, bebes, gosses, filles, fils, garcons,
personne, personnes, adultes, femmes, hommes, chiens, chats, pieces, etage, bis, ter, rue, avenue, boulevard, bd, place,
janvier, fevrier, mars, avril, mai, juin, juillet, aout, septembre, octobre, novembre, decembre, pour, pourcent`,
  /** Phrases before the number of a department, words joined by spaces. */
  departement: `departement, departement de le, dept, dep, dpt, dans le, dans l, suis de le, viens de le, vient de le,
habite le, vis dans le`,
  /** What precedes the name of a group of communes. */
  intercommunalite: 'agglo, agglomeration, metropole, interco, intercommunalite, communes, urbaine, communaute',
  /** Words that may stand around a whole answer. */
  politesse: 'bonjour, bonsoir, salut, oui, ok, svp, stp, merci, a, sur, vers, dans',
} as const;
