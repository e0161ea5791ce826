/**
 * Names of places that are ordinary words first. Compared without case, accents, hyphens or apostrophes.
 */

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
aime, allons, angoisse, appelle, armes, aucun, avril, bains, bar, barre, bats, beaux, bois, bonne, bonnes,
bons, boulot, bouquet, bras, bru, bus, by, camarade, campagne, celle, celles, centres, cesse, chance,
change, charge, charme, chasse, chatte, chemin, clefs, confort, contre, couches, courant, cours, couture,
cultures, dance, dangers, degre, don, doux, ecole, fa, faux, fille, fins, force, four, frais, gars, geste,
grand, gras, help, his, hommes, issus, jardin, job, jumeaux, jumelles, jure, jury, lance, lies, ligne,
linge, lire, long, louer, lourde, lutter, maisons, marges, marie, marques, medis, mere, monnaie, moyen,
murs, nuits, our, parce, parent, pauvres, pere, pince, place, plan, pleurs, poil, portes, pure, ramasse,
rang, riche, rouge, routes, salles, salon, seuil, signes, simple, son, sure, survie, termes, this, ur, us,
vers, vert, viens, vieux, ville, villes, violes, vue, y`;

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

/** First words of long names that are ordinary words: « Deux » is not short for « Deux-Rivières ». */
export const PREMIERS_MOTS_COURANTS = `
amelie arc argent bain baie bas basse baume beautheil blancs bon bons bora bort bouc bourbon bourgs buis cailloux cap
carbon carrieres carry case champ chaumes chef cheval cinq clef coteaux cour creches dammartin deuil digne dol entre
essarts etoile faches fort fosse grande gros haute hauts hopital jacob jard joue lacroix lion loir longue marquette mers
mesnil mesnils montoir morne mur neuves notre noues oree petit petite pins pire plateau pleine plombieres pointe porte
porto pre puy quint rive ruelle sable sain sarre seiches serre six suce tain terres treize trois vair val vallon
vallons vivier village villages voisins`;

/** Departments whose name is an ordinary word, a river or also a town: « dans le », « en » or « département » is needed. */
export const DEPARTEMENTS_COURANTS = `
ain, aisne, aube, aude, cher, creuse, doubs, eure, indre, landes, loire, lot, manche, marne, nord, oise, orne, rhone,
somme, tarn, var, vienne`;

/** Ordinary words and first names a letter away from the name of a town: « à demain » is no misspelt Denain. */
export const PRESQUE_DES_LIEUX = `
Bassée Crès Mené Moule Mure Mées Passage Trait abeille abeilles abonnes accueil accueille accueilli accueils
achetees achetes acheves acueil adrese adresse affiche affichee agneau agresse agressee aiguille alberte alerte
aligne alignees alignes allions allonge allongee ambroise anglais anthony arabes arbres arraches arrange
arrangee assassin attrape attrapee auberge auchan aumone autre bagnole bailleur baisses balais banale barbes
barque barrage beaute bieres bisous bizare bizarre blesses bocaux boisson bonbon bonnets bordel bornes boucan
bouchant bougies bouillant bourreau bourreaux brassens bronze bronzee brulees brules cabane cachant cachent
cadres cailloux calecon calins caniche canton carnage carreaux castre castrer centre centres cerises cernes
chacun chaine chaines chaises chalet chambre changee changer changes chanje chante charbon chargee charges
charles chasseur chaton chaude chauds chevres chiffon chignon chorba claire clairs classes cliche cligne cloche
cloches cloison cloues cognes colette collent combine commerce commune communes conges copines coreenne corinne
correct corrige corrigee country couran courriers couteau coutes creole croise croisee croque croquette
croquettes croule cuisine cuisses cuisson daccueil damien danger darons davion decide decidee demain dessines
domaine domoun dormant douvrir droles ebouillante echange eclair ecluse ecole ecoles ecoute ecoutee egales
egorge egorgee eleves emmener endorme entrait envers escarre etapes extrait fauche feront feuilles fevrier
filiere firmin fleuri fleuris fleurs foulard fourmis fraises frange frousse galant gamins garage garcon garcons
gardees gardes gardons garson gauche gauches general gentil gentille gentils georges gerant gercees gerent
glissant gorgees gourou graines gretel grogne guerie guerit guichet guider guineen guineenne hanche harnais
herbes heritage herpes heures hivers honteux hopital hotel humaine illettre illettree ivoire jaunes jchange
jeunes journe journee jouvre kalach laissant lambert lamour langer langes laccueil langues lasile lautre lavion lentille
lettres levain levent levres lhopital lignes lisant lisons listes litres livret londres longues longueur lopital
louche lourds loutres macher machin maintenan maison malaise mamans mamene mamies manger manges manuel manuels
marcel marcelle marguerite marque marquee marrant marrons marteau melanger mention merite merveille mesanges
metiers mettons michel miennes moches modeles montant montees morceau mouilles mouline mourant moyenne muriel
naitre neuves neveux nouilles oiseau oiseaux olives onglet oranges oriane orianne oriente orientee oublier
ouvres ouvriers paires palette paniers panneaux papiers papote paques parade parcelles pardon parrain partou
peigne perinee persone personn personne pesant phares pistes plainte plaintes pleine pleins poches poignees
police pompes portez portieres poussent poussin prison prives publie publiees raison raisons ralant rangees
ranger ranges rappels rauque rayonne recueil redescend regard regles repassage ressens ressers restees restes
retiens retirees retirer retires retrait rollers rondes rouges rougis roules roulettes saigne saignee sainte
saisons salaire salarie salariee salon salons sangle sauvant seance sechent secoue secouee semene semoule
sentais sentait series sermon seront serpilliere serrant servira severe severes sevrer smiley soirees souilles
sourdes souterrain steres sterile stores stresse stressee surgeles suzanne tabasse tables talent talons tantes
tapant tapette tartes taupes terrain terrible thierry thunes titres tondre tournees traces trains traire travail
treize tresser tribunal trouees trousse trouves urines usines vaccine valentin valerie vanessa vegane veines
venons verrais verrait verront verrous version vieille vigile village vitres vivons`;
