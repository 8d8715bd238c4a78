import { type Act, hashStatement } from '../act/act.ts';
import { foldAct } from '../act/fold.ts';
import type { Register } from '../act/register.ts';
import { foldActs } from '../act/register-file.ts';
import { Refusal } from '../refusal.ts';
import { equalBytes } from '../sha256.ts';

/** A chain of acts that verifies under its pin, and the register it makes. */
export interface Chain {
  acts: Act[];
  register: Register;
}

/**
 * The longer of two chains, each verified under the pin; the shorter must be its beginning. A register file that was kept by
 * whoever verifies may be older or newer than the evidence: keys that were revoked since are seen either way.
 */
export function joinChains(inFile: Act[], known: Act[] | undefined, pin: string): Chain {
  const [own, other] = [chainOf(inFile, pin), known && chainOf(known, pin)];
  if (other === undefined) return own;
  const [shorter, longer] = own.acts.length < other.acts.length ? [own, other] : [other, own];
  const last = shorter.acts.length - 1;
  if (!equalBytes(hashAt(shorter, last), hashAt(longer, last))) {
    throw new Refusal('broken-chain', 'the acts in the evidence and those of the register given are not one chain');
  }
  return longer;
}

/** The register after each act, in order. */
export function* registersOf(acts: readonly Act[]): Generator<{ act: Act; register: Register }> {
  let register: Register | null = null;
  for (const act of acts) {
    register = foldAct(register, act);
    yield { act, register };
  }
}

function chainOf(acts: Act[], pin: string): Chain {
  return { acts, register: foldActs(acts, pin) };
}

function hashAt({ acts }: Chain, at: number): Uint8Array {
  return hashStatement(acts[at]!.statement);
}
