import {
  CONTENT_RULES,
  FLAG_RULES,
  LIFECYCLE_RULES,
  RECEIVED_RULES,
  REVIEW_RULES,
  type RuleText,
} from '@entente/contracts/alerts/rules';

/** docs/reference/alert-rules.md: every rule of alerts, what it says in three languages, and where it comes from. */
export function describeAlertRules(): string {
  return `# Rules of alerts

A content that breaks a rule cannot be submitted or approved, and a step that breaks one is not done. The answer is the
problem \`alert-refused\` with, for each breach, the rule, the field as a JSON pointer, and the values its sentence names;
the refusal is recorded. \`entente alerts validate FILE\` weighs contents without a node. How the rules are held, and which
of them are choices of ours, is in \`docs/decisions/0041-rules-of-alerts.md\`. Generated from
\`packages/contracts/src/alerts/rules.ts\`.

## Of the content

Pointers are into the content.

${describeRules(CONTENT_RULES)}

## Of the second officer's review

Pointers are into the review.

${describeRules(REVIEW_RULES)}

## Of the order of steps

These are about the alert as it stands, not about a field.

${describeRules(LIFECYCLE_RULES)}

## Of a flag

What a state does on its territory in the place of what the owner asks for. Pointers are into the flag.

${describeRules(FLAG_RULES)}

## Of what another state's node sends

A receiver weighs every alert by all the rules of the content, and by these. It refuses with the code \`alerts.<rule>\` in its signed
receipt.

${describeRules(RECEIVED_RULES)}
`;
}

/** Rules as a table, all three languages. */
export function describeRules(rules: Record<string, RuleText>): string {
  const rows = Object.entries(rules).map(
    ([rule, { says, source }]) => `| \`${rule}\` | ${says.en}<br>${says.ru}<br>${says.zh} | ${source} |`,
  );
  return `| rule | says | comes from |\n|---|---|---|\n${rows.join('\n')}`;
}
