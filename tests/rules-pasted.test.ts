// What items bring along when they are pasted from elsewhere: rationales without their mark, letters, verdicts, paths.
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { createSourceText, sliceOf, spanAt } from "../src/source-text.ts";
import { findings } from "./helpers/linting.ts";
import { applyFixes } from "./helpers/parsing.ts";

const three = "- [x] Parquet\n- [ ] CSV\n- [ ] JSON Lines";

function item({
  answer = three,
  stem = "Which is it?",
  explanation = "Because.",
  type = "multiple-choice",
} = {}): string {
  return `---
type: ${type}
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: 2026-11-23
---

${stem}

${answer}

## Explanation

${explanation}

## References

- [Page](https://example.org/)
`;
}

const of = (id: string, text: string): Diagnostic[] => findings(text).filter(({ ruleId }) => ruleId === id);

/** The source at the place of each finding of a rule. */
function places(id: string, text: string): string[] {
  const source = createSourceText("x.md", text);
  return of(id, text).map(({ position }) => sliceOf(source, spanAt(source, position)));
}

const toCrlf = (text: string): string => text.replaceAll("\n", "\r\n");

describe("rationale-unmarked", () => {
  const id = "rationale-unmarked";

  it.each([
    [
      "- [x] One\n  No. It is.\n- [ ] Two\n  It is not.\n- [ ] Three\n  Nor is it.",
      "No. It is.",
      "- [x] One\n  > No. It is.\n- [ ] Two\n  > It is not.\n- [ ] Three\n  > Nor is it.",
    ],
    [
      "- [x] One\n  - it is\n- [ ] Two\n  * not\n    more\n- [ ] Three\n  - nor is it",
      "it is",
      "- [x] One\n  > it is\n- [ ] Two\n  > not\n  > more\n- [ ] Three\n  > nor is it",
    ],
    [
      "- [x] One\n\n  it is\n- [ ] Two\n\n  it is\n  not\n\n  never\n- [ ] Three\n\n  nor is it",
      "it is",
      "- [x] One\n\n  > it is\n- [ ] Two\n\n  > it is\n  > not\n\n  > never\n- [ ] Three\n\n  > nor is it",
    ],
    [
      "- [x] One\\\n  it is\n- [ ] Two  \n  it is not\n- [ ] Three\n  Nor is it",
      "it is",
      "- [x] One\n  > it is\n- [ ] Two  \n  > it is not\n- [ ] Three\n  > Nor is it",
    ],
    [
      "- [x] A choice of so many\n  words. It is\n  Right.\n- [ ] Two\n  It is not\n- [ ] Three `x`\n  Nor *is*\n  it",
      "words. It is",
      null,
    ],
  ])("finds the further text of %j", (answer, place, mended) => {
    for (const text of [item({ answer }), toCrlf(item({ answer }))]) {
      const found = of(id, text);
      if (mended === null) {
        expect(found.length).toBeLessThan(2);
        continue;
      }
      expect(places(id, text)).toEqual([place]);
      expect(found[0]?.fix?.safe).toBe(false);
      const fixed = applyFixes(text, found);
      expect(fixed.replaceAll("\r\n", "\n")).toBe(item({ answer: mended }));
      expect(findings(fixed).map(({ ruleId }) => ruleId)).not.toContain(id);
      expect(findings(fixed).map(({ ruleId }) => ruleId)).not.toContain("rationale-missing");
    }
  });

  it("says so of steps, too, and says it once", () => {
    const text = item({
      type: "ordering",
      answer: "1. One\n   It is.\n2. Two\n   It is not.\n3. Three\n   Nor is it.",
    });
    expect(findings(text).map(({ ruleId }) => ruleId)).toEqual([id]);
    expect(applyFixes(text, of(id, text))).toContain("1. One\n   > It is.\n2. Two\n   > It is not.\n");
  });

  it.each([
    "- [x] One\n  It is.\n- [ ] Two\n  It is not.\n- [ ] Three",
    "- [x] One of so many words\n  that it is wrapped\n- [ ] Two of so many words\n  that it is wrapped\n- [ ] Three of so many\n  words",
    "- [x] Grant the role of the whole team the right to list and to read\n  Amazon S3 buckets\n- [ ] Grant the role of every single user the right to list and read\n  Amazon S3 buckets\n- [ ] Grant the root of this account the right to do just about here\n  Anything at all",
    "- [x] Run:\n\n  ```\n  a\n  ```\n- [ ] Run:\n\n  ```\n  b\n  ```\n- [ ] Run:\n\n  ```\n  c\n  ```",
    "- [x] First do:\n  - this\n- [ ] First do:\n  - that\n- [ ] First do:\n  - nothing",
    "- [x] First\n  - do this\n  - do that\n- [ ] First\n  - do that\n  - do this\n- [ ] First\n  - do all\n  - do none",
    "- [x] Box 1: Read\n  Box 2: Write\n- [ ] Box 1: Write\n  Box 2: Read\n- [ ] Box 1: Read\n  Box 2: Read",
    "- [x] One\n  > It is.\n- [ ] Two\n  > It is not.\n- [ ] Three\n  > Nor is it.",
  ])("takes that of %j for a part of the choice", (answer) => expect(of(id, item({ answer }))).toEqual([]));
});

