import { isNodeActive, type RegisteredNode } from '@entente/crypto/act/register';
import type { Json } from '@entente/crypto/json';
import type { Tx } from '../../../../platform/database/database.ts';
import type { Outgoing } from '../../../exchange/index.ts';
import type { Standing } from '../../../membership/index.ts';
import type { StoredAlert, StoredVersion, Told } from '../../model.ts';
import { type Addressee, type Message, nextMessage } from '../../rules/circulation.ts';
import { writeBody } from '../../rules/envelope-body.ts';
import { noteTold, readTold } from '../../store/circulation.ts';
import { readVersion } from '../../store/versions.ts';
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
  const standing = parts.membership.standing();
  if (!standing || alert.node !== null || alert.current === null) return 0;
  const told = await readTold(tx, alert.id);
  const due = findDue(parts, standing, alert, told);
  if (due.length === 0) return 0;
  const version = await readVersion(tx, alert.id, alert.current);
  const gives = due.some(({ message }) => message === 'circulated');
  const photographs = gives ? await travellingPhotographs(tx, parts, alert) : [];
  for (const { node, message } of due) {
    const { id } = await parts.exchange.send(tx, outgoingFor(node, message, { alert, version, photographs }));
    await noteTold(tx, alert.id, {
      node,
      told: TOLD[message],
      version: message === 'circulated' ? version.number : (told.get(node)?.version ?? version.number),
      outbox: id,
      at: parts.clock.now(),
    });
  }
  return due.length;
}

function findDue(
  { clock }: CirculationParts,
  standing: Standing,
  alert: StoredAlert,
  told: ReadonlyMap<string, Told>,
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
