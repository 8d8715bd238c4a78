import type { Register } from '@entente/crypto/act/register';
import { parseVerifierKey, parseWitnessKey, type WitnessKey } from '@entente/crypto/note/verifier-key';
import type { WatchedLog } from '../../model/witnessing.ts';

/** The log of a node, as the register names it; undefined for a node it does not know. */
export function watchedLog(register: Register, node: string): WatchedLog | undefined {
  const record = register.nodes.get(node)?.record;
  if (record === undefined) return undefined;
  const key = parseVerifierKey(record.log);
  return { node, origin: key.name, keys: [key] };
}

/** The witness keys of all nodes, those of bodies among them. */
export function witnessKeys({ nodes }: Register): WitnessKey[] {
  return [...nodes.values()].map(({ record }) => parseWitnessKey(record.witness));
}
