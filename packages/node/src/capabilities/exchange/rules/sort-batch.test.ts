import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sortBatch } from './sort-batch.ts';

const idOf = (seq: number) => `envelope ${seq}`;
const batch = (...seqs: number[]) => seqs.map((seq) => ({ seq, id: idOf(seq) }));
const knownUpTo = (received: number) =>
  new Map(Array.from({ length: received }, (_, at) => [at + 1, { envelope: idOf(at + 1) }]));
const sort = (received: number, ...seqs: number[]) => sortBatch(batch(...seqs), received, knownUpTo(received));

describe('a delivery', () => {
  test.each<[string, number, number[], object]>([
    ['that follows is taken whole', 3, [4, 5, 6], { known: 0, fresh: 3, stop: null }],
    ['that came before is known', 3, [2, 3], { known: 2, fresh: 0, stop: null }],
    ['that begins with what came before goes on with what is new', 3, [2, 3, 4], { known: 2, fresh: 1, stop: null }],
    ['that leaves a number out is not taken', 3, [5, 6], { known: 0, fresh: 0, stop: { why: 'gap', expected: 4 } }],
    ['is taken up to its gap', 3, [4, 6], { known: 0, fresh: 1, stop: { why: 'gap', expected: 5 } }],
    ['that names a number twice is taken once', 3, [4, 4], { known: 0, fresh: 1, stop: { why: 'number-taken' } }],
    ['that goes back is taken up to there', 3, [4, 3], { known: 0, fresh: 1, stop: { why: 'number-taken' } }],
  ])('%s', (_, received, seqs, expected) => {
    expect(sort(received, ...seqs)).toEqual(expected);
  });

  test('with another envelope under a number that has come is not taken', () => {
    const sorted = sortBatch([{ seq: 2, id: 'another' }], 3, knownUpTo(3));
    expect(sorted).toEqual({ known: 0, fresh: 0, stop: { why: 'number-taken' } });
  });

  test('in whatever order never adds but the numbers that follow, each once', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 30 }), (received, seqs) => {
        const { known, fresh, stop } = sort(received, ...seqs);
        const taken = seqs.slice(known, known + fresh);
        expect(taken).toEqual(Array.from({ length: fresh }, (_, at) => received + 1 + at));
        expect(seqs.slice(0, known).every((seq) => seq <= received)).toBe(true);
        if (stop === null) expect(known + fresh).toBe(seqs.length);
      }),
    );
  });
});
