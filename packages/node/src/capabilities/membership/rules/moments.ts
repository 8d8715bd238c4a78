import type { Register } from '@entente/crypto/act/register';

/**
 * Whether something of the register begins or ends in a span of time, `after` exclusive, `until` inclusive: acts are
 * adopted ahead of the moment they take effect at.
 */
export function takesEffectWithin({ members, nodes, treaties }: Register, after: string, until: string): boolean {
  const within = (moment: string | null) => moment !== null && after < moment && moment <= until;
  return (
    [...members.values()].some(({ since, standing }) => within(since) || standing.some(({ from }) => within(from))) ||
    [...nodes.values()].some(({ keys }) => keys.some((key) => within(key.from) || within(key.until))) ||
    [...treaties.values()].some(within)
  );
}
