import type { OpenDatabase } from '@entente/node/platform/database/database';

/**
 * Brings an owner's store to where it stands long after its alerts went to a node: each sent under a number of its own, taken there, and
 * what the envelopes said erased, since the restore window is over. The signatures stand for some that nobody looks at any more.
 */
export async function fillSent({ pool }: Pick<OpenDatabase, 'pool'>, to: string): Promise<{ sent: number }> {
  const { rows } = await pool.query<{ sent: string }>(SENT, [to]);
  const sent = Number(rows[0]!.sent);
  await pool.query(
    `INSERT INTO exchange.outgoing (node, sent, delivered, settled, receipts) VALUES ($1, $2, $2, $2, $2)
     ON CONFLICT (node) DO UPDATE SET sent = $2, delivered = $2, settled = $2, receipts = $2`,
    [to, sent],
  );
  await pool.query('VACUUM (ANALYZE) exchange.outbox, alerts.circulation');
  return { sent };
}

const SENT = `
  WITH given AS (
    SELECT alert.id AS alert, alert.reference, alert.current, gen_random_uuid() AS outbox, gen_random_uuid() AS record,
      row_number() OVER (ORDER BY alert.id) AS seq
    FROM alerts.alert
  ), sent AS (
    INSERT INTO exchange.outbox (id, node, type, handling, created_at, seq, envelope, sent_at, head, head_hash, voided,
      signature, signed_by, record, about)
    SELECT outbox, $1, 'alerts.circulated', 'restricted', now() - interval '100 days', seq, sha256(outbox::text::bytea),
      now() - interval '100 days', 1, repeat('0', 64), false, sha512(outbox::text::bytea), repeat('0', 16), record, reference
    FROM given
  ), told AS (
    INSERT INTO alerts.circulation (alert, node, told, version, outbox, at)
    SELECT alert, $1, 'circulated', current, outbox, now() - interval '100 days' FROM given
  )
  SELECT max(seq) AS sent FROM given`;
