// Choices that are numbers: what is a number, which orders pass, and what a fix does to the file.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { readQuantity } from "../src/lint/numbers.ts";
import { phrasesOf } from "../src/lint/phrases.ts";
import { findings } from "./helpers/linting.ts";
import { applyFixes } from "./helpers/parsing.ts";

const rule = "choice-numbers-unsorted";

const itemWith = (choices: string, explanation = "Because it is so.", stem = "How many?") => `---
type: multiple-choice
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

${stem}

${choices}

## Explanation

${explanation}

## References

- [Page](https://example.org/)
`;

const item = (choices: readonly string[], explanation?: string, stem?: string) =>
  itemWith(choices.map((choice, index) => `- [${index === 0 ? "x" : " "}] ${choice}`).join("\n"), explanation, stem);

const found = (text: string): Diagnostic[] => findings(text).filter(({ ruleId }) => ruleId === rule);

const ascending: [name: string, choices: string[]][] = [
  ["plain numbers", ["3", "20", "100"]],
  ["groups of thousands", ["900", "1,000", "20,000"]],
  ["groups parted by blanks", ["900", "1 000", "20 000"]],
  ["decimals", ["0.5", "1.25", "10"]],
  ["negative numbers", ["-5", "−2", "–1", "3"]],
  ["percentages", ["5%", "10 %", "50 percent"]],
  ["money", ["$2.50", "$10", "$1,000", "$1.5 million"]],
  ["years", ["1865", "1914", "2006"]],
  ["years in words", ["In 1865", "In 1914", "In 2006"]],
  ["eras", ["500 BC", "44 BC", "30 AD"]],
  ["decades", ["1960s", "1970s", "1990s"]],
  ["dates", ["March 3, 1998", "July 1, 1998", "January 5, 1999"]],
  ["bytes of several units", ["500 MB", "5 GB", "1 TB"]],
  ["binary units", ["900 MiB", "1 GiB", "2 GiB"]],
  ["times", ["500 milliseconds", "30 seconds", "5 minutes", "1 hour"]],
  ["units behind a hyphen", ["7-day retention", "30-day retention", "90-day retention"]],
  ["units with a power", ["4.9 m/s^2", "9.8 m/s^2", "19 m/s^2"]],
  ["ranges", ["0-10", "10–20", "20 to 40"]],
  ["open ranges", ["Less than 5", "5–10", "More than 10"]],
  ["signs of open ranges", ["< 5", "5 - 10", "10+"]],
  ["words behind open ranges", ["5 or fewer", "between 6 and 10", "11 or more"]],
  ["number words", ["One", "Three", "Twelve", "Twenty-five"]],
  ["long number words", ["ninety-nine", "one hundred and five", "two thousand"]],
  ["ordinals", ["First", "2nd", "third"]],
  ["fractions", ["1/4", "1/3", "1 / 2", "3/4"]],
  ["signs of fractions", ["¼", "½", "1½"]],
  ["powers", ["10^3", "2 × 10^3", "10⁵"]],
  ["TeX", ["$$10^{3}$$", "$$2 \\times 10^{3}$$", "$$10^{5}$$"]],
  ["code", ["`3`", "`20`", "`100`"]],
  [
    "one phrase",
    ["Raise the timeout to 5 seconds", "Raise the timeout to 30 seconds", "Raise the timeout to 1 minute"],
  ],
  ["singular and plural", ["1 address", "2 addresses", "10 addresses"]],
  ["no number at all among number words", ["None", "One", "Two"]],
  ["no unit for zero and infinity", ["0", "5 GB", "1 TB", "Unlimited"]],
  ["clock times", ["8:30 am", "11:05 am", "2:15 pm"]],
];

