import type { Member } from '@entente/testkit/demonstration/members';
import type { Io } from '../command.ts';
import { type Asked, createIncidents, type Held, type Misdeed, type Standing, type Told } from './incidents.ts';
import type { MemberProcess } from './member-process.ts';

/** The state whose node misbehaves where the guide says so. */
const MISBEHAVING = 'in';

/** The processes of the nodes, by which they are started, asked and stopped. */
export interface Processes {
  start(member: Member): MemberProcess;
  stopAll(): Promise<void>;
}

/** @param begin starts a node's process, which may ask for incidents by `answer` */
export function createProcesses(
  begin: (member: Member, answer: (asked: Asked) => Promise<Told>) => MemberProcess,
  io: Pick<Io, 'err' | 'signal'>,
): Processes {
  const running = new Map<string, MemberProcess>();
  let committee: Held | undefined;

  function start(member: Member): MemberProcess {
    const started = begin(member, (asked) => createIncidents({ committee, misbehave })(asked));
    running.set(member.id, started);
    void started.ended.then((code) => {
      if (io.signal.aborted || started.isStopping()) return;
      io.err(`The node ${member.id} ended with code ${code}; the others go on.\n`);
    });
    if (member.body !== undefined) committee ??= hold(member, started);
    return started;
  }

  function misbehave(misdeed: Misdeed): Promise<Standing> {
    const node = running.get(MISBEHAVING);
    return node
      ? node.ask(misdeed)
      : Promise.reject(new Error(`There is no node ${MISBEHAVING} in this demonstration.`));
  }

  /** A node that stops, asked to or not, and is started again while the others go on. */
  function hold(member: Member, first: MemberProcess): Held {
    let state: ReturnType<Held['state']> = 'running';
    const watch = (process: MemberProcess) => {
      void process.ended.then(() => {
        state = 'stopped';
      });
    };
    watch(first);
    return {
      state: () => state,
      stop: async () => {
        await running.get(member.id)?.stop();
      },
      start: async () => {
        if (state !== 'stopped') return;
        state = 'starting';
        const started = start(member);
        watch(started);
        await started.ready;
        state = 'running';
      },
    };
  }

  return {
    start,
    stopAll: async () => {
      await Promise.all([...running.values()].map((process) => process.stop()));
    },
  };
}
