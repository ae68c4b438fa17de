// What the rules of one item find and leave alone, where they point, and what their fixes make of a file.
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { fitsEnglishArticle } from "../src/lint/phrases/en-articles.ts";
import type { ConfigFile } from "../src/model/types.gen.ts";
import { createSourceText, sliceOf, spanAt } from "../src/source-text.ts";
import { findings } from "./helpers/linting.ts";
import { applyFixes } from "./helpers/parsing.ts";

interface Parts {
  type: string;
  stem: string;
  answer: string;
  explanation: string;
  references: string;
  verified: string;
  /** More front matter. */
  more: string;
}

const three = "- [x] Parquet\n- [ ] CSV\n- [ ] JSON Lines";
const five = "- [x] Parquet\n- [x] ORC\n- [ ] CSV\n- [ ] JSON Lines\n- [ ] Avro";

function item(parts: Partial<Parts>): string {
  const { answer = three } = parts;
  const keys = answer.split("[x]").length - 1;
  const { type = keys > 1 ? "multiple-response" : "multiple-choice", stem = "Which is it?", more = "" } = parts;
  const { explanation = "Because.", references = "- [Page](https://example.org/)", verified = "2026-11-23" } = parts;
  return `---
type: ${type}
task: "1.1"
topic: formats
difficulty: easy
cognitive: recall
verified: ${verified}
${more}---

${stem}

${answer}

## Explanation

${explanation}

## References

${references}
`;
}

/** A task list; choices that open with an asterisk are keys. */
const choices = (...texts: string[]): string =>
  texts.map((text) => (text.startsWith("*") ? `- [x] ${text.slice(1)}` : `- [ ] ${text}`)).join("\n");

const of = (id: string, text: string, config?: ConfigFile): Diagnostic[] =>
  findings(text, config).filter(({ ruleId }) => ruleId === id);

/** The source at the place of each finding of a rule. */
function places(id: string, text: string): string[] {
  const source = createSourceText("", text);
  return of(id, text).map(({ position }) => sliceOf(source, spanAt(source, position)));
}

/** The text with a rule's fixes made, of which each must be as safe as said. */
function fixed(id: string, text: string, safe: boolean): string {
  const found = of(id, text);
  for (const { fix } of found) if (fix !== undefined) expect(fix.safe).toBe(safe);
  return applyFixes(text, found);
}

const toCrlf = (text: string): string => text.replaceAll("\n", "\r\n");

describe("choice-label-combination", () => {
  const id = "choice-label-combination";
  const statements = "Which are right?\n\n1. Parquet\n2. ORC\n3. CSV";

  it.each([
    "I and III only",
    "I, II and III",
    "II only",
    "Both A and B",
    "both (a) and (b).",
    "A and C are correct",
    "Neither A nor B",
    "A, B, and D",
    "1 and 2 only",
    "Statements 1 and 3 only",
    "Option A and option C",
    "A & B",
  ])("finds `%s`", (text) => {
    expect(places(id, item({ answer: choices("*Parquet", text, "CSV") }))).toEqual([text]);
  });

  it.each([
    "S3 and Glue",
    "A and AAAA records",
    "C, A",
    "A/B testing",
    "C# and F#",
    "Both A records",
    "1 and 2",
    "1, 2",
    "i and j",
    "I",
    "Parquet only",
    "A and B testing",
    "Mixed I/O",
    "1 only if nothing else fits",
  ])("leaves `%s` alone", (text) => {
    expect(places(id, item({ answer: choices("*Parquet", text, "2, 3", "CSV") }))).toEqual([]);
  });

  it("knows bare numbers for labels only beside a list that has them", () => {
    const answer = choices("*1, 2", "2, 3", "1 and 3");
    expect(places(id, item({ stem: statements, answer }))).toEqual(["1, 2"]);
    expect(places(id, item({ stem: "Which? (1) Parquet (2) ORC (3) CSV", answer }))).toEqual(["1, 2"]);
    expect(places(id, item({ stem: "Which exit codes does it have?", answer }))).toEqual([]);
    expect(places(id, item({ stem: "Which? A. Parquet B. CSV", answer: choices("*A, B", "B, C", "CSV") }))).toEqual([
      "A, B",
    ]);
  });

  it("leaves letters alone that are choices by themselves, and finds an item once", () => {
    expect(places(id, item({ answer: choices("*A and C", "A", "B") }))).toEqual([]);
    expect(places(id, item({ answer: choices("*I only", "II only", "I and II") }))).toEqual(["I only"]);
  });

  it("leaves grids of two real words alone", () => {
    const answer = choices("*Parquet and Glue", "Parquet and EMR", "CSV and Glue", "CSV and EMR");
    expect(places(id, item({ answer }))).toEqual([]);
  });
});

