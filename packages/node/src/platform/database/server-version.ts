import type pg from 'pg';

/** The oldest server that has all the migrations use. */
export const OLDEST_SERVER = 15;

/** Refuses a server that is too old, or a database whose text is not UTF-8. */
export async function checkServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ version: number; shown: string; encoding: string }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS shown,
            current_setting('server_encoding') AS encoding`,
  );
  const { version, shown, encoding } = rows[0]!;
  if (version < OLDEST_SERVER * 10_000) {
    throw new Error(
      `The database is PostgreSQL ${shown}; Entente needs ${OLDEST_SERVER} or newer. Upgrade it, or unset ENTENTE_DATABASE_URL to use the one Entente brings.`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new Error(
      `The database's text is ${encoding}, and names of many scripts need UTF8. Create one: CREATE DATABASE entente ENCODING 'UTF8' TEMPLATE template0.`,
    );
  }
}
