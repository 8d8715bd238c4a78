import { join } from 'node:path';
import { environmentOf, layOutMembers, type Member } from '@entente/testkit/demonstration/members';
import { CommandError, type Io } from '../command.ts';
import { type Announced, startMember } from './member-process.ts';
import { createProcesses } from './processes.ts';

/** A demonstration organisation whose nodes answer. */
export interface RunningOrganisation {
  members: (Announced & { member: Member; pid: number | undefined })[];
  stop(): Promise<void>;
}

/**
 * Brings up the demonstration organisation: founds it where it is not yet, then starts each node as a process of its own.
 * All nodes lie in one folder, which is what makes a second start find them again. A node that ends by itself is told of; the
 * others go on.
 */
export async function startOrganisation(
  io: Io,
  { folder, count, port, travellers }: { folder: string; count: number; port: number; travellers: number },
): Promise<RunningOrganisation> {
  const members = await prepare(io, { folder, count, port });
  const processes = createProcesses((member, answer) => {
    // Travellers stand at one border; the others have their desks to try things at.
    const passing = member.id === 'kz' ? travellers : 0;
    const args = ['--travellers', String(passing)];
    return startMember(member, { environment: environmentOf(member, folder), args, answer }, io);
  }, io);
  const stop = () => processes.stopAll();
  try {
    const started = members.map((member) => processes.start(member));
    const announced = await Promise.all(started.map(({ ready }) => ready));
    return { members: started.map(({ member, pid }, at) => ({ member, pid, ...announced[at]! })), stop };
  } catch (error) {
    await stop();
    throw new CommandError((error as Error).message);
  }
}

/** The nodes, founded and joined; those of an organisation there is already stay where its register has them. */
async function prepare(io: Io, asked: { folder: string; count: number; port: number }): Promise<Member[]> {
  const { foundDemonstrationOrganisation, readFoundedNodes } = await import(
    '@entente/testkit/demonstration/found-organisation'
  );
  const file = join(asked.folder, 'register.jsonl');
  const founded = await readFoundedNodes(file);
  const members = layOutMembers(founded?.length ?? asked.count, asked.port);
  if (founded) {
    return members.map((member) => {
      const record = founded.find(({ id }) => id === member.id);
      const peerPort = Number(record?.address.split(':')[1] ?? member.peerPort);
      return { ...member, peerPort };
    });
  }
  const { openFounder } = await import('./open-founder.ts');
  const opened = await Promise.all(members.map((member) => openFounder(member, asked.folder, io)));
  try {
    await foundDemonstrationOrganisation(
      opened.map(({ founder }) => founder),
      file,
    );
  } finally {
    await Promise.all(opened.map(({ close }) => close()));
  }
  return members;
}
