import { randomBytes } from 'node:crypto';
import { MAX_SEALED_TOGETHER, openEnvelopes, sealEnvelopes } from '@entente/crypto/envelope/sealed';
import { SUITES } from '@entente/crypto/hpke/suite';
import { generateOpeningKey, sealingKeyFor } from '@entente/crypto/sealed-to/opening-key';
import type { Row } from '../row.ts';
import { rates } from '../seals/rounds.ts';

const ROUTE = { organisation: 'sco', from: 'kz', to: 'in', signedBy: '0123456789abcdef' };

/** Envelopes of 4 KiB sealed and opened a second on one core, per suite: alone, and a hundred that go out together. */
export async function measureSeals(quick: boolean): Promise<Row[]> {
  const [rounds, roundMs] = quick ? [1, 50] : [15, 250];
  const rows: Row[] = [];
  for (const suite of SUITES) {
    const key = { ...generateOpeningKey(), suite };
    const sealing = sealingKeyFor('in', key);
    for (const together of [1, MAX_SEALED_TOGETHER]) {
      const packed = Array.from({ length: together }, () => randomBytes(4096 + 64));
      const sealed = sealEnvelopes(packed, ROUTE, sealing);
      const seal = await rates({ ours: () => sealEnvelopes(packed, ROUTE, sealing) }, rounds!, roundMs!);
      const open = await rates({ ours: () => openEnvelopes(sealed, ROUTE, key) }, rounds!, roundMs!);
      rows.push(
        rowOf(`${suite.name}_seals_by_${together}`, seal.ours! * together),
        rowOf(`${suite.name}_opens_by_${together}`, open.ours! * together),
      );
    }
  }
  return rows;
}

function rowOf(metric: string, value: number): Row {
  return {
    metric: `${metric.replaceAll('-', '_')}_per_second`,
    value: Math.round(value),
    unit: '/s',
    better: 'higher',
    budget: null,
    peers: {},
  };
}
