import type { CirculatedAlert } from '@entente/contracts/alerts/circulated';
import { createIdSource } from '@entente/crypto/uuid7';
import type { Tx } from '../../../../platform/database/database.ts';
import { recordEvents } from '../../../audit/index.ts';
import type { ReceivedEnvelope, Verdict } from '../../../exchange/index.ts';
import type { StoredAlert, StoredVersion } from '../../model.ts';
import { acceptanceOf } from '../../rules/acceptance.ts';
import { endOfDay } from '../../rules/days.ts';
import { assessReceived, type Receiving, refusePhotographs, refuseSender } from '../../rules/received.ts';
import { type AlertChange, findTaken, insertAlerts, lockReference } from '../../store/alerts.ts';
import { appendAlertChanges } from '../../store/feed.ts';
import { insertFirstSteps } from '../../store/steps.ts';
import { insertVersions, readVersion, replaceVersions } from '../../store/versions.ts';
import { type Done, recordOf, writeChange } from '../alerts/change-alert.ts';
import { type AlertParts, circumstancesOf } from '../alerts/parts.ts';
import { awaitPhotographs } from './await-photographs.ts';
import { bySender, refuseEnvelope, senderOf } from './sender.ts';

const createId = createIdSource();
type Envelope = ReceivedEnvelope<CirculatedAlert>;

/** An alert of another state that is held here, with what was held of it. */
interface Held {
  alert: StoredAlert;
  content: StoredVersion['content'];
  version: number;
}

/**
 * Takes an alert of another state in, or its next version; it is in force here at once, or sleeps until an officer of this
 * state accepts it. What breaks a rule is refused by the rule's name; a version older than the one held changes nothing.
 */
export async function takeCirculated(parts: AlertParts, tx: Tx, envelope: Envelope): Promise<Verdict> {
  const held = await readHeld(tx, envelope.body.reference);
  const judged = judge(parts, envelope, held);
  // A sender that was restored, or whose word was long under way, may say once more what it has had erased since.
  const erase = held?.alert.status === 'deleted';
  if (judged === 'outdated') {
    await parts.exchange.files.skip(
      tx,
      envelope.attachments.map(({ file }) => file),
    );
    return { accepted: true, erase };
  }
  if ('refused' in judged) return { ...judged, erase };
  if (held) await changeHeld(parts, tx, envelope, held);
  else await beginHolding(parts, tx, [envelope]);
  return judged;
}

/**
 * Takes several in that came one after the other: those that are new here together, and then, one by one, the next versions of what
 * is held.
 */
export async function takeCirculatedRun(parts: AlertParts, tx: Tx, envelopes: readonly Envelope[]): Promise<Verdict[]> {
  const taken = await findTaken(
    tx,
    envelopes.map(({ body }) => body.reference),
  );
  const verdicts = new Map<Envelope, Verdict>();
  const begun: Envelope[] = [];
  for (const envelope of envelopes) {
    const { reference } = envelope.body;
    if (taken.has(reference)) continue;
    const judged = judge(parts, envelope, undefined);
    if (judged === 'outdated') continue;
    verdicts.set(envelope, judged);
    if ('refused' in judged) continue;
    taken.add(reference);
    begun.push(envelope);
  }
  if (begun.length > 0) await beginHolding(parts, tx, begun);
  for (const envelope of envelopes) {
    if (!verdicts.has(envelope)) verdicts.set(envelope, await takeCirculated(parts, tx, envelope));
  }
  return envelopes.map((envelope) => verdicts.get(envelope)!);
}

function judge(parts: AlertParts, envelope: Envelope, held: Held | undefined): Verdict | 'outdated' {
  const { body } = envelope;
  const sender = senderOf(parts, envelope.from);
  const stranger = refuseSender(body, { sender, held });
  if (stranger) return refuseEnvelope([stranger]);
  if (held && (held.alert.ownerRevision ?? 0) > body.revision) return 'outdated';
  const misplaced = refusePhotographs(body, envelope.attachments.length);
  if (misplaced) return refuseEnvelope([misplaced]);
  const refusals = assessReceived(body, { sender, held, circumstances: circumstancesHere(parts, envelope) });
  return refusals.length > 0 ? refuseEnvelope(refusals) : { accepted: true };
}

async function readHeld(tx: Tx, reference: string): Promise<Held | undefined> {
  const alert = await lockReference(tx, reference);
  if (!alert) return undefined;
  const version = alert.current ?? 1;
  return { alert, version, content: (await readVersion(tx, alert.id, version)).content };
}

