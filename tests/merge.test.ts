// Guides that were built on several machines: their folders become what one build would have made.
import { appendFileSync, cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeWorkspace, runIn, soundGuide, writeIn, type Ran } from "./helpers/workspace.ts";

const build = (root: string, ...more: string[]): Promise<Ran> =>
  runIn(root, ["build", "--to", "json,anki", "--no-cache", ...more]);
const merge = (root: string, ...more: string[]): Promise<Ran> => runIn(root, ["merge", ...more]);

/** A workspace with two guides, each built into a folder of its own. */
async function buildApart(): Promise<string> {
  const root = makeWorkspace();
  for (const [path, text] of Object.entries(soundGuide)) writeIn(root, `content/abc/${path}`, text);
  for (const id of ["tst", "abc"]) expect((await build(root, id, "--out", `built/${id}`)).status).toBe(0);
  return root;
}

const textsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    ["manifest.json", "abc/abc.json", "abc/abc.apkg", "tst/tst.json", "tst/tst.apkg"].map((path) => [
      path,
      readFileSync(join(folder, path)).toString("hex"),
    ]),
  );

describe("certpress merge", () => {
  it("gives the files and the manifest of one build, in any order of the folders", async () => {
    const root = await buildApart();
    await build(root, "--out", "one");
    const one = textsOf(join(root, "one"));
    expect(await merge(root, "built/tst", "built/abc")).toEqual({ status: 0, out: "dist/manifest.json\n", err: "" });
    expect(textsOf(join(root, "dist"))).toEqual(one);
    expect((await merge(root, "built/abc", "built/tst", "built/abc", "--out", "other")).status).toBe(0);
    expect(textsOf(join(root, "other"))).toEqual(one);
    expect((await merge(root, "built/abc", "--out", "built/tst")).status).toBe(0);
    expect(textsOf(join(root, "built/tst"))).toEqual(one);
  });

  it("merges outputs of one guide that were built apart", async () => {
    const root = makeWorkspace();
    for (const to of ["json", "anki"]) await runIn(root, ["build", "--no-cache", "--to", to, "--out", `built/${to}`]);
    await build(root, "--out", "one");
    expect((await merge(root, "built/json", "built/anki")).status).toBe(0);
    const read = (path: string) => readFileSync(join(root, path), "utf8");
    expect(read("dist/manifest.json")).toBe(read("one/manifest.json"));
  });

  it.each<[string, (root: string) => void, string]>([
    ["is none", (root) => rmSync(join(root, "built/abc"), { recursive: true }), "expected one with the manifest.json"],
    [
      "has a manifest that is none",
      (root) => writeFileSync(join(root, "built/abc/manifest.json"), "{"),
      "manifest.json of a build",
    ],
    ["lacks a file", (root) => rmSync(join(root, "built/abc/abc/abc.json")), "Unexpected absence"],
    [
      "has another file than it says",
      (root) => appendFileSync(join(root, "built/abc/abc/abc.json"), " "),
      "Unexpected content",
    ],
    [
      "leads out of itself",
      (root) => {
        const path = join(root, "built/abc/manifest.json");
        writeFileSync(path, readFileSync(path, "utf8").replace("abc/abc.json", "../tst/tst/tst.json"));
      },
      "expected one inside it",
    ],
    [
      "is of another build",
      (root) => {
        cpSync(join(root, "built/tst"), join(root, "built/abc"), { recursive: true });
        const path = join(root, "built/abc/manifest.json");
        writeFileSync(path, readFileSync(path, "utf8").replace('"edition": "1"', '"edition": "2"'));
      },
      "they are of different builds",
    ],
  ])("writes nothing if a folder %s", async (_, spoil, message) => {
    const root = await buildApart();
    spoil(root);
    const { status, err } = await merge(root, "built/tst", "built/abc");
    expect(err).toContain(message);
    expect(status).toBe(2);
    expect(existsSync(join(root, "dist"))).toBe(false);
    expect(readdirSync(root).sort()).toEqual(["built", "content"]);
  });
});
