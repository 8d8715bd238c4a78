import { randomInt } from 'node:crypto';
import type { CirculatedAlert } from '@entente/contracts/alerts/circulated';
import type { Json } from '@entente/crypto/json';
import type { Exchange } from '@entente/node/capabilities/exchange/index';
import type { Clock } from '@entente/node/platform/clock';
import type { Database } from '@entente/node/platform/database/database';
import { daysFrom } from '../scripted-alert.ts';
import { alteredAlert } from './altered-alert.ts';

/**
 * What altered software does: an alert that this node's own rules refuse is handed to the outbox all the same, past the room of
 * alerts, and goes out numbered, signed and sealed like any other. Whoever receives it weighs it anew.
 *
 * @param to the node it is for, by its id
 */
export async function sendAltered(
  { db, clock, exchange }: { db: Database; clock: Clock; exchange: Pick<Exchange, 'send'> },
  to: string,
): Promise<void> {
  const now = clock.now();
  const body: CirculatedAlert = {
    // Beyond what the node itself has numbered.
    reference: `IN-${now.getUTCFullYear()}-9${randomInt(100_000, 1_000_000)}`,
    owner: 'IN',
    revision: 1,
    version: 1,
    inForceAt: now.toISOString(),
    content: alteredAlert(daysFrom(now)),
  };
  await db
    .transaction()
    .execute((tx) =>
      exchange.send(tx, { to, type: 'alerts.circulated', body: body as unknown as Json, handling: 'restricted' }),
    );
}
