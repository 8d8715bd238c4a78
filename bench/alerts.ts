import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@entente/node/platform/config';
import { openDatabase } from '@entente/node/platform/database/database';
import { createLog } from '@entente/node/platform/log';
import { fillAlerts } from './alerts/fill.ts';
import { measureIssue } from './alerts/issue.ts';
import { measureList } from './alerts/list.ts';
import { measureLoad } from './alerts/load.ts';
import { measureRotation } from './alerts/rotation.ts';
import type { BenchOptions, Row } from './row.ts';

/**
 * Alerts at a million: the list filtered and sorted, the index loaded from the sealed rows and asked, keys rotated while the
 * desk works; and, on a demonstration node, how soon an alert that a second officer approves is met by a check.
 */
export async function run({ quick, log }: BenchOptions): Promise<Row[]> {
  const alerts = quick ? 2_000 : 1_000_000;
  const folder = mkdtempSync(join(tmpdir(), 'entente-alerts-'));
  // Under root the server's own account must pass through.
  chmodSync(folder, 0o711);
  const config = readConfig({ ENTENTE_DATA_DIR: join(folder, 'data') });
  const database = await openDatabase(config, createLog('error'), 'a benchmark');
  const row = (
    metric: string,
    value: number,
    unit: string,
    budget: number | null,
    better: Row['better'] = 'lower',
  ) => ({
    metric,
    value: Math.round(value * 1000) / 1000,
    unit,
    better,
    budget,
    peers: {},
  });
  try {
    log(`filling ${alerts} sealed alerts`);
    const filled = await fillAlerts(database, alerts);
    log('the list');
    const list = await measureList(database, config, quick ? 20 : 300);
    log('the index from the sealed rows');
    const loaded = await measureLoad(database, quick ? 50 : 2_000, alerts);
    log('rotation beside checks');
    const rotation = await measureRotation(config, loaded);
    log('issue to answer');
    const issued = await measureIssue(quick ? 3 : 50);
    return [
      row('issue_to_answer_p50_ms', issued.p50, 'ms', null),
      row('issue_to_answer_p99_ms', issued.p99, 'ms', 1_000),
      row('list_1m_p50_ms', list.p50, 'ms', null),
      row('list_1m_p95_ms', list.p95, 'ms', 200),
      row('fill_1m_s', filled, 's', null),
      row('load_1m_s', loaded.seconds, 's', 120),
      row('check_1m_sealed_p50_ms', loaded.check.p50, 'ms', 1),
      row('check_1m_sealed_p99_ms', loaded.check.p99, 'ms', 5),
      row('rotated_per_second', rotation.perSecond, '/s', null, 'higher'),
      row('check_while_rotating_p50_ms', rotation.check.p50, 'ms', null),
      row('check_while_rotating_p99_ms', rotation.check.p99, 'ms', null),
    ];
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
