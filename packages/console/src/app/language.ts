import type { Language } from '@entente/contracts/terms';
import { createStore } from '../api/store.ts';
import type en from '../messages/en.json';

export const LANGUAGES: { id: Language; name: string }[] = [
  { id: 'en', name: 'English' },
  { id: 'ru', name: 'Русский' },
  { id: 'zh', name: '中文' },
];

/** Dates and numbers as each state's officials write them; English with the day before the month. */
export const LOCALES = { en: 'en-GB', ru: 'ru-RU', zh: 'zh-CN' } as const;

export type Messages = typeof en;

const LOADERS: Record<Language, () => Promise<{ default: Messages }>> = {
  en: () => import('../messages/en.json'),
  ru: () => import('../messages/ru.json'),
  zh: () => import('../messages/zh.json'),
};

export interface Spoken {
  language: Language;
  messages: Messages;
}

/** The language on screen, with its messages. Null until the first ones are there. */
export const spoken = createStore<Spoken | null>(null);

/** Speaks the language that `first-paint.js` put on the document. */
export function speakFirst(): Promise<void> {
  return load(document.documentElement.lang as Language);
}

/** Changes the language and remembers it on this machine. */
export async function speak(language: Language): Promise<void> {
  await load(language);
  remember('entente.language', language);
}

async function load(language: Language): Promise<void> {
  const { default: messages } = await LOADERS[language]();
  document.documentElement.lang = language;
  spoken.set({ language, messages });
}

/** Remembers how the console looks: never anything personal. */
export function remember(key: 'entente.language' | 'entente.scheme' | 'entente.rows', value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage shut off by policy: the choice holds until the page is left.
  }
}
