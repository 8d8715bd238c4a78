import { type Check, program } from './checks/command.ts';
import { checkGenerated } from './checks/generated.ts';
import { checkHouse } from './checks/house.ts';
import { checkMessages } from './checks/messages.ts';

/** `npm run check`: everything a tool can say about the house without running it. */
const CHECKS: Record<string, Check> = {
  'format and lint': program(
    'biome',
    'ci',
    '--colors=off',
    '--reporter=concise',
    '--diagnostic-level=warn',
    '--error-on-warnings',
    '.',
  ),
  'types, node and tools': program('tsc', '-p', '.'),
  'types, console': program('tsc', '-p', 'packages/console'),
  'house rules': checkHouse,
  translations: checkMessages,
  'generated files': checkGenerated,
};

const SHOWN = 60;
let failed = 0;
for (const [name, check] of Object.entries(CHECKS)) {
  const started = performance.now();
  const faults = await check();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${faults.length === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)`);
  for (const fault of faults.slice(0, SHOWN)) console.log(`        ${fault}`);
  if (faults.length > SHOWN) console.log(`        … and ${faults.length - SHOWN} more`);
  if (faults.length > 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
