// Gathers the bytes of a file in large blocks: a document is written in millions of small strings.

/** Bytes of a block; what is longer gets a block of its own. */
const blockSize = 1 << 20;

/** A file being written. */
export class ByteSink {
  /** Bytes so far. */
  length = 0;
  private readonly full: Buffer[] = [];
  private block: Buffer = Buffer.allocUnsafe(blockSize);
  private used = 0;

  /** Appends bytes, or a string of characters up to U+00FF as one byte each. */
  write(data: string | Uint8Array): void {
    if (data.length > blockSize - this.used) this.turn();
    this.length += data.length;
    if (data.length > blockSize)
      this.full.push(typeof data === "string" ? Buffer.from(data, "latin1") : Buffer.from(data));
    else {
      if (typeof data === "string") this.block.write(data, this.used, "latin1");
      else this.block.set(data, this.used);
      this.used += data.length;
    }
  }

  /** All bytes; nothing can be written afterwards. */
  bytes(): Uint8Array {
    this.turn();
    const whole = Buffer.concat(this.full, this.length);
    this.full.length = 0;
    return new Uint8Array(whole.buffer, whole.byteOffset, whole.length);
  }

  private turn(): void {
    this.full.push(this.block.subarray(0, this.used));
    this.block = Buffer.allocUnsafe(blockSize);
    this.used = 0;
  }
}
