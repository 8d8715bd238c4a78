import type { NodeRecord } from '@entente/crypto/act/node-record';
import { describe, expect, test } from 'vitest';
import type { OwnKey } from '../model/standing.ts';
import { findForeignKeys } from './own-record.ts';

const record: NodeRecord = {
  id: 'kz',
  holder: 'member',
  of: 'KZ',
  address: 'kz.example:9700',
  signing: ['S'],
  sealing: ['E'],
  tls: ['T'],
  log: 'L',
  witness: 'W',
};
const own = (['signing', 'sealing', 'tls', 'witness'] as const).map(
  (use, at): OwnKey => ({ use, id: String(at), node: 'kz', madeAt: new Date(0), public: 'SETW'[at]! }),
);

describe('a record', () => {
  test('is the node’s own where it holds every key of it, and has that log', () => {
    expect(findForeignKeys(record, { keys: own, log: 'L' })).toEqual([]);
  });

  test('is not where one is another’s, and says which', () => {
    const elsewhere = { ...record, signing: ['S', 'X'], tls: ['E'] };
    expect(findForeignKeys(elsewhere, { keys: own, log: 'L' })).toEqual(['a signing key', 'a certificate']);
    expect(findForeignKeys(record, { keys: [], log: undefined })).toEqual([
      'a signing key',
      'a sealing key',
      'a certificate',
      "the witness's key",
      'the log',
    ]);
  });
});
