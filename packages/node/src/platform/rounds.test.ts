import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createLog } from './log.ts';
import { type Rest, type Rounds, startRounds } from './rounds.ts';

const silent = createLog('silent');

async function running(
  round: (signal: AbortSignal) => Promise<Rest>,
  use: (rounds: Rounds) => Promise<void>,
  log = silent,
) {
  const rounds = startRounds('a test', round, log);
  try {
    await use(rounds);
  } finally {
    await rounds.stop();
  }
}

describe('rounds', () => {
  test('follow each other at once while there is more', async () => {
    let done = 0;
    await running(
      async () => ({ afterMs: ++done < 5 ? 0 : 60_000 }),
      async () => void (await expect.poll(() => done).toBe(5)),
    );
  });

  test('are begun by a wake, also by one that comes during a round', async () => {
    let done = 0;
    await running(
      async () => {
        done += 1;
        await pause(1);
        return { afterMs: 60_000 };
      },
      async (rounds) => {
        rounds.wake();
        await expect.poll(() => done).toBe(2);
        rounds.wake();
        await expect.poll(() => done).toBe(3);
      },
    );
  });

  test('that back off are begun by no wake, but by haste', async () => {
    let done = 0;
    await running(
      async () => {
        done += 1;
        return { afterMs: 60_000, deaf: true };
      },
      async (rounds) => {
        await expect.poll(() => done).toBe(1);
        rounds.wake();
        await pause(20);
        expect(done).toBe(1);
        rounds.hurry();
        await expect.poll(() => done).toBe(2);
      },
    );
  });

  test('that fail are told to the log once and tried again', async () => {
    const lines: string[] = [];
    let done = 0;
    await running(
      async () => {
        done += 1;
        throw new Error('invented for the test');
      },
      async (rounds) => {
        await expect.poll(() => done).toBe(1);
        rounds.hurry();
        await expect.poll(() => done).toBe(2);
      },
      createLog('error', (line) => void lines.push(line)),
    );
    expect(lines).toHaveLength(1);
  });

  test('are over when they are stopped, whatever they wait for', async () => {
    const rounds = startRounds(
      'a test',
      async (signal) => {
        await pause(60_000, undefined, { signal });
        return { afterMs: 0 };
      },
      silent,
    );
    await rounds.stop();
  });
});
