import { describeConfiguration } from '@entente/node/platform/config-reference';
import { describeProblems } from '@entente/node/platform/problem-reference';
import { generateSchema } from '@entente/testkit/schema';
import { bundleVerifier } from './bundle-verifier.ts';

/** Files that are made from others, and how. Joined here as the rooms provide their generators. */
export const GENERATED: Record<string, () => string | Promise<string>> = {
  'entente-verify.mjs': bundleVerifier,
  'docs/reference/configuration.md': describeConfiguration,
  'docs/reference/problems.md': describeProblems,
  'packages/node/migrations/schema.sql': generateSchema,
};