describe("choice-true-false", () => {
  const id = "choice-true-false";

  it.each([
    [["*True", "False", "It depends"], "True"],
    [["*No.", "Yes.", "Not sure"], "No."],
    [["Correct", "*Incorrect", "Cannot be determined"], "Correct"],
    [["*Yes", "No", "I don’t know"], "Yes"],
  ])("finds %j", (texts, first) => {
    expect(places(id, item({ answer: choices(...texts) }))).toEqual([first]);
  });

  it.each([
    [["*`True`", "`False`", "`None`"]],
    [["*Yes, because it is stored by column", "No, because it is text", "No"]],
    [["*True", "1", "TypeError"]],
    [["*Yes", "Maybe", "It depends"]],
    [["*True", "No", "Maybe"]],
  ])("leaves %j alone", (texts) => {
    expect(places(id, item({ answer: choices(...texts) }))).toEqual([]);
  });
});

describe("stem-article", () => {
  const id = "stem-article";
  const mixed = choices("Avro file", "*Parquet file", "CSV file");

  it.each([
    ["It is a", "It is a(n)"],
    ["It is an:", "It is a(n):"],
    ["It is a ____.", "It is a(n) ____."],
    ["A file\nstored as **an** …", "A file\nstored as **a(n)** …"],
  ])("finds %j, and makes it %j", (stem, neutral) => {
    const text = item({ stem, answer: mixed });
    expect(places(id, text)).toEqual([/(an?)[\W_]*$/.exec(stem)![1]]);
    for (const source of [text, toCrlf(text)]) {
      const mended = fixed(id, source, false);
      expect(mended.replaceAll("\r", "")).toBe(item({ stem: neutral, answer: mixed }));
      expect(of(id, mended)).toEqual([]);
    }
  });

  it.each([
    ["It is a", ["*Parquet file", "CSV file", "text file"]],
    ["It is an", ["*Avro file", "IAM role", "`x` of any sort"]],
    ["It is a", ["*SQL table", "CSV file", "historic table"]],
    ["It is a/an", ["*Avro file", "CSV file", "text file"]],
    ["It is a(n)", ["*Avro file", "CSV file", "text file"]],
    ["Which one is on plan A", ["*Avro file", "CSV file", "text file"]],
    ["It has the option -a", ["*Avro file", "CSV file", "text file"]],
    ["It is a\n\n```\nfile\n```", ["*Avro file", "CSV file", "text file"]],
    ["Is it a file?", ["*Avro", "CSV", "text"]],
  ])("leaves %j before %j alone", (stem, texts) => {
    expect(places(id, item({ stem, answer: choices(...texts) }))).toEqual([]);
  });

  it.each([
    [
      "an",
      "hour honest heir x-axis n-gram 8-bit 11 18,000 API AWS EC2 IAM S3 SNS XML HTTP RDS unassigned umbrella f-string",
    ],
    ["a", "user unit one-time once European URL UDP USB VPC 1 100 12 180 unique utility YAML NoSQL table union U-Net"],
    [null, "SQL NAT SAML herb historic `code` an the either none (x) -1 é"],
  ])("says %s before its words", (article, words) => {
    const found = words.split(" ").map((word) => [word, fitsEnglishArticle("an", word), fitsEnglishArticle("a", word)]);
    const fits = (each: string): boolean | null => (article === null ? null : article === each);
    expect(found).toEqual(found.map(([word]) => [word, fits("an"), fits("a")]));
  });
});

