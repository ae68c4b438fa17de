// PDF bytes → the bytes that its SHA-256 is taken of: streams inflated, lengths and the cross-reference left out.
import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";

const streamStart = Buffer.from("stream\n", "latin1");
const streamEnd = Buffer.from("\nendstream", "latin1");

/** SHA-256 in hex of a PDF of ours, independent of the zlib that compressed it. */
export function canonicalHash(bytes: Uint8Array): string {
  const hash = createHash("sha256");
  for (const part of canonicalParts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) hash.update(part);
  return hash.digest("hex");
}

function* canonicalParts(file: Buffer): Iterable<Buffer | string> {
  let at = 0;
  for (;;) {
    const start = file.indexOf(streamStart, at, "latin1");
    if (start < 0) break;
    const dictionary = file.subarray(at, start).toString("latin1");
    const length = Number(/^\/Length (\d+)/u.exec(dictionary.slice(dictionary.lastIndexOf("/Length ")))?.[1]);
    if (!Number.isInteger(length)) throw new Error("A stream without a length of its own");
    const bodyStart = start + streamStart.length;
    const body = file.subarray(bodyStart, bodyStart + length);
    yield dictionary.replaceAll(/\/Length1? \d+/gu, "");
    at = bodyStart + length + streamEnd.length;
    if (!file.subarray(bodyStart + length, at).equals(streamEnd))
      throw new Error("A stream of another length than it states");
    // Where objects are depends on how the others are compressed; nothing but the end of the file comes behind.
    if (dictionary.includes("/Type /XRef")) return;
    yield dictionary.includes("/FlateDecode") ? inflateSync(body) : body;
  }
  throw new Error("A PDF without a cross-reference stream");
}
