import { envelopeId, writeEnvelope } from '@entente/crypto/envelope/envelope';
import { signReceipt } from '@entente/crypto/envelope/receipt';
import { type EnvelopeMark, signEnvelope } from '@entente/crypto/envelope/signed';
import type { Evidence } from '@entente/crypto/evidence/evidence';
import { InventedLog } from './invented-log.ts';
import type { InventedOrganisation } from './invented-organisation.ts';

/** When the envelope is sent, received, decided on, and when the heads of both logs are cosigned. */
export const SENT_AT = '2026-02-01T08:00:00.000Z';
export const RECEIVED_AT = '2026-02-01T08:00:01.000Z';
export const DECIDED_AT = '2026-02-01T08:00:02.000Z';
export const COSIGNED_AT = '2026-02-01T08:01:00.000Z';

export interface EvidenceWish {
  /** Nodes that cosign both logs' heads; all others than the log's own unless said otherwise. */
  cosigners?: readonly string[];
  cosignedAt?: string;
  erased?: boolean;
  decided?: 'accepted' | 'refused' | null;
}

/** Evidence of one envelope from `kz` to `in`, as their nodes would give it. */
export async function inventEvidence(organisation: InventedOrganisation, wish: EvidenceWish = {}): Promise<Evidence> {
  const { cosigners, cosignedAt = COSIGNED_AT, erased = false, decided = 'accepted' } = wish;
  const [kz, india] = [organisation.of('kz'), organisation.of('in')];
  const pair = { organisation: 'sco', from: 'kz', to: 'in', seq: 7 };
  const type = 'cases.hit-reported';
  const { number, hash } = { number: 1, hash: organisation.pin };
  const bytes = writeEnvelope({
    ...pair,
    type,
    registerHead: { number, hash },
    sentAt: SENT_AT,
    handling: 'restricted',
    body: { reference: 'IN-2026-000017', note: 'Жанибек Шынгысбаев, invented' },
    attachments: [],
  });
  const mark: EnvelopeMark = { id: envelopeId(bytes), ...pair };
  const subject = { kind: 'envelope', ref: mark.id };
  const [own, theirs] = [new InventedLog(kz), new InventedLog(india)];
  for (const log of [own, theirs]) log.record({ at: SENT_AT, event: 'access.signed-in', actor: 'invented', facts: {} });
  const sent = own.record({
    at: SENT_AT,
    event: 'exchange.sent',
    actor: 'kz',
    subject,
    facts: { to: 'in', seq: 7, type, head: 1 },
  });
  const facts = { from: 'kz', seq: 7, type };
  const received = theirs.record({ at: RECEIVED_AT, event: 'exchange.received', actor: 'kz', subject, facts });
  const code = 'tests.refused';
  const decision = theirs.record(
    decided === 'refused'
      ? { at: DECIDED_AT, event: 'exchange.refused', actor: 'kz', subject, facts: { ...facts, code } }
      : {
          at: DECIDED_AT,
          event: 'exchange.applied',
          actor: 'kz',
          facts: { from: 'kz', first: 5, last: 9, accepted: 5, refused: 0 },
        },
  );
  const by = (log: string) =>
    organisation.nodes.filter(({ id }) => id !== log && (cosigners === undefined || cosigners.includes(id)));
  const receipt = { organisation: 'sco', envelope: mark.id, from: 'in', to: 'kz', seq: 7 };
  return {
    envelope: { mark, signature: signEnvelope(mark, kz.signing), bytes: erased ? null : bytes },
    sent: { proof: await own.prove(sent, by('kz'), cosignedAt) },
    received: {
      receipt: signReceipt({ ...receipt, status: 'received', at: RECEIVED_AT, record: received }, india.signing),
      proof: await theirs.prove(received, by('in'), cosignedAt),
    },
    decided: decided && {
      receipt: signReceipt(
        {
          ...receipt,
          status: decided,
          ...(decided === 'refused' && { reason: { code, detail: 'Refused by the test.' } }),
          at: DECIDED_AT,
          record: decision,
        },
        india.signing,
      ),
      proof: await theirs.prove(decision, by('in'), cosignedAt),
    },
    acts: organisation.acts,
  };
}
