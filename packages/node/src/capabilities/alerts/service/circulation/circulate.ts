import { isNodeActive, type RegisteredNode } from '@entente/crypto/act/register';
import type { Json } from '@entente/crypto/json';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Outgoing } from '../../../exchange/index.ts';
import type { Standing } from '../../../membership/index.ts';
import type { StoredAlert, StoredVersion, Told } from '../../model.ts';
import { type Addressee, type Message, nextMessage } from '../../rules/circulation.ts';
import { writeBody } from '../../rules/envelope-body.ts';
import { noteTold, readToldOf, type ToldByNode } from '../../store/circulation.ts';
import { readVersions } from '../../store/versions.ts';
import type { AlertParts } from '../alerts/parts.ts';
import { HANDLING } from './handling.ts';
import { type TravellingPhotograph, travellingPhotographs } from './travelling-photographs.ts';

export type CirculationParts = Pick<AlertParts, 'clock' | 'membership' | 'exchange'>;

/** What a node holds once it has taken the message. */
export const TOLD: Record<Message, Told['told']> = {
  circulated: 'circulated',
  restored: 'circulated',
  suspended: 'suspended',
  withdrawn: 'withdrawn',
  deleted: 'deleted',
};

/**
 * Tells every node what it does not know yet of an alert of this state's own, in the transaction that changed the alert or
 * locked it. Returns how many were told.
 */
export async function circulate(tx: Tx, parts: CirculationParts, alert: StoredAlert): Promise<number> {
  return await circulateAll(tx, parts, [alert]);
}

/** An alert that was in force at least once, and whom it is to be told to. */
interface Due {
  alert: StoredAlert;
  current: number;
  told: ToldByNode;
  messages: { node: string; message: Message }[];
}

/** The same for many alerts, which the transaction has locked. */
export async function circulateAll(tx: Tx, parts: CirculationParts, alerts: readonly StoredAlert[]): Promise<number> {
  const due = await findDue(tx, parts, alerts);
  if (due.length === 0) return 0;
  const versions = await readVersions(
    tx,
    due.map(({ alert: { id }, current }) => ({ alert: id, number: current })),
  );
  const giving = due.filter(({ messages }) => messages.some(({ message }) => message === 'circulated'));
  const photographs = await travellingPhotographs(
    tx,
    parts,
    giving.map(({ alert }) => alert),
  );
  const tellings = due.flatMap(({ alert, told, messages }) => {
    const version = versions.get(alert.id)!;
    const sendable: Sendable = { alert, version, photographs: photographs.get(alert.id) ?? [] };
    return messages.map(({ node, message }) => ({
      outgoing: outgoingFor(node, message, sendable),
      alert: alert.id,
      node,
      told: TOLD[message],
      version: versionAt(message, told.get(node), version.number),
    }));
  });
  const ids = await parts.exchange.sendMany(
    tx,
    tellings.map(({ outgoing }) => outgoing),
  );
  const at = parts.clock.now();
  await noteTold(
    tx,
    tellings.map(({ outgoing: _, ...telling }, index) => ({ ...telling, outbox: ids[index]!, at })),
  );
  return tellings.length;
}

/** The version a node holds after a message. What it holds may be unknown: it is 0 until the node has been given one, or holds none. */
function versionAt(message: Message, told: Told | undefined, current: number): number {
  if (message === 'circulated' || told === undefined) return current;
  return message === 'suspended' ? told.version : told.version || current;
}

async function findDue(tx: Tx, parts: CirculationParts, alerts: readonly StoredAlert[]): Promise<Due[]> {
  const standing = parts.membership.standing();
  const own = alerts.filter(({ node, current }) => node === null && current !== null);
  if (!standing || own.length === 0) return [];
  const toldOf = await readToldOf(
    tx,
    own.map(({ id }) => id),
  );
  return own.flatMap((alert) => {
    const told: ToldByNode = toldOf.get(alert.id) ?? new Map();
    const messages = messagesFor(parts, standing, alert, told);
    return messages.length > 0 ? [{ alert, current: alert.current!, told, messages }] : [];
  });
}

function messagesFor(
  { clock }: CirculationParts,
  standing: Standing,
  alert: StoredAlert,
  told: ToldByNode,
): { node: string; message: Message }[] {
  const now = clock.now().toISOString();
  // While this state is suspended itself, others take from it only what takes away.
  const mayGive = isNodeActive(standing.register, standing.self, now);
  return [...standing.register.nodes].flatMap(([node, { record }]) => {
    if (node === standing.self) return [];
    const active = mayGive && isNodeActive(standing.register, node, now);
    const message = nextMessage(told.get(node), alert, addresseeOf(record, active));
    return message ? [{ node, message }] : [];
  });
}

function addresseeOf({ holder, of }: RegisteredNode['record'], active: boolean): Addressee {
  return { holder, of, active };
}

/** What of an alert may be sent. */
interface Sendable {
  alert: StoredAlert;
  version: StoredVersion;
  photographs: TravellingPhotograph[];
}

/** Photographs go as attachments, in the order in which the body names them. */
function outgoingFor(to: string, message: Message, { alert, version, photographs }: Sendable): Outgoing {
  return {
    to,
    type: `alerts.${message}`,
    // Read from JSON, it holds nothing that JSON cannot say.
    body: writeBody(message, alert, version, photographs) as unknown as Json,
    handling: HANDLING,
    ...(message === 'circulated' && { expiresAt: alert.expiresAt!, files: photographs.map(({ file }) => file) }),
  };
}
