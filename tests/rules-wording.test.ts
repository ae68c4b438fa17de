// Wording of stems and choices that the rules call a flaw, and wording that only looks like it.
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { blanksOf } from "../src/lint/blanks.ts";
import { normalize, phrasesOf } from "../src/lint/phrases.ts";
import { findings, lines } from "./helpers/linting.ts";
import { applyFixes } from "./helpers/parsing.ts";

const threeChoices = "- [x] Parquet\n- [ ] CSV\n- [ ] JSON Lines";

const item = (stem: string, choices = threeChoices) => `---
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

Because it does.

## References

- [Page](https://example.org/)
`;

const found = (text: string, rule: string, language?: string): Diagnostic[] =>
  findings(text, {}, language).filter(({ ruleId }) => ruleId === rule);

/** The source that a diagnostic points at. */
function pointed(text: string, { position: { start, end } }: Diagnostic): string {
  expect(end.line).toBe(start.line);
  return text.split(/\r\n|\n/u)[start.line - 1]!.slice(start.column - 1, end.column - 1);
}

const kinds = (text: string): string[] =>
  ["choice-all-of-the-above", "choice-none-of-the-above"].filter((rule) => found(text, rule).length > 0);

describe("a choice that speaks of all others", () => {
  const wordings = (choice: string) => kinds(item("Which?", `- [x] Parquet\n- [ ] CSV\n- [ ] ${choice}`));

  it.each([
    "All of the above.",
    "All the above",
    "All above",
    "Any of these",
    "Both of these",
    "Either of the above",
    "All of these options",
    "All of the answers listed here",
    "All of the mentioned",
    "All three answers are correct",
    "All of these are right answers",
    "All of these can be used",
    "All of the above, though the first is the cheapest",
    "All of the above (see the guide)",
    "These are all correct",
    "They are all true",
    "By using all of the above methods",
    "**All** of the above",
    "All of the other options",
  ])("`%s` affirms them", (choice) => expect(wordings(choice)).toEqual(["choice-all-of-the-above"]));

  it.each([
    "None of the above",
    "None of these, because the job fails",
    "None of those",
    "Neither of these",
    "None of the mentioned",
    "None of the other answers",
    "None of these answers. The queue is empty",
    "None of these will help",
    "None of the above; the role is missing",
    "No option is correct",
    "There is no correct answer",
    "None of these three answers is correct",
    "*None* of the above",
  ])("`%s` denies them", (choice) => expect(wordings(choice)).toEqual(["choice-none-of-the-above"]));

  it.each([
    "None",
    "All",
    "Both",
    "Neither",
    "Any other",
    "All items",
    "All methods",
    "All statements must end with a semicolon",
    "All of them remain in the queue",
    "None of these instances run",
    "All these instances",
    "Each of the replicas",
    "Above all, latency",
    "Nothing is written",
    "No change",
    "The above",
  ])("`%s` stands for itself", (choice) => expect(wordings(choice)).toEqual([]));
});

describe("stem-blank", () => {
  it.each([
    ["The ____ format stores data by column.", "____"],
    ["The _ format stores data by column.", "_"],
    ["The _ _ _ format stores data by column.", "_ _ _"],
    ["The \\_\\_\\_ format stores data by column.", "\\_\\_\\_"],
    ["____ stores data by column.", "____"],
    ["The format [...] stores data by column.", "[...]"],
    ["The format […] stores data by column.", "[…]"],
    ["The format (blank) stores data by column.", "(blank)"],
    ["The format [____] stores data by column.", "[____]"],
    ["The format ... stores data by column.", "..."],
    ["The format … stores data by column.", "…"],
    ["The format ..... stores data by column.", "....."],
    ["Data is stored by ____, and read by ____.", "____"],
    ["It is called ____. It stores data by column.", "____"],
    ["Fill in the missing word: the ___file is read by column.", "___"],
    ["The **____** format stores data by column.", "____"],
  ])("finds the blank inside `%s`", (stem, blank) => {
    const text = item(stem);
    expect(found(text, "stem-blank").map((each) => pointed(text, each))).toEqual([blank]);
  });

  it.each([
    "The format that stores data by column is ____.",
    "The format that stores data by column is: ____",
    "The format that stores data by column is...",
    "The format that stores data by column is […].",
    "The format that stores data by column is called ____ (Choose two.)",
    "The format that stores data by column is ____ (a file format).",
    "What does `____` mean in `print(____)` of a shell?",
    "When does Python call \\_\\_init\\_\\_ of a class?",
    "What does snake_case_name stand for?",
    "Which flag does f() or g( ) or ( ) read?",
    'What does "_" or (_) stand for in a pattern?',
    "What is the next number of 3, 6, ___, 12?",
    "What is the sum of x1, x2, ..., xn in a column store?",
    'Who wrote that "the column ... is all that is read" of the format?',
    "What prints this?\n\n```\nprint(____)\n```",
    "The $$a\\_\\_\\_b$$ of a column is which?",
  ])("finds nothing in `%s`", (stem) => expect(found(item(stem), "stem-blank")).toEqual([]));

  it("takes dots in a long stem for what is left out of a quotation", () => {
    const passage = "A report reads three of ninety columns and is far too slow for its readers. ".repeat(4);
    expect(found(item(`${passage} The format ... stores data by column.`), "stem-blank")).toEqual([]);
    expect(found(item(`${passage} The format ____ stores data by column.`), "stem-blank")).toHaveLength(1);
  });
});

