import type { Language } from '@entente/contracts/terms';

export const LOCALES: Record<Language, string> = { en: 'en-GB', ru: 'ru-RU', zh: 'zh-CN' };

/** Languages by their own names, since whoever chooses may read no other. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', ru: 'Русский', zh: '中文' };

const RUSSIAN = ['RUS', 'KAZ', 'KGZ', 'TJK', 'UZB', 'BLR', 'TKM', 'ARM', 'AZE', 'MDA', 'UKR', 'GEO'];
const CHINESE = ['CHN', 'HKG', 'MAC', 'SGP'];

/** The language to begin with: the one a traveller of that nationality most likely reads. He chooses. */
export function likelyLanguage(nationality: string | undefined): Language {
  if (nationality !== undefined && CHINESE.includes(nationality)) return 'zh';
  return nationality !== undefined && RUSSIAN.includes(nationality) ? 'ru' : 'en';
}

/** A moment as the notice writes it: in full, at the place where it is handed over. */
export function momentOn(language: Language, at: string): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .format(new Date(at))
    .replace(/\sг\./, '');
}
