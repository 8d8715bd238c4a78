import type { Standing } from '../../membership/index.ts';
import type { OtherSide } from '../model/case.ts';

/** The node of a member, as the register has it now; a member with several goes by the first it declared. */
export function nodeOfState(standing: Standing | null, state: string): OtherSide | undefined {
  for (const [node, { record }] of standing?.register.nodes ?? []) {
    if (record.holder === 'member' && record.of === state) return { node, state };
  }
  return undefined;
}

/** The state whose node this is; a body's node follows up no hit. */
export function stateOfNode(standing: Standing | null, node: string): OtherSide | undefined {
  const record = standing?.register.nodes.get(node)?.record;
  return record?.holder === 'member' ? { node, state: record.of } : undefined;
}
