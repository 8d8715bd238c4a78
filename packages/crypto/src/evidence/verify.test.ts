import { COSIGNED_AT, inventEvidence, RECEIVED_AT, SENT_AT } from '@entente/testkit/evidence/invented-evidence';
import { inventOrganisation } from '@entente/testkit/evidence/invented-organisation';
import { describe, expect, test } from 'vitest';
import { parseCanonical, serialiseCanonical } from '../canonical.ts';
import type { Json } from '../json.ts';
import { readEvidence, writeEvidence } from './evidence.ts';
import { verifyEvidence } from './verify.ts';

const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code });
const sco = () => inventOrganisation(['kz', 'in', 'pk']);

describe('evidence', () => {
  test('shows who sent what to whom, when it was received, and that both logs hold it', async () => {
    const { acts, pin, ...organisation } = sco();
    const file = writeEvidence(await inventEvidence({ acts, pin, ...organisation }));
    const verified = verifyEvidence(file, pin);
    expect(verified).toMatchObject({
      organisation: 'sco',
      head: { number: 1, hash: pin },
      from: { node: 'kz', holder: 'member', of: 'KZ' },
      to: { node: 'in', of: 'IN' },
      seq: 7,
      type: 'cases.hit-reported',
      envelope: { body: { reference: 'IN-2026-000017' } },
      sent: { node: 'kz', at: SENT_AT, log: 'kz.example/log', cosignedBy: ['in', 'pk'], stoodAt: COSIGNED_AT },
      received: { node: 'in', at: RECEIVED_AT, log: 'in.example/log', cosignedBy: ['kz', 'pk'], stoodAt: COSIGNED_AT },
      decided: { status: 'accepted' },
    });
    expect(verifyEvidence(file, pin, acts)).toEqual(verified);
  });

  test('is pending where no majority has cosigned', async () => {
    const organisation = sco();
    const file = writeEvidence(await inventEvidence(organisation, { cosigners: ['pk'] }));
    expect(verifyEvidence(file, organisation.pin)).toMatchObject({
      sent: { cosignedBy: ['pk'], stoodAt: null },
      received: { cosignedBy: ['pk'], stoodAt: null },
    });
  });

  test('still says who, when and of which type once the content is erased', async () => {
    const organisation = sco();
    const file = writeEvidence(await inventEvidence(organisation, { erased: true }));
    expect(file).not.toContain('Жанибек');
    expect(verifyEvidence(file, organisation.pin)).toMatchObject({ envelope: null, type: 'cases.hit-reported' });
  });

  test('tells a refusal with its reason, and what nobody has decided yet', async () => {
    const organisation = sco();
    const rejected = writeEvidence(await inventEvidence(organisation, { decided: 'refused' }));
    expect(verifyEvidence(rejected, organisation.pin).decided).toMatchObject({
      status: 'refused',
      reason: { code: 'tests.refused' },
    });
    const open = writeEvidence(await inventEvidence(organisation, { decided: null }));
    expect(verifyEvidence(open, organisation.pin).decided).toBeNull();
  });
});

describe('evidence is refused', () => {
  test('whichever of its bytes is changed', async () => {
    const organisation = sco();
    const file = Buffer.from(writeEvidence(await inventEvidence(organisation)));
    // All of them takes a minute and was tried; of the acts, most of the file, which have tests of their own, fewer will do.
    const acts = file.indexOf('"decided"');
    const passed: number[] = [];
    for (let at = Date.now() % 23; at < file.length; at += at < acts ? 997 : 23) {
      const changed = Buffer.from(file);
      changed[at]! ^= 1;
      if (verifies(changed, organisation.pin)) passed.push(at);
    }
    expect(passed).toEqual([]);
  });

  test('under another pin, and beside a register of another organisation', async () => {
    const [organisation, other] = [sco(), sco()];
    const file = writeEvidence(await inventEvidence(organisation));
    expect(() => verifyEvidence(file, '0'.repeat(64))).toThrow(refused('broken-chain'));
    expect(() => verifyEvidence(file, organisation.pin, other.acts)).toThrow(refused('broken-chain'));
    expect(() => verifyEvidence(file, other.pin, other.acts)).toThrow(refused('broken-chain'));
  });

  test('when its parts are of two envelopes', async () => {
    const organisation = sco();
    const [one, two] = [await inventEvidence(organisation), await inventEvidence(organisation)];
    for (const part of ['sent', 'received', 'decided'] as const) {
      const mixed = writeEvidence({ ...one, [part]: two[part] });
      expect(() => verifyEvidence(mixed, organisation.pin), part).toThrow(refused('mismatched-evidence'));
    }
    const content = writeEvidence({ ...one, envelope: { ...one.envelope, bytes: two.envelope.bytes } });
    expect(() => verifyEvidence(content, organisation.pin)).toThrow(refused('mismatched-evidence'));
    const signature = writeEvidence({ ...one, envelope: { ...one.envelope, signature: two.envelope.signature } });
    expect(() => verifyEvidence(signature, organisation.pin)).toThrow(refused('bad-signature'));
  });

  test('with a signature line of nobody in the register, or a field that nobody checks', async () => {
    const organisation = sco();
    const stranger = sco();
    const evidence = await inventEvidence(organisation);
    const foreign = await inventEvidence(stranger);
    const line = (foreign.sent.proof as { checkpoint: string }).checkpoint.split('\n').at(-2)!;
    const proof = evidence.sent.proof as { [name: string]: Json };
    const crowded = { ...proof, checkpoint: `${proof.checkpoint}${line.replace('pk', 'by')}\n` };
    expect(() => verifyEvidence(writeEvidence({ ...evidence, sent: { proof: crowded } }), organisation.pin)).toThrow(
      refused('unknown-signer'),
    );
    const noted = parseCanonical(writeEvidence(evidence)) as { [name: string]: Json };
    expect(() => verifyEvidence(serialiseCanonical({ ...noted, note: 'unchecked' }), organisation.pin)).toThrow(
      refused('malformed-evidence'),
    );
  });
});

describe('a key that was revoked', () => {
  const later = '2026-03-01T00:00:00.000Z';

  test('still holds for what a majority had vouched for before', async () => {
    const organisation = sco();
    const evidence = await inventEvidence(organisation);
    organisation.revokeSigningKey('kz', later);
    expect(verifyEvidence(writeEvidence(evidence), organisation.pin).head.number).toBe(2);
  });

  test('holds for nothing that is only said to be older', async () => {
    const organisation = sco();
    const pending = await inventEvidence(organisation, { cosigners: [] });
    const late = await inventEvidence(organisation, { cosignedAt: '2026-03-02T00:00:00.000Z' });
    const known = [...organisation.acts];
    organisation.revokeSigningKey('kz', later);
    for (const evidence of [pending, late]) {
      const file = writeEvidence({ ...evidence, acts: known });
      expect(verifyEvidence(file, organisation.pin).head.number).toBe(1);
      // A register that knows of the revocation judges otherwise than the file alone.
      expect(() => verifyEvidence(file, organisation.pin, organisation.acts)).toThrow(refused('unknown-key'));
    }
  });
});

test('evidence reads back as it was written', async () => {
  const evidence = await inventEvidence(sco());
  expect(writeEvidence(readEvidence(writeEvidence(evidence)))).toBe(writeEvidence(evidence));
});

function verifies(bytes: Buffer, pin: string): boolean {
  try {
    verifyEvidence(new TextDecoder('utf-8', { fatal: true }).decode(bytes), pin);
    return true;
  } catch {
    return false;
  }
}
