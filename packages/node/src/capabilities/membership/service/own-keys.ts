import { type KeyUse, keysInForce } from '@entente/crypto/act/register';
import type { PrivateKey } from '@entente/crypto/ed25519';
import { parseWitnessKey } from '@entente/crypto/note/verifier-key';
import type { OpeningKey } from '@entente/crypto/sealed-to/opening-key';
import type { Clock } from '../../../platform/clock.ts';
import type { Standing } from '../model/standing.ts';
import type { TlsKey } from './held-keys.ts';
import type { KnownRegister } from './known-register.ts';

/** The keys this node acts with between nodes. They are in memory: nothing here waits. */
export interface OwnKeys {
  /** The newest key of the node's own that stands in force in the register now. Throws KeyNotHeld where there is none. */
  signing(): { id: string; key: PrivateKey };
  /** A sealing key of the node's own, in force or long retired: what was sealed to it may still come. */
  opening(id: string): OpeningKey | undefined;
  /** Like `signing`, for connections; the id is the certificate's fingerprint. */
  tls(): TlsKey & { id: string };
  /** What the node cosigns others' logs with, under the name its record gives. Throws KeyNotHeld. */
  witness(): { name: string; key: PrivateKey };
}

/** The register names no key of this node that the node holds: it belongs to another database, or an act is missing. */
export class KeyNotHeld extends Error {
  constructor(use: string, standing: Standing | null) {
    super(
      standing
        ? `This database holds no ${use} key that the register, at act ${standing.register.head.number}, has in force for the node ${standing.self}.`
        : `This node is in no organisation yet and has no ${use} key in force.`,
    );
    this.name = 'KeyNotHeld';
  }
}

/** The node's own keys, each chosen by the register as it stands at the clock's now. */
export function chooseOwnKeys(known: KnownRegister, clock: Clock): OwnKeys {
  const newest = <Key>(use: KeyUse, held: Map<string, Key>): { id: string; key: Key } => {
    const standing = known.standing();
    const inForce = standing ? keysInForce(standing.register, standing.self, use, clock.now().toISOString()) : [];
    for (const { id } of inForce) {
      const key = held.get(id);
      if (key !== undefined) return { id, key };
    }
    throw new KeyNotHeld(use, standing);
  };
  return {
    signing: () => newest('signing', known.held().signing),
    opening: (id) => known.held().sealing.get(id),
    tls: () => {
      const { id, key } = newest('tls', known.held().tls);
      return { id, ...key };
    },
    witness: () => {
      const standing = known.standing();
      const named = standing?.register.nodes.get(standing.self)?.record.witness;
      const key = named === undefined ? undefined : known.held().witness.get(named);
      if (named === undefined || key === undefined) throw new KeyNotHeld('witness', standing);
      return { name: parseWitnessKey(named).name, key };
    },
  };
}
