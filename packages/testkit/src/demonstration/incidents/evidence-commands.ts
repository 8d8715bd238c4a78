import type { IncidentsView } from '@entente/contracts/access/incidents';
import type { Database } from '@entente/node/platform/database/database';
import { sql } from 'kysely';

/** What the commands name: where the node's data lies, whose it is, the register's file and its pin. */
export interface EvidenceParts {
  dataDir: string;
  state: string;
  register: string;
  pin: string;
}

/** Commands for the newest hit that was reported from here: one writes its evidence, one verifies it wherever it is taken to. */
export async function evidenceCommands(
  db: Database,
  { dataDir, state, register, pin }: EvidenceParts,
): Promise<IncidentsView['evidence']> {
  const { rows } = await sql<{ envelope: string }>`
    SELECT encode(envelope, 'hex') AS envelope FROM exchange.outbox
    WHERE type = 'cases.hit-reported' AND envelope IS NOT NULL ORDER BY created_at DESC LIMIT 1`.execute(db);
  const [hit] = rows;
  if (!hit) return null;
  const node = `ENTENTE_STATE=${state} ENTENTE_DATA_DIR=${quote(dataDir)}`;
  return {
    write: `${node} ./entente exchange evidence ${hit.envelope} --out hit.evidence`,
    verify: `node entente-verify.mjs evidence hit.evidence --register ${quote(register)} --pin ${pin}`,
  };
}

/** As a shell takes it for one word. */
function quote(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
