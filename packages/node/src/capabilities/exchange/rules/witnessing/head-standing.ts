import { activeMembers, type Register } from '@entente/crypto/act/register';
import { standingOf } from '@entente/crypto/note/standing';
import { parseWitnessKey } from '@entente/crypto/note/verifier-key';
import { Refusal } from '@entente/crypto/refusal';

/** How far a head is vouched for. */
export interface HeadStanding {
  /** Nodes that have cosigned it, those of bodies among them. */
  cosignedBy: string[];
  /** More than half of the members active at that moment have cosigned it. */
  standing: boolean;
}

/**
 * How far a note is vouched for by the register at a moment. A member counts once, whichever of its nodes has cosigned; a body's
 * node does not count, nor does a suspended member's.
 */
export function headStanding(register: Register, note: string, moment: string): HeadStanding {
  const nodes = [...register.nodes].map(([node, { record }]) => ({
    node,
    record,
    key: parseWitnessKey(record.witness),
  }));
  const names = cosignersOf(
    note,
    nodes.map(({ key }) => key),
  );
  const cosigned = nodes.filter(({ key }) => names.includes(key.name));
  const active = activeMembers(register, moment);
  const members = cosigned.flatMap(({ record }) => (record.holder === 'member' ? [record.of] : []));
  const counted = new Set(members.filter((member) => active.includes(member)));
  return { cosignedBy: cosigned.map(({ node }) => node), standing: counted.size * 2 > active.length };
}

/** A line by one of them that does not verify condemns the note: nobody vouches for it. */
function cosignersOf(note: string, keys: Parameters<typeof standingOf>[1]): string[] {
  try {
    return standingOf(note, keys).cosigned;
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
