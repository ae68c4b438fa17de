// `npm run measure:rules` on invented items: its numbers, its list of differences, and what it says of lines that it cannot read.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";

interface Line {
  id: string;
  stem: string;
  choices: string[];
  key: number[];
  flaws: string[];
}

const all = "choice-all-of-the-above";
const none = "choice-none-of-the-above";

const sound: Line = {
  id: "sound",
  stem: "Which store keeps objects?",
  choices: ["Bucket", "Table", "Queue", "Stream"],
  key: [0],
  flaws: [],
};
const withChoice = (id: string, choice: string, flaws: string[]): Line => ({
  ...sound,
  id,
  choices: ["Bucket", "Table", "Queue", choice],
  flaws,
});

/** Of "none of the above": two are found and labelled, one is found alone, one is labelled alone. */
const labelled = [
  withChoice("plain", "None of the above", [none]),
  withChoice("these", "None of these", [none]),
  withChoice("extra", "None of the above", []),
  withChoice("missed", "There is no such store", [none]),
  withChoice("all", "All of the above", [all]),
  sound,
];

const print = (lines: readonly unknown[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join("");

/** The script's answer to a file of this text; it reads the compiled rules, as `npm test` has made them. */
function run(text: string, ...options: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "certpress-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "labelled.jsonl");
  writeFileSync(path, text);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/measure-rules.mjs", ...options, path], {
    encoding: "utf8",
  });
  return { status, stdout, stderr: stderr.replaceAll(path, "labelled.jsonl") };
}

const numbersOf = (text: string) => {
  const { status, stdout, stderr } = run(text, "--json");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout);
};

describe("the numbers", () => {
  it("are those of each labelled rule", () => {
    const { lines, rules } = numbersOf(print(labelled));
    expect(lines).toBe(6);
    expect(rules).toEqual([
      { rule: all, labelled: 1, found: 1, truePositives: 1, precision: 1, recall: 1, f1: 1 },
      { rule: none, labelled: 3, found: 3, truePositives: 2, precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 },
    ]);
  });

  it("have a mean over the string rules that are labelled", () => {
    const { labelled: among, meanF1 } = numbersOf(print(labelled)).stringRules;
    expect(among).toEqual([all, none]);
    expect(meanF1).toBeCloseTo(5 / 6, 12);
    expect(numbersOf(print([sound])).stringRules).toEqual({ labelled: [], meanF1: null });
  });

  it("judge no rule without a label, however often it finds", () => {
    const { rules, notLabelled, confusion } = numbersOf(print([withChoice("unjudged", "None of the above", [])]));
    expect([rules, confusion]).toEqual([[], []]);
    expect(notLabelled).toContainEqual({ rule: none, found: 1 });
    expect(notLabelled).toContainEqual({ rule: all, found: 0 });
  });

  it("know no precision where nothing is found", () => {
    const { rules } = numbersOf(print([withChoice("missed", "There is no such store", [none])]));
    expect(rules).toEqual([{ rule: none, labelled: 1, found: 0, truePositives: 0, precision: null, recall: 0, f1: 0 }]);
  });

  it("count a finding that is mild, and a line once", () => {
    const emphasised: Line = { ...sound, stem: "Which store does NOT keep objects?", flaws: ["stem-negative"] };
    const twice: Line = { ...sound, choices: ["None of the above", "None of these", "Queue"], flaws: [none] };
    const { rules } = numbersOf(print([emphasised, twice]));
    expect(rules).toMatchObject([
      { rule: none, found: 1, truePositives: 1 },
      { rule: "stem-negative", found: 1, truePositives: 1 },
    ]);
  });

  it("lose no odd item", () => {
    const odd: Line[] = [
      { ...sound, choices: ["None of the above", "Table"], flaws: [none] },
      { ...sound, choices: [..."abcdefgh", "None of the above"], flaws: [none] },
      { ...sound, choices: ["None of the above", "Table", "Table"], key: [], flaws: [none] },
      { ...sound, choices: ["None of the above", "Table", "Queue"], key: [2, 1, 1], flaws: [none] },
      { ...sound, stem: "", choices: ["", "", "None of the above"], flaws: [none] },
      { ...sound, stem: "One.\n\nTwo\nthree?  ", choices: [" None of\nthe above "], flaws: [none] },
      { ...sound, choices: [], key: [] },
    ];
    const { lines, rules } = numbersOf(print(odd));
    expect(lines).toBe(7);
    expect(rules).toMatchObject([{ rule: none, labelled: 6, found: 6, truePositives: 6 }]);
  });
});

describe("the differences", () => {
  it("are listed in the order of the lines, with the item", () => {
    const { confusion } = numbersOf(print(labelled));
    expect(confusion).toEqual([
      {
        id: "extra",
        line: 3,
        rule: none,
        kind: "extra",
        stem: sound.stem,
        choices: ["Bucket", "Table", "Queue", "None of the above"],
        key: [0],
      },
      expect.objectContaining({ id: "missed", line: 4, rule: none, kind: "missed" }),
    ]);
  });

  it("are printed short, and cannot drive a terminal", () => {
    const stem = `Which\u001B[2J store ${"really ".repeat(100)}keeps objects?`;
    const { status, stdout } = run(
      print([{ ...withChoice("wild\u202E", "None of the above", []), stem }, ...labelled]),
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^choice-none-of-the-above +3 +4 +2 +0\.50 +0\.67 +0\.57$/mu);
    expect(stdout).toContain("Mean F1 of the 5 string rules (2 of them labelled): 0.79");
    expect(stdout).toContain(`wild\\u{202E} (line 1): ${none}, extra\n  Which\\u{1B}[2J store`);
    expect(stdout).toContain("keeps objects?\n  [x] Bucket\n  [ ] Table");
    expect(stdout).not.toMatch(/[^\n -~…]/u);
    expect(Math.max(...stdout.split("\n").map(({ length }) => length))).toBeLessThan(200);
  });
});

describe("a file that cannot be measured", () => {
  it.each([
    ["{oops", "Unexpected text, expected one JSON object"],
    ["[]", "Unexpected value, expected one JSON object"],
    ['{"id": "a"}', "Unexpected line without `stem`, expected text"],
    [print([{ ...sound, id: 7 }]), "Unexpected `id: 7`, expected text"],
    [print([{ ...sound, choices: [1] }]), "Unexpected `choices: [1]`, expected a list of texts"],
    [print([{ ...sound, key: [4] }]), "Unexpected `key: [4]`, expected a list of indexes of choices"],
    [
      print([{ ...sound, flaws: ["choice-none-of-the-abov"] }]),
      `Unexpected flaw \`choice-none-of-the-abov\`, expected the id of a rule, did you mean \`${none}\`?`,
    ],
  ])("has a line %s", (line, message) => {
    const { status, stdout, stderr } = run(`\uFEFF${print([sound])}\r\n${line}`);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`labelled.jsonl:3: ${message}`);
  });

  it("is empty, missing, or not named", () => {
    expect(run("\n")).toMatchObject({ status: 2, stderr: expect.stringContaining("expected labelled items") });
    expect(run("", "no-such-file.jsonl")).toMatchObject({ status: 2, stderr: expect.stringContaining("Usage:") });
    expect(run("", "--jsn")).toMatchObject({ status: 2, stderr: expect.stringContaining("Usage:") });
    const { status } = spawnSync(process.execPath, ["scripts/measure-rules.mjs", "no-such-file.jsonl"]);
    expect(status).toBe(2);
  });
});
