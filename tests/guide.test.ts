// The committed guide: nothing to find, and a bank within the bounds that its review promises (content/mla-c01/REVIEW.md).
import { beforeAll, describe, expect, it } from "vitest";
import { measureCoverage } from "../src/model/coverage.ts";
import type { Coverage } from "../src/model/types.gen.ts";
import { checkGuide, type CheckedGuide } from "../src/pipeline.ts";
import { openWorkspace } from "../src/workspace.ts";

let guide: CheckedGuide;
let coverage: Coverage;
beforeAll(async () => {
  const workspace = await openWorkspace(".");
  if (workspace === null) throw new Error("The repository is a workspace");
  guide = await checkGuide(workspace, "mla-c01");
  if (guide.publication === null) throw new Error("The guide can be published");
  coverage = measureCoverage(guide.publication.form);
});

const countOf = (tallies: Coverage["types"], id: string): number =>
  tallies.find((tally) => tally.id === id)?.count ?? 0;

describe("the MLA-C01 guide", () => {
  it("has no finding of any severity", () => {
    expect(guide.diagnostics).toEqual([]);
    expect(guide.publishable).toEqual(guide.found);
  });

  it("has 100 items, shared out by the blueprint's weights", () => {
    expect(guide.found.items).toBe(100);
    expect(coverage.domains.map(({ id, count }) => [id, count])).toEqual([
      ["D1", 28],
      ["D2", 26],
      ["D3", 22],
      ["D4", 24],
    ]);
  });

  it("asks at least five questions a task and one a topic", () => {
    expect(coverage.tasks.filter(({ count }) => count < 5)).toEqual([]);
    expect(coverage.topics.filter(({ count }) => count < 1)).toEqual([]);
  });

  it("uses all item types in every domain", () => {
    const least = { "multiple-choice": 60, "multiple-response": 18, ordering: 8, matching: 8 };
    for (const [type, count] of Object.entries(least))
      expect(countOf(coverage.types, type)).toBeGreaterThanOrEqual(count);
    const kinds = new Set(guide.bank?.items.map(({ domain, answer }) => `${domain.id} ${answer.type}`));
    expect(kinds.size).toBe(16);
  });

  it("is mostly of medium difficulty and seldom asks to recall", () => {
    for (const [id, about] of [
      ["easy", 25],
      ["medium", 50],
      ["hard", 25],
    ] as const)
      expect(Math.abs(countOf(coverage.difficulties, id) - about)).toBeLessThanOrEqual(5);
    expect(countOf(coverage.cognitive, "recall")).toBeLessThanOrEqual(25);
  });

  it("does not give keys away by length or place", () => {
    expect(coverage.keyLongest).toBeLessThanOrEqual(28);
    const choices = countOf(coverage.types, "multiple-choice");
    for (const { count } of coverage.keyPositions) expect(count).toBeLessThanOrEqual(choices * 0.35);
  });

  it("has four choices a multiple-choice item, five or six a multiple-response item, and a rationale for each", () => {
    for (const { id, answer } of guide.bank?.items ?? []) {
      if (answer.type === "multiple-choice") expect([id, answer.choices.length]).toEqual([id, 4]);
      if (answer.type === "multiple-response") expect([5, 6]).toContain(answer.choices.length);
      const choices =
        "choices" in answer ? answer.choices : "steps" in answer ? [...answer.steps, ...answer.unused] : [];
      for (const { rationale, content } of choices)
        expect([id, content.text, rationale !== null]).toEqual([id, content.text, true]);
    }
  });

  it("explains every item in 60 to 150 words and names one to three pages", () => {
    for (const { id, explanation, references } of guide.bank?.items ?? []) {
      const words = explanation.text.split(" ").length;
      expect([id, words >= 60 && words <= 150]).toEqual([id, true]);
      expect(explanation.text).toContain("Remember:");
      expect([1, 2, 3]).toContain(references.length);
    }
  });
});
