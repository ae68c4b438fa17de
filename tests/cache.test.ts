// The cache: what comes out warm is what comes out cold, and no state of its files can change that.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeShard, encodeShard } from "../src/cache/shard.ts";
import { markOf } from "../src/cache/marks.ts";
import { openCache } from "../src/cache/open-cache.ts";
import { makeWorkspace, runIn, soundGuide, writeIn } from "./helpers/workspace.ts";

const tool = "0".repeat(64);

/** All files of a workspace's cache. */
function cacheFiles(root: string): string[] {
  const folder = join(root, ".certpress");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith(".bin"));
}

const lint = (root: string, ...more: string[]) => runIn(root, ["lint", "--format", "json", ...more]);

/** Edits that change findings of every kind: of a file, of wording, across files, of the whole bank. */
const item = soundGuide["items/object-name.md"] ?? "";
const texts: Record<string, readonly (string | null)[]> = {
  "items/object-name.md": [item, item.replace("[x]", "[ ]"), item.replace("topic: buckets", "topic: queues"), null],
  "items/second.md": [
    null,
    item,
    item.replace("The tag", "All of the above"),
    item.replace("Which part", "Which prat"),
  ],
  "items/third.md": [null, item.replaceAll("object", "objcet"), item.replace("The key names", "The prat names")],
  "domains/d2.md": [
    soundGuide["domains/d2.md"] ?? "",
    (soundGuide["domains/d2.md"] ?? "").replace("### Queues", "### Queues of Messages"),
    (soundGuide["domains/d2.md"] ?? "").replace("A queue", "A prat"),
  ],
  "words.txt": [null, "prat\n"],
  "terms.yaml": [null, "- use: storage key\n  instead-of: [key]\n  reason: tests\n"],
};

describe("lint with a cache", () => {
  it("finds what it finds without one, after any edits", async () => {
    const edit = fc.constantFrom(
      ...Object.entries(texts).flatMap(([path, all]) => all.map((text) => ({ path, text }))),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        const root = makeWorkspace();
        for (const { path, text } of edits) {
          if (text === null) rmSync(join(root, "content/tst", path), { force: true });
          else writeIn(root, `content/tst/${path}`, text);
          const warm = await lint(root);
          expect(warm).toEqual(await lint(root, "--no-cache"));
          expect(await lint(root)).toEqual(warm);
        }
      }),
      { numRuns: 12 },
    );
  });

  it("recalls a guide that is unchanged, and looks at the changed file alone where one is changed", async () => {
    const root = makeWorkspace({ "items/second.md": item.replace("The key names", "The name keys") });
    await lint(root);
    const before = new Map(cacheFiles(root).map((path) => [path, readFileSync(path).toString("hex")]));
    await lint(root);
    expect(new Map(cacheFiles(root).map((path) => [path, readFileSync(path).toString("hex")]))).toEqual(before);
    writeIn(root, "content/tst/items/second.md", item.replace("The key names", "A key names"));
    await lint(root);
    const changed = cacheFiles(root).filter((path) => before.get(path) !== readFileSync(path).toString("hex"));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThan(before.size);
  });

  it("is not misled by files that are cut off, changed, empty or of another kind", async () => {
    const root = makeWorkspace({ "items/object-name.md": item.replace("[x]", "[ ]") });
    const cold = await lint(root);
    const spoil: ((path: string) => void)[] = [
      (path) => truncateSync(path, 40),
      (path) => truncateSync(path, readFileSync(path).length - 1),
      (path) => writeFileSync(path, ""),
      (path) =>
        writeFileSync(
          path,
          readFileSync(path).map((byte, index) => (index > 60 ? byte ^ 1 : byte)),
        ),
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
    ];
    for (const change of spoil) {
      for (const path of cacheFiles(root)) {
        change(path);
      }
      const { out, status } = await lint(root);
      expect({ out, status }).toEqual({ out: cold.out, status: cold.status });
      rmSync(join(root, ".certpress"), { recursive: true });
      await lint(root);
    }
  });

  it("works where nothing can be written, and says so", async () => {
    const root = makeWorkspace();
    writeIn(root, "taken", "a file where a folder should be");
    const { status, err } = await lint(root, "--cache-dir", "taken");
    expect(status).toBe(0);
    expect(err).toContain("The cache was not written");
  });

  it("writes into the chosen folder and nowhere with --no-cache, and leaves what is not its own", async () => {
    const root = makeWorkspace();
    writeIn(root, "kept/other/file", "mine");
    mkdirSync(join(root, "kept", tool));
    await lint(root, "--cache-dir", "kept");
    expect(readFileSync(join(root, "kept/other/file"), "utf8")).toBe("mine");
    expect(existsSync(join(root, "kept", tool))).toBe(false);
    expect(existsSync(join(root, ".certpress"))).toBe(false);
    await lint(root, "--no-cache");
    expect(existsSync(join(root, ".certpress"))).toBe(false);
    await lint(root);
    const [own = ""] = readdirSync(join(root, ".certpress"));
    expect(readFileSync(join(root, ".certpress", own, ".gitignore"), "utf8")).toBe("*\n");
  });
});

