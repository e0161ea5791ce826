/** Languages in which every sentence exists: the whole journey can be made in them. */
export const TEXT_LANGUAGES = ['fr', 'fr-simple', 'en'] as const;

/** Languages that have an emergency card: a few fixed sentences. The journey then goes on in simple French, or in English. */
export const CARD_LANGUAGES = ['en', 'ar', 'zh', 'es', 'pt', 'ro', 'fa', 'ru', 'tr', 'uk'] as const;

export type TextLanguage = (typeof TEXT_LANGUAGES)[number];
export type CardLanguage = (typeof CARD_LANGUAGES)[number];
export type OfferedLanguage = TextLanguage | CardLanguage;

/** The language row: each under its own name, never a flag, in the order that takes the fewest lines on a phone. */
export const LANGUAGE_NAMES: Readonly<Record<OfferedLanguage, string>> = {
  fr: 'Français',
  'fr-simple': 'Français facile',
  en: 'English',
  ar: 'العربية',
  zh: '中文',
  es: 'Español',
  pt: 'Português',
  ro: 'Română',
  fa: 'فارسی',
  ru: 'Русский',
  tr: 'Türkçe',
  uk: 'Українська',
};

/** Written from right to left. */
export const RIGHT_TO_LEFT: readonly OfferedLanguage[] = ['ar', 'fa'];

/** The direction in which a language is read. */
export const directionOf = (langue: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.some((id) => id === langue) ? 'rtl' : 'ltr';
