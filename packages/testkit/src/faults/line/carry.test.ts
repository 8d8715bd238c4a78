import { describe, expect, test } from 'vitest';
import { carry, LineCut } from './carry.ts';
import type { Trouble, Way } from './trouble.ts';

async function* pieces(...texts: string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}

/** What arrives of two pieces, and whether the line was cut. */
async function carried(trouble: Trouble | undefined, way: Way = 'there'): Promise<{ text: string; cut: boolean }> {
  let text = '';
  try {
    for await (const piece of carry(pieces('sealed ', 'bytes'), way, () => trouble)) text += piece;
    return { text, cut: false };
  } catch (error) {
    if (error instanceof LineCut) return { text, cut: true };
    throw error;
  }
}

describe('a line between two nodes', () => {
  test.each<[string, Trouble | undefined]>([
    ['without trouble', undefined],
    ['when it is late', { kind: 'delay', ms: 1 }],
    ['when it is slow', { kind: 'throttle', bytesPerSecond: 2000 }],
    ['when the other way suffers', { kind: 'swallow', way: 'back' }],
    ['when it is to be cut later', { kind: 'cut-after', way: 'there', bytes: 100 }],
  ])('carries all of it %s', async (_, trouble) => {
    expect(await carried(trouble)).toEqual({ text: 'sealed bytes', cut: false });
  });

  test.each([
    [3, 'sea'],
    [7, 'sealed '],
    [9, 'sealed by'],
  ])('is cut after %i bytes, wherever they end', async (bytes, text) => {
    expect(await carried({ kind: 'cut-after', way: 'back', bytes }, 'back')).toEqual({ text, cut: true });
  });

  test('swallows what goes that way, and stands', async () => {
    expect(await carried({ kind: 'swallow', way: 'there' })).toEqual({ text: '', cut: false });
  });
});
