import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SOURCE = fileURLToPath(new URL('../packages/cli/src/offline/entente-verify.ts', import.meta.url));

const BANNER = `#!/usr/bin/env node
// Made from packages/cli/src/offline by "npm run generate". It needs nothing but Node 20 or newer:
// copy it to a machine you trust, and read it there; it is left readable on purpose.`;

/** `entente-verify.mjs`: the offline verifier and all it uses, in one file. */
export async function bundleVerifier(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [SOURCE],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    banner: { js: BANNER },
  });
  return outputFiles[0]!.text;
}
