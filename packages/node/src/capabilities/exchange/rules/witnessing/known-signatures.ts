import { readCosignatures } from '@entente/crypto/note/cosignature';
import { parseNote, signatureLine, signerOf } from '@entente/crypto/note/signed-note';
import type { VerifierKey, WitnessKey } from '@entente/crypto/note/verifier-key';

/**
 * A checkpoint with the lines of its log and the valid ones of known witnesses, and no others: who passes a note on could have put a
 * bad line below it in another's name, and that would condemn it.
 */
export function onlyKnownSignatures(
  note: string,
  log: readonly VerifierKey[],
  witnesses: readonly WitnessKey[],
): string {
  const { text, signatures } = parseNote(note);
  const own = signatures.filter((signature) => signerOf(signature, log)).map(signatureLine);
  const cosigned = readCosignatures(note, witnesses).flatMap(({ valid, line }) => (valid ? [line] : []));
  return `${text}\n${[...new Set([...own, ...cosigned])].join('')}`;
}
