import { describe, expect, test } from 'vitest';
import { type PlannedFault, planFaults } from './plan-faults.ts';

const NODES = ['kz', 'in', 'cn'];

function planned(seed: number, more: Partial<Parameters<typeof planFaults>[0]> = {}): PlannedFault[] {
  return planFaults({ seed, nodes: NODES, ...more })
    .take(1000)
    .toArray();
}

describe('what goes wrong', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(planned(7)).toEqual(planned(7));
    expect(planned(7)).not.toEqual(planned(8));
  });

  test('is of every kind, at every node', () => {
    const faults = planned(7).map(({ fault }) => fault);
    expect(new Set(faults.map(({ kind }) => kind)).size).toBe(6);
    expect(new Set(faults.map(({ node }) => node))).toEqual(new Set(NODES));
  });

  test('leaves out what cannot be done here', () => {
    expect(planned(7, { without: ['fill-disk'] }).some(({ fault }) => fault.kind === 'fill-disk')).toBe(false);
  });

  test('never sets two clocks further apart than a receiver grants a sender', () => {
    const off = new Map(NODES.map((node) => [node, 0]));
    for (const { fault } of planned(7)) {
      if (fault.kind !== 'jump-clock') continue;
      off.set(fault.node, off.get(fault.node)! + fault.byMs);
      const all = [...off.values()];
      expect(Math.max(...all) - Math.min(...all)).toBeLessThan(5 * 60_000);
    }
  });
});
