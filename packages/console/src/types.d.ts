import type en from './messages/en.json';

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: keyof typeof en;
    }
    interface IntlConfig {
      locale: 'en-GB' | 'ru-RU' | 'zh-CN';
    }
  }
}
