// A font of Chinese characters for tests: DejaVu Sans whose glyphs stand for them, because a real one has megabytes.

/** The bytes of a TrueType font with another character map: U+3001 to U+3011 and U+4E00 to U+5DFF, and nothing else. */
export function hanFont(dejavu: Uint8Array): Uint8Array {
  const source = Buffer.from(dejavu);
  const count = source.readUInt16BE(4);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = 12 + 16 * index;
    const tag = source.toString("latin1", at, at + 4);
    const start = source.readUInt32BE(at + 8);
    return { tag, data: tag === "cmap" ? map() : source.subarray(start, start + source.readUInt32BE(at + 12)) };
  });
  const head = Buffer.alloc(12 + 16 * count);
  source.copy(head, 0, 0, 12);
  // By its check sum pdfkit tells a font from another of the same name (OpenType 1.9, head: checkSumAdjustment).
  const own = tables.find(({ tag }) => tag === "head");
  if (own) own.data = Buffer.from(own.data);
  own?.data.writeUInt32BE(1, 8);
  let offset = head.length;
  const parts = [head];
  tables.forEach(({ tag, data }, index) => {
    const at = 12 + 16 * index;
    head.write(tag, at, "latin1");
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(data.length, at + 12);
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}

/** A character map of format 12 (OpenType 1.9, cmap). */
function map(): Buffer {
  const groups = [
    [0x3001, 0x3011, 100],
    [0x4e00, 0x5dff, 200],
  ] as const;
  const table = Buffer.alloc(28 + 12 * groups.length);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(16 + 12 * groups.length, 16);
  table.writeUInt32BE(groups.length, 24);
  groups.forEach(([first, last, glyph], index) => {
    table.writeUInt32BE(first, 28 + 12 * index);
    table.writeUInt32BE(last, 32 + 12 * index);
    table.writeUInt32BE(glyph, 36 + 12 * index);
  });
  return table;
}