/** By the owner's state; and by the sender's clock where that is ahead, within what the exchange allows. */
function circumstancesHere(parts: AlertParts, { body, sentAt }: Envelope): Receiving['circumstances'] {
  const now = new Date(Math.max(parts.clock.now().getTime(), Date.parse(sentAt)));
  return circumstancesOf({ ...parts, state: ownerOf(parts, body) }, now, { kind: 'issue' });
}

/** A state that joined after the profile was written has its code and no more: its days are told by UTC. */
function ownerOf({ membership }: AlertParts, { owner }: CirculatedAlert): AlertParts['state'] {
  return membership.stateByCode(owner) ?? { iso2: owner, iso3: '' };
}

/** Writes alerts that are new here, each with its version, its first step, its record and what the index is to be told. */
async function beginHolding(parts: AlertParts, tx: Tx, envelopes: readonly Envelope[]): Promise<void> {
  const now = parts.clock.now();
  const begun = envelopes.map((envelope) => {
    const alert = newAlert(parts, envelope, now);
    return { envelope, alert, done: doneBy(envelope, alert, {}, 'received') };
  });
  await insertAlerts(
    tx,
    begun.map(({ alert }) => alert),
  );
  await insertVersions(
    tx,
    begun.map(({ alert, envelope }) => versionOf(alert.id, envelope, now)),
  );
  const records = await recordEvents(
    tx,
    begun.map(({ alert, envelope, done }) => recordOf(bySender(envelope), alert, done, now)),
  );
  await insertFirstSteps(
    tx,
    begun.map(({ alert: { id, category }, envelope, done: { step } }, at) => ({
      alert: id,
      at: now,
      step: step.step,
      by: envelope.from,
      version: step.version,
      record: records[at]!,
      category,
    })),
  );
  await appendAlertChanges(
    tx,
    begun.map(({ alert: { id }, done: { feed } }) => ({ alertId: id, change: feed })),
  );
  for (const { alert, envelope } of begun) {
    if (envelope.attachments.length > 0) await awaitPhotographs(tx, parts, alert.id, envelope);
  }
}

function newAlert(parts: AlertParts, envelope: Envelope, now: Date): StoredAlert {
  const { reference, owner } = envelope.body;
  return {
    id: createId(now),
    reference,
    owner,
    node: envelope.from,
    pending: null,
    author: null,
    authority: null,
    createdAt: now,
    updatedAt: now,
    disputedAt: null,
    revision: 1,
    flagAction: null,
    audience: 'national',
    addressees: [],
    ...standingOf(parts, envelope, undefined),
  };
}

async function changeHeld(parts: AlertParts, tx: Tx, envelope: Envelope, held: Held): Promise<void> {
  const now = parts.clock.now();
  const { alert } = held;
  const change = { ...standingOf(parts, envelope, held) };
  await replaceVersions(tx, versionOf(alert.id, envelope, now));
  await writeChange(
    tx,
    bySender(envelope),
    { alert },
    doneBy(envelope, { ...alert, ...change }, change, 'changed-by-owner'),
    now,
  );
  await awaitPhotographs(tx, parts, alert.id, envelope);
}

/** What stands in plain columns of an alert as its owner now has it in force. */
function standingOf(parts: AlertParts, { body }: Envelope, held: Held | undefined) {
  const { content } = body;
  const { timeZone } = ownerOf(parts, body);
  const category = parts.membership.categories().find(({ id }) => id === content.category);
  return {
    status: 'in-force',
    category: content.category,
    kind: content.subject.kind,
    action: content.action!,
    current: body.version,
    ownerRevision: body.revision,
    inForceAt: new Date(body.inForceAt),
    expiresAt: endOfDay(content.expiresOn!, timeZone),
    reviewAt: endOfDay(content.reviewOn!, timeZone),
    acceptance: acceptanceOf(content, category, held && { content: held.content, acceptance: held.alert.acceptance }),
  } as const satisfies AlertChange;
}

/** Its authors are known at its owner alone. */
function versionOf(alert: string, { body }: Envelope, savedAt: Date): StoredVersion {
  const { version: number, content } = body;
  return { alert, number, kind: 'issue', state: 'approved', authors: [], savedAt, content, considered: [] };
}

function doneBy(
  { body }: Envelope,
  { acceptance }: Pick<StoredAlert, 'acceptance'>,
  change: AlertChange,
  step: 'received' | 'changed-by-owner',
): Required<Done> {
  const sleeps = acceptance === 'awaited' || acceptance === 'refused';
  return {
    event: 'alerts.received',
    facts: { owner: body.owner, version: body.version, sleeps },
    change,
    step: { step, version: body.version },
    feed: sleeps ? 'removed' : step === 'received' ? 'added' : 'changed',
  };
}
