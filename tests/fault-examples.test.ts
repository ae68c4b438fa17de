// The examples of faults: what is wrong has the fault in a sound guide, and what is right has no fault at all.
import { expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { faultExamples } from "../src/fault-examples/index.ts";
import { faults } from "../src/faults.ts";
import { anchors, exampleGuide } from "./helpers/example-guide.ts";
import { makeWorkspace, runIn, writeIn } from "./helpers/workspace.ts";

/** What a few lines cannot show: sizes, encodings, names and absence of files, the web, and what other files or versions hold. */
const without = [
  "baseline-rule-unknown",
  "baseline-unused",
  "domain-file-duplicate",
  "domain-file-missing",
  "emphasis-count",
  "file-encoding",
  "file-escapes",
  "file-missing",
  "file-size",
  "file-unknown",
  "font-unusable",
  "identity-changed",
  "identity-reused",
  "identity-unlocked",
  "identity-vanished",
  "image-part-unprintable",
  "image-unprintable",
  "image-unreadable",
  "image-unsafe",
  "item-id-duplicate",
  "item-id-malformed",
  "ledger-malformed",
  "link-gone",
  "link-moved",
  "link-unanswered",
  "math-typesetter-missing",
  "nesting-depth",
  "run-length",
  "spelling-dictionary-missing",
  "word-length",
  "words-placeholder",
];

async function faultsWith(path: string, text: string): Promise<string[]> {
  const root = makeWorkspace();
  for (const [each, sound] of Object.entries({ ...exampleGuide, [path]: text })) writeIn(root, each, sound);
  const { out } = await runIn(root, ["lint", "--format", "json"]);
  const { diagnostics } = JSON.parse(out) as { diagnostics: Diagnostic[] };
  return diagnostics.map(({ ruleId }) => ruleId).filter((id) => Object.hasOwn(faults, id));
}

it.each(Object.entries(faultExamples))("%s", async (id, { place, wrong, right }) => {
  const { path, text } = anchors[place];
  const sound = exampleGuide[path]!;
  const anchor = sound.includes(right) ? right : text;
  expect(anchor !== "" && sound.includes(anchor)).toBe(true);
  expect(
    await faultsWith(
      path,
      sound.replace(anchor, () => wrong),
    ),
  ).toContain(id);
  expect(
    await faultsWith(
      path,
      sound.replace(anchor, () => right),
    ),
  ).toEqual([]);
});

it("every other fault is one that a few lines cannot show", () => {
  expect(
    Object.keys(faults)
      .filter((id) => !Object.hasOwn(faultExamples, id))
      .sort(),
  ).toEqual(without);
});
