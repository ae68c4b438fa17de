// Every rule against its own examples, the wording that the phrase rules know, severities and suppressions.
import { basename } from "node:path";
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { faults } from "../src/faults.ts";
import { normalize, phrasesOf } from "../src/lint/phrases.ts";
import { rules } from "../src/lint/rules/index.ts";
import { folder } from "./helpers/documents.ts";
import { findings, findingsOfAll, lines, placeOf } from "./helpers/linting.ts";

describe("the list of rules", () => {
  it("has every file of the folder, sorted by id, and no fault's id", () => {
    const files = readdirSync("src/lint/rules").filter((name) => name !== "index.ts");
    expect(rules.map(({ id }) => `${id}.ts`)).toEqual(files.map((name) => basename(name)).sort());
    expect(rules.filter(({ id }) => Object.hasOwn(faults, id))).toEqual([]);
  });
});

const ofOne = rules.filter((rule) => rule.scope !== "bank");
const ofBanks = rules.filter((rule) => rule.scope === "bank");

describe.each(ofOne)("$id", ({ id, examples }) => {
  it.each(examples.valid)("is silent on its valid example %#", (text) => {
    expect(lines(findings(text), id)).toEqual([]);
  });

  it.each(examples.invalid)("finds its invalid example %#", ({ text, lines: expected }) => {
    const found = findings(text).filter(({ ruleId }) => ruleId === id);
    expect(lines(found, id)).toEqual(expected);
    for (const each of found) expect(each).toMatchObject({ path: `${folder}/items/item-1.md`, itemId: "item-1" });
  });
});

describe.each(ofBanks)("$id", ({ id, examples }) => {
  const places = (texts: string[]): string[] =>
    findingsOfAll(texts)
      .filter(({ ruleId }) => ruleId === id)
      .map(placeOf);

  it.each(examples.valid.map((texts) => ({ texts })))("is silent on its valid example %#", ({ texts }) => {
    expect(places(texts)).toEqual([]);
  });

  it.each(examples.invalid)("finds its invalid example %#", ({ texts, places: expected }) => {
    expect(places(texts)).toEqual(expected);
  });
});

describe.each(rules)("$id", (rule) => {
  const { id, severity, summary, why } = rule;
  const texts =
    rule.scope === "bank"
      ? rule.examples.invalid.map((each) => each.texts)
      : rule.examples.invalid.map(({ text }) => [text]);

  it("says what is unexpected, what is expected, and where that is written", () => {
    const found = texts.flatMap((each) => findingsOfAll(each)).filter(({ ruleId }) => ruleId === id);
    expect(found.length).toBeGreaterThan(0);
    for (const { message, url, severity: given } of found) {
      expect(message).toMatch(/^Unexpected .*, expected .*[^.]$/u);
      expect(url).toBe(`docs/rules.md#${id}`);
      expect([severity, "info"]).toContain(given);
    }
  });

  it("says what holds and why, and never blocks anybody", () => {
    expect(summary).toMatch(/^[A-Z].*[^.]$/);
    expect(why.length).toBeGreaterThan(80);
    expect(severity).not.toBe("error");
    expect(rule.examples.valid.length).toBeGreaterThan(0);
  });
});

describe("phrases", () => {
  const { allOfTheAbove, noneOfTheAbove } = phrasesOf("en-GB")!;

  it.each([
    "All of the above",
    "all of these",
    "All the above.",
    "Any of the above",
    "All of the above are correct",
    "All options are correct",
    "All are correct",
    "All of these choices are valid",
    "Each of the above",
    "All of the following apply",
    '"All of the above"',
  ])("`%s` stands for all", (text) =>
    expect([allOfTheAbove, noneOfTheAbove].map((each) => each.test(normalize(text)))).toEqual([true, false]),
  );

  it.each([
    "None of the above",
    "None of these.",
    "none of the above!",
    "None of the options",
    "None of the above is correct",
    "Neither of these",
    "None are correct",
    "None of the choices apply",
    "None of the listed options",
    "None of the above options are valid",
  ])("`%s` denies all", (text) =>
    expect([allOfTheAbove, noneOfTheAbove].map((each) => each.test(normalize(text)))).toEqual([false, true]),
  );

  it.each([
    "All of the data is encrypted",
    "None",
    "All",
    "All objects in the bucket",
    "None of the nodes is reachable",
    "Deny all of the above ports",
    "All or nothing",
    "No",
    "Any of the three replicas",
    "All these instances",
    "None of these instances run",
  ])("`%s` is a choice of its own", (text) =>
    expect([allOfTheAbove, noneOfTheAbove].some((each) => each.test(normalize(text)))).toBe(false),
  );

  it("are those of the guide's language, and none where nobody wrote them", () => {
    expect(phrasesOf("EN")).not.toBeNull();
    expect(phrasesOf("de-AT")).toBeNull();
    const rule = ofOne.find(({ id }) => id === "choice-all-of-the-above");
    const { text } = rule!.examples.invalid[0]!;
    expect(lines(findings(text, {}, "en"), rule!.id)).not.toEqual([]);
    expect(lines(findings(text, {}, "ja"), rule!.id)).toEqual([]);
  });
});

