import { Region } from './region.ts';

/** Rows that hold numbers of 8, 32 and 64 bits: the same memory seen in each way. */
export class DoubleRegion extends Region<Uint32Array> {
  readonly #shared: SharedArrayBuffer;
  doubles: Float64Array;
  bytes: Uint8Array;

  constructor(buffer: SharedArrayBuffer) {
    super(buffer, Uint32Array);
    this.#shared = buffer;
    this.doubles = new Float64Array(buffer, 0, Math.floor(buffer.byteLength / 8));
    this.bytes = new Uint8Array(buffer, 0, buffer.byteLength);
  }

  override refresh(): void {
    super.refresh();
    if (this.doubles.length === this.words.length >> 1) return;
    this.doubles = new Float64Array(this.#shared, 0, Math.floor(this.#shared.byteLength / 8));
    this.bytes = new Uint8Array(this.#shared, 0, this.doubles.byteLength);
  }
}
