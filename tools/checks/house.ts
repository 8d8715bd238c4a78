import { findSilentRules } from '../house/fixtures.ts';
import { checkImports, type Finding } from '../house/imports.ts';
import { checkText } from '../house/text-rules.ts';
import { listFiles, ROOT } from './files.ts';

/** The rules of the house hold, and each of them is shown to notice what it forbids. */
export async function checkHouse(): Promise<string[]> {
  const findings = [
    ...(await checkImports(ROOT)),
    ...(await checkText(ROOT, listFiles())),
    ...(await findSilentRules()),
  ];
  return findings.map(wording);
}

function wording({ rule, where, what }: Finding): string {
  return `${rule}: ${where}: ${what}`;
}
