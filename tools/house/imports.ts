import { cruise, type ICruiseResult, type IReporterOutput } from 'dependency-cruiser';
import { IMPORT_RULES } from './import-rules.ts';
import { PLAUSIBLE_MODULES } from './plan.ts';

/** A broken rule: its name, where, and what was wrong. */
export interface Finding {
  rule: string;
  where: string;
  what: string;
}

/** Reads every import below `base` (a checkout, or a fixture that looks like one) and returns what breaks a rule. */
export async function findImportFaults(
  base: string,
  folders: string[],
): Promise<{ findings: Finding[]; modules: number }> {
  const output: IReporterOutput = await cruise(
    folders,
    {
      baseDir: base,
      // With TypeScript 7 alone the tool reads no .ts file and reports success; swc reads them.
      parser: 'swc',
      tsPreCompilationDeps: true,
      validate: true,
      ruleSet: { forbidden: IMPORT_RULES },
      doNotFollow: { path: 'node_modules' },
      exclude: { path: ['/dist/', '^tools/fixtures/'] },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'node', 'default', 'types'],
        extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts', '.css'],
      },
    },
    { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] } as never,
  );
  const result = output.output as ICruiseResult;
  const findings = result.summary.violations.map((violation) => ({
    rule: violation.rule.name,
    where: violation.from,
    what: violation.cycle ? violation.cycle.map((step) => step.name).join(' -> ') : violation.to,
  }));
  return { findings, modules: result.modules.filter((module) => /^packages\/.*\.tsx?$/.test(module.source)).length };
}

/** The house's own imports. Too few modules read means that the rules were silent, which is a fault itself. */
export async function checkImports(root: string): Promise<Finding[]> {
  const { findings, modules } = await findImportFaults(root, ['packages', 'bench', 'tests', 'tools']);
  if (modules >= PLAUSIBLE_MODULES) return findings;
  return [
    ...findings,
    { rule: 'plausible-module-count', where: 'packages', what: `only ${modules} modules were read` },
  ];
}
