// A PDF of ours with every object in the open, for tests that look for one in its text.
import { inflateSync } from "node:zlib";

/** The file as one character a byte, the packed objects (ISO 32000-1, 7.5.7) written out at its end. */
export function unpackPdf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1");
  const streams = /\/Type \/ObjStm\n\/N (\d+)\n\/First (\d+)\n\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream\n/gu;
  const objects = [...text.matchAll(streams)].flatMap((match) => {
    const [count, first, length] = [Number(match[1]), Number(match[2]), Number(match[3])];
    const start = match.index + match[0].length;
    const body = inflateSync(bytes.subarray(start, start + length)).toString("latin1");
    const numbers = body.slice(0, first).trim().split(" ").map(Number);
    return Array.from({ length: count }, (_, index) => {
      const [number, offset = 0] = numbers.slice(2 * index);
      return `${number} 0 obj\n${body.slice(first + offset, first + (numbers[2 * index + 3] ?? body.length))}endobj\n`;
    });
  });
  return text + objects.join("");
}