describe("stem-key-count", () => {
  const id = "stem-key-count";

  it.each([
    ["Which? (Choose TWO.)", "(Choose TWO.)", "Which?"],
    ["Which? (Choose two)", "(Choose two)", "Which?"],
    ["Which? (Select 2 answers)", "(Select 2 answers)", "Which?"],
    ["Which? [Pick two options]", "[Pick two options]", "Which?"],
    ["Which? (Two answers)", "(Two answers)", "Which?"],
    ["Which? Choose two.", "Choose two.", "Which?"],
    ["Which? Select the two best answers.", "Select the two best answers.", "Which?"],
    ["Which?\n(Choose\nTWO.)", "(Choose\nTWO.)", "Which?"],
    ["Which?\n\nChoose two.", "Choose two.", "Which?"],
    ["Which? **(Choose TWO.)**", "(Choose TWO.)", "Which?"],
    ["Which? (Choose **TWO**.)", "(Choose **TWO**.)", "Which?"],
    ["Which are these (choose two)?", "(choose two)", "Which are these?"],
  ])("finds %j, and makes %j nothing", (stem, place, without) => {
    const text = item({ stem, answer: five });
    expect(places(id, text)).toEqual([place]);
    for (const source of [text, toCrlf(text)]) {
      const mended = fixed(id, source, true);
      expect(mended.replaceAll("\r", "")).toBe(item({ stem: without, answer: five }));
      expect(of(id, mended)).toEqual([]);
    }
  });

  it.each([
    ["Which? (Choose THREE.)", "(Choose THREE.)", "the item has 2 keys"],
    ["Which? (Select all that apply.)", "(Select all that apply.)", "publishers print"],
    ["Choose two. Which of them is it?", "Choose two.", "publishers print"],
    ["Choose two.", "Choose two.", "publishers print"],
    ["Which, (choose two)?", "(choose two)", "publishers print"],
    ["Which of `a`? *Really? Choose two.*", "Choose two.", "publishers print"],
    ["Which?\n\n```\ncode\n```\n\nChoose two.", "Choose two.", "publishers print"],
    ["Which three formats are these?", "Which three", "the item has 2 keys"],
    ["What are three ways?", "What are three", "the item has 2 keys"],
  ])("finds %j and leaves the mending to the author", (stem, place, why) => {
    const text = item({ stem, answer: five });
    expect(places(id, text)).toEqual([place]);
    const [found] = of(id, text);
    expect(found?.message).toContain(why);
    expect(found?.fix).toBeUndefined();
  });

  it("counts one key", () => {
    expect(places(id, item({ stem: "Which? (Choose one.)" }))).toEqual(["(Choose one.)"]);
    expect(of(id, item({ stem: "Which? (Choose two.)" }))[0]?.message).toContain("the item has 1 key,");
  });

  it.each([
    ["Which two formats are these?", five],
    ["Which three-tier design is it?", five],
    ["Which services are used? They choose two of them at night.", five],
    ["Users (two teams) ask which it is.", five],
    ["Select two subnets for the nodes, then say which it is.", five],
    ["Which two services are used together?", choices("*S3 and Glue", "S3 and EMR", "EMR and Glue")],
    ["Choose the format.", three],
  ])("leaves %j alone", (stem, answer) => {
    expect(places(id, item({ stem, answer }))).toEqual([]);
  });

  it("says nothing of steps, whose number publishers print otherwise", () => {
    expect(places(id, item({ type: "ordering", stem: "Choose three.", answer: "1. One\n2. Two\n3. Three" }))).toEqual(
      [],
    );
  });
});

