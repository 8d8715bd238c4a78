import { CASE_RULES } from '@entente/contracts/cases/rules';
import { REPORT_RULES } from '@entente/contracts/screening/report-rules';
import { PROCEDURE_RULES, VERDICT_RULES } from '@entente/contracts/screening/rules';
import { describeRules } from './describe-alert-rules.ts';

/** docs/reference/hit-rules.md: every rule of the hit procedure, what it says in three languages, and where it comes from. */
export function describeHitRules(): string {
  return `# Rules of the hit procedure

A step that breaks a rule is not done. The answer is the problem \`step-refused\` with, for each breach, the rule and the field as a
JSON pointer; the refusal is recorded (\`screening.refused\`) and counted for oversight. How a possible hit goes on is in
\`docs/reference/screening.md\`, why so in \`docs/decisions/0061-the-hit-procedure.md\`. Generated from
\`packages/contracts/src/screening/rules.ts\`.

## Of a verdict

Pointers are into the verdict.

${describeRules(VERDICT_RULES)}

## Of a report to the owner

\`/report\` is in the verdict; why so is in \`docs/decisions/0062-confirming-sends-nothing.md\`.

${describeRules(REPORT_RULES)}

## Of the case and the shift

${describeRules(PROCEDURE_RULES)}

## Of following a hit up

These refuse with \`follow-up-refused\` and are recorded as \`cases.refused\`; what they are about is in
\`docs/reference/cases.md\`. Generated from \`packages/contracts/src/cases/rules.ts\`.

${describeRules(CASE_RULES)}
`;
}
