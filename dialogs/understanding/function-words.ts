/** Words that a language uses in almost every sentence: how a message in Latin letters is recognised. */
export const FUNCTION_WORDS: readonly (readonly [langue: string, mots: string])[] = [
  [
    'fr',
    'je tu il elle on nous vous ils le la les un une des du de et ou mais est suis ai pas que qui dans pour avec sur mon ma mes ne ce pa jai jé ki',
  ],
  [
    'en',
    'i my me the a an is am are was to of and in for with have has need help please he she you his her him it do not where what can cannot want',
  ],
  [
    'es',
    'yo mi me el la los un una es soy estoy de y en por para con tengo necesito ayuda no que mis donde quiero mi esposo marido hijos hola ella su',
  ],
  [
    'pt',
    'eu meu minha o os um uma é sou estou de e em por para com tenho preciso ajuda não que onde quero marido filhos ele ela',
  ],
  [
    'it',
    'io mio mia il lo gli un una è sono di e in per con ho bisogno aiuto non che dove voglio marito figli lui lei',
  ],
  [
    'de',
    'ich mein meine der die das ein eine ist bin und in für mit habe brauche hilfe nicht wo was mann kinder er sie',
  ],
  [
    'ro',
    'eu meu mea un o este sunt de și si în in pentru cu am nevoie ajutor nu unde ce vreau sotul copii el ea ma',
  ],
  ['tr', 'ben benim bir ve için ile var yok yardım lazım istiyorum kocam çocuk değil nerede bana bu ne'],
];