describe("text-letter-reference", () => {
  const id = "text-letter-reference";
  const explained = (explanation: string): string[] => places(id, item({ explanation }));

  it.each([
    ["Option B is wrong.", ["Option B"]],
    ["It is text, so choice C and choice D fail.", ["choice C", "choice D"]],
    ["Choices A, B and D store records.", ["Choices A, B and D"]],
    ["B is wrong because it is text.", ["B"]],
    ["It is **B is**, hm. A and C are incorrect, too.", ["A and C"]],
    ["Therefore, D is correct.", ["D"]],
    ["The correct answer is B.", ["B"]],
    ["Answer: C", ["C"]],
    ["Both A and B are slow.", ["A and B"]],
    ["A: Incorrect. It is text.", ["A"]],
    ["(C) is not correct.", ["C"]],
    ["Option\nB is text.", ["Option\nB"]],
    ["Choice (b) and option (c) are text.", ["Choice (b)", "option (c)"]],
    ["Unlike choice (b), it is text.", ["choice (b)"]],
    ["The second choice is right.", ["The second choice"]],
    ["It is text, so the first and third options are wrong.", ["the first and third options"]],
    ["The last answer fails, too.", ["The last answer"]],
    ["(B) is the answer.", ["B"]],
    ["B is the key because it is text.", ["B"]],
    ["A & D fail.", ["A & D"]],
    ["Options 1 and 3 are wrong.", ["Options 1 and 3"]],
    ["Hence choice #2 wins.", ["choice #2"]],
    ["Wrong. See A.", ["A"]],
    ["Worse than B, the model is slow.", ["B"]],
    ["Text. Unlike A and B, it is text. Same as B.", ["B"]],
  ])("finds %j", (explanation, expected) => {
    expect(explained(explanation)).toEqual(expected);
    expect(explained(explanation.replaceAll("\n", "\r\n"))).toEqual(expected.map((each) => toCrlf(each)));
  });

  it.each([
    "A is a letter. A wrong format costs time.",
    "Class A is wrong for it, and vitamin C is right.",
    "The plan has Support Option A in its price.",
    "Use an A/B test; option A/B is a name.",
    "Languages such as C are right, C++ is wrong, and option C++ as well.",
    "Drive C is false here.",
    "`Option B` is a name.",
    "Another option. A file is read.",
    "The answer is a file.",
    "It is in plan B because it is text.",
    "Vitamin B and C are good.",
    "Step (a) comes first, and option a of the tool is wrong.",
    "Option 2 of the contract holds, and Option 2.1 is wrong.",
    "There are two ways. The first option costs less, the second option needs a server.",
    "The first choice of most teams is Parquet.",
    "See A/B test. See B-trees. See C++. See A for the rest.",
    "Unlike C, it has classes. Like D, it is compiled.",
    "B is the key to the table. A fails over.",
    "Same as above.",
    "Plan #2 wins, and version 3 is wrong.",
  ])("leaves %j alone", (explanation) => expect(explained(explanation)).toEqual([]));

  it("knows letters that the item gives itself", () => {
    const explanation = "A is wrong and B is correct. Both A and B pay. Option A is cheap.";
    const stem = "Account A and account B pay. Which is it?";
    expect(places(id, item({ stem, explanation }))).toEqual(["Option A"]);
    const options = "There are two ways. Option A: rent. Option B: buy. Which is it?";
    expect(places(id, item({ stem: options, explanation }))).toEqual([]);
  });

  it("knows places that the item names itself", () => {
    const explanation = "The second option is wrong.";
    const stem = "The first option is to rent, the second to buy. Which is it?";
    expect(places(id, item({ stem, explanation }))).toEqual([]);
    expect(explained(explanation)).toEqual(["The second option"]);
  });

  it("finds rationales that lean on their neighbours", () => {
    const answer = (...why: string[]) =>
      `- [x] Parquet\n  > ${why[0]}\n- [ ] CSV\n  > ${why[1]}\n- [ ] Avro\n  > ${why[2]}`;
    expect(places(id, item({ answer: answer("As above.", "Same as the previous choice: text.", "Ditto") }))).toEqual([
      "As above",
      "Same as the previous choice",
      "Ditto",
    ]);
    const sound = answer("Same as in a table.", "As above the limit, it fails.", "The same as Parquet.");
    expect(places(id, item({ answer: sound }))).toEqual([]);
  });

  it("reads stem and rationales, too, and says which", () => {
    const answer = "- [x] Parquet\n  > Better than option B.\n- [ ] CSV\n  > Text.\n- [ ] Avro\n  > C is wrong.";
    const text = item({ stem: "Of choices A and B, which is it?", answer });
    expect(places(id, text)).toEqual(["choices A and B", "option B", "C"]);
    const parts = of(id, text).map(({ message }) => / in the (\w+),/.exec(message)?.[1]);
    expect(parts).toEqual(["stem", "rationale", "rationale"]);
  });

  it("reads the rationales of steps, and items that have none", () => {
    const answer = "1. One\n   > Before option B.\n2. Two\n   > Then.\n3. Three\n   > Last.";
    expect(places(id, item({ type: "ordering", answer }))).toEqual(["option B"]);
    const pairs = "| Prompt | Match |\n|---|---|\n| a | b |\n| c | d |\n| e | f |";
    expect(places(id, item({ type: "matching", answer: pairs, explanation: "Option B fits." }))).toEqual(["Option B"]);
  });
});

