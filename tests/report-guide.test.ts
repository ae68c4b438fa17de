// What a recalled report depends on besides the files of its guide.
import { expect, it, vi } from "vitest";
import type { Memory } from "../src/cache/memory.ts";
import { reportGuide } from "../src/report-guide.ts";
import { openWorkspace } from "../src/workspace.ts";
import { makeWorkspace, soundGuide } from "./helpers/workspace.ts";

const typeset = vi.hoisted(() => ({ isInstalled: true }));
vi.mock(import("../src/typeset/index.ts"), async (original) => {
  const { findTypesetter } = await original();
  return { findTypesetter: () => (typeset.isInstalled ? findTypesetter() : null) };
});

it("misses a typesetter that was there the last time, and finds one that was not", async () => {
  const domain = (soundGuide["domains/d2.md"] ?? "").replace("A queue", () => "The queue $$q$$");
  const workspace = await openWorkspace(makeWorkspace({ "domains/d2.md": domain }));
  if (workspace === null) throw new Error("There is a workspace");
  const kept = new Map<string, unknown>();
  const memory: Memory = {
    get: (name, madeOf) => structuredClone(kept.get(`${name} ${madeOf}`)),
    set: (name, madeOf, value) => kept.set(`${name} ${madeOf}`, structuredClone(value)),
  };
  const rules = async (): Promise<string[]> => {
    const { diagnostics } = await reportGuide(workspace, "tst", { memory, outputs: ["pdf"] });
    return diagnostics.map(({ ruleId }) => ruleId).filter((id) => id.startsWith("math-"));
  };
  expect(await rules()).toEqual([]);
  typeset.isInstalled = false;
  expect(await rules()).toEqual(["math-typesetter-missing"]);
  typeset.isInstalled = true;
  expect(await rules()).toEqual([]);
});
