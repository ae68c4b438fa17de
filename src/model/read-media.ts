// One image file → Media: its type by its bytes, its size, an SVG made harmless.
import { inflateSync } from "node:zlib";
import { imageSize } from "image-size";
import { quote } from "../quote.ts";
import type { FaultId } from "../faults.ts";
import type { Media, MediaFile, MediaType } from "./media.ts";
import { sanitizeSvg } from "./svg.ts";

/** Largest image file that is published. */
const mostBytes = 5 * 1024 * 1024;
/** Largest area of an image; a small file may claim a huge one and exhaust whoever draws it. */
const mostPixels = 25_000_000;
/** Four channels of 16 bits a pixel. */
const mostPixelBytes = mostPixels * 8;

/** An image, or none, and what is wrong with it: the end of a message about it. */
export interface ReadMedia {
  media: Media | null;
  problems: { id: FaultId; problem: string }[];
}

const types: readonly { type: MediaType; endings: readonly string[]; matches: (bytes: Uint8Array) => boolean }[] = [
  // PNG (third edition), section 5.2.
  { type: "png", endings: ["png"], matches: (bytes) => startsWith(bytes, "\x89PNG\r\n\x1a\n") },
  // ITU-T T.81, annex B: SOI and the first byte of the next marker.
  { type: "jpg", endings: ["jpg", "jpeg"], matches: (bytes) => startsWith(bytes, "\xff\xd8\xff") },
  // RFC 9649, section 2.4.
  {
    type: "webp",
    endings: ["webp"],
    matches: (bytes) => startsWith(bytes, "RIFF") && startsWith(bytes.subarray(8), "WEBPVP8"),
  },
  { type: "svg", endings: ["svg"], matches: isMarkup },
];

/** Reads an image file; whatever its bytes are, a fault is a value. */
export function readMedia({ path, bytes }: MediaFile): ReadMedia {
  if (bytes === null) return unreadable("expected a file that can be read");
  if (bytes.length > mostBytes)
    return unreadable(`a file of ${bytes.length} bytes, expected at most ${mostBytes} bytes`);
  const known = types.find(({ matches }) => matches(bytes));
  if (!known) return unreadable("expected a png, jpg, webp or svg file by its bytes");
  const ending = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  if (!known.endings.includes(ending))
    return unreadable(`bytes of the type ${known.type}, expected the ending ${quote(`.${known.type}`)}`);
  const { type } = known;
  const measured = type === "svg" ? sanitizeSvg(bytes) : measure(bytes);
  if (typeof measured === "string") return unreadable(measured);
  const { width, height } = measured;
  if (!(width >= 1 && height >= 1))
    return unreadable(`a picture of ${width} × ${height} pixels, expected at least 1 × 1`);
  if (width * height > mostPixels)
    return unreadable(`a picture of ${width} × ${height} pixels, expected at most ${mostPixels} pixels`);
  if (type === "png" && !hasPixels(bytes)) return unreadable("expected a whole png: its pixels cannot be inflated");
  const removed = measured.removed.map(
    (part) =>
      ({ id: "image-unsafe", problem: `whose ${quote(part)} is left out, expected plain shapes and text` }) as const,
  );
  return { media: { path, type, width, height, bytes: measured.bytes }, problems: removed };
}

const unreadable = (problem: string): ReadMedia => ({ media: null, problems: [{ id: "image-unreadable", problem }] });

const startsWith = (bytes: Uint8Array, latin1: string): boolean =>
  Buffer.from(latin1, "latin1").equals(bytes.subarray(0, latin1.length));

/** An XML text that may hold an SVG: what stands before the root is skipped by the parser, not here. */
function isMarkup(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart();
  return start.startsWith("<");
}

interface Measured {
  width: number;
  height: number;
  bytes: Uint8Array;
  removed: string[];
}

function measure(bytes: Uint8Array): Measured | string {
  try {
    const { width, height } = imageSize(bytes);
    return { width, height, bytes, removed: [] };
  } catch {
    // image-size throws on every file that breaks off or contradicts itself.
    return "expected a whole image file: its size cannot be read";
  }
}

/** Whether a PNG's pixels can be inflated (PNG, third edition, 11.2.3): what draws it would throw on them in the middle of a page. */
function hasPixels(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Buffer[] = [];
  for (let at = 8; at + 8 <= file.length; at += file.readUInt32BE(at) + 12)
    if (file.toString("latin1", at + 4, at + 8) === "IDAT")
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  try {
    return inflateSync(Buffer.concat(data), { maxOutputLength: mostPixelBytes }).length > 0;
  } catch {
    return false;
  }
}
