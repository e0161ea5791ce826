import { languageOf } from '../../src/understanding/language.ts';

test.each([
  ['mon mari me frappe', 'fr'],
  ['jé pa ou dormir', 'fr'],
  ['help', 'fr'],
  ['my husband beats me and I need help', 'en'],
  ['I have no place to sleep tonight', 'en'],
  ['mi marido me pega y no tengo donde dormir', 'es'],
  ['preciso de ajuda para a minha mãe e os meus filhos', 'pt'],
  ['ho bisogno di aiuto per mio figlio e non so dove', 'it'],
  ['ich brauche hilfe und habe keine wohnung für meine kinder', 'de'],
  ['زوجي يضربني', 'ar'],
  ['شوهرم مرا می‌زند و کمک می‌خواهم', 'fa'],
  ['мой муж бьет меня', 'ru'],
  ['мій чоловік б’є мене', 'uk'],
  ['我丈夫打我', 'zh'],
  ['ქმარი მცემს', 'ka'],
  ['ամուսինս ծեծում է ինձ', 'hy'],
  ['ባለቤቴ ይመታኛል', 'am'],
  ['আমার স্বামী আমাকে মারে', 'bn'],
  ['மணவர் அடிக்கிறார்', 'ta'],
  ['ο άντρας μου με χτυπάει', 'el'],
  ['', 'fr'],
  ['12345 !!!', 'fr'],
  ['😭😭😭', 'fr'],
])('D17: given « %s », when its language is guessed, then it is %s', (text, expected) => {
  expect(languageOf(text)).toBe(expected);
});