const choices = (...texts: string[]): string =>
  texts.map((text, index) => `- [${index === 0 ? "x" : " "}] ${text}`).join("\n");

describe("choice-letter-typed", () => {
  const id = "choice-letter-typed";

  it.each([
    [["A. One", "B. Two", "C. Three"], "A."],
    [["A) One", "B) Two", "C) Three"], "A)"],
    [["(a) One", "(b) Two", "(c) Three"], "(a)"],
    [["a.) One", "b.) Two", "c.) Three"], "a.)"],
    [["1) One", "2) Two", "3) Three"], "1)"],
    [["1. One", "2. Two", "3. Three"], "1."],
    [["1\\. One", "2\\. Two", "3\\. Three"], "1\\."],
    [["i) One", "ii) Two", "iii) Three"], "i)"],
    [["A: One", "B: Two", "C: Three"], "A:"],
    [["A - One", "B – Two", "C — Three"], "A -"],
    [["**A.** One", "**B.** Two", "**C.** Three"], "A."],
    [["**A. One**", "**B. Two**", "**C. Three**"], "A."],
  ])("finds and takes away that of %j", (texts, place) => {
    const text = item({ answer: choices(...texts) });
    expect(places(id, text)).toEqual([place]);
    expect(of(id, text)[0]?.fix?.safe).toBe(true);
    const fixed = applyFixes(text, of(id, text));
    const bold = texts[0]?.endsWith("**") === true ? "**" : "";
    expect(fixed).toBe(item({ answer: choices(...["One", "Two", "Three"].map((word) => bold + word + bold)) }));
  });

  it("leaves a mend that may lose something to the author", () => {
    const moved = item({ answer: choices("C. One", "A. Two", "B. Three") });
    expect(of(id, moved).map(({ fix }) => fix?.safe)).toEqual([false]);
    const alike = item({ answer: choices("A. One", "B. Two", "C. One") });
    expect(of(id, alike).map(({ fix }) => fix)).toEqual([undefined]);
  });

  it.each([
    [["A", "B", "C"]],
    [["1.5 GB", "2.5 GB", "3.5 GB"]],
    [["A. One", "B. Two", "Three"]],
    [["A. Smith", "B. Miller", "D. Jones"]],
    [["A one", "B two", "C three"]],
    [["1 hour", "2 hours", "3 hours"]],
    [["5. One", "6. Two", "7. Three"]],
    [["`A.` One", "`B.` Two", "`C.` Three"]],
  ])("leaves %j alone", (texts) => expect(places(id, item({ answer: choices(...texts) }))).toEqual([]));

  it("knows letters that the stem names", () => {
    const answer = choices("A: reads", "B: writes", "C: waits");
    expect(places(id, item({ stem: "What do the users A, B and C do?", answer }))).toEqual([]);
    expect(places(id, item({ answer }))).toEqual(["A:"]);
  });

  it("lets references to typed letters be found", () => {
    const answer = choices("A. One", "B. Two", "C. Three");
    expect(places("text-letter-reference", item({ answer, explanation: "B is wrong." }))).toEqual(["B"]);
  });
});

