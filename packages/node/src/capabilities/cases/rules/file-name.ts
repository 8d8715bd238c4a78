/** By which a file of a type is told on an officer's machine. */
const ENDINGS: Record<string, readonly string[]> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'text/plain': ['.txt', '.csv', '.log', '.md'],
};
const MOST = 120;

/**
 * What a file is called here, whatever it was called elsewhere: without a folder, without what cannot be seen or turns the reading
 * around, not too long, and with an ending that says what it is, so that nothing runs that is called a picture.
 */
export function fileName(given: string, mediaType: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .normalize('NFC');
  const endings = ENDINGS[mediaType] ?? ['.bin'];
  const ending = endings.find((one) => plain.toLowerCase().endsWith(one));
  const stem = ending === undefined ? plain : plain.slice(0, -ending.length);
  return `${[...stem].slice(0, MOST).join('') || 'file'}${ending ?? endings[0]!}`;
}
