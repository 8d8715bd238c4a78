/** An image file taken apart as far as its format's own frame goes, before any decoder sees it. */
export interface Container {
  format: 'jpeg' | 'png' | 'webp';
  /** Texts and foreign parts that travel with the picture; none of it is kept. */
  metadata: Uint8Array[];
  /** Where the picture ends; what follows is no part of it. */
  end: number;
  /** More than one picture, shown one after another. */
  animated: boolean;
}

/** The frame is broken or cut off. */
export class BrokenContainer extends Error {
  override readonly name = 'BrokenContainer';
}

/** Bytes from a place on, or a `BrokenContainer` where the file has ended before. */
export function slice(bytes: Buffer, from: number, length: number): Buffer {
  if (length < 0 || from + length > bytes.length) throw new BrokenContainer(`the file ends before ${from + length}`);
  return bytes.subarray(from, from + length);
}