describe("choice-verdict-typed", () => {
  const id = "choice-verdict-typed";

  it.each([
    ["One (correct)", "(correct)", "One"],
    ["One (Correct answer)", "(Correct answer)", "One"],
    ["One [right answer].", "[right answer].", "One"],
    ["One (this is the best choice)", "(this is the best choice)", "One"],
    ["One <-- correct", "<-- correct", "One"],
    ["One ← this is the correct one!", "← this is the correct one!", "One"],
    ["One ✅", "✅", "One"],
    ["✔️ One", "✔️", "One"],
    ["**One** (correct)", "(correct)", "**One**"],
  ])("finds that of the key %j", (choice, place, mended) => {
    const text = item({ answer: choices(choice, "Two", "Three") });
    expect(places(id, text)).toEqual([place]);
    expect(of(id, text)[0]?.fix?.safe).toBe(true);
    expect(applyFixes(text, of(id, text))).toBe(item({ answer: choices(mended, "Two", "Three") }));
  });

  it("finds those of distractors, and mends none that the checkbox denies", () => {
    const text = item({ answer: choices("One (wrong)", "Two (incorrect answer)", "Three ❌", "Four (correct)") });
    expect(places(id, text)).toEqual(["(wrong)", "(incorrect answer)", "❌", "(correct)"]);
    expect(of(id, text).map(({ fix }) => fix?.safe)).toEqual([undefined, true, true, undefined]);
    expect(of(id, text)[0]?.message).toContain("with the checkbox `[x]`");
  });

  it.each([
    ["Join (right)"],
    ["It is correct"],
    ["Use `x (correct)`"],
    ["Correct"],
    ["✓ and ✗"],
    ["(true)"],
    ["A ✓ in column 2"],
  ])("leaves %j alone", (choice) => expect(places(id, item({ answer: choices(choice, "Two", "Three") }))).toEqual([]));
});

describe("text-code-unmarked", () => {
  const id = "text-code-unmarked";

  it.each([
    [String.raw`Copy C:\_data\*new\* to it.`, [String.raw`C:\_data\*new\*`]],
    [String.raw`It is in "C:\.config" of it.`, [String.raw`C:\.config`]],
    [String.raw`Read (\\server\share).`, [String.raw`\\server\share`]],
    [String.raw`Read C:\*a* now`, [String.raw`C:\*a*`]],
    ["Read s3://bucket/*/x*.csv, please.", ["s3://bucket/*/x*.csv"]],
    ["Read s3://a/*/x and s3://b/*/y.", ["s3://a/*/x", "s3://b/*/y"]],
    ["Read data/raw/*/a*.csv of it.", ["data/raw/*/a*.csv"]],
    ["Edit __init__.py of src/__tests__/x.", ["__init__.py", "src/__tests__/x"]],
    ["It calls obj.__exit__() and then __repr__.", ["obj.__exit__()", "__repr__"]],
  ])("finds %j", (explanation, expected) => {
    for (const text of [item({ explanation }), toCrlf(item({ explanation }))]) {
      expect(places(id, text)).toEqual(expected);
      expect(of(id, text).every(({ fix }) => fix?.safe === false)).toBe(true);
      const fixed = applyFixes(text, of(id, text));
      for (const each of expected) expect(fixed).toContain(`\`${each}\``);
      expect(places(id, fixed)).toEqual([]);
    }
  });

  it.each([
    String.raw`Copy C:\data\new to it.`,
    String.raw`Copy C:\\_data\\*new to it, and C:\\my\_data as well.`,
    String.raw`Read \\\\server\\share of it.`,
    String.raw`A \*star\* and snake\_case and 2 \\ 3.`,
    "Read **s3://bucket/x** and *https://example.org/x*, or `s3://bucket/*/x*.csv`.",
    "It is __not__ so, **and/or** *this*/*that*.",
    "See [the page](https://example.org/*a*/_b_).",
    "Read s3://bucket/*.csv of it.",
    "Read *.csv and *.json.",
    "https://example.org/*a* is one.",
  ])("leaves %j alone", (explanation) => expect(places(id, item({ explanation }))).toEqual([]));

  it.each(["C:\\", "\\\\a\\", "s3://a*b* ", "a/*/b*.c ", "__init__ ", "://"])(
    "of %j many times has a bounded cost",
    (piece) => {
      const explanation = `Because. ${piece.repeat(100)} ${"Or so. ".repeat(3000)}`;
      expect(of(id, item({ explanation })).length).toBeLessThan(201);
    },
  );
});

