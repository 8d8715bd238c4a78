import type { ReturnedAnswer } from '@entente/contracts/exchange/seen';
import { readSigningKey } from '@entente/crypto/act/node-record';
import { fromBase64, toHex } from '@entente/crypto/bytes';
import { type Envelope, envelopeId, saltOf, writeContent } from '@entente/crypto/envelope/envelope';
import { openEnvelopes } from '@entente/crypto/envelope/sealed';
import { markOf, unpackSigned, verifyEnvelope } from '@entente/crypto/envelope/signed';
import { addresseeOf } from '@entente/crypto/sealed-to/seal-to';
import { createIdSource } from '@entente/crypto/uuid7';
import type { Tx } from '../../../../platform/database/database.ts';
import { recordEvent, recordEvents } from '../../../audit/index.ts';
import { VOIDED } from '../../model/envelopes.ts';
import type { Numbered } from '../../model/outbox.ts';
import { composeAround, type Pair } from '../../rules/compose.ts';
import { noteRegained } from '../../store/opening/openings.ts';
import { readWaitingBySalt } from '../../store/opening/returned.ts';
import { insertOutgoing, type Placed, placeOutgoing } from '../../store/outbox.ts';
import { advanceSent, readOutgoing } from '../../store/outgoing.ts';
import { insertPassed, type Run } from '../../store/passed.ts';
import { type ExchangeParts, standingOf } from '../parts.ts';
import { LinkError } from '../peer-link.ts';
import { regainOne } from './regain-one.ts';
import type { SeenLink } from './seen-link.ts';

const createId = createIdSource();

/** An envelope of this node's own as it came back. */
interface Returned {
  envelope: Envelope;
  id: string;
  signature: Uint8Array;
  signedBy: string;
}

/**
 * Learns back from a peer what this node had sent it and has forgotten, up to a number: the envelopes take their numbers again, and
 * the rooms do again what they had done then. Numbers whose content the peer has erased are used up, and nothing is done for them.
 * Throws a LinkError where the peer does not answer, or gives back what this node has not signed. Returns how far it got.
 */
export async function regainSent(
  parts: ExchangeParts,
  { node, link }: { node: string; link: SeenLink },
  upTo: number,
  signal: AbortSignal,
): Promise<number> {
  for (;;) {
    const { sent } = await readOutgoing(parts.db, node);
    if (sent >= upTo) return sent;
    const answer = await link.readReturned(sent, signal);
    const returned = openReturned(parts, node, answer, sent);
    if (returned.length > 0) {
      await parts.db.transaction().execute((tx) => keepReturned(parts, tx, node, sent, returned));
    } else if (answer.passed !== null && answer.passed > sent) {
      await skipErased(parts, node, { first: sent + 1, last: Math.min(answer.passed, upTo) });
    } else return sent;
  }
}

function openReturned(parts: ExchangeParts, node: string, answer: ReturnedAnswer, sent: number): Returned[] {
  const { signedBy, sealed } = answer;
  if (sealed === null) return [];
  const { register, self } = standingOf(parts);
  try {
    const bytes = fromBase64(sealed, 'malformed-sealed');
    const key = parts.membership.keys.opening(toHex(addresseeOf(bytes).keyId));
    if (!key) throw new LinkError('wrong-answer');
    const route = { organisation: register.organisation, from: node, to: self, signedBy };
    return openEnvelopes(bytes, route, key).map((packed, at) => readOwn(parts, node, packed, sent + 1 + at));
  } catch (cause) {
    throw cause instanceof LinkError ? cause : new LinkError('wrong-answer', { cause });
  }
}

/**
 * Only what one of this node's keys has signed, for this pair and number; a retired one counts, and one that was revoked does not:
 * whoever stole it could have this node believe that it sent what it never did.
 */
function readOwn(parts: ExchangeParts, node: string, packed: Uint8Array, seq: number): Returned {
  const { register, self } = standingOf(parts);
  const { bytes, signature, envelope } = unpackSigned(packed);
  const mark = markOf(bytes, envelope);
  const { organisation, from, to } = envelope;
  const isOurs = organisation === register.organisation && from === self && to === node && envelope.seq === seq;
  const signer = register.nodes
    .get(self)!
    .keys.find(
      ({ use, revoked, key }) => use === 'signing' && !revoked && verifyEnvelope(mark, signature, readSigningKey(key)),
    );
  if (!isOurs || !signer) throw new LinkError('wrong-answer');
  return { envelope, id: mark.id, signature, signedBy: signer.id };
}

