import type { NamedAlert, WithdrawnAlert } from '@entente/contracts/alerts/circulated';
import type { AlertContent } from '@entente/contracts/alerts/content';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Regained } from '../../../exchange/index.ts';
import type { StoredAlert } from '../../model.ts';
import { type Message, plainAudience } from '../../rules/circulation.ts';
import { withoutHolder } from '../../rules/regained.ts';
import { type AlertChange, lockReference } from '../../store/alerts.ts';
import { raiseReference } from '../../store/regained.ts';
import { readVersion, updateVersion } from '../../store/versions.ts';
import { eraseAlert } from '../alerts/erase.ts';
import type { AlertParts } from '../alerts/parts.ts';
import { holderOf, noteHeld, writeRegained } from './parts.ts';

/** What is to be changed of an alert, and what the index is to be told. */
interface Again {
  change: AlertChange;
  feed?: 'added' | 'removed';
}

/** Ends an alert again that had ended, or takes it from a node again that it was no longer for. */
export async function regainWithdrawn(parts: AlertParts, tx: Tx, regained: Regained<WithdrawnAlert>): Promise<void> {
  const { why } = regained.body;
  await again(parts, tx, regained, 'withdrawn', async (alert) => {
    if (why === 'not-addressed') return await narrow(parts, tx, alert, regained.to);
    return { change: { status: why, pending: null, disputedAt: null }, feed: 'removed' };
  });
}

export async function regainSuspended(parts: AlertParts, tx: Tx, regained: Regained<NamedAlert>): Promise<void> {
  await again(parts, tx, regained, 'suspended', async () => ({
    change: { status: 'suspended', disputedAt: regained.sentAt },
    feed: 'removed',
  }));
}

export async function regainRestored(parts: AlertParts, tx: Tx, regained: Regained<NamedAlert>): Promise<void> {
  await again(parts, tx, regained, 'restored', async () => ({
    change: { status: 'in-force', disputedAt: null },
    feed: 'added',
  }));
}

/** Erases again what had been erased: that it was so is not forgotten because the database was. */
export async function regainDeleted(parts: AlertParts, tx: Tx, regained: Regained<NamedAlert>): Promise<void> {
  await again(parts, tx, regained, 'deleted', async (alert) => {
    await eraseAlert(tx, parts, alert);
    return { change: { status: 'deleted', pending: null }, feed: 'removed' };
  });
}

async function again(
  parts: AlertParts,
  tx: Tx,
  regained: Regained<NamedAlert>,
  message: Exclude<Message, 'circulated'>,
  decide: (alert: StoredAlert) => Promise<Again>,
): Promise<void> {
  const { reference, revision } = regained.body;
  // Of one that was issued and erased since the backup nothing comes back but that its reference was given.
  if (reference.startsWith(`${parts.state.iso2}-`)) await raiseReference(tx, reference);
  const alert = await lockReference(tx, reference);
  if (!alert || alert.node !== null || alert.current === null) return;
  const version = alert.current;
  // Another holder told of it already, or this node has gone on since.
  const isOver = alert.status === 'deleted' || alert.revision > revision;
  if (!isOver) await writeRegained(parts, tx, alert, message, { ...(await decide(alert)), version });
  if (!isOver || message === 'deleted') await noteHeld(tx, alert, message, { regained, revision, version });
}

/** It goes on being in force for others, or at home alone. */
async function narrow(parts: AlertParts, tx: Tx, alert: StoredAlert, node: string): Promise<Again> {
  const holder = holderOf(parts, node);
  const stored = await readVersion(tx, alert.id, alert.current!);
  if (!holder) return { change: {} };
  const content: AlertContent = { ...stored.content, audience: withoutHolder(stored.content.audience, holder) };
  await updateVersion(tx, { ...stored, content });
  return { change: plainAudience(content) };
}
