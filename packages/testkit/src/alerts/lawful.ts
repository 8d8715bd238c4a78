import type { AlertKind, Category, OffenceKind } from '@entente/contracts/alerts/catalogue';
import type { AlertContent } from '@entente/contracts/alerts/content';
import { randomFor } from '../people/random.ts';
import { dayFrom } from './days.ts';
import { inventGround } from './grounds.ts';
import { inventSubject } from './subjects.ts';

/** Where and when the alert is written, and what is wished of it. */
export interface LawfulWish {
  now: Date;
  state: { iso3: string };
  /** One of the category's kinds; its first where none is named. */
  kind?: AlertKind;
  /** A child, with the first of the category's protective actions. */
  minor?: boolean;
  offence?: OffenceKind;
}

/** A content that every rule accepts, about an invented person or thing; the same for the same seed. */
export function lawfulContent(
  category: Category,
  seed: number,
  { now, state, kind = category.kinds[0]!, minor = false, offence = 'ordinary' }: LawfulWish,
): AlertContent {
  const random = randomFor(seed, 0x0a1e);
  const life = Math.min(category.longestLifeDays, 340) - random.below(20);
  return {
    category: category.id,
    subject: inventSubject({
      kind,
      seed,
      random,
      now,
      state: state.iso3,
      minor,
      invalidated: category.requires.includes('decision'),
    }),
    ground: inventGround({ category, random, now, offence }),
    action: (minor ? category.minorActions : category.actions)[0]!,
    expiresOn: dayFrom(now, life),
    reviewOn: dayFrom(now, Math.min(category.reviewDays, life) - 5 - random.below(10)),
  };
}