describe("a cache", () => {
  it("gives a value back only for what it was made of, and forgets what nobody asked for", () => {
    const root = makeWorkspace();
    const first = openCache(join(root, "cache"), tool, "tst");
    first.set("a", "1", { text: "one" });
    first.set("b", "1", ["two"]);
    expect(first.save()).toBeNull();
    const second = openCache(join(root, "cache"), tool, "tst");
    expect(second.get("a", "1")).toEqual({ text: "one" });
    expect(second.get("b", "2")).toBeUndefined();
    expect(openCache(join(root, "cache"), tool, "other").get("a", "1")).toBeUndefined();
    expect(openCache(join(root, "cache"), "1".repeat(64), "tst").get("a", "1")).toBeUndefined();
    // Other commands ask for other things, so that nothing is forgotten at once.
    for (let run = 0; run < 10; run++) {
      const later = openCache(join(root, "cache"), tool, "tst");
      for (let n = 0; n < 500; n++) later.set(`c${n}`, String(run), n);
      later.save();
      if (run < 5) expect(openCache(join(root, "cache"), tool, "tst").get("b", "1")).toEqual(["two"]);
    }
    expect(openCache(join(root, "cache"), tool, "tst").get("a", "1")).toBeUndefined();
  });

  it("keeps a large value in a file of its own, of which there is one a name and none without need", () => {
    const root = makeWorkspace();
    const folder = join(root, "cache");
    const open = () => openCache(folder, tool, "tst");
    const own = () =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".own"));
    const large = (byte: number) => ({ bytes: Buffer.alloc(100_000, byte) });
    for (const byte of [1, 2]) {
      const cache = open();
      cache.set("large", String(byte), large(byte));
      expect(cache.get("large", String(byte))).toEqual(large(byte));
      cache.save();
      expect(open().get("large", String(byte))).toEqual(large(byte));
      expect(own()).toHaveLength(1);
    }
    expect(open().get("large", "1")).toBeUndefined();
    const cache = open();
    cache.set("large", "3", "small");
    cache.save();
    expect(open().get("large", "3")).toBe("small");
    expect(own()).toHaveLength(0);
  });

  it("holds what two writers wrote, each file of one of them", () => {
    const root = makeWorkspace();
    const [one, two] = [openCache(join(root, "cache"), tool, "tst"), openCache(join(root, "cache"), tool, "tst")];
    for (let n = 0; n < 300; n++) {
      one.set(`n${n}`, "same", n);
      two.set(`n${n}`, "same", n);
    }
    expect([one.save(), two.save()]).toEqual([null, null]);
    const after = openCache(join(root, "cache"), tool, "tst");
    for (let n = 0; n < 300; n++) expect(after.get(`n${n}`, "same")).toBe(n);
  });

  it("reads back any entries, and no bytes that it did not write", () => {
    const entries = fc.dictionary(fc.string(), fc.record({ madeOf: fc.string(), value: fc.uint8Array() }));
    fc.assert(
      fc.property(entries, fc.nat(), fc.integer({ min: 1, max: 255 }), (made, place, change) => {
        const bytes = encodeShard(new Map(Object.entries(made)));
        const read = decodeShard(bytes);
        expect([...(read ?? [])].map(([name, { madeOf, value }]) => [name, madeOf, [...value]])).toEqual(
          Object.entries(made).map(([name, { madeOf, value }]) => [name, madeOf, [...value]]),
        );
        const spoilt = Uint8Array.from(bytes);
        spoilt[place % bytes.length]! ^= change;
        expect(decodeShard(spoilt)).toBeNull();
        expect(decodeShard(bytes.subarray(0, place % bytes.length))).toBeNull();
      }),
    );
  });

  it("marks parts by what they are and where they are cut", () => {
    expect(markOf("a", "b")).toBe(markOf("a", Buffer.from("b")));
    expect(new Set([markOf("a", "b"), markOf("ab"), markOf("a", "b", ""), markOf("b", "a")]).size).toBe(4);
  });
});
