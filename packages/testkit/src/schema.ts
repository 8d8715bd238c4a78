import { createPool } from '@entente/node/platform/database/database';
import { describeSchema } from '@entente/node/platform/database/describe-schema';
import { createLog } from '@entente/node/platform/log';
import { askTestServer, offerTestServer } from './database-server.ts';

/** packages/node/migrations/schema.sql: applies every migration to an empty database and describes what came of it. */
export async function generateSchema(): Promise<string> {
  const offer = offerTestServer();
  try {
    const server = await askTestServer(offer.address);
    const pool = createPool(server.url.replace('DATABASE', server.template), 1, createLog('silent'));
    try {
      return await describeSchema(pool);
    } finally {
      await pool.end();
    }
  } finally {
    await offer.close();
  }
}