describe("stem-negative", () => {
  it.each([
    ["Which format is not read by column?", "not"],
    ["Which of the following formats does not store data by column?", "not"],
    ["Which of these isn't read by column?", "isn't"],
    ["Which of these isn’t read by column?", "isn’t"],
    ["Which of the following cannot be split?", "cannot"],
    ["Which format is most likely not read by column?", "not"],
    ["Which format should you not choose?", "not"],
    ["Which format does a column store not read?", "not"],
    ["What is never stored by column?", "never"],
    ["In which of these formats is a column not kept together?", "not"],
    ["Of these formats, which one does not keep columns together?", "not"],
    ["A report reads three columns. Which format would not help?", "not"],
    ["All of the following store data by column except", "except"],
    ["All of these formats store data by column, except for:", "except"],
    ["All of the following are column formats except which one?", "except"],
    ["A table can be written in every format except ____.", "except"],
    ["Which statement about Parquet is false?", "false"],
    ["Which of the following statements is incorrect?", "incorrect"],
    ["Which of these is untrue about CSV?", "untrue"],
    ["Which command is syntactically wrong?", "wrong"],
    ["Select the incorrect statement.", "incorrect"],
    ["Identify the statement that is not true.", "not"],
    ["Which format is least likely to be read by column?", "least"],
    ["Which of these formats is the odd one out?", "odd"],
    ["A column store does not:", "not"],
    ["Groups cannot contain ____.", "cannot"],
    ["One of the following is not a column format.", "not"],
    ["A row is not written by which of the following?", "not"],
    ["Which of these U.S. formats is not read by column?", "not"],
    ["Which format is not read by column? Choose one.", "not"],
    ["Which of these is not a format?\n\n1. Parquet\n2. CSV", "not"],
  ])("finds the word that turns `%s` round, and emphasises it", (stem, word) => {
    const text = item(stem);
    const negative = found(text, "stem-negative");
    expect(negative.map((each) => [pointed(text, each), each.severity])).toEqual([[word, "warning"]]);
    const fixed = applyFixes(text, negative);
    expect(fixed).toBe(text.replace(new RegExp(String.raw`(?<![\w*])${word}(?![\w*])`, "u"), `**${word}**`));
    expect(found(fixed, "stem-negative").map(({ severity, fix }) => [severity, fix])).toEqual([["info", undefined]]);
  });

  it.each([
    ["Which format is NOT read by column?", "NOT"],
    ["Which format is **not** read by column?", "not"],
    ["Which format **is not** read by column?", "not"],
    ["All of the following store data by column EXCEPT:", "EXCEPT"],
    ["Which statement is FALSE?", "FALSE"],
    ["A feature of CSV NOT found in Parquet is", "NOT"],
    ["Which format is LEAST likely to be read by column?", "LEAST"],
  ])("is mild on `%s`", (stem, word) => {
    const text = item(stem);
    const negative = found(text, "stem-negative");
    expect(negative.map((each) => [pointed(text, each), each.severity, each.fix])).toEqual([[word, "info", undefined]]);
  });

  it.each([
    "Which solution has the LEAST operational overhead?",
    "Which format needs the least amount of memory?",
    "Which policy follows the principle of least privilege?",
    "Which format reads at least two columns?",
    "Which setting makes sure that messages are not lost?",
    "Which option ensures messages are not lost?",
    "Which action should be taken if a bucket is not encrypted?",
    "What should be done when a job does not end?",
    "Which tool finds buckets that are not encrypted?",
    "Which command lists files not tracked yet?",
    "Which command will list files not tracked yet?",
    "Which role serves users who do not sign in?",
    "Which goal tells which parts are not used?",
    "Why is the function not called?",
    "Why doesn't the command work?",
    "How can a job run without a server?",
    "A job does not end. Which change makes it end?",
    "The report is not fast, and must not fail. Which format makes it fast?",
    "Which format is fast but not cheap?",
    "Which format is not only fast but also small?",
    "What causes a false positive?",
    "What is wrong with this query?",
    "Which call returns false?",
    "What happens if the password is incorrect?",
    "What would make the condition to be false?",
    "What gives access to all users except the owner of the bucket?",
    "This store keeps every column except the first.",
    "Which exception does the call throw?",
    "Which file may or may not exist?",
    "Which operator is the same as IS NOT NULL in a filter?",
    "Predict the output, assuming that the jobs do not overlap.",
    "What does `not` do?",
    "Which call prints this?\n\n```\nif not x: never()\n```",
  ])("finds nothing in `%s`", (stem) => expect(found(item(stem), "stem-negative")).toEqual([]));

  it("changes nothing but the word, also between line ends of Windows", () => {
    const text = item("A report is slow.\nWhich format is not read by column?").replaceAll("\n", "\r\n");
    const fixed = applyFixes(text, found(text, "stem-negative"));
    expect(fixed).toBe(text.replace(" not ", " **not** "));
  });

  it("leaves a word that mark-up divides to its author", () => {
    const [negative] = found(item("Which format is n*ot* read by column?"), "stem-negative");
    expect(negative).toMatchObject({ severity: "warning" });
    expect(negative!.fix).toBeUndefined();
  });
});

