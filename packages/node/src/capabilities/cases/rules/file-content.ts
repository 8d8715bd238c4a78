import type { CaseRule } from '@entente/contracts/cases/rules';

/** The end of a PDF lies in its last bytes (ISO 32000-2, 7.5.5); readers look for it in the last kibibyte. */
const END_WITHIN = 1024;
/** What runs when a reader opens the file, where it stands unpacked (ISO 32000-2, 12.6.4). */
const RUNS = /\/(?:JavaScript|JS|Launch)(?![A-Za-z0-9])/;

/** Why bytes are no PDF that is taken; undefined where they are. It is no search for what hides: that stays a scanner's work. */
export function refusePdf(bytes: Buffer): CaseRule | undefined {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) return 'file-content';
  if (!bytes.subarray(-END_WITHIN).includes('%%EOF')) return 'file-content';
  return RUNS.test(bytes.toString('latin1')) ? 'file-hostile' : undefined;
}

/** Why bytes are no plain text: no UTF-8, or with characters that no text has. */
export function refuseText(bytes: Buffer): CaseRule | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    return /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text) ? 'file-content' : undefined;
  } catch {
    return 'file-content';
  }
}
