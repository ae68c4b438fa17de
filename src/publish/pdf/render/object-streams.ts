// Packs the small objects of a file into compressed streams (ISO 32000-1, 7.5.7), which halves a tagged document, and says
// where each object is (7.5.8).
import { deflateSync } from "node:zlib";
import type { ByteSink } from "./byte-sink.ts";

/** Objects of a stream; readers unpack all of them to read one. */
const most = 200;

/** What the cross-reference says besides places. */
interface Trailer {
  /** Indirect references, such as `3 0 R`. */
  Root: string;
  Info: string;
  ID: string;
}

/** The objects of one file; numbers of new objects come from the file's writer. */
export class ObjectStreams {
  private readonly sink: ByteSink;
  private readonly takeNumber: () => number;
  private waiting: { number: number; value: string }[] = [];
  private readonly entries: Map<number, [type: 1 | 2, place: number, index: number]> = new Map();

  constructor(sink: ByteSink, takeNumber: () => number) {
    this.sink = sink;
    this.takeNumber = takeNumber;
  }

  /** Notes that an object that is a stream begins here. */
  place(number: number): void {
    this.entries.set(number, [1, this.sink.length, 0]);
  }

  /** Packs an object that is none. */
  add(number: number, value: string): void {
    this.waiting.push({ number, value });
    if (this.waiting.length === most) this.pack();
  }

  /** Writes what is left, the cross-reference, and the end of the file. */
  finish({ Root, Info, ID }: Trailer): void {
    this.pack();
    const number = this.takeNumber();
    const start = this.sink.length;
    this.place(number);
    const table = Buffer.alloc((number + 1) * 7);
    table.writeUInt16BE(0xffff, 5);
    for (const [object, [type, place, index]] of this.entries) {
      table.writeUInt8(type, object * 7);
      table.writeUInt32BE(place, object * 7 + 1);
      table.writeUInt16BE(index, object * 7 + 5);
    }
    this.stream(number, `/Type /XRef\n/Size ${number + 1}\n/W [1 4 2]\n/Root ${Root}\n/Info ${Info}\n/ID ${ID}`, table);
    this.sink.write(`startxref\n${start}\n%%EOF\n`);
  }

  private pack(): void {
    const packed = this.waiting;
    if (packed.length === 0) return;
    this.waiting = [];
    const number = this.takeNumber();
    this.place(number);
    let offset = 0;
    const index = packed.map(({ number: object, value }, at) => {
      this.entries.set(object, [2, number, at]);
      const pair = `${object} ${offset}`;
      offset += value.length + 1;
      return pair;
    });
    const head = `${index.join(" ")}\n`;
    const body = packed.map(({ value }) => `${value}\n`).join("");
    const dictionary = `/Type /ObjStm\n/N ${packed.length}\n/First ${head.length}`;
    this.stream(number, dictionary, Buffer.from(head + body, "latin1"));
  }

  private stream(number: number, dictionary: string, body: Uint8Array): void {
    const bytes = deflateSync(body);
    this.sink.write(`${number} 0 obj\n<<\n${dictionary}\n/Length ${bytes.length}\n/Filter /FlateDecode\n>>\nstream\n`);
    this.sink.write(bytes);
    this.sink.write("\nendstream\nendobj\n");
  }
}
