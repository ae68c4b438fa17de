// Several guides at once: threads run the compiled code in lib/, and nothing that comes out tells which of them was first.
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildGuides } from "../src/cli/build-guides.ts";
import type { BuildPlan } from "../src/cli/build-task.ts";
import { openWorkspace } from "../src/workspace.ts";
import { placeStaged } from "../src/write-artifacts.ts";
import { makeWorkspace, runIn, soundGuide, writeIn } from "./helpers/workspace.ts";

const ids = ["a", "b", "c", "tst"];

/** A workspace with four guides, of which the first takes longest. */
function makeGuides(): string {
  const root = makeWorkspace();
  for (const id of ids.slice(0, 3))
    for (const [path, text] of Object.entries(soundGuide)) writeIn(root, `content/${id}/${path}`, text);
  const item = soundGuide["items/object-name.md"] ?? "";
  for (let n = 0; n < 40; n++)
    writeIn(root, `content/a/items/more-${n}.md`, item.replace("Which part names", `Which ${n} parts name`));
  return root;
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();

async function buildWith(root: string, threads: number, out: string): Promise<unknown> {
  const workspace = await openWorkspace(root);
  if (workspace === null) throw new Error("No workspace");
  const plan: BuildPlan = {
    root,
    out: join(root, out),
    options: { outputs: ["json", "anki"], date: new Date("2026-01-01") },
    cache: null,
  };
  const ended: string[] = [];
  const listener = { starts: () => {}, ends: (id: string) => void ended.push(id) };
  const results = await buildGuides(workspace, plan, { ids, publish: true, threads }, listener);
  expect(ended.sort()).toEqual(ids);
  placeStaged(
    plan.out,
    results.flatMap(({ staged }) => staged ?? []),
  );
  return results.map(({ report: { sources, ...report }, staged }) => ({
    ...report,
    sources: [...sources.keys()],
    entries: [staged?.entry, staged?.artifacts.map(({ entry }) => entry)],
  }));
}

describe("guides that are built at once", () => {
  it("give the results, artifacts and manifest of guides that are built one after the other", async () => {
    const root = makeGuides();
    const one = await buildWith(root, 1, "one");
    expect(await buildWith(root, 3, "three")).toEqual(one);
    const files = filesOf(join(root, "one"));
    expect(files).toContain("manifest.json");
    expect(filesOf(join(root, "three"))).toEqual(files);
    for (const path of files)
      expect(readFileSync(join(root, "three", path)).equals(readFileSync(join(root, "one", path)))).toBe(true);
  });

  it("leave the output folder as it was where one of them has an error", async () => {
    const root = makeGuides();
    const build = () => runIn(root, ["build", "--to", "json"]);
    writeIn(root, "content/tst/items/object-name.md", "no front matter");
    const { status, err } = await build();
    expect(status).toBe(1);
    expect(err).toContain("content/tst/items/object-name.md:1:1  error");
    expect(err).toContain("Nothing was published");
    expect(existsSync(join(root, "dist"))).toBe(false);
    writeIn(root, "dist/a/a.json", "earlier");
    await build();
    expect(filesOf(join(root, "dist"))).toEqual(["a/a.json"]);
    expect(readFileSync(join(root, "dist/a/a.json"), "utf8")).toBe("earlier");
  });

  it("tell a disk that refuses from a fault of the tool", async () => {
    const root = makeGuides();
    mkdirSync(join(root, "dist"));
    writeFileSync(join(root, "dist/b"), "a file where a folder should be");
    const { status, err } = await runIn(root, ["build", "--to", "json"]);
    expect(status).toBe(2);
    expect(err).toContain("Cannot go on, the disk says");
    expect(filesOf(join(root, "dist"))).toEqual(["b"]);
  });
});
