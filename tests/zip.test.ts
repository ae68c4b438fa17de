import fc from "fast-check";
import { expect, test } from "vitest";
import { chunksInFlight, zip } from "../src/publish/shared/zip.ts";
import { inTimeZone } from "./helpers/time-zone.ts";
import { readZip } from "./helpers/zip.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

test("a zip holds the files that were put in, sorted by name", async () => {
  const files = fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/), fc.uint8Array({ maxLength: 2000 }));
  await fc.assert(
    fc.asyncProperty(files, async (contents) => {
      const held = readZip(await zip(new Map(Object.entries(contents)), 6));
      expect([...held.keys()]).toEqual(Object.keys(contents).sort());
      for (const [name, bytes] of held) expect(hex(bytes)).toBe(hex(contents[name] ?? new Uint8Array()));
    }),
    { numRuns: 25 },
  );
});

test("equal files give equal bytes, in any order and any time zone", async () => {
  const files: [string, Uint8Array][] = [
    ["10", Buffer.from("ten")],
    ["2", Buffer.from("two")],
    ["media", Buffer.from("{}")],
  ];
  const here = await inTimeZone("UTC", 0, () => zip(new Map(files), 6));
  const there = await inTimeZone("Pacific/Kiritimati", -840, () => zip(new Map(files.toReversed()), 6));
  expect(hex(there)).toBe(hex(here));
});

/** Chunks whose memory is used again as soon as it may be. */
function* inRing(chunks: readonly Uint8Array[]): Iterable<Uint8Array> {
  const ring = Array.from({ length: chunksInFlight + 1 }, () => Buffer.alloc(2 ** 18));
  for (const [index, chunk] of chunks.entries()) {
    const memory = ring[index % ring.length]!;
    memory.set(chunk);
    yield memory.subarray(0, chunk.length);
  }
}

test("a file in chunks, whose memory is used again, is held whole", async () => {
  const chunk = fc
    .tuple(fc.constantFrom(1, 100, 2 ** 16, 2 ** 17 - 1, 2 ** 17, 2 ** 18), fc.integer({ min: 0, max: 255 }))
    .map(([length, byte]) => Buffer.alloc(length, byte));
  await fc.assert(
    fc.asyncProperty(fc.array(chunk, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), async (contents, level) => {
      const bytes = await zip(new Map([["file", inRing(contents)]]), level);
      expect(hex(readZip(bytes).get("file") ?? new Uint8Array())).toBe(hex(Buffer.concat(contents)));
    }),
    { numRuns: 25 },
  );
});

test("a fault in the making of the chunks is the zip's", async () => {
  const faulty = function* (): Iterable<Uint8Array> {
    yield Buffer.from("one");
    throw new Error("no second");
  };
  await expect(zip(new Map([["file", faulty()]]), 6)).rejects.toThrow("no second");
});
