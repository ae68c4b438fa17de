// A build with a cache: what comes out warm is what comes out cold, and only what depends on a change is made again.
import { existsSync, readFileSync, readdirSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { makeWorkspace, runIn, soundGuide, writeIn, type Ran } from "./helpers/workspace.ts";

/** What was written as HTML, and whether the line ran at all. */
const made = vi.hoisted(() => ({ texts: [] as string[], lines: 0, packages: 0 }));

vi.mock(import("../src/publish/shared/html.ts"), async (importOriginal) => {
  const real = await importOriginal();
  const renderHtml: typeof real.renderHtml = (content, options) => {
    made.texts.push(content.text);
    return real.renderHtml(content, options);
  };
  return { ...real, renderHtml };
});

vi.mock(import("../src/publish/anki/package.ts"), async (importOriginal) => {
  const real = await importOriginal();
  const encodePackage: typeof real.encodePackage = (deck, images) => {
    made.packages += 1;
    return real.encodePackage(deck, images);
  };
  return { ...real, encodePackage };
});

vi.mock(import("../src/pipeline.ts"), async (importOriginal) => {
  const real = await importOriginal();
  const checkSource: typeof real.checkSource = (...parameters) => {
    made.lines += 1;
    return real.checkSource(...parameters);
  };
  return { ...real, checkSource };
});

const forget = (): void => void Object.assign(made, { texts: [], lines: 0, packages: 0 });
beforeEach(forget);

const build = (root: string, ...more: string[]): Promise<Ran> => runIn(root, ["build", "--to", "json,anki", ...more]);

/** All files of a folder as hex, by path; no folder has none. */
function filesOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    paths
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(folder.length), readFileSync(path).toString("hex")]),
  );
}

const item = soundGuide["items/object-name.md"] ?? "";
const second = item.replace("Which part names", "Which word tells");
const domain = soundGuide["domains/d2.md"] ?? "";
const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";
const pictures = [png, "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg=="];
const withPicture = item.replace("The key names the object.", "See ![a dot](../media/dot.png).");

const texts: Record<string, readonly (string | Uint8Array | null)[]> = {
  "items/object-name.md": [item, item.replace("[x]", "[ ]"), item.replace("easy", "hard"), withPicture, null],
  "items/second.md": [null, second, second.replace("The tag", "A **tag**"), `${second}\n`],
  "domains/d2.md": [domain, domain.replace("### Queues", "### Waiting lines"), domain.replace("producer", "*sender*")],
  "media/dot.png": pictures.map((text) => Buffer.from(text, "base64")),
  "exam.yaml": ["1", "2"].map((edition) =>
    (soundGuide["exam.yaml"] ?? "").replace('edition: "1"', `edition: "${edition}"`),
  ),
  "words.txt": [null, "prat\n"],
};

describe("build with a cache", () => {
  it("publishes what it publishes without one, after any edits", async () => {
    const edit = fc.constantFrom(
      ...Object.entries(texts).flatMap(([path, all]) => all.map((text) => ({ path, text }))),
    );
    const days = fc.constantFrom("1767225600", "1767225601", "1769904000");
    const step = fc.record({ edit, SOURCE_DATE_EPOCH: days });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
        const root = makeWorkspace({ "media/.keep": "" });
        for (const { edit, SOURCE_DATE_EPOCH } of steps) {
          if (edit.text === null) rmSync(join(root, "content/tst", edit.path), { force: true });
          else writeIn(root, `content/tst/${edit.path}`, edit.text);
          const env = { SOURCE_DATE_EPOCH };
          for (const out of ["warm", "cold"]) rmSync(join(root, out), { recursive: true, force: true });
          const run = (...more: string[]) => runIn(root, ["build", "--to", "json,anki", "--out", ...more], { env });
          const cold = await run("cold", "--no-cache");
          const expected = filesOf(join(root, "cold"));
          for (let times = 0; times < 2; times++) {
            const warm = await run("warm");
            expect({ ...warm, out: warm.out.replaceAll("warm/", "cold/") }).toMatchObject({
              status: cold.status,
              out: cold.out,
            });
            expect(filesOf(join(root, "warm"))).toEqual(expected);
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it("makes nothing again of what has not changed, even where the output folder is gone", async () => {
    const root = makeWorkspace();
    const cold = await build(root);
    const dist = filesOf(join(root, "dist"));
    forget();
    rmSync(join(root, "dist"), { recursive: true });
    expect((await build(root)).out).toBe(cold.out);
    expect(filesOf(join(root, "dist"))).toEqual(dist);
    expect(made).toEqual({ texts: [], lines: 0, packages: 0 });
  });

  it("writes the changed texts of a changed item alone, and no deck where none of its notes is another", async () => {
    const root = makeWorkspace({ "items/second.md": second });
    await build(root);
    forget();
    writeIn(root, "content/tst/items/second.md", second.replace("The tag", "The label"));
    await build(root);
    // Once for the JSON and once for the deck.
    expect(made).toEqual({ texts: ["The label", "The label"], lines: 1, packages: 1 });
    forget();
    writeIn(root, "content/tst/words.txt", "prat\n");
    await build(root);
    expect(made).toEqual({ texts: [], lines: 1, packages: 0 });
  });

  it("makes the changed one of several guides alone, and keeps what other commands and outputs do not ask for", async () => {
    const root = makeWorkspace();
    for (const [path, text] of Object.entries(soundGuide)) writeIn(root, `content/other/${path}`, text);
    for (const id of ["tst", "other"]) await build(root, id);
    forget();
    writeIn(root, "content/tst/items/object-name.md", second);
    await runIn(root, ["lint"]);
    for (const id of ["tst", "other"]) await build(root, id, "--to", "json");
    for (const id of ["other", "tst"]) await build(root, id);
    expect(made.texts).toEqual(Array.from({ length: 2 }, () => "Which word tells an object in a bucket?"));
    forget();
    for (const id of ["other", "tst"]) await build(root, id, "--to", "json");
    expect(made.lines).toBe(0);
  });

  it("makes again what lies broken in the cache", async () => {
    const long = "The key names the object. ".repeat(1500);
    const root = makeWorkspace({ "items/object-name.md": item.replace("The key names the object.", long) });
    await build(root);
    const dist = filesOf(join(root, "dist"));
    const files = Object.keys(filesOf(join(root, ".certpress")));
    expect(files.filter((path) => path.endsWith(".own")).length).toBeGreaterThan(0);
    for (const change of [
      (path: string) => truncateSync(path, 100),
      (path: string) => rmSync(path),
      (path: string) => writeIn("", path, readFileSync(path).fill(1, 100)),
    ]) {
      for (const path of files) if (path.endsWith(".own")) change(join(root, ".certpress", path));
      rmSync(join(root, "dist"), { recursive: true });
      expect((await build(root)).status).toBe(0);
      expect(filesOf(join(root, "dist"))).toEqual(dist);
    }
  });
});
