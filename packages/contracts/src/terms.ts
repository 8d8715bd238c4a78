import { type Static, Type } from 'typebox';

/** The three languages every screen and every profile text is complete in. */
export const Language = Type.Enum(['en', 'ru', 'zh']);
export type Language = Static<typeof Language>;

/** One text in all three languages. */
export const Translated = Type.Object({
  en: Type.String({ minLength: 1 }),
  ru: Type.String({ minLength: 1 }),
  zh: Type.String({ minLength: 1 }),
});
export type Translated = Static<typeof Translated>;

/** A moment in UTC, RFC 3339 with milliseconds and `Z`, so that text order is time order. */
export const Timestamp = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
});

/**
 * A date as far as it is known: `1971`, `1971-04` or `1971-04-28` (ISO 8601-1 reduced precision).
 * Lists give many birth dates as a year alone.
 */
export const PartialDate = Type.String({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' });

export const Uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
});

/** A page of a list; `next` is handed back as `cursor` for the page after it. */
export const PageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
};
