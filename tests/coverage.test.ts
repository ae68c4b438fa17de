// The bank measured against its blueprint.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion } from "../src/model/apportion.ts";
import { build } from "../src/model/build.ts";
import { measureCoverage } from "../src/model/coverage.ts";
import type { ItemDocument } from "../src/model/document.ts";
import { assemble } from "../src/model/form.ts";
import { blueprintDomain, choice, domainDocument, examDocument, folder, itemDocument } from "./helpers/documents.ts";

const documents = [
  examDocument([blueprintDomain("D1", 60, ["1.1", "1.2"]), blueprintDomain("D2", 40, ["2.1"])]),
  domainDocument("D1", ["formats", "streams"]),
  domainDocument("D2", ["models"]),
];

function measure(items: ItemDocument[]) {
  const { bank } = build({ id: "test", folder, documents: [...documents, ...items], media: [], unplaced: [] });
  return measureCoverage(assemble(bank!));
}

const counts = (tallies: { id: string; count: number }[]) => tallies.map(({ id, count }) => `${id} ${count}`);

/** An item with these choices. */
const itemWith = (id: string, texts: string[], key: number): ItemDocument => {
  const document = itemDocument(id);
  const choices = texts.map((each, index) => choice(each, index === key));
  return { ...document, body: { ...document.body!, answer: { type: "multiple-choice", choices } } };
};

describe("measureCoverage", () => {
  it("counts items by everything that they declare, in the order of blueprint and guide", () => {
    const coverage = measure([
      itemDocument("a"),
      itemDocument("b", {}, { task: "1.2", topic: "streams", difficulty: "hard", cognitive: "apply" }),
      itemDocument("c", {}, { task: "2.1", topic: "models", difficulty: "hard", cognitive: "analyze" }),
    ]);
    expect(coverage.domains).toEqual([
      { id: "D1", title: "Domain D1", weight: 60, count: 2, share: 66.7, target: 2 },
      { id: "D2", title: "Domain D2", weight: 40, count: 1, share: 33.3, target: 1 },
    ]);
    expect(coverage.tasks[0]).toEqual({ id: "1.1", title: "Task 1.1", count: 1 });
    expect(counts(coverage.tasks)).toEqual(["1.1 1", "1.2 1", "2.1 1"]);
    expect(counts(coverage.topics)).toEqual(["formats 1", "streams 1", "models 1"]);
    expect(counts(coverage.types)).toEqual(["multiple-choice 3", "multiple-response 0", "ordering 0", "matching 0"]);
    expect(counts(coverage.difficulties)).toEqual(["easy 1", "medium 0", "hard 2"]);
    expect(counts(coverage.cognitive)).toEqual(["recall 1", "apply 1", "analyze 1"]);
  });

  it("counts where the key stands in the form, and how often it is the one longest choice", () => {
    // Numbers stay in the author's order, so the key's place is known.
    const coverage = measure([
      itemWith("a", ["1", "2", "3000", "4"], 2),
      itemWith("b", ["1", "2", "3"], 2),
      itemWith("c", ["1000", "2000", "3"], 0),
      itemWith("d", ["👩‍🔬 4", "22222", "333333"], 2),
    ]);
    expect(counts(coverage.keyPositions).slice(0, 1)).toEqual(["A 1"]);
    expect(coverage.keyPositions.map(({ id }) => id)).toEqual(["A", "B", "C", "D"]);
    expect(coverage.keyPositions.reduce((sum, { count }) => sum + count, 0)).toBe(4);
    expect(coverage.keyLongest).toBe(2);
  });

  it("counts an empty bank", () => {
    const coverage = measure([]);
    expect(coverage.domains.map(({ count, share, target }) => [count, share, target])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(coverage.keyPositions).toEqual([]);
  });
});

describe("apportion", () => {
  it.each([
    [65, [28, 26, 22, 24], [18, 17, 14, 16]],
    [10, [33.3, 33.3, 33.4], [3, 3, 4]],
    [1, [50, 50], [1, 0]],
    [0, [50, 50], [0, 0]],
  ])("gives %i by the weights %j", (total, weights, expected) => {
    expect(apportion(total, weights)).toEqual(expected);
  });

  it("gives all, each share its quota rounded up or down, and no less to a greater weight", () => {
    const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.nat(500), weights, (total, tenths) => {
        const given = apportion(
          total,
          tenths.map((tenth) => tenth / 10),
        );
        const sum = tenths.reduce((all, tenth) => all + tenth, 0);
        expect(given.reduce((all, share) => all + share, 0)).toBe(total);
        for (const [index, share] of given.entries()) {
          expect(Math.abs(share * sum - total * tenths[index]!)).toBeLessThan(sum);
          const greater = given.filter((_, other) => tenths[other]! > tenths[index]!);
          expect(Math.min(Infinity, ...greater)).toBeGreaterThanOrEqual(share);
        }
      }),
    );
  });
});
