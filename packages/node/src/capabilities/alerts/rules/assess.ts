import type { Refusal } from '@entente/contracts/alerts/alert';
import type { AlertContent } from '@entente/contracts/alerts/content';
import type { ContentRule } from '@entente/contracts/alerts/rules';
import type { Circumstances, ContentCheck } from './case.ts';
import { AUDIENCE_CHECKS } from './content/audience.ts';
import { DATE_CHECKS } from './content/dates.ts';
import { DOCUMENT_CHECKS } from './content/documents.ts';
import { FRAME_CHECKS } from './content/frame.ts';
import { LIFE_CHECKS } from './content/life.ts';
import { MINOR_CHECKS } from './content/minors.ts';
import { OBJECT_CHECKS } from './content/objects.ts';
import { DECISION_CHECKS, OFFENCE_CHECKS } from './content/offence.ts';
import { PERSON_CHECKS } from './content/persons.ts';
import { TEXT_CHECKS } from './content/text.ts';
import { VERSION_CHECKS } from './content/versions.ts';

export { findSuspectTerms } from './terms.ts';

/** Every rule of the content, by its id, in the order an officer fills the form. */
export const CONTENT_CHECKS: Readonly<Record<ContentRule, ContentCheck>> = {
  ...FRAME_CHECKS,
  ...OFFENCE_CHECKS,
  ...DECISION_CHECKS,
  ...PERSON_CHECKS,
  ...MINOR_CHECKS,
  ...DOCUMENT_CHECKS,
  ...OBJECT_CHECKS,
  ...AUDIENCE_CHECKS,
  ...LIFE_CHECKS,
  ...DATE_CHECKS,
  ...VERSION_CHECKS,
  ...TEXT_CHECKS,
};

/** Every rule that the content breaks, each with the field it is about; empty when the content is lawful. */
export function assessContent(
  content: AlertContent,
  circumstances: Circumstances,
  checks: Partial<Record<ContentRule, ContentCheck>> = CONTENT_CHECKS,
): Refusal[] {
  return Object.entries(checks).flatMap(([rule, check]) =>
    check(content, circumstances).map((breach) => ({ rule, ...breach })),
  );
}
