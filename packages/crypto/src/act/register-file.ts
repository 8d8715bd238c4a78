import { toHex } from '../bytes.ts';
import { parseCanonical, serialiseCanonical } from '../canonical.ts';
import { Refusal } from '../refusal.ts';
import { object, one, readShape, text } from '../shape.ts';
import { type Act, hashStatement, readAct, writeAct } from './act.ts';
import { foldAct } from './fold.ts';
import type { Register } from './register.ts';
import { ID } from './terms.ts';

export const REGISTER_FORMAT = 'entente-register/1';

const HEADER = object({ format: one(REGISTER_FORMAT), organisation: text(ID) });

/** A register as a file: a header, then each act on a line of its own, all in canonical JSON. */
export function writeRegisterFile(organisation: string, acts: Act[]): string {
  return [serialiseCanonical({ format: REGISTER_FORMAT, organisation }), ...acts.map(writeAct), ''].join('\n');
}

/**
 * Folds a register file whose founding act is the pinned one. The file proves itself: every consent is checked.
 * What it cannot say is whether a later act exists.
 *
 * @param pin SHA-256 of the founding statement in hexadecimal, compared out of band
 */
export function verifyRegisterFile(file: string, pin: string): { register: Register; acts: Act[] } {
  const acts = readRegisterFile(file);
  return { register: foldActs(acts, pin), acts };
}

/** The register that acts make, the first of which is the pinned one. */
export function foldActs(acts: Act[], pin: string): Register {
  const [founding] = acts;
  if (!/^[0-9a-f]{64}$/.test(pin)) throw new Refusal('malformed-register', 'a pin has 64 hexadecimal digits');
  if (!founding) throw new Refusal('malformed-register', 'a register without a founding act');
  if (toHex(hashStatement(founding.statement)) !== pin) {
    throw new Refusal('broken-chain', 'the founding act is not the pinned one');
  }
  return acts.reduce<Register | null>(foldAct, null)!;
}

/** Reads a register file without believing it. */
export function readRegisterFile(file: string): Act[] {
  const [header = '', ...lines] = file.endsWith('\n') ? file.slice(0, -1).split('\n') : file.split('\n');
  const { organisation } = readShape(parseCanonical(header), HEADER, 'malformed-register');
  const acts = lines.map(readAct);
  if (acts.some(({ statement }) => statement.organisation !== organisation)) {
    throw new Refusal('broken-chain', 'an act of another organisation');
  }
  return acts;
}