describe("reference-duplicate", () => {
  const id = "reference-duplicate";
  const link = (url: string, index: number): string => `- [Page ${index}](${url})`;

  it.each([
    ["https://example.org/a", "https://example.org/a"],
    ["https://example.org/a", "http://EXAMPLE.org/a/"],
    ["https://example.org/a#b", "https://example.org/a#b"],
  ])("finds %s and %s", (...urls) => {
    const text = item({ references: urls.map(link).join("\n") });
    expect(places(id, text)).toEqual([link(urls[1], 1).slice(2)]);
    expect(of(id, text)[0]?.related?.[0]?.position.start.line).toBe(22);
  });

  it.each([
    ["https://example.org/a", "https://example.org/b"],
    ["https://example.org/a#b", "https://example.org/a#c"],
    ["https://example.org/a", "https://example.org/A"],
    ["https://example.org/?a", "https://example.org/?b"],
  ])("leaves %s and %s alone", (...urls) => {
    expect(places(id, item({ references: urls.map(link).join("\n") }))).toEqual([]);
  });
});

describe("reference-insecure", () => {
  const id = "reference-insecure";

  it.each([
    ["- [http://x](http://x.org/http://x)", "http://x.org/http://x", "- [http://x](https://x.org/http://x)"],
    ['- [Page](<http://x.org> "http://x.org")', "http://x.org", '- [Page](<https://x.org> "http://x.org")'],
    ["- [Page](HTTP://x.org)", "HTTP://x.org", "- [Page](https://x.org)"],
  ])("finds %s, and puts https there", (references, place, secure) => {
    const text = item({ references });
    expect(places(id, text)).toEqual([place]);
    const mended = fixed(id, text, false);
    expect(mended).toBe(item({ references: secure }));
    expect(of(id, mended)).toEqual([]);
    expect(fixed(id, toCrlf(text), false)).toBe(toCrlf(mended));
  });

  it("points at the link where the address stands elsewhere", () => {
    const text = item({ references: "- [Page][p]\n\n[p]: http://x.org" });
    expect(places(id, text)).toEqual(["[Page][p]"]);
    expect(of(id, text)[0]?.fix).toBeUndefined();
  });

  it("leaves https alone", () =>
    expect(places(id, item({ references: "- [Page](https://x.org/http://y)" }))).toEqual([]));
});

describe("dates", () => {
  it.each([
    ["2026-11-22", ["2026-11-22"]],
    ["2026-11-23", []],
    ["2027-01-01", []],
  ])("item-expired with `valid-until: %s` points at %j", (day, expected) => {
    const text = item({ more: `valid-until: ${day}\n` });
    expect(places("item-expired", text)).toEqual(expected);
    for (const { message } of of("item-expired", text)) expect(message).toMatch(/2026-11-22.*2026-11-23/);
  });

  it.each([
    ["2025-11-22", ["366 days before 2026-11-23"]],
    ["2025-11-23", []],
    ["2026-11-24", []],
    ["2026-11-25", ["2 days after 2026-11-23"]],
  ])("item-stale with `verified: %s` says %j", (verified, expected) => {
    const text = item({ verified });
    const found = of("item-stale", text);
    expect(places("item-stale", text)).toEqual(expected.map(() => verified));
    expect(found.filter(({ message }, index) => message.includes(expected[index]!))).toHaveLength(expected.length);
  });

  it("item-stale has the days of the configuration", () => {
    const text = item({ verified: "2026-11-01" });
    expect(of("item-stale", text, { options: { "item-stale": { days: 21 } } })).toHaveLength(1);
    expect(of("item-stale", text, { options: { "item-stale": { days: 22 } } })).toHaveLength(0);
  });
});

describe("choice-absolute", () => {
  const id = "choice-absolute";

  it.each([
    ["It always encrypts", "always"],
    ["Files are *never* read", "never"],
    ["All files are read", "All"],
    ["Only the first file is read", "Only"],
    ["Under no circumstances is it read", "Under no circumstances"],
  ])("finds %j", (text, place) => {
    expect(places(id, item({ answer: choices("*It reads most files", text, "It reads text") }))).toEqual([place]);
  });

  it.each([
    "A read-only file",
    "Not all files are read",
    "Only if it is text",
    "It reads all new files",
    "It has read only text",
    "Not always the first",
    "`always` is its mode",
    "Every 15 minutes",
    "An Always On group",
    "All of the above",
    "All of the mentioned",
    "All at once",
    "Choose Always keep on this device",
    "It was never activated",
    "An all-purpose file",
  ])("leaves %j alone", (text) => {
    expect(places(id, item({ answer: choices("*It reads most files", text, "It reads text") }))).toEqual([]);
  });

  it("leaves distractors alone whose key is absolute, too", () => {
    expect(places(id, item({ answer: choices("*It never reads files", "It always does", "It reads text") }))).toEqual(
      [],
    );
  });
});

