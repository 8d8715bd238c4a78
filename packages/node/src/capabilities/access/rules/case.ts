/** What a case reference may look like once decoded: one line of at most 200 characters that reads as it is stored. */
export function isCaseReference(text: string): boolean {
  return text.length <= 200 && /\S/.test(text) && !/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u.test(text);
}
