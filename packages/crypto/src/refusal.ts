/** Why an input was refused; a caller may switch on it. */
export type RefusalCode =
  | 'not-json'
  | 'duplicate-key'
  | 'lone-surrogate'
  | 'too-deep'
  | 'number-out-of-range'
  | 'not-canonical'
  | 'not-serialisable'
  | 'malformed-key'
  | 'malformed-note'
  | 'malformed-checkpoint'
  | 'malformed-tile'
  | 'unknown-signer'
  | 'bad-signature'
  | 'out-of-range'
  | 'malformed-leaf'
  | 'malformed-proof'
  | 'malformed-sealed'
  | 'unknown-suite'
  | 'unknown-key'
  | 'not-opened'
  | 'other-content'
  | 'malformed-request'
  | 'malformed-act'
  | 'bad-consent'
  | 'missing-consent'
  | 'broken-chain'
  | 'unlawful-act'
  | 'malformed-register'
  | 'malformed-envelope'
  | 'malformed-receipt'
  | 'malformed-evidence'
  | 'mismatched-evidence'
  | 'malformed-question'
  | 'malformed-answer';

/**
 * Input that breaks the standard it claims to follow. The message says where and why and never
 * repeats the input, which may be personal.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}
