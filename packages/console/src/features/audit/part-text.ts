/** A part's text for reading: JSON is laid out over lines, anything else stands as it is. */
export function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
