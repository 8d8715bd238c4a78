import type { ContextKeys } from './key-schedule.ts';
import { labeledExpand } from './labeled.ts';
import { type Suite, suiteIdOf } from './suite.ts';

/** Context.Export (RFC 9180, section 5.3): a further secret that both sides of a context can find. */
export function exportSecret(suite: Suite, keys: ContextKeys, context: Uint8Array, length: number): Uint8Array {
  return labeledExpand({ kdf: suite.kdf, suiteId: suiteIdOf(suite) }, keys.exporterSecret, 'sec', context, length);
}
