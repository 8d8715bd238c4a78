import type { CirculatedAlert } from '@entente/contracts/alerts/circulated';
import type { AlertContent } from '@entente/contracts/alerts/content';
import { createIdSource } from '@entente/crypto/uuid7';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Regained } from '../../../exchange/index.ts';
import type { StoredAlert, StoredVersion } from '../../model.ts';
import { plainAudience } from '../../rules/circulation.ts';
import { endOfDay } from '../../rules/days.ts';
import { withHolder } from '../../rules/regained.ts';
import { type AlertChange, insertAlert, lockReference } from '../../store/alerts.ts';
import { raiseReference } from '../../store/regained.ts';
import { insertVersion, readVersions, setVersionState, updateVersion } from '../../store/versions.ts';
import type { AlertParts } from '../alerts/parts.ts';
import { holderOf, noteHeld, writeRegained } from './parts.ts';

const createId = createIdSource();
type Given = Regained<CirculatedAlert>;

/**
 * Learns back an alert of this state's own, or its next version, from a node that was sent it before a restore. What was ended here
 * meanwhile stays ended; who wrote and reviewed it, and its photographs, are lost.
 */
export async function regainCirculated(parts: AlertParts, tx: Tx, regained: Given): Promise<void> {
  const { body } = regained;
  const holder = holderOf(parts, regained.to);
  if (body.owner !== parts.state.iso2 || !holder) return;
  await raiseReference(tx, body.reference);
  const known = await lockReference(tx, body.reference);
  if (known?.node) return;
  const before = known && (await readVersions(tx, [{ alert: known.id, number: known.current ?? 1 }])).get(known.id);
  const content = { ...body.content, audience: withHolder(before?.content.audience, holder) } as AlertContent;
  const alert = known ?? (await beginAgain(tx, parts, regained, content));
  if (known && !isOver(known, body)) await bringForward(tx, parts, known, regained, content);
  else if (known) return;
  await noteHeld(tx, alert, 'circulated', { regained, revision: body.revision, version: body.version });
}

/** A later word of this node's own, or an erasure, is not undone by an earlier one. */
function isOver({ status, revision }: StoredAlert, body: CirculatedAlert): boolean {
  return status === 'deleted' || revision > body.revision;
}

async function beginAgain(
  tx: Tx,
  parts: AlertParts,
  { body, sentAt }: Given,
  content: AlertContent,
): Promise<StoredAlert> {
  const alert: StoredAlert = {
    id: createId(parts.clock.now()),
    reference: body.reference,
    owner: body.owner,
    pending: null,
    author: null,
    authority: null,
    createdAt: sentAt,
    updatedAt: sentAt,
    disputedAt: null,
    revision: 1,
    node: null,
    ownerRevision: null,
    acceptance: null,
    flagAction: null,
    ...standingOf(parts, body, content),
  };
  await insertAlert(tx, alert);
  await insertVersion(tx, versionOf(alert.id, body.version, sentAt, content));
  await writeRegained(parts, tx, alert, 'circulated', { change: {}, feed: 'added', version: body.version });
  return alert;
}

async function bringForward(
  tx: Tx,
  parts: AlertParts,
  alert: StoredAlert,
  { body, sentAt }: Given,
  content: AlertContent,
): Promise<void> {
  const version = versionOf(alert.id, body.version, sentAt, content);
  const [stored] = (await readVersions(tx, [{ alert: alert.id, number: body.version }])).values();
  await (stored ? updateVersion(tx, { ...version, authors: stored.authors }) : insertVersion(tx, version));
  if (alert.pending !== null && alert.pending !== body.version) {
    await setVersionState(tx, alert.id, alert.pending, 'abandoned');
  }
  const change: AlertChange = { ...standingOf(parts, body, content), pending: null };
  const feed = alert.status === 'in-force' ? 'changed' : 'added';
  await writeRegained(parts, tx, alert, 'circulated', { change, feed, version: body.version });
}

function standingOf({ state }: AlertParts, body: CirculatedAlert, content: AlertContent) {
  return {
    status: 'in-force',
    category: content.category,
    kind: content.subject.kind,
    action: content.action!,
    current: body.version,
    inForceAt: new Date(body.inForceAt),
    expiresAt: endOfDay(content.expiresOn!, state.timeZone),
    reviewAt: endOfDay(content.reviewOn!, state.timeZone),
    ...plainAudience(content),
  } as const;
}

function versionOf(alert: string, number: number, savedAt: Date, content: AlertContent): StoredVersion {
  return { alert, number, kind: 'issue', state: 'approved', authors: [], savedAt, content, considered: [] };
}
