import { describeAccess } from '@entente/node/capabilities/access/index';
import { loadMembership } from '@entente/node/capabilities/membership/index';
import { PROJECT } from '@entente/node/platform/config';
import { describeConfiguration } from '@entente/node/platform/config-reference';
import { describeProblems } from '@entente/node/platform/problem-reference';
import { generateSchema } from '@entente/testkit/schema';
import { bundleVerifier } from './bundle-verifier.ts';
import { describeAlertRules } from './describe-alert-rules.ts';
import { describeAuditEvents } from './describe-audit-events.ts';
import { describeFalseAlarms } from './describe-false-alarms.ts';
import { describeHitRules } from './describe-hit-rules.ts';

/** Files that are made from others, and how. Joined here as the rooms provide their generators. */
export const GENERATED: Record<string, () => string | Promise<string>> = {
  'docs/reference/access.md': async () => describeAccess(await loadMembership(`${PROJECT}/profiles/sco-2018`)),
  'docs/reference/alert-rules.md': describeAlertRules,
  'entente-verify.mjs': bundleVerifier,
  'docs/reference/audit-events.md': describeAuditEvents,
  'docs/reference/configuration.md': describeConfiguration,
  'docs/reference/hit-rules.md': describeHitRules,
  'docs/reference/problems.md': describeProblems,
  'packages/contracts/src/screening/false-alarms.ts': describeFalseAlarms,
  'packages/node/migrations/schema.sql': generateSchema,
};