describe("choices that are numbers", () => {
  it.each(ascending)("in either order pass: %s", (_, choices) => {
    expect(found(item(choices))).toEqual([]);
    expect(found(item(choices.toReversed()))).toEqual([]);
  });

  it.each(ascending)("out of order are found and sorted: %s", (_, choices) => {
    const [first, second, ...rest] = choices;
    const text = item([second!, first!, ...rest]);
    const [each, ...others] = found(text);
    expect(others).toEqual([]);
    expect(each!.position.start).toEqual({ line: 14, column: 7 });
    expect(applyFixes(text, [each!])).toBe(
      item([second!, first!, ...rest]).replace(/- \[x\].*\n- \[ \].*\n/u, () => `- [ ] ${first}\n- [x] ${second}\n`),
    );
  });

  it.each([
    ["all of the above", ["20", "3", "All of the above", "100"]],
    ["none of these", ["20", "3", "100", "None of these"]],
    ["what cannot be determined", ["20", "It cannot be determined", "3", "100"]],
  ])("are found beside %s, which stays in its place", (_, choices) => {
    const text = item(choices);
    const fixed = applyFixes(text, found(text));
    const rest = choices.find((choice) => !/^\d/u.test(choice))!;
    expect(fixed.split("\n").findIndex((line) => line.includes(rest))).toBe(
      text.split("\n").findIndex((line) => line.includes(rest)),
    );
    expect(found(fixed)).toEqual([]);
  });

  it.each([
    ["regions", ["us-east-2", "us-east-1", "us-west-2"]],
    ["instance types", ["m5.large", "m4.large", "m6.large"]],
    ["addresses", ["10.0.0.2", "10.0.0.1", "10.0.0.3"]],
    ["networks", ["10.0.0.0/24", "10.0.0.0/16", "10.0.0.0/28"]],
    ["prefix lengths", ["/24", "/16", "/28"]],
    ["versions with two points", ["1.3.0", "1.2.5", "1.4.1"]],
    ["versions with a letter", ["v2", "v1", "v3"]],
    ["open versions", ["2.x", "1.x", "3.x"]],
    ["versions of a thing", ["TLS 1.2", "TLS 1.0", "TLS 1.3"]],
    ["named things", ["Port 443", "Port 22", "Port 80"]],
    ["algorithms", ["SHA-256", "SHA-1", "SHA-512"]],
    ["leading zeros", ["007", "001", "010"]],
    ["several numbers", ["2 and 3", "1 and 2", "3 and 4"]],
    ["pairs", ["(2, 1)", "(1, 2)", "(3, 1)"]],
    ["ratios", ["3:1", "1:2", "9:3:3:1"]],
    ["units of different kinds", ["5 GB", "1 second", "10 MB"]],
    ["different words", ["5 nodes in one zone", "3 nodes in two zones", "9 shards"]],
    ["a choice in words", ["20", "3", "As many as there are shards"]],
    ["words with a number word in them", ["One-way trust", "Two-way trust, no transit", "No trust"]],
    ["too few numbers", ["20", "All of the above", "3"]],
    ["placeholders in code", ["`$3`", "`$1`", "`$2`"]],
    ["placeholders in blocks of code", ["\n  ```sh\n  $3\n  ```", "\n  ```sh\n  $1\n  ```", "\n  ```sh\n  $2\n  ```"]],
    ["shell variables in roots of TeX", ["$$2\\sqrt{2}$$", "$$\\sqrt{2}$$", "$$3\\sqrt{2}$$"]],
  ])("are not seen in %s", (_, choices) => expect(found(item(choices))).toEqual([]));

  it("may be versions, where the stem says so or their order is that of versions", () => {
    const versions = ["3.10", "3.8", "3.11", "3.9"];
    expect(found(item(versions, undefined, "Which version added it?"))).toEqual([]);
    expect(found(item(versions, undefined, "How much?"))).toHaveLength(1);
    expect(found(item(["3.8", "3.9", "3.10", "3.11"], undefined, "How much?"))).toEqual([]);
    expect(found(item(["0.1", "0.001", "0.01"], undefined, "Which rate?"))).toHaveLength(1);
    expect(found(item(["0.5", "0.25", "0.75"], undefined, "Which share?"))).toHaveLength(1);
    expect(found(item(["0.9", "0.10", "0.11"], undefined, "Which version added it?"))).toEqual([]);
  });

  it("say which number breaks the order", () => {
    const [each] = found(item(["1", "20", "3", "100"]));
    expect(each!.message).toBe("Unexpected `3` after `20`, expected numbers in ascending or descending order");
    expect(each!.position).toEqual({ start: { line: 14, column: 7 }, end: { line: 14, column: 8 } });
  });

  it("are read from short texts alone", () => {
    const { numbers } = phrasesOf("en")!;
    expect(readQuantity(`${"1,".repeat(30_000)}1`, numbers)).toBeNull();
    expect(readQuantity(`5${" GB".repeat(20_000)}`, numbers)).toBeNull();
  });
});

const rich = `- [x] 20 GB
  > Twice ten,
  > over two lines.
- [ ] 500 MB

  > Loose, with code:
  >
  > \`\`\`
  > df -h
  > \`\`\`

- [ ]
  \`\`\`
  1 TB
  \`\`\`
  > A bare box.
- [ ] **3** GB <!-- checked -->
  > No.`;

const sorted = `- [ ] 500 MB

  > Loose, with code:
  >
  > \`\`\`
  > df -h
  > \`\`\`
- [ ] **3** GB <!-- checked -->
  > No.

- [x] 20 GB
  > Twice ten,
  > over two lines.
- [ ]
  \`\`\`
  1 TB
  \`\`\`
  > A bare box.`;

describe("the fix", () => {
  it("moves whole choices, with checkbox and rationale, and leaves what stands between them", () => {
    const text = itemWith(rich);
    const fixed = applyFixes(text, found(text));
    expect(fixed).toBe(itemWith(sorted));
    expect(found(fixed)).toEqual([]);
  });

  it("keeps the line ends of Windows", () => {
    const text = itemWith(rich).replaceAll("\n", "\r\n");
    expect(applyFixes(text, found(text))).toBe(itemWith(sorted).replaceAll("\n", "\r\n"));
  });

  it("is unsafe, and absent where a text names a choice by its letter", () => {
    const choices = ["20", "3", "100"];
    expect(found(item(choices))[0]!.fix).toMatchObject({ safe: false });
    for (const text of ["Option B is too small.", "A is right.", "The answer is C."]) {
      const named = found(item(choices, text));
      expect(named).toHaveLength(1);
      expect(named[0]!.fix).toBeUndefined();
    }
  });

  it("is absent where choices are not indented alike", () => {
    const uneven = found(itemWith("- [x] 20\n - [ ] 3\n- [ ] 100"));
    expect(uneven).toHaveLength(1);
    expect(uneven[0]!.fix).toBeUndefined();
  });

  it("sorts any numbers and keeps every line", () => {
    const numbers = fc.uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 3, maxLength: 6 });
    fc.assert(
      fc.property(numbers, (values) => {
        const text = item(values.map(String));
        const fixed = applyFixes(text, found(text));
        expect(found(fixed)).toEqual([]);
        expect(fixed.split("\n").toSorted()).toEqual(text.split("\n").toSorted());
      }),
      { numRuns: 50 },
    );
  });
});
