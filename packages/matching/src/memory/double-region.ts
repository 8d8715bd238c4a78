import { Region } from './region.ts';

/** Rows that hold numbers of 32 and of 64 bits: the same memory seen both ways. */
export class DoubleRegion extends Region<Uint32Array> {
  readonly #shared: SharedArrayBuffer;
  doubles: Float64Array;

  constructor(buffer: SharedArrayBuffer) {
    super(buffer, Uint32Array);
    this.#shared = buffer;
    this.doubles = new Float64Array(buffer, 0, Math.floor(buffer.byteLength / 8));
  }

  override refresh(): void {
    super.refresh();
    if (this.doubles.length !== this.words.length >> 1)
      this.doubles = new Float64Array(this.#shared, 0, Math.floor(this.#shared.byteLength / 8));
  }
}