describe("choice-key-in-stem", () => {
  const id = "choice-key-in-stem";

  it("points at the words in the stem", () => {
    const stem = "The team has a *column\nstore*. Which is it?";
    const answer = choices("*Column store", "Row store", "Graph");
    expect(places(id, item({ stem, answer }))).toEqual(["column\nstore"]);
  });

  it("points at the key where the stem has it in code", () => {
    const answer = choices("*`parquet`", "`csv`", "`orc`");
    expect(places(id, item({ stem: "What is `x.parquet`?", answer }))).toEqual(["`parquet`"]);
  });

  it.each([
    ["A column store or a row store: which is it?", ["*Column store", "Row store", "Graph"]],
    ["Columnar stores are what?", ["*Columnar store", "Row store", "Graph"]],
    ["There are 5 nodes. How many more?", ["*5", "6", "7"]],
    ["What imports into a MySQL store?", ["*`mysql`", "`mysqldump`", "`psql`"]],
    ["What stands in front of a name?", ["*In", "By", "Graph"]],
  ])("leaves %j alone", (stem, texts) => {
    expect(places(id, item({ stem, answer: choices(...texts) }))).toEqual([]);
  });
});

describe("stem-echo", () => {
  const id = "stem-echo";

  it("knows words in other forms, and names them", () => {
    const text = item({
      stem: "Some files are large. What compresses columns best?",
      answer: choices("*One that has compressed each column", "One that nests records", "One that is text"),
    });
    expect(places(id, text)).toEqual(["One that has compressed each column"]);
    expect(of(id, text)[0]?.message).toContain("`compressed` and `column`");
  });

  it.each([
    ["What compresses columns best?", ["*Compressed column files", "Column files", "Compressed text"]],
    ["What compresses columns best?", ["*Compressed files", "Records", "Text"]],
    ["Columns are compressed. What should they use?", ["*Compressed columns", "Records", "Text"]],
    ["What compresses columns best?", ["*Compressed columns", "*Columns of text", "Records", "Text", "Graphs"]],
    ["What would have been which?", ["*What would have been", "Records", "Text"]],
  ])("leaves %j with %j alone", (stem, texts) => {
    expect(places(id, item({ stem, answer: choices(...texts) }))).toEqual([]);
  });
});

describe("stem-unfocused", () => {
  const id = "stem-unfocused";

  it.each(["S3 is:", "Select the correct statement.", "Parquet files are"])("finds %j", (stem) => {
    expect(places(id, item({ stem }))).toEqual([stem]);
  });

  it.each([
    "What is S3?",
    "Was ist S3？",
    "Which is it",
    "Describe a deque.",
    "In scripts, ___ means OR.",
    "Parquet stores the values of one column of a file",
    "It prints:\n\n```\nx = 1\n```",
    "Solve $$x = 1$$",
  ])("leaves %j alone", (stem) => {
    expect(places(id, item({ stem }))).toEqual([]);
  });

  it("leaves steps and pairs alone, which ask by their form", () => {
    expect(places(id, item({ type: "ordering", stem: "Sort them.", answer: "1. One\n2. Two\n3. Three" }))).toEqual([]);
  });
});

