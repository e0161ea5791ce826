/** Languages in which every sentence exists: the whole journey can be made in them. */
export const TEXT_LANGUAGES = ['fr', 'fr-simple', 'en'] as const;

/** Languages that have an emergency card: a few fixed sentences. The journey then goes on in simple French, or in English. */
export const CARD_LANGUAGES = ['en', 'ar', 'es', 'pt', 'ro', 'ru', 'tr', 'uk', 'fa', 'zh'] as const;

export type TextLanguage = (typeof TEXT_LANGUAGES)[number];
export type CardLanguage = (typeof CARD_LANGUAGES)[number];
export type OfferedLanguage = TextLanguage | CardLanguage;

/** The language row, in its order: each language under its own name, never under a flag. */
export const LANGUAGE_NAMES: Readonly<Record<OfferedLanguage, string>> = {
  fr: 'Français',
  'fr-simple': 'Français facile',
  en: 'English',
  ar: 'العربية',
  es: 'Español',
  pt: 'Português',
  ro: 'Română',
  ru: 'Русский',
  tr: 'Türkçe',
  uk: 'Українська',
  fa: 'فارسی',
  zh: '中文',
};

/** Written from right to left. */
export const RIGHT_TO_LEFT: readonly OfferedLanguage[] = ['ar', 'fa'];
