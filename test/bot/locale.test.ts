import { languageOfLocale } from '../../src/bot/locale.ts';

test.each([
  ['fr-FR', 'fr', null],
  ['fr-simple', 'fr-simple', null],
  ['en-GB', 'en', 'en'],
  ['ar', 'fr-simple', 'ar'],
  ['zh-Hans-CN', 'fr-simple', 'zh'],
  ['FA-ir', 'fr-simple', 'fa'],
  ['de', 'fr', null],
  ['__proto__', 'fr', null],
  ['', 'fr', null],
  [undefined, 'fr', null],
])(
  'given the locale %s of a client, when a conversation starts, then it is in %s with the card %s',
  (locale, langue, carte) => {
    expect(languageOfLocale(locale)).toEqual({ langue, carte });
  },
);