describe("choice-common-prefix", () => {
  const id = "choice-common-prefix";

  it.each([
    [["*Write it as Parquet", "Write it as CSV", "write it as text"], "Write it as"],
    [["*Create a new Cloud Bucket", "Create a new Cloud Function", "Create a new Cloud Task"], "Create a new"],
    [["*Run it with `a`", "Run it with `b`", "Run it with `c`"], "Run it with"],
  ])("finds %j", (texts, place) => {
    expect(places(id, item({ answer: choices(...texts) }))).toEqual([place]);
  });

  it.each([
    [["*Write as Parquet", "Write as CSV", "Write as text"]],
    [["*Write it as Parquet", "Write it as CSV", "Read it as text"]],
    [["*Amazon SageMaker Model Monitor", "Amazon SageMaker Model Registry", "Amazon SageMaker Model Cards"]],
    [["*Write it as", "Write it as CSV", "Write it as text"]],
    [["*`aws s3 cp a`", "`aws s3 cp b`", "`aws s3 cp c`"]],
    [["*Box 1: Create a file", "Box 1: Create a table", "Box 1: Create a role"]],
    [["*1. Write it as text", "1. Write it as CSV", "1. Write it as ORC"]],
    [["*Write it as text. Send it.", "Write it as CSV. Send it.", "Write it as ORC. Send it."]],
    [["*Run `aws s3 cp a`", "Run `aws s3 cp b`", "Run `aws s3 cp c`"]],
  ])("leaves %j alone", (texts) => {
    expect(places(id, item({ answer: choices(...texts) }))).toEqual([]);
  });
});

describe("choice-end-punctuation", () => {
  const id = "choice-end-punctuation";

  it.each([
    [["*By column", "By row.", "As text"], ["."], ["*By column", "By row", "As text"]],
    [["*By column.", "By row.", "As **text**"], ["t"], ["*By column.", "By row.", "As **text.**"]],
    [
      ["*By column.", "By row", "As text.", "As 5 %"],
      [".", "."],
      ["*By column", "By row", "As text", "As 5 %"],
    ],
    [
      ["*By column.", "By row.", "As text, etc.", "As text (slow)"],
      [")"],
      ["*By column.", "By row.", "As text, etc.", "As text (slow)."],
    ],
  ])("makes %j all end alike", (texts, expected, alike) => {
    const text = item({ answer: choices(...texts) });
    expect(places(id, text)).toEqual(expected);
    const mended = fixed(id, text, true);
    expect(mended).toBe(item({ answer: choices(...alike) }));
    expect(of(id, mended)).toEqual([]);
    expect(fixed(id, toCrlf(text), true)).toBe(toCrlf(mended));
  });

  it.each([
    [["*By column", "By row", "As text, etc."]],
    [["*By column", "By row", "It is read. Then it is sent."]],
    [["*By column", "By row", "To be continued..."]],
    [["*By column.", "By row.", "`x`"]],
    [["*By column.", "By row.", "Is it text?"]],
    [["*By column.", "By row.", "5"]],
    [["*By column.", "By row.", "Use this: $$x$$"]],
    [["*By column.", "By row.", "By row. (Text is slow.)"]],
    [["*Vitamin C.", "By row", "As text"]],
  ])("leaves %j alone", (texts) => expect(places(id, item({ answer: choices(...texts) }))).toEqual([]));

  it("reads steps, too, and the choice above a rationale", () => {
    const answer = "1. One.\n   > Why\n2. Two\n   > Why.\n3. Three\n   > Why";
    const text = item({ type: "ordering", answer });
    expect(places(id, text)).toEqual(["."]);
    expect(of(id, text)[0]?.message).toContain("as in the other steps");
    expect(fixed(id, text, true)).toBe(item({ type: "ordering", answer: answer.replace("One.", "One") }));
  });
});

describe("hostile text", () => {
  const long = (piece: string): string => piece.repeat(Math.floor(50_000 / Buffer.byteLength(piece)));

  // A rule whose time grows with the square of a text would run into the test's time limit.
  it.each([
    ["(choose ", 0],
    ["choose the ", 0],
    ["Choose two of ", 0],
    [", A", 0],
    ["A and ", 0],
    ["Option A, ", 5000],
    ["a ", 0],
    ["a ... ", 0],
    ["only ", 0],
    ["1. ", 0],
    ["Answer: B. ", 4545],
    ["the first and ", 0],
    ["option 1, ", 0],
    ["See A", 0],
    ["not ", 0],
    ["… ", 0],
  ])(
    "of %j many times has a bounded cost",
    (piece, letters) => {
      findings(item({ stem: `Which? ${long(piece)}x`, answer: choices("*1, 2", "2, 3", "Avro") }));
      findings(item({ stem: `Say ${long(piece)}` }));
      findings(item({ answer: choices(`*${long(piece)}x`, "1, 2", "2, 3") }));
      expect(places("text-letter-reference", item({ explanation: `Because. ${long(piece)}x` }))).toHaveLength(letters);
    },
    20_000,
  );
});
