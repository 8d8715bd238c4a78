import type { IForbiddenRuleType } from 'dependency-cruiser';
import { PACKAGES, PURE_PACKAGES, ROOMS } from './plan.ts';

const NODE = '^packages/node/src';
const CAPABILITIES = `${NODE}/capabilities`;
const TEST = '\\.test\\.tsx?$';
/** Outside the graph of what ships: run by a tool, never imported. */
const ENTRY_POINTS = [
  TEST,
  '\\.config\\.ts$',
  '^packages/[^/]+/src/(main|index|entente)\\.tsx?$',
  '^packages/contracts/src/',
  '^packages/cli/src/(commands|offline)/',
  '^packages/node/src/lists\\.ts$',
  // The migrator loads the code beside a migration's SQL.
  '^packages/node/migrations/',
  '^packages/testkit/src/',
  '-worker\\.ts$',
  // index.html loads it before the first paint.
  '^packages/console/src/app/first-paint\\.js$',
  '\\.d\\.ts$',
  '^bench/',
  '^tools/',
  '^tests/',
];

/** Every import rule of the house, made from the plan. Each has a violating fixture of its name in tools/fixtures. */
export const IMPORT_RULES: IForbiddenRuleType[] = [
  {
    name: 'no-cycle',
    comment: 'A piece in a circle cannot be moved or trusted alone; type-only imports count.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphan',
    comment: 'What nothing uses is dead.',
    severity: 'error',
    from: { orphan: true, pathNot: ENTRY_POINTS },
    to: {},
  },
  {
    name: 'no-unresolved',
    comment: 'An import that leads nowhere hides the rest of the graph.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-test-in-shipped-code',
    comment: 'Shipped code never imports tests.',
    severity: 'error',
    from: { path: '^packages/', pathNot: [TEST, '^packages/testkit/'] },
    to: { path: [TEST, '^tests/', '/vitest/'] },
  },
  {
    name: 'platform-knows-no-room',
    comment: 'The platform has no domain word.',
    severity: 'error',
    from: { path: `${NODE}/platform/` },
    to: { path: [`${CAPABILITIES}/`, `${NODE}/(main|compose)\\.ts$`] },
  },
  {
    name: 'main-knows-compose-only',
    comment: 'compose.ts is the one file that knows every room.',
    severity: 'error',
    from: {
      path: `${NODE}/`,
      pathNot: [`${NODE}/compose\\.ts$`, `${CAPABILITIES}/`, TEST, `${NODE}/(alerts|lists|screening)\\.ts$`],
    },
    to: { path: `${CAPABILITIES}/` },
  },
  {
    name: 'doorway-only',
    comment: 'A room sees another room through its doorway, index.ts.',
    severity: 'error',
    from: { path: `${CAPABILITIES}/([^/]+)/` },
    to: { path: `${CAPABILITIES}/([^/]+)/`, pathNot: [`${CAPABILITIES}/$1/`, `${CAPABILITIES}/[^/]+/index\\.ts$`] },
  },
  {
    name: 'doorway-from-outside',
    comment: 'Whoever is outside the rooms comes in by the doorway too, or by http.ts in compose.ts.',
    severity: 'error',
    from: { path: ['^packages/(cli|testkit)/', `${NODE}/(main|index)\\.ts$`], pathNot: TEST },
    to: { path: `${CAPABILITIES}/`, pathNot: `${CAPABILITIES}/[^/]+/index\\.ts$` },
  },
  ...Object.entries(ROOMS).map(([room, upstream]) => roomRule(room, upstream)),
  {
    name: 'decisions-are-pure',
    comment: 'model, rules and policy hold values and decisions: no SQL, no web, no file, no clock.',
    severity: 'error',
    from: { path: `${CAPABILITIES}/[^/]+/(model|rules|policy)(\\.ts|/)`, pathNot: TEST },
    to: {
      path: [
        `${NODE}/platform/`,
        `${CAPABILITIES}/[^/]+/(store|service|http|jobs|exchange)(\\.ts|/)`,
        'node_modules/(kysely|pg|fastify|pino)/',
      ],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'decisions-touch-no-system',
    comment: 'model, rules and policy open no file, socket or process.',
    severity: 'error',
    from: { path: `${CAPABILITIES}/[^/]+/(model|rules|policy)(\\.ts|/)`, pathNot: TEST },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'decisions-take-types-upstream',
    comment: 'model, rules and policy take only types from upstream rooms.',
    severity: 'error',
    from: { path: `${CAPABILITIES}/([^/]+)/(model|rules|policy)(\\.ts|/)`, pathNot: TEST },
    to: { path: `${CAPABILITIES}/`, pathNot: `${CAPABILITIES}/$1/`, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'store-uses-model-and-database',
    comment: 'A store holds SQL on its own schema and decides nothing.',
    severity: 'error',
    from: { path: `${CAPABILITIES}/([^/]+)/store(\\.ts|/)`, pathNot: TEST },
    to: {
      path: [`${CAPABILITIES}/$1/(service|http|jobs|exchange|policy)(\\.ts|/)`, `${NODE}/platform/http/`],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'features-meet-in-app',
    comment: 'A console feature never imports another; they meet in app/.',
    severity: 'error',
    from: { path: '^packages/console/src/features/([^/]+)/' },
    to: {
      path: ['^packages/console/src/features/', '^packages/console/src/app/'],
      pathNot: '^packages/console/src/features/$1/',
    },
  },
  {
    name: 'ui-knows-no-feature',
    comment: 'The design language is below the features.',
    severity: 'error',
    from: { path: '^packages/console/src/(ui|api)/' },
    to: { path: '^packages/console/src/(features|app)/' },
  },
  ...Object.entries(PACKAGES).map(([name, uses]) => packageRule(name, uses)),
  ...Object.entries(PURE_PACKAGES).map(([name, modules]) => pureRule(name, modules)),
];

/** A room sees only the rooms upstream of it. */
function roomRule(room: string, upstream: readonly string[]): IForbiddenRuleType {
  const others = [room, ...upstream].join('|');
  return {
    name: `upstream-only-${room}`,
    comment: `${room} may use: ${upstream.join(', ') || 'no other room'}.`,
    severity: 'error',
    from: { path: `${CAPABILITIES}/${room}/`, pathNot: TEST },
    to: { path: `${CAPABILITIES}/`, pathNot: `${CAPABILITIES}/(${others})/` },
  };
}

/** A package sees only the packages the plan gives it; tests may also use the testkit. */
function packageRule(name: string, uses: readonly string[]): IForbiddenRuleType {
  return {
    name: `package-${name}`,
    comment: `${name} may use: ${uses.join(', ') || 'no other package'}.`,
    severity: 'error',
    from: { path: `^packages/${name}/`, pathNot: TEST },
    to: { path: '^packages/', pathNot: `^packages/(${[name, ...uses].join('|')})/` },
  };
}

/** A pure package opens no file, socket or process. */
function pureRule(name: string, modules: readonly string[]): IForbiddenRuleType {
  const allowed = modules.length > 0 ? { pathNot: `^(node:)?(${modules.join('|')})$` } : {};
  return {
    name: `pure-${name}`,
    comment: `${name} is pure; of Node it may use: ${modules.join(', ') || 'nothing'}.`,
    severity: 'error',
    from: { path: `^packages/${name}/src/`, pathNot: TEST },
    to: { dependencyTypes: ['core'], ...allowed },
  };
}
