/**
 * Lines for a person at a terminal. A file that is checked may be anyone's: what would steer the terminal or reorder the
 * line is shown as its code.
 */
export function toText(lines: string[]): string {
  const shown = lines.map((line) =>
    line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`),
  );
  return `${shown.join('\n')}\n`;
}
