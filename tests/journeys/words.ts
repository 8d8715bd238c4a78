import en from '../../packages/console/src/messages/en.json' with { type: 'json' };
import ru from '../../packages/console/src/messages/ru.json' with { type: 'json' };
import zh from '../../packages/console/src/messages/zh.json' with { type: 'json' };

const LANGUAGES = {
  en: { messages: en, locale: 'en-GB' },
  ru: { messages: ru, locale: 'ru-RU' },
  zh: { messages: zh, locale: 'zh-CN' },
};

/** The language that a story is told in: `JOURNEY_LANGUAGE=ru npx playwright test organisation`. */
export const LANGUAGE = (process.env.JOURNEY_LANGUAGE ?? 'en') as keyof typeof LANGUAGES;

export const LOCALE = LANGUAGES[LANGUAGE].locale;

/** What the console says under an id, in the story's language; words for its places are put in. */
export function say(id: keyof typeof en, values: Record<string, string> = {}): string {
  const message: string = LANGUAGES[LANGUAGE].messages[id];
  return Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), message);
}

/** The beginning of an accessible name, which a hint may follow. */
export function beginning(...texts: string[]): RegExp {
  return new RegExp(`^${texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('\\s*')}`, 'u');
}
