// Reading a workspace and writing artifacts: nothing outside the guide comes in, nothing half-written stays.
import { mkdirSync, readFileSync, readdirSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findWorkspaceRoot, listGuides, readGuide, writeWhole } from "../src/files.ts";
import { makeWorkspace, soundGuide, writeIn } from "./helpers/workspace.ts";

describe("findWorkspaceRoot", () => {
  it("prefers a config file over content/, however far up", () => {
    const root = makeWorkspace();
    const inner = join(root, "content/tst/items");
    expect(findWorkspaceRoot(inner)).toBe(root);
    mkdirSync(join(root, "content/tst/content"));
    writeIn(root, "certpress.config.yaml", "");
    expect(findWorkspaceRoot(inner)).toBe(root);
  });
});

describe("readGuide", () => {
  it("reads all files sorted by path, but no dot files", () => {
    const root = makeWorkspace({ ".hidden/x.md": "x", "items/.swp.md": "x" });
    const { files } = readGuide(root, "tst");
    expect(files.map(({ path }) => path)).toEqual(
      Object.keys(soundGuide)
        .map((path) => `content/tst/${path}`)
        .sort(),
    );
  });

  it("knows when the newest file was changed", () => {
    const root = makeWorkspace();
    for (const path of Object.keys(soundGuide)) utimesSync(join(root, "content/tst", path), 1000, 1000);
    utimesSync(join(root, "content/tst/guide.md"), 2000, 2000);
    expect(readGuide(root, "tst").modified).toEqual(new Date(2_000_000));
  });

  it.skipIf(process.platform === "win32")("reads no file behind a link that leads out of the guide", () => {
    const root = makeWorkspace({ "media/real.png": "png" });
    writeIn(root, "outside.png", "secret");
    writeIn(root, "content/tst-other/x.md", "secret");
    symlinkSync(join(root, "outside.png"), join(root, "content/tst/media/out.png"));
    symlinkSync(join(root, "content/tst/media/real.png"), join(root, "content/tst/media/in.png"));
    symlinkSync(join(root, "content/tst-other/x.md"), join(root, "content/tst/items/x.md"));
    symlinkSync(join(root, "nowhere"), join(root, "content/tst/items/y.md"));
    const { media, escaping } = readGuide(root, "tst");
    expect(media.map(({ path, escapes, bytes }) => [path, escapes, bytes === null])).toEqual([
      ["content/tst/media/in.png", false, false],
      ["content/tst/media/out.png", true, true],
      ["content/tst/media/real.png", false, false],
    ]);
    expect(escaping).toEqual(["content/tst/items/x.md", "content/tst/items/y.md"]);
  });
});

describe("listGuides", () => {
  it("names the folders of content/, sorted", () => {
    const root = makeWorkspace();
    writeIn(root, "content/abc/guide.md", "");
    writeIn(root, "content/README.md", "");
    expect(listGuides(root)).toEqual(["abc", "tst"]);
  });
});

describe("writeWhole", () => {
  it("makes the folder, replaces the file and leaves nothing else", () => {
    const root = makeWorkspace();
    const path = join(root, "dist/a/b.json");
    writeWhole(path, "one");
    writeWhole(path, "two");
    expect(readFileSync(path, "utf8")).toBe("two");
    expect(readdirSync(join(root, "dist/a"))).toEqual(["b.json"]);
  });

  it("leaves no temporary file when it fails", () => {
    const root = makeWorkspace();
    mkdirSync(join(root, "dist/taken"), { recursive: true });
    expect(() => writeWhole(join(root, "dist/taken"), "x")).toThrow();
    expect(readdirSync(join(root, "dist"))).toEqual(["taken"]);
  });
});
