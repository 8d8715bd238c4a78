import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { IMPORT_RULES } from './import-rules.ts';
import { type Finding, findImportFaults } from './imports.ts';
import { PACKAGES, PURE_PACKAGES, ROOMS } from './plan.ts';
import { checkText, TEXT_RULES } from './text-rules.ts';

/** A file that breaks one rule on purpose, and the files it leans on. A rule whose fixture passes is silent. */
interface Fixture {
  rule: string;
  at: string;
  text: string;
  leansOn?: string[];
}

const ROOM = 'packages/node/src/capabilities';
const STUB = 'export const stub = 1;\nexport type Stub = typeof stub;\n';

const FIXTURES: Fixture[] = [
  {
    rule: 'no-cycle',
    at: `${ROOM}/audit/service/one.ts`,
    text: "import type { Two } from './two.ts';\nexport type One = Two | 1;\n",
  },
  { rule: 'no-orphan', at: 'packages/node/src/platform/lonely.ts', text: STUB },
  uses('no-unresolved', `${ROOM}/audit/service/lost.ts`, './nowhere.ts', []),
  uses('no-test-in-shipped-code', 'packages/node/src/platform/tested.ts', './tested.test.ts', [
    'packages/node/src/platform/tested.test.ts',
  ]),
  uses('platform-knows-no-room', 'packages/node/src/platform/knowing.ts', '../capabilities/audit/index.ts'),
  uses('main-knows-compose-only', 'packages/node/src/main.ts', './capabilities/audit/index.ts'),
  uses('doorway-only', `${ROOM}/membership/service.ts`, '../audit/store.ts', [`${ROOM}/audit/store.ts`]),
  uses('doorway-from-outside', 'packages/cli/src/peeping.ts', '../../node/src/capabilities/audit/store.ts', [
    `${ROOM}/audit/store.ts`,
  ]),
  { rule: 'no-capability-outside-plan', at: `${ROOM}/unplanned/index.ts`, text: STUB },
  ...Object.keys(ROOMS).map((room) =>
    uses(`upstream-only-${room}`, `${ROOM}/${room}/upstream-of-none.ts`, '../unplanned/index.ts', []),
  ),
  uses('decisions-are-pure', `${ROOM}/access/rules.ts`, '../../platform/database.ts', [
    'packages/node/src/platform/database.ts',
  ]),
  uses('decisions-touch-no-system', `${ROOM}/access/model.ts`, 'node:fs', [], 'readFileSync'),
  uses('decisions-take-types-upstream', `${ROOM}/alerts/rules.ts`, '../audit/index.ts'),
  uses('store-uses-model-and-database', `${ROOM}/alerts/store.ts`, './service.ts', [`${ROOM}/alerts/service.ts`]),
  uses('features-meet-in-app', 'packages/console/src/features/alerts/page.tsx', '../audit/page.tsx', [
    'packages/console/src/features/audit/page.tsx',
  ]),
  uses('ui-knows-no-feature', 'packages/console/src/ui/knowing.tsx', '../features/audit/page.tsx', [
    'packages/console/src/features/audit/page.tsx',
  ]),
  ...Object.keys(PACKAGES).map((name) =>
    uses(`package-${name}`, `packages/${name}/src/reaching.ts`, '../../elsewhere/src/index.ts', [
      'packages/elsewhere/src/index.ts',
    ]),
  ),
  ...Object.keys(PURE_PACKAGES).map((name) =>
    uses(`pure-${name}`, `packages/${name}/src/impure.ts`, 'node:fs', [], 'readFileSync'),
  ),
  { rule: 'plain-names', at: 'packages/node/src/platform/string-utils.ts', text: STUB },
  { rule: 'kebab-case', at: 'packages/node/src/platform/CamelCase.ts', text: STUB },
  { rule: 'room-files', at: `${ROOM}/audit/drawer.ts`, text: STUB },
  { rule: 'no-sql-outside-store', at: `${ROOM}/alerts/http.ts`, text: "db.selectFrom('alerts.list');\n" },
  {
    rule: 'no-inline-import-type',
    at: `${ROOM}/alerts/jobs.ts`,
    text: "export type T = import('./store.ts').Stub | import('./x.ts').Y;\n",
  },
  { rule: 'no-clock-in-decisions', at: `${ROOM}/screening/rules.ts`, text: 'export const at = Date.now();\n' },
  {
    rule: 'no-locale-in-matching',
    at: 'packages/matching/src/sorted.ts',
    text: "export const order = 'a'.localeCompare('b');\n",
  },
  { rule: 'second-look-at-400', at: 'packages/node/src/platform/long.ts', text: `${'\n'.repeat(401)}${STUB}` },
  { rule: 'no-type-escape', at: 'packages/node/src/platform/loose.ts', text: 'export const loose = {} as any;\n' },
];

/** Files several fixtures lean on, and the second half of the circle. */
const GROUND: Record<string, string> = {
  [`${ROOM}/audit/index.ts`]: STUB,
  [`${ROOM}/audit/service/two.ts`]: "import type { One } from './one.ts';\nexport type Two = One | 2;\n",
};

/** Builds a house that breaks every rule once, and returns the rules that did not notice, or that have no fixture. */
export async function findSilentRules(): Promise<Finding[]> {
  const base = await mkdtemp(join(tmpdir(), 'entente-fixtures-'));
  try {
    await writeFixtures(base);
    const { findings } = await findImportFaults(base, ['packages']);
    const text = await checkText(
      base,
      FIXTURES.map((fixture) => fixture.at),
    );
    return [...silent([...findings, ...text]), ...withoutFixture()];
  } finally {
    await rm(base, { recursive: true });
  }
}

function silent(reported: Finding[]): Finding[] {
  return FIXTURES.filter(
    ({ rule, at }) => !reported.some((finding) => finding.rule === rule && finding.where === at),
  ).map(({ rule, at }) => ({ rule: 'silent-rule', where: at, what: `${rule} did not report its violating fixture` }));
}

function withoutFixture(): Finding[] {
  const shown = new Set(FIXTURES.map((fixture) => fixture.rule));
  return [...IMPORT_RULES, ...TEXT_RULES]
    .filter((rule) => !shown.has(rule.name ?? ''))
    .map((rule) => ({ rule: 'rule-without-fixture', where: 'tools/house/fixtures.ts', what: rule.name ?? '' }));
}

async function writeFixtures(base: string): Promise<void> {
  const files = new Map(Object.entries(GROUND));
  for (const fixture of FIXTURES) for (const path of fixture.leansOn ?? []) files.set(path, STUB);
  for (const fixture of FIXTURES) files.set(fixture.at, fixture.text);
  for (const [path, text] of files) {
    await mkdir(dirname(join(base, path)), { recursive: true });
    await writeFile(join(base, path), text);
  }
}

/** A fixture that breaks its rule by one import. */
function uses(rule: string, at: string, target: string, leansOn: string[] = [], name = 'stub'): Fixture {
  return { rule, at, text: `import { ${name} } from '${target}';\nexport const used = ${name};\n`, leansOn };
}
