import type { Language, Translated } from '@entente/contracts/terms';
import { type IntlShape, useIntl } from 'react-intl';

/** The reader's language, of the three every text exists in. */
export function languageOf(intl: IntlShape): Language {
  return intl.locale.slice(0, 2) as Language;
}

/** Picks the reader's language out of a text that exists in all three. */
export function useTranslated(): (text: Translated) => string {
  const language = languageOf(useIntl());
  return (text) => text[language];
}
