/** A node of the demonstration organisation, as it is laid out on this machine. */
export interface Member {
  /** Its id in the register, its folder and the first label of its address. */
  id: string;
  state: string;
  /** Set for the node of a permanent body, which has its seat in the state. */
  body?: string;
  /** Where its officers find it. */
  port: number;
  /** Where the other nodes find it. */
  peerPort: number;
}

/**
 * In the order in which they join the demonstration: a state to stand at the border of, the state whose alert arrives there,
 * a third that has nothing to do with either, two that may close their channel, the committee of the permanent body.
 */
const ORDER: readonly Pick<Member, 'id' | 'state' | 'body'>[] = [
  { id: 'kz', state: 'KZ' },
  { id: 'in', state: 'IN' },
  { id: 'rats', state: 'UZ', body: 'rats' },
  { id: 'cn', state: 'CN' },
  { id: 'pk', state: 'PK' },
  { id: 'kg', state: 'KG' },
  { id: 'ru', state: 'RU' },
  { id: 'tj', state: 'TJ' },
  { id: 'uz', state: 'UZ' },
];

export const MOST_NODES = ORDER.length;

/** The first `count` nodes, on ports from `port` on; other nodes find them a thousand above. */
export function layOutMembers(count: number, port: number): Member[] {
  return ORDER.slice(0, count).map((member, at) => ({ ...member, port: port + at, peerPort: port + 1000 + at }));
}

const WITNESS_SECONDS = 10;

/** The variables that make a node of this machine the member's. */
export function environmentOf(member: Member, folder: string): Record<string, string> {
  return {
    ENTENTE_STATE: member.state,
    ...(member.body !== undefined && { ENTENTE_BODY: member.body }),
    ENTENTE_DATA_DIR: `${folder}/${member.id}`,
    ENTENTE_PORT: String(member.port),
    ENTENTE_PEER_PORT: String(member.peerPort),
    // Who tries out what a changed byte does should not have to wait a minute.
    ENTENTE_WITNESS_SECONDS: String(WITNESS_SECONDS),
  };
}
