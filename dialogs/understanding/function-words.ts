/**
 * Words that come in almost any sentence of a language, and those of a call for help: how a message in Latin letters is
 * recognised. Without accents, as they are typed on a phone; a word in several lists is worth less than one in a single list.
 */
export const FUNCTION_WORDS: readonly (readonly [langue: string, mots: string])[] = [
  [
    'fr',
    // « i, mi, ka, mwen… »: French of text messages, and the creoles of overseas, which are answered in French.
    `je tu il elle on nous vous ils elles le la les l un une des du de d et ou mais est es suis ai as a ont pas que qui quoi dans pour avec
    sans sur sous mon ma mes ton ta tes son sa ses ce cet cette ces ne ni en y se si au aux par plus tout tous toute tres bien meme quand
    comment chez apres avant depuis jusqu entre contre non oui bonjour svp stp merci mari femme copain enfant enfants maison travail argent
    va vas fait faire suis etais etait avais avait mis pris avocat police cantine te me m t c s n
    i jai ya cest pa ki ke koi mé fo wa dan pou ek ka mi mwen an lé té lo lu in mo nou zot yo sé moun tap mandé`,
  ],
  [
    'en',
    `i my me mine the a an is am are was were to of and in for with have has had need help please he you she they we it his her him our us
    this that do does did not don dont where what who how why can cannot cant want if when someone somebody something from at on out no
    never nowhere night today tonight tomorrow husband wife boyfriend girlfriend mother father son daughter kids kid children baby home house
    sleep eat food money police lawyer doctor scared afraid hit hits hurt hurts beat beats kill get got go because im ive there hello thanks`,
  ],
  [
    'es',
    `yo mi mis me te se el la los las lo un una es soy esta estoy estan de del y en a al por para con sin tengo tiene tenemos necesito
    quiero quiere ayuda ayudame no ni que quien como cuando donde hay hacer hago puedo puede pueden muy pero porque esto ella ellos nos su sus
    hoy noche anoche manana casa marido esposo esposa novio novia hijo hija hijos nino nina madre padre dormir comer comida dinero trabajo
    policia abogado medico miedo pega pego golpea mata matar matarse papeles alguien nada gracias favor hola hasta`,
  ],
  [
    'pt',
    `eu meu minha meus minhas me te se o a os as um uma e sou estou esta estamos de do da dos das no na nos nas em por pelo pela para pra com
    sem tenho tem temos preciso quero quer ajuda ajude nao nem que quem como quando onde ha fazer faco posso pode podem muito mas porque isto
    isso ele ela eles dele dela voce seu sua hoje noite ontem amanha casa marido namorado namorada filho filha filhos mae pai bebe crianca
    dormir comer comida dinheiro trabalho policia advogado medico medo bate bateu matar alguem alguma nada obrigado obrigada ola ate`,
  ],
  [
    'it',
    `io mio mia miei mi ti si il lo la i gli le un una e sono ho ha abbiamo di del della in a al per con senza bisogno aiuto aiutatemi non
    che chi come quando dove fare faccio posso puo molto ma perche questo lui lei loro suo sua oggi notte stanotte ieri domani casa marito
    moglie ragazzo figlio figlia figli madre padre bambino dormire mangiare soldi lavoro polizia avvocato paura picchia grazie ciao`,
  ],
  [
    'de',
    `ich mein meine meinen mich mir der die das den dem ein eine einen ist bin sind habe hat haben und in im zu zum fur mit ohne von brauche
    hilfe bitte nicht kein keine keinen wo was wer wie wann kann muss will er sie es wir ihr heute nacht morgen haus mann frau freund kind
    kinder sohn tochter mutter vater schlafen essen geld arbeit polizei anwalt arzt angst schlagt danke hallo`,
  ],
  [
    'ro',
    `eu mie mi meu mea mei mele ma te se ne o un si sunt este e am ai are avem de la din in pe cu fara pentru ca sa nu nici unde cine ce cum
    cand pot poate puteti vreau vrea fac face azi astazi noapte aseara ieri maine acasa casa sot sotul sotia prietenul iubitul copil copilul
    copii copiii copiilor fiul fiica mama tata dorm dormim manca mananc bani acte politie politia avocat medic frica bate lovit omoare
    cineva ceva ajutor ajutati nevoie rog va imi iti el ea lui lor dar foarte multumesc buna pana`,
  ],
  [
    'tr',
    `ben bana beni benim biz bize bizim o onu ona ondan onun sen siz bir bu su ve veya ile icin ama cok da de ki mi mu var yok ne nerede
    nereye kim nasil neden ne zaman degil hic lazim yardim edin lutfen istiyorum istiyor korkuyorum bugun dun gece aksam yarin ev evde evden
    eve kocam esim karim sevgilim annem babam oglum kizim cocuk cocugum cocuklar cocuklarim bebek bebekle uyumak uyuyacak yemek param para is
    polis polisi avukat avukata doktor korku vurdu dovuyor biri birisi ihtiyacim merhaba tesekkurler`,
  ],
  [
    'pl',
    `ja mnie mi moj moja moje sie jest jestem sa mam ma nie i w na z do od po dla bez co kto gdzie jak kiedy moge chce potrzebuje pomoc pomocy
    prosze ale bo czy to ten ta on ona oni dzis noc jutro dom domu maz zona chlopak dziecko dzieci syn corka matka ojciec spac jesc pieniadze
    praca policja adwokat lekarz boje bije dziekuje`,
  ],
  [
    'sq',
    `une mua me im ime eshte jam jane kam ka nuk s ne nga per pa te dhe ose cfare kush ku si kur mund dua ndihme ju lutem ai ajo ata sot nate
    neser shtepi burri gruaja femija femije djali vajza nena baba fle ha para pune policia avokat mjek frike rreh faleminderit`,
  ],
];

/** Words that only Vietnamese writes so; some of its letters are also those of others. */
export const VIETNAMESE_WORDS = 'tôi không chồng của bị đã đang giúp muốn với người gì';

/** Words that Persian writes and Arabic does not. */
export const PERSIAN_WORDS =
  'از را که است هست هستم نیست ندارم دارم دارد ندارد داریم نداریم برای شوهرم مرا شما خودش خانه کمک این چه بچه می نمی شده کرد امروز';

/** Words that Ukrainian writes and Russian does not, though no letter of theirs is Ukrainian only. */
export const UKRAINIAN_WORDS =
  'що або але бо якщо коли вже ще вона воно вони хто хтось щось немає вчора сьогодні завтра треба потрібно робити хоче чоловік дитина мене допоможіть дуже';
