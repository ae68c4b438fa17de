import fc from "fast-check";
import { expect, test } from "vitest";
import { zip } from "../src/publish/shared/zip.ts";
import { inTimeZone } from "./helpers/time-zone.ts";
import { readZip } from "./helpers/zip.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

test("a zip holds the files that were put in, sorted by name", async () => {
  const files = fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/), fc.uint8Array({ maxLength: 2000 }));
  await fc.assert(
    fc.asyncProperty(files, async (contents) => {
      const held = readZip(await zip(new Map(Object.entries(contents))));
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
  const here = await inTimeZone("UTC", 0, () => zip(new Map(files)));
  const there = await inTimeZone("Pacific/Kiritimati", -840, () => zip(new Map(files.toReversed())));
  expect(hex(there)).toBe(hex(here));
});
