import type { Member } from '@entente/testkit/demonstration/members';
import { expect, test } from 'vitest';
import type { Asked, Misdeed, Standing, Told } from './incidents.ts';
import type { MemberProcess } from './member-process.ts';
import { createProcesses } from './processes.ts';

const COMMITTEE: Member = { id: 'rats', state: 'UZ', body: 'rats', port: 1, peerPort: 2 };
const INDIA: Member = { id: 'in', state: 'IN', port: 3, peerPort: 4 };
const KAZAKHSTAN: Member = { id: 'kz', state: 'KZ', port: 5, peerPort: 6 };

/** The processes of an organisation, without the processes: each ends when it is told to, or when a test says so. */
function organisation(members: Member[], ask: (misdeed: Misdeed) => Promise<Standing>) {
  const said: string[] = [];
  const ends = new Map<string, (code: number) => void>();
  const asking = new Map<string, (asked: Asked) => Promise<Told>>();
  const signal = new AbortController().signal;
  const io = { err: (text: string) => void said.push(text), signal };
  const processes = createProcesses((member, answer): MemberProcess => {
    const ended = Promise.withResolvers<number>();
    let stopping = false;
    ends.set(member.id, ended.resolve);
    asking.set(member.id, answer);
    return {
      member,
      pid: 1,
      ready: Promise.resolve({ address: '', officers: [] }),
      ended: ended.promise,
      isStopping: () => stopping,
      ask,
      stop: async () => {
        stopping = true;
        ended.resolve(0);
        await ended.promise;
      },
    };
  }, io);
  for (const member of members) processes.start(member);
  return { said, end: (id: string, code: number) => ends.get(id)!(code), ask: asking.get('kz')! };
}

const whole = async (): Promise<Standing> => ({ log: 'whole' });
const silent = () => Promise.reject(new Error('the process has ended'));

test('the committee’s node is stopped and started again at a word, and nobody calls that an accident', async () => {
  const { ask, said } = organisation([KAZAKHSTAN, INDIA, COMMITTEE], whole);
  expect(await ask('look')).toEqual({ committee: 'running', log: 'whole' });
  expect(await ask('stop-committee')).toMatchObject({ committee: 'stopped' });
  expect(await ask('start-committee')).toMatchObject({ committee: 'running' });
  expect(said).toEqual([]);
});

test('one that ends by itself is told of, counts as stopped and can be started again', async () => {
  const { ask, said, end } = organisation([KAZAKHSTAN, INDIA, COMMITTEE], whole);
  end('rats', 137);
  await expect.poll(() => ask('look')).toMatchObject({ committee: 'stopped' });
  expect(said).toEqual(['The node rats ended with code 137; the others go on.\n']);
  expect(await ask('start-committee')).toMatchObject({ committee: 'running' });
});

test('a demonstration without a committee has none to stop', async () => {
  const { ask } = organisation([KAZAKHSTAN, INDIA], whole);
  expect(await ask('look')).toEqual({ committee: null, log: 'whole' });
  await expect(ask('stop-committee')).rejects.toThrow('no node of a committee');
});

test('Delhi’s node is asked for what only it can do; while it does not answer, its log is not judged', async () => {
  const heard: Misdeed[] = [];
  const listening = organisation([KAZAKHSTAN, INDIA], async (misdeed) => {
    heard.push(misdeed);
    return { log: 'altered' };
  });
  expect(await listening.ask('alter-log')).toMatchObject({ log: 'altered' });
  expect(heard).toEqual(['alter-log', 'look']);

  const deaf = organisation([KAZAKHSTAN, INDIA], silent);
  expect(await deaf.ask('look')).toEqual({ committee: null, log: null });
  await expect(deaf.ask('send-altered')).rejects.toThrow('has ended');
});
