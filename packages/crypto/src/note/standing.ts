import { toHex } from '../bytes.ts';
import { Refusal } from '../refusal.ts';
import { readCosignatures } from './cosignature.ts';
import type { WitnessKey } from './verifier-key.ts';

/** How far a checkpoint is vouched for. */
export interface Standing {
  /** Members that have cosigned it, by name, in the order they were given. */
  cosigned: string[];
  /** More than half of the members have. */
  standing: boolean;
}

/**
 * Whether a checkpoint stands: cosigned, on the same bytes, by a majority of the members given. A member may have several
 * keys, one entry each under the same name, and counts once. Lines by anyone else are passed over; a bad one by a member
 * condemns the note (C2SP signed-note, "Signatures": "clients SHOULD reject the whole note").
 */
export function standingOf(note: string, members: readonly WitnessKey[]): Standing {
  const valid = new Set<string>();
  for (const { witness, valid: isValid } of readCosignatures(note, members)) {
    if (!isValid) throw new Refusal('bad-signature', `the cosignature of ${witness.name} does not verify`);
    valid.add(toHex(witness.publicKey));
  }
  const names = [...new Set(members.map(({ name }) => name))];
  const holders = holdersOf(members);
  const signed = new Set([...valid].map((key) => holders.get(key)));
  const cosigned = names.filter((name) => signed.has(name));
  return { cosigned, standing: cosigned.length * 2 > names.length };
}

/**
 * Whose vote each public key is: the first member's that lists it. The signed message does not name the witness
 * ("Ed25519 signed message"), so who enters another's key could repeat that other's signature under his own name.
 */
function holdersOf(members: readonly WitnessKey[]): Map<string, string> {
  const holders = new Map<string, string>();
  for (const { name, publicKey } of members) {
    const key = toHex(publicKey);
    if (!holders.has(key)) holders.set(key, name);
  }
  return holders;
}
