import { VARIABLES, type Variable } from './config-variables.ts';

/** docs/reference/configuration.md, from the table of variables. */
export function describeConfiguration(): string {
  const rows = Object.values<Variable<unknown>>(VARIABLES).map(
    (variable) => `| \`${variable.name}\` | ${variable.meaning} | ${describePreset(variable)} |`,
  );
  return `# Configuration

A node is told everything by environment variables, read once when it starts. An empty variable counts as absent; a
value that cannot be right, a name that is none of these, and settings that contradict each other are refused, all at once,
each with what to change. Secrets are never printed.

| variable | meaning | default |
|---|---|---|
${rows.join('\n')}
`;
}

function describePreset(variable: Variable<unknown>): string {
  return variable.preset === undefined ? (variable.otherwise ?? 'none') : `\`${variable.preset}\``;
}
