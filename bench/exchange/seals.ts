import { randomBytes } from 'node:crypto';
import { openEnvelope, sealEnvelope } from '@entente/crypto/envelope/sealed';
import { SUITES } from '@entente/crypto/hpke/suite';
import { generateOpeningKey, sealingKeyFor } from '@entente/crypto/sealed-to/opening-key';
import type { Row } from '../row.ts';
import { rates } from '../seals/rounds.ts';

const ROUTE = { organisation: 'sco', from: 'kz', to: 'in', signedBy: '0123456789abcdef' };

/** Envelopes of 4 KiB sealed and opened a second on one core, per suite. */
export async function measureSeals(quick: boolean): Promise<Row[]> {
  const [rounds, roundMs] = quick ? [1, 50] : [15, 250];
  const rows: Row[] = [];
  for (const suite of SUITES) {
    const key = { ...generateOpeningKey(), suite };
    const packed = randomBytes(4096 + 64);
    const sealed = sealEnvelope(packed, ROUTE, sealingKeyFor('in', key));
    const sealing = sealingKeyFor('in', key);
    const seal = await rates({ ours: () => sealEnvelope(packed, ROUTE, sealing) }, rounds!, roundMs!);
    const open = await rates({ ours: () => openEnvelope(sealed, ROUTE, key) }, rounds!, roundMs!);
    rows.push(rowOf(`${suite.name}_envelope_seals`, seal.ours!), rowOf(`${suite.name}_envelope_opens`, open.ours!));
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
