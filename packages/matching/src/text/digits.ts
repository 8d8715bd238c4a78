/** Decimal digits of any script as ASCII: `۱۹۷۱` and `१९७१` are 1971. Unicode lays each script's ten out from a place ending in 0 or 6. */
export function asciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    const place = code & 0xf;
    return String(/\p{Nd}/u.test(String.fromCodePoint(code - place)) ? place : place - 6);
  });
}
