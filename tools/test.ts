import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './checks/files.ts';

/** `npm test`: the checks, the tests on a real PostgreSQL, and the journeys in a real browser; one line of sums at the end. */
interface Sum {
  passed: number;
  failed: number;
  skipped: number;
}

const reports = mkdtempSync(join(tmpdir(), 'entente-reports-'));
const sums: Sum[] = [];

sums.push(asOne(await run(process.execPath, ['tools/check.ts'])));
sums.push(await runVitest());
sums.push(await runJourneys());
rmSync(reports, { recursive: true });

const total = sums.reduce((sum, next) => ({
  passed: sum.passed + next.passed,
  failed: sum.failed + next.failed,
  skipped: sum.skipped + next.skipped,
}));
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function runVitest(): Promise<Sum> {
  const file = join(reports, 'vitest.json');
  const code = await run(process.execPath, [
    'node_modules/.bin/vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = readReport(file) as
    | { numPassedTests: number; numFailedTests: number; numPendingTests: number }
    | undefined;
  if (!report) return asOne(code || 1);
  // A suite that fails outside its tests (a set-up, an unhandled rejection) fails the run without a failed test.
  const failed = report.numFailedTests === 0 && code !== 0 ? 1 : report.numFailedTests;
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
}

async function runJourneys(): Promise<Sum> {
  if (!process.env.CHROMIUM_PATH) {
    console.log('\nJourneys skipped: no Chromium here and none may be installed. Set CHROMIUM_PATH to one.');
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const file = join(reports, 'journeys.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const code = await run(process.execPath, ['node_modules/.bin/playwright', 'test', '--reporter=list,json'], env);
  const report = readReport(file) as
    | { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }
    | undefined;
  if (!report) return asOne(code || 1);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky || (code === 0 ? 0 : 1), skipped };
}

function run(command: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function asOne(code: number): Sum {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}
