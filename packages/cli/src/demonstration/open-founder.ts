import { createLog, readConfig } from '@entente/node';
import { systemClock } from '@entente/node/platform/clock';
import { openDatabase } from '@entente/node/platform/database/database';
import { foundDemonstrationNode } from '@entente/testkit/demonstration';
import type { Founder } from '@entente/testkit/demonstration/found-organisation';
import { environmentOf, type Member } from '@entente/testkit/demonstration/members';
import type { Io } from '../command.ts';

/** Opens a member's database with its invented officers and lists in it, before the node itself starts. */
export async function openFounder(
  member: Member,
  folder: string,
  io: Io,
): Promise<{ founder: Founder; close(): Promise<void> }> {
  const config = readConfig({ ...io.env, ...environmentOf(member, folder) });
  const log = createLog('warn', io.err);
  const database = await openDatabase(config, log, 'founding the demonstration');
  try {
    await foundDemonstrationNode({ config, log, clock: systemClock, database, sealing: database.sealing });
    return { founder: { member, config, db: database.db }, close: () => database.close() };
  } catch (error) {
    await database.close();
    throw error;
  }
}
