import type { ImportProblem, ImportView } from '@entente/contracts/alerts';

/** A report prints so many problems; `--json` gives all that were kept. */
export const PROBLEMS_SHOWN = 20;

/** What an import did, for a person at a terminal. */
export function describeImport(view: ImportView, problems: ImportProblem[], total: number): string {
  const { counts, kinds } = view;
  const lines = [
    `${view.list}: ${view.state}`,
    ...(view.failure ? [`  ${view.failure.detail} (${view.failure.code})`] : []),
    `  read ${counts.read} = added ${counts.added} + changed ${counts.changed} + unchanged ${counts.unchanged} + refused ${counts.refused}`,
    `  removed ${counts.removed}`,
    `  persons ${kinds.person}, organisations ${kinds.organisation}, vessels ${kinds.vessel}, aircraft ${kinds.aircraft}`,
  ];
  if (view.state !== 'done') lines.splice(2, lines.length, '  Nothing was changed.');
  if (total > 0) {
    lines.push(`  ${total} ${total === 1 ? 'problem' : 'problems'}:`);
    lines.push(...problems.slice(0, PROBLEMS_SHOWN).map(describeProblem));
    if (total > PROBLEMS_SHOWN) lines.push(`    and ${total - PROBLEMS_SHOWN} more; --json gives them all`);
  }
  return `${lines.join('\n')}\n`;
}

function describeProblem({ file, place, ref, reason }: ImportProblem): string {
  const where = [file, place, ref && `record ${ref}`].filter(Boolean).join(', ');
  return `    ${where}: ${reason}`;
}
