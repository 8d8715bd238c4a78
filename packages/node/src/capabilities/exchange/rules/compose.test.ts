import { envelopeId, readEnvelope } from '@entente/crypto/envelope/envelope';
import { expect, test } from 'vitest';
import type { Draft } from '../model/envelopes.ts';
import type { Numbered } from '../model/outbox.ts';
import { composeEnvelope } from './compose.ts';

const PAIR = { organisation: 'sco', from: 'kz', to: 'in' };
const DRAFT: Draft = { salt: 'ab'.repeat(32), body: { text: 'a note' }, attachments: [] };
const ROW: Numbered = {
  type: 'tests.noted',
  handling: 'restricted',
  instrument: 'a-treaty',
  expiresAt: new Date('2026-12-01T00:00:00.000Z'),
  seq: 7,
  sentAt: new Date('2026-11-26T00:00:00.000Z'),
  head: { number: 3, hash: 'cd'.repeat(32) },
  voided: false,
};

test('a row and its draft make the same envelope each time', () => {
  const bytes = composeEnvelope(ROW, DRAFT, PAIR);
  expect(envelopeId(composeEnvelope({ ...ROW }, structuredClone(DRAFT), PAIR))).toBe(envelopeId(bytes));
  expect(readEnvelope(bytes)).toEqual({
    format: 'entente-envelope/1',
    salt: DRAFT.salt,
    organisation: 'sco',
    from: 'kz',
    to: 'in',
    seq: 7,
    type: 'tests.noted',
    registerHead: ROW.head,
    sentAt: '2026-11-26T00:00:00.000Z',
    expiresAt: '2026-12-01T00:00:00.000Z',
    instrument: 'a-treaty',
    handling: 'restricted',
    body: { text: 'a note' },
    attachments: [],
  });
});

test('a void says of which type the envelope was that expired, and nothing of its content', () => {
  const bytes = composeEnvelope({ ...ROW, voided: true }, DRAFT, PAIR);
  const { type, body, expiresAt, instrument, seq } = readEnvelope(bytes);
  expect({ type, body, expiresAt, instrument, seq }).toEqual({
    type: 'exchange.voided',
    body: { type: 'tests.noted', reason: 'expired' },
    expiresAt: undefined,
    instrument: undefined,
    seq: 7,
  });
  expect(Buffer.from(bytes).toString()).not.toContain('a note');
});