describe("text-misspelling", () => {
  const id = "text-misspelling";

  it("finds each place, keeps a capital, and mends it", () => {
    const text = item({ stem: "Teh table recieved rows untill now. Which?", explanation: "Untill *wich* day?" });
    expect(places(id, text)).toEqual(["Teh", "recieved", "untill", "Untill", "wich"]);
    expect(of(id, text).every(({ fix }) => fix?.safe)).toBe(true);
    const fixed = applyFixes(text, of(id, text));
    expect(fixed).toContain("The table received rows until now. Which?");
    expect(fixed).toContain("Until *which* day?");
    expect(findings(text).filter(({ ruleId }) => ruleId === "text-spelling")).toEqual([]);
  });

  it("leaves code, addresses, names of words.txt and other languages alone", () => {
    const text = item({ explanation: "A column `recieved`, TEH, teh_table and https://example.org/teh. Seperate." });
    expect(places(id, text)).toEqual(["Seperate"]);
    const of = (language?: string, words: string[] = []) =>
      findings(text, {}, language, { words }).filter(({ ruleId }) => ruleId === id);
    expect(of("en", ["seperate"])).toEqual([]);
    expect(of("nl")).toEqual([]);
  });
});

describe("text-placeholder", () => {
  const id = "text-placeholder";

  it.each(["TODO", "todo.", "...", "…", "TBD", "FIXME: say why", "To be written.", "Lorem ipsum dolor", "Explanation"])(
    "finds %j",
    (explanation) => expect(places(id, item({ explanation }))).toEqual([explanation]),
  );

  it.each(["TODO lists are read by row.", "To be written by row, it is sorted.", "A TODO is left.", "No."])(
    "leaves %j alone",
    (explanation) => expect(places(id, item({ explanation }))).toEqual([]),
  );

  it("reads rationales", () => {
    const answer = "- [x] One\n  > TBD\n- [ ] Two\n  > So.\n- [ ] Three\n  > ???";
    expect(places(id, item({ answer }))).toEqual(["TBD", "???"]);
    expect(of(id, item({ answer }))[0]?.message).toBe("Unexpected placeholder `TBD`, expected the rationale");
  });
});

describe("stem-question-missing", () => {
  const id = "stem-question-missing";

  it.each(["The report is slow.", "A report reads three columns. It is too slow for its readers!"])(
    "finds %j",
    (stem) => expect(places(id, item({ stem }))).toEqual([stem.slice(-1)]),
  );

  it.each([
    "Which is it?",
    "Is it slow? Its readers wait.",
    "Choose a format for the report.",
    "The report is slow. You need to make it fast.",
    "A report reads three columns. Explain why it is slow.",
    "The format of the report is",
    "The format of the report is:",
    "The ____ format stores columns.",
    "It is called [...] by its readers.",
    "True or false: the report is slow.",
    "The report prints this.\n\n```\nx\n```",
    "The report shows one of the following.",
  ])("leaves %j alone", (stem) => expect(places(id, item({ stem }))).toEqual([]));
});

describe("item-topic-task", () => {
  it("points at the topic, and says where it is", () => {
    const text = item().replace('task: "1.1"', 'task: "2.1"');
    expect(places("item-topic-task", text)).toEqual(["formats"]);
    expect(of("item-topic-task", text)[0]?.related?.[0]?.path).toMatch(/d1\.md$/u);
    expect(places("item-topic-task", item())).toEqual([]);
  });
});
