import type { Register } from '@entente/crypto/act/register';
import { verifyRegisterFile } from '@entente/crypto/act/register-file';
import { openLine } from '../line/line.ts';
import type { FaultKind } from '../schedule/fault.ts';
import { foundMembers, layOutMembers } from './found-members.ts';
import { type NodeUnderFaults, nodeUnderFaults } from './node-under-faults.ts';
import { killPostmaster } from './postmaster.ts';
import { mountSmallDisk } from './small-disk.ts';

/** The nodes of a run, each a process with a line of its own. */
export interface RunningMembers {
  nodes: NodeUnderFaults[];
  register: Register;
  /** What cannot be done on this machine, and why. */
  leftOut: { kind: FaultKind; why: string }[];
  /** Ends everything. The disks go, unless somebody wants to look into them. */
  close(keepDisks: boolean): Promise<void>;
}

/** Founds an organisation of these states in the folder, and starts its nodes. */
export async function openMembers(folder: string, states: readonly string[]): Promise<RunningMembers> {
  const members = await layOutMembers(folder, states);
  const disks = members.map((member) => mountSmallDisk(member.folder));
  const { register, pin } = await foundMembers(members);
  const nodes = await Promise.all(
    members.map(async (member, at) => {
      const line = await openLine(member.linePort, member.peerPort);
      return nodeUnderFaults(member, { line, disk: disks[at] });
    }),
  );
  const close = async (keepDisks: boolean) => {
    for (const node of nodes) {
      node.disk?.empty();
      await node.kill();
      killPostmaster(node.folder);
      await node.line.close();
    }
    if (!keepDisks) for (const disk of disks) disk?.unmount();
  };
  try {
    await Promise.all(nodes.map((node) => node.start()));
  } catch (error) {
    await close(false);
    throw error;
  }
  const leftOut = disks.every(Boolean) ? [] : [{ kind: 'fill-disk' as const, why: 'this account may not mount' }];
  return { nodes, register: verifyRegisterFile(register, pin).register, leftOut, close };
}