const ordering = (steps: string) => `---
type: ordering
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

In which order?

${steps}

## Explanation

Because.

## References

- [Page](https://example.org)
`;

describe("steps", () => {
  it("want rationales too, and matchings cannot have any", () => {
    expect(lines(findings(ordering("1. One\n2. Two\n3. Three")), "rationale-missing")).toEqual([12]);
    expect(lines(findings(ordering("1. One\n   > a\n2. Two\n   > b\n3. Three\n   > c")), "rationale-missing")).toEqual(
      [],
    );
    const matching = ordering("| A | B |\n|---|---|\n| a | b |\n| c | d |\n| e | f |").replace("ordering", "matching");
    expect(lines(findings(matching), "rationale-missing")).toEqual([]);
  });
});

const rationaleMissing = ofOne.find(({ id }) => id === "rationale-missing");
const bare = rationaleMissing!.examples.invalid[0]!.text;

describe("the configuration", () => {
  it("sets the severity of a rule, or silences it", () => {
    expect(findings(bare).map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ["rationale-missing", "warning"],
    ]);
    expect(findings(bare, { rules: { "rationale-missing": "error" } }).map(({ severity }) => severity)).toEqual([
      "error",
    ]);
    expect(findings(bare, { rules: { "rationale-missing": "off" } })).toEqual([]);
  });
});

const suppress = (...names: string[]) =>
  bare.replace(
    "verified: 2026-11-23\n",
    (line) =>
      `${line}lint:\n  ignore:\n${names.map((rule) => `    - rule: ${rule}\n      reason: for the test\n`).join("")}`,
  );
const show = ({ ruleId, severity, message, position: { start } }: Diagnostic) =>
  `${start.line}:${start.column} ${severity} ${ruleId}: ${message}`;

describe("a suppression", () => {
  it("silences its rule in its item and nothing else", () => {
    expect(findings(suppress("rationale-missing"))).toEqual([]);
    const both = findingsOfAll([suppress("rationale-missing"), bare], { rules: { "bank-near-duplicate": "off" } });
    expect(both.map(({ ruleId, itemId }) => [ruleId, itemId])).toEqual([["rationale-missing", "item-2"]]);
  });

  it("that silences nothing is found, unless its rule is off", () => {
    const text = suppress("rationale-missing", "references-missing");
    expect(findings(text).map(show)).toEqual([
      "12:13 warning suppression-unused: Unexpected suppression of `references-missing`, expected none: the rule finds nothing in this item",
    ]);
    expect(findings(text, { rules: { "references-missing": "off" } })).toEqual([]);
    expect(findings(suppress("rationale-missing", "rationale-missing")).map(show)).toEqual([
      "12:13 warning suppression-unused: Unexpected suppression of `rationale-missing`, expected none: it is suppressed above",
    ]);
  });

  it("of no rule is found, with the rule that was meant; a fault cannot be suppressed", () => {
    expect(findings(suppress("rationale-misssing", "choice-empty", "rationale-missing")).map(show)).toEqual([
      "10:13 warning suppression-rule-unknown: Unexpected rule `rationale-misssing`, expected the id of a rule, did you mean `rationale-missing`?",
      "12:13 warning suppression-rule-unknown: Unexpected suppression of the fault `choice-empty`, expected a rule of craft: a fault can only be mended",
    ]);
  });
});
