import type { DeadLetter, PeersView, PeerView } from '@entente/contracts/exchange';

/** One paragraph per peer, for a terminal. */
export function describePeers({ self, head, held, restores, peers }: PeersView): string {
  if (self === null) return 'This node is in no organisation yet and has no peers.\n';
  const lines = [
    `This node is ${self}; its register ends with act ${head?.number}.`,
    ...(held ? ['No peer has told yet what it saw of this node: its log waits, and alerts may be old.'] : []),
    ...restores.map(
      ({ at, sizeBefore, sizeAfter, lost }) =>
        `Restored from a backup, seen at ${at}: the log had ${sizeBefore} of ${sizeAfter} records; ${lost} are lost and there as hashes.`,
    ),
    ...peers.map(describePeer),
  ];
  return `${lines.join('\n\n')}\n`;
}

const OPENING = {
  waiting: 'closed until it has told what it saw of this node',
  'catching-up': 'catching up with what it sent; nothing goes out yet',
  contradicted: 'closed: what it saw of this node contradicts what this node has (docs/operating/restore.md)',
} as const;

function describePeer({ node, holder, of, address, active, reachedAt, failing, head, out, ...peer }: PeerView): string {
  const state = peer.suspended
    ? `suspended by this node since ${peer.suspended.at}: ${peer.suspended.reason}`
    : failing
      ? `failing since ${failing.since}: ${failing.why}`
      : peer.opening.state !== 'open'
        ? OPENING[peer.opening.state]
        : reachedAt === null
          ? 'not reached yet'
          : 'working';
  return [
    `${node} (${holder} ${of}${active ? '' : ', suspended member'}) at ${address}: ${state}`,
    `  out: ${out.sent} sent, ${out.waiting} waiting, ${out.undelivered} undelivered, ${out.unsettled} unsettled, ${out.held} held; last ${out.lastAt ?? 'never'}`,
    `  in: ${peer.in.received} received, ${peer.in.unapplied} unapplied; last ${peer.in.lastAt ?? 'never'}`,
    `  last answer ${reachedAt ?? 'never'}; its register ended with act ${head ?? 'unknown'}`,
  ].join('\n');
}

/** One line per envelope. */
export function describeDeadLetters(letters: readonly DeadLetter[], more: boolean): string {
  if (letters.length === 0) return 'No envelope is held.\n';
  const lines = letters.map(({ id, to, seq, type, at, code, detail }) =>
    [id, `${type} to ${to}, number ${seq}`, at, detail === '' ? code : `${code}: ${detail}`].join('\t'),
  );
  return `${[...lines, ...(more ? ['There are more.'] : [])].join('\n')}\n`;
}
