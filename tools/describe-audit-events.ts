import { AUDIT_EVENTS, type EventDescription } from '@entente/contracts/audit-events';

/** docs/reference/audit-events.md: every event a node records, with its facts and personal parts. */
export function describeAuditEvents(): string {
  const sections = Object.entries<EventDescription>(AUDIT_EVENTS).map(describeEvent);
  return `# Audit events

Every record names its actor, its moment, its purpose, legal basis and case where it has them, and its outcome (done, refused,
failed). Facts hold no personal data. A personal part stands in the leaf as a salted commitment, and its text can be erased
while the log verifies. Generated from \`packages/contracts/src/audit-events.ts\`.

${sections.join('\n')}`;
}

function describeEvent([name, { meaning, subject, facts = {}, parts = {} }]: [string, EventDescription]): string {
  const rows = [
    ...(subject ? [`| subject | | ${subject} |`] : []),
    ...Object.entries(facts).map(([fact, means]) => `| fact | \`${fact}\` | ${means} |`),
    ...Object.entries(parts).map(([part, means]) => `| personal part | \`${part}\` | ${means} |`),
  ];
  const table = rows.length > 0 ? `\n| holds | name | meaning |\n|---|---|---|\n${rows.join('\n')}\n` : '';
  return `## \`${name}\`\n\n${meaning}\n${table}`;
}