async function keepReturned(
  parts: ExchangeParts,
  tx: Tx,
  node: string,
  sent: number,
  returned: readonly Returned[],
): Promise<void> {
  const waiting = await readWaitingBySalt(tx, node, saltOf);
  const at = parts.clock.now();
  const rows = returned.map(({ envelope, ...signed }) => {
    const known = waiting.get(envelope.salt);
    return {
      ...signed,
      envelope,
      isNew: known === undefined,
      row: known ?? createId(at),
      numbered: numberedOf(envelope),
    };
  });
  const missing = rows.filter(({ isNew }) => isNew);
  if (missing.length > 0) {
    const written = missing.map(({ row, envelope, numbered }) => ({
      ...newRow(node, row, envelope, numbered),
      about: parts.handlers.about(numbered.type, envelope.body),
    }));
    await insertOutgoing(tx, written);
  }
  const records = await recordEvents(
    tx,
    rows.map((row) => sentAgainEntry(node, at, row)),
  );
  await placeOutgoing(
    tx,
    rows.map(
      ({ row, id, signature, signedBy, numbered }, index): Placed => ({
        ...numbered,
        id: row,
        envelope: id,
        signature,
        signedBy,
        record: records[index]!,
      }),
    ),
  );
  const last = sent + returned.length;
  if (!(await advanceSent(tx, node, sent, last)))
    throw new Error(`the numbers for ${node} moved while its channel was closed`);
  await noteRegained(tx, node, sent + 1, last);
  for (const { row, id, envelope, numbered } of rows) {
    checkComposes(parts, node, id, envelope, numbered);
    const { type, sentAt, body, seq } = envelope;
    const regained = { outbox: row, to: node, seq, type, sentAt: new Date(sentAt), body };
    await regainOne(parts, tx, 'learnt', regained);
  }
}

function numberedOf({ seq, type, body, handling, instrument, expiresAt, sentAt, registerHead }: Envelope): Numbered {
  const voided = type === VOIDED;
  return {
    seq,
    type: voided ? (body as { type: string }).type : type,
    handling,
    instrument: instrument ?? null,
    expiresAt: expiresAt === undefined ? null : new Date(expiresAt),
    sentAt: new Date(sentAt),
    head: registerHead,
    voided,
  };
}

function contentOf({ salt, body, attachments }: Envelope): string {
  return writeContent({ salt, body, attachments });
}

function newRow(
  node: string,
  id: string,
  envelope: Envelope,
  { type, handling, instrument, expiresAt, sentAt }: Numbered,
) {
  return { id, node, type, handling, instrument, expiresAt, createdAt: sentAt, content: contentOf(envelope) };
}

/** What could not be composed once more would stop the channel when it is to be sent again. */
function checkComposes(parts: ExchangeParts, node: string, id: string, envelope: Envelope, numbered: Numbered): void {
  const { register, self } = standingOf(parts);
  const pair: Pair = { organisation: register.organisation, from: self, to: node };
  if (envelopeId(composeAround(numbered, contentOf(envelope), pair)) !== id) {
    throw new Error(`the envelope ${envelope.seq} for ${node} cannot be composed as it was signed`);
  }
}

function sentAgainEntry(to: string, at: Date, { id, envelope: { from, seq, type, registerHead } }: Returned) {
  return {
    at,
    event: 'exchange.sent' as const,
    actor: { kind: 'node' as const, id: from },
    outcome: 'done' as const,
    subject: { kind: 'envelope', ref: id },
    facts: { to, seq, type, head: registerHead.number, regained: true },
  };
}

/**
 * The peer alone says so; a word that is not true costs nothing but numbers. They are passed over in their turn, once what comes before
 * has its receipts again.
 */
async function skipErased(parts: ExchangeParts, node: string, run: Run): Promise<void> {
  const { db, clock } = parts;
  await db.transaction().execute(async (tx) => {
    const at = clock.now();
    const { id: record } = await recordEvent(tx, {
      at,
      event: 'exchange.passed-over',
      actor: { kind: 'node', id: node },
      outcome: 'done',
      subject: { kind: 'node', ref: node },
      facts: { ...run },
    });
    await insertPassed(tx, { ...run, node, direction: 'out', at, record });
    if (!(await advanceSent(tx, node, run.first - 1, run.last)))
      throw new Error(`the numbers for ${node} moved while its channel was closed`);
  });
}