describe("choice-key-longest", () => {
  const rule = "choice-key-longest";
  const keyed = (key: string, ...distractors: string[]) =>
    item("Which?", [`- [x] ${key}`, ...distractors.map((text) => `- [ ] ${text}`)].join("\n"));
  const longest = "x".repeat(40);

  it("measures the key against the longest distractor, at 1.25 times and four words", () => {
    const key = (length: number) => `a b c ${"y".repeat(length - 6)}`;
    expect(lines(found(keyed(key(50), longest, "z"), rule), rule)).toEqual([12]);
    expect(found(keyed(key(49), longest, "z"), rule)).toEqual([]);
    expect(found(keyed(`a b ${"y".repeat(60)}`, longest, "z"), rule)).toEqual([]);
  });

  it("counts what a reader sees, not mark-up, rationales and comments", () => {
    const key = `[a b c ${"y".repeat(44)}](https://example.org/${"long".repeat(20)})`;
    expect(found(keyed(`${key} <!-- ${"long ".repeat(20)}-->`, longest, "z"), rule)).toHaveLength(1);
    expect(found(keyed(key.replace("yy", ""), longest, "z"), rule)).toEqual([]);
    const reasoned = `- [x] a b c d\n  > ${"long ".repeat(20)}\n- [ ] a b c e\n  > No.\n- [ ] a b c f\n  > No.`;
    expect(found(item("Which?", reasoned), rule)).toEqual([]);
  });

  it("says where the key stands and how long it may be", () => {
    const text = keyed(`a b c ${"y".repeat(54)}`, longest, "z");
    const [each] = found(text, rule);
    expect(pointed(text, each!)).toBe(`a b c ${"y".repeat(54)}`);
    expect(each!.message).toBe(
      "Unexpected key of 60 characters, expected one nearer to the longest distractor, which has 40",
    );
  });

  it("has a ratio that the configuration sets", () => {
    const text = keyed(`a b c ${"y".repeat(54)}`, longest, "z");
    const at = (ratio: number) =>
      findings(text, { options: { [rule]: { ratio } } }).filter((each) => each.ruleId === rule);
    expect([at(1.5).length, at(1.6).length]).toEqual([1, 0]);
  });

  it("is silent on items with several keys, and on lists of labels", () => {
    const several = item("Which?", "- [x] a b c d e f g h\n- [x] b\n- [ ] c\n- [ ] d\n- [ ] e").replace(
      "multiple-choice",
      "multiple-response",
    );
    expect(found(several, rule)).toEqual([]);
    expect(found(keyed("I and II and III only", "I only", "II only"), rule)).toEqual([]);
    expect(found(keyed("All of the above answers", "One", "Two"), rule)).toEqual([]);
    expect(found(keyed("All of the copied objects", "One", "Two"), rule)).toHaveLength(1);
  });
});

describe("rules of wording", () => {
  const text = item("Which ____ is not read by column?", "- [x] 3\n- [ ] 9\n- [ ] 7\n- [ ] All of the above");
  const ids = ["choice-all-of-the-above", "choice-numbers-unsorted", "stem-blank", "stem-negative"];

  it("are silent in a language that nobody wrote phrases for", () => {
    const foundIn = (language: string) => ids.filter((id) => found(text, id, language).length > 0);
    expect(foundIn("en-GB")).toEqual(ids);
    expect(foundIn("de")).toEqual([]);
  });

  const hostile = [
    "_",
    "_ ",
    "[",
    "(",
    "…",
    ". ",
    "... ",
    "not ",
    "is not ",
    "which is not ",
    "'",
    "!",
    "a!!!",
    "all of ",
    "of the ",
    "1 ",
    "1,",
    "is most ",
    "“",
  ];

  it.each(hostile)("read 60,000 characters of `%s` before the test times out", (mark) => {
    const long = mark.repeat(60_000 / mark.length);
    const phrases = phrasesOf("en")!;
    const wordings = [phrases.allOfTheAbove, phrases.noneOfTheAbove, phrases.items.labelCombination];
    for (const each of [`a${long}b`, `All of ${long} above b`]) {
      const normal = normalize(each);
      expect([normal.charAt(0), normal.at(-1), wordings.some((wording) => wording.test(normal))]).toEqual([
        "a",
        "b",
        false,
      ]);
    }
    const stem = `${long}a. Which ____ is not it?`;
    const { start, end } = phrases.findNegative(stem)!;
    expect(stem.slice(start, end)).toBe("not");
    expect(blanksOf(stem, phrases).at(-1)).toEqual({
      start: stem.indexOf(" ____") + 1,
      end: stem.indexOf(" ____") + 5,
    });
  });
});
