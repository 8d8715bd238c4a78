import { toHex } from '../bytes.ts';
import { hashNodeRecord } from './node-record.ts';
import { isActiveAt, type KeyUse, type Register } from './register.ts';

/** What a register says at a moment, in plain values: for people, and for programs that read JSON. */
export interface RegisterView {
  organisation: string;
  head: { number: number; hash: string };
  members: MemberView[];
  nodes: NodeView[];
  treaties: { id: string; inForceFrom: string }[];
}

export interface MemberView {
  state: string;
  /** `awaited`: admitted from a moment that is still to come. */
  status: 'awaited' | 'active' | 'suspended';
  /** From when it has that status. */
  from: string;
  /** What the acts have in store for it. */
  ahead: { status: 'active' | 'suspended'; from: string }[];
}

export interface NodeView {
  id: string;
  holder: 'member' | 'body';
  of: string;
  address: string;
  /** Fingerprint of the whole record, to compare out of band. */
  record: string;
  log: string;
  witness: string;
  keys: KeyView[];
}

export interface KeyView {
  use: KeyUse;
  /** Id of a signing or sealing key; SHA-256 fingerprint of a certificate. */
  id: string;
  status: 'awaited' | 'in-force' | 'retired' | 'revoked';
  from: string;
  until: string | null;
}

/** The register at a moment. A suspension adopted ahead of its moment is not in force before it. */
export function viewRegister(register: Register, moment: string): RegisterView {
  const { organisation, head, nodes, treaties } = register;
  return {
    organisation,
    head: { ...head },
    members: [...register.members.keys()].map((state) => viewMember(register, state, moment)),
    nodes: [...nodes.values()].map(({ record, keys }) => ({
      id: record.id,
      holder: record.holder,
      of: record.of,
      address: record.address,
      record: toHex(hashNodeRecord(record)),
      log: record.log,
      witness: record.witness,
      keys: keys.map(({ use, id, from, until, revoked }) => ({
        use,
        id,
        status:
          moment < from ? 'awaited' : until === null || moment < until ? 'in-force' : revoked ? 'revoked' : 'retired',
        from,
        until,
      })),
    })),
    treaties: [...treaties].map(([id, inForceFrom]) => ({ id, inForceFrom })),
  };
}

function viewMember(register: Register, state: string, moment: string): MemberView {
  const { since, standing } = register.members.get(state)!;
  const ahead = standing.filter(({ from }) => from > moment);
  if (moment < since) return { state, status: 'awaited', from: since, ahead };
  const from = standing.filter((change) => change.from <= moment).at(-1)?.from ?? since;
  return { state, status: isActiveAt(register, state, moment) ? 'active' : 'suspended', from, ahead };
}
