// Values of a row → the bytes of a record (https://www.sqlite.org/fileformat2.html, 2.1).

/** A text in parts, which is written without being put together before. */
interface Joined {
  parts: readonly string[];
  /** The ASCII character between two parts. */
  separator: number;
}

/** What a column of a row can hold. Text is stored as UTF-8; a number is stored as an integer if it is one of 64 bits. */
export type Value = number | string | Joined | null;

/** Bytes of a variable-length integer: seven bits in each but the ninth, which 53 bits never reach (1.6, "varint"). */
export function varintSize(value: number): number {
  let size = 1;
  for (let most = 0x80; value >= most; most *= 0x80) size++;
  return size;
}

/** Writes a whole number from 0 to 2^53, the highest bits first, and returns the place after it. */
export function writeVarint(value: number, into: Buffer, at: number): number {
  const end = at + varintSize(value);
  let rest = value;
  for (let place = end - 1; place >= at; place--) {
    into[place] = (rest % 0x80) | (place === end - 1 ? 0 : 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return end;
}

/** Bytes of the serial types 0 to 9: NULL, integers in two's complement, a double, and the integers 0 and 1 (2.1). */
const sizes: readonly number[] = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];
const real = 7;
const zero = 8;
const one = 9;

/** Texts have the odd serial types from here on: 13 and twice the number of bytes. */
const text = 13;

const contentSize = (type: number): number => (type < text ? (sizes[type] ?? 0) : (type - text) / 2);

function serialTypeOf(value: Value): number {
  if (value === null) return 0;
  if (typeof value === "number")
    return Number.isInteger(value) && Math.abs(value) < 2 ** 63 ? integerType(value) : real;
  return text + 2 * textSize(value);
}

/** The smallest that holds it. */
function integerType(value: number): number {
  if (value === 0) return zero;
  if (value === 1) return one;
  // A negative number takes the room of the one above its opposite.
  const most = value < 0 ? -1 - value : value;
  if (most < 2 ** 7) return 1;
  if (most < 2 ** 15) return 2;
  if (most < 2 ** 23) return 3;
  if (most < 2 ** 31) return 4;
  return most < 2 ** 47 ? 5 : 6;
}

function textSize(value: string | Joined): number {
  if (typeof value === "string") return Buffer.byteLength(value);
  let size = Math.max(0, value.parts.length - 1);
  for (const part of value.parts) if (part !== "") size += Buffer.byteLength(part);
  return size;
}

/** Serial types of rows of one width, one row after the other: what is counted when a tree is planned need not be counted again. */
export type SerialTypes = Uint32Array;

/** Bytes of the header that tells the types, and its own size first. */
function headerSize(types: SerialTypes, from: number, to: number): number {
  let size = 0;
  for (let index = from; index < to; index++) size += varintSize(types[index] ?? 0);
  return size + varintSize(size + 1);
}

/** Bytes that a record takes; its types are kept from the given place on. */
export function measureRecord(values: readonly Value[], types: SerialTypes, from: number): number {
  let size = 0;
  for (let index = 0; index < values.length; index++) {
    const type = serialTypeOf(values[index] ?? null);
    types[from + index] = type;
    size += contentSize(type);
  }
  return size + headerSize(types, from, from + values.length);
}

/** Writes the record of values that were measured, and returns the place after it. */
export function writeRecord(
  values: readonly Value[],
  types: SerialTypes,
  from: number,
  into: Buffer,
  start: number,
): number {
  const to = from + values.length;
  let at = writeVarint(headerSize(types, from, to), into, start);
  for (let index = from; index < to; index++) at = writeVarint(types[index] ?? 0, into, at);
  for (let index = from; index < to; index++)
    at = writeContent(values[index - from] ?? null, types[index] ?? 0, into, at);
  return at;
}

function writeContent(value: Value, type: number, into: Buffer, at: number): number {
  const size = contentSize(type);
  if (value === null || size === 0) return at;
  if (typeof value !== "number") return writeText(value, into, at);
  if (type === real) return into.writeDoubleBE(value, at);
  return size === 8 ? into.writeBigInt64BE(BigInt(value), at) : into.writeIntBE(value, at, size);
}

function writeText(value: string | Joined, into: Buffer, start: number): number {
  if (typeof value === "string") return start + into.write(value, start);
  const { parts, separator } = value;
  let at = start;
  for (let index = 0; index < parts.length; index++) {
    if (index > 0) into[at++] = separator;
    const part = parts[index] ?? "";
    if (part !== "") at += into.write(part, at);
  }
  return at;
}
