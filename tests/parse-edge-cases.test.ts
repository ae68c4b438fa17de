// The table of edge cases in the grammar of authored files, section 5: source, then what is reported and where, or nothing.
import { describe, expect, test } from "vitest";
import { applyFixes, itemBodyOf, itemOf, parseText, show, topicOf } from "./helpers/parsing.ts";

/** `ruleId line:column part of the message`; a part that ends in ` ⟲` has a fix after which the file is clean. */
type Finding = readonly [rule: string, place: string, part: string, fix?: "fixed"];
type Case = readonly [name: string, source: string, ...findings: Finding[]];

const two = "\n- [ ] b\n- [ ] c";
const why = "\n- [ ] b\n  > Why.\n- [ ] c\n  > Why.";
const explained = "\n\n## Explanation\n\nBecause.\n";
const choices = "- [x] a\n- [ ] b\n- [ ] c";

const choiceCases: Case[] = [
  ["capital X", `- [X] a${two}`],
  ["star", "* [x] a\n* [ ] b\n* [ ] c"],
  ["plus", "+ [x] a\n+ [ ] b\n+ [ ] c"],
  ["tab after the checkbox", `- [x]\ta${two}`],
  ["rationale indented by a tab", "- [x] a\n\t> Why.\n- [ ] b\n\t> Why.\n- [ ] c\n\t> Why."],
  ["loose", "- [x] a\n\n  > Why.\n\n- [ ] b\n\n  > Why.\n\n- [ ] c\n\n  > Why."],
  [
    "numbered",
    "1. [x] a\n2. [ ] b\n3. [ ] c",
    ["item-answer-malformed", "11:1", "Unexpected numbered choices, expected bullets: choices are shuffled", "fixed"],
  ],
  [
    "no space",
    `- [x]a${two}`,
    [
      "choice-checkbox-malformed",
      "11:3",
      "Unexpected checkbox `[x]` without a space, expected `[ ]` or `[x]` and a space",
      "fixed",
    ],
  ],
  [
    "empty box",
    "- [] a\n- [x] b\n- [ ] c",
    ["choice-checkbox-malformed", "11:3", "Unexpected checkbox `[]`, expected `[ ]` or `[x]` and a space", "fixed"],
  ],
  ["two signs", `- [ x] a${two}`, ["choice-checkbox-malformed", "11:3", "Unexpected checkbox `[ x]`", "fixed"]],
  ["check mark", `- [✓] a${two}`, ["choice-checkbox-malformed", "11:3", "Unexpected checkbox `[✓]`"]],
  ["escaped", `- \\[x] a${two}`, ["choice-checkbox-malformed", "11:3", "Unexpected checkbox `\\[x]`"]],
  [
    "no-break space",
    `- [x]\u00A0a${two}`,
    ["choice-checkbox-malformed", "11:3", "Unexpected no-break space (U+00A0)", "fixed"],
  ],
  [
    "no space after the marker",
    `-[x] a${two}`,
    ["choice-checkbox-malformed", "11:1", "expected a space after the list marker", "fixed"],
  ],
  [
    "no space after a later marker",
    "- [ ] b\n-[x] a\n- [ ] c",
    ["choice-checkbox-malformed", "12:1", "expected a space after the list marker", "fixed"],
  ],
  [
    "fence behind the checkbox",
    `- [x] \`\`\`py\n  a\n  \`\`\`${two}`,
    ["markdown-unclosed", "11:7", "expected it on the next line, indented by two spaces", "fixed"],
  ],
  ["fence below a bare box", `- [x]\n  \`\`\`py\n  a\n  \`\`\`${two}`],
  ["empty choice", `- [x] a\n- [ ]${two}`, ["choice-empty", "12:3", "Unexpected empty choice"]],
  [
    "plain list above",
    `- one\n- two\n\n${choices}`,
    ["choice-checkbox-malformed", "11:1", "write text between"],
    ["choice-checkbox-malformed", "12:1", "write text between"],
  ],
  [
    "task list in the stem",
    `- [ ] one\n\nText.\n\n${choices}`,
    ["item-answer-malformed", "11:1", "parted from the choices by the paragraph on line 13"],
  ],
  ["comment between choices", "- [x] a\n<!-- c -->\n- [ ] b\n- [ ] c"],
  ["another marker between choices", "- [x] a\n* [ ] b\n* [ ] c"],
  [
    "quote without indentation",
    `- [x] a\n> Why.${why}`,
    ["choice-rationale-misplaced", "12:1", "indent it by two spaces", "fixed"],
  ],
  [
    "fence without indentation",
    `- [x] a\n\`\`\`py\nx\n\`\`\`${two}`,
    ["item-answer-malformed", "12:1", "indent it by two spaces", "fixed"],
  ],
  [
    "quote at six columns",
    `- [x] a\n      > Why.${why}`,
    ["markdown-block-lookalike", "12:7", "expected it indented by 2 columns", "fixed"],
  ],
  [
    "quote at six columns, as code",
    `- [x] a\n\n      > Why.${why}`,
    ["markdown-block-lookalike", "13:7", "expected it indented by 2 columns", "fixed"],
  ],
  ["two quotes", `- [x] a\n  > Why.\n\n  > More.${why}`],
  [
    "paragraph after the rationale",
    `- [x] a\n  > Why.\n\n  After.${why}`,
    ["choice-rationale-misplaced", "14:3", "Unexpected paragraph after the rationale"],
  ],
  [
    "quote in a list in a choice",
    `- [x] a\n  - > q\n  > Why.${why}`,
    ["choice-rationale-misplaced", "12:5", "Unexpected quote inside a choice"],
  ],
  [
    "text under the last choice",
    `${choices}\nText`,
    [
      "markdown-lazy-line",
      "14:1",
      "Unexpected line without the indentation of its list entry, expected the same indentation",
      "fixed",
    ],
  ],
  [
    "wrapped rationale",
    `- [x] a\n  > Why so\nor so.${why}`,
    ["markdown-lazy-line", "13:1", "Unexpected line without `>`, expected `  > ` before it", "fixed"],
  ],
  [
    "wrapped choices",
    "- [x] a\nis so\nor so\n- [ ] b\nis so\n- [ ] c",
    ["markdown-lazy-line", "12:1", "expected the same indentation", "fixed"],
    ["markdown-lazy-line", "15:1", "expected the same indentation", "fixed"],
  ],
  [
    "numbered choices with rationales",
    "1. [x] a\n   > Why.\n2. [ ] b\n   is\n\n   > Why.\n3. [ ] c\n    > Why.",
    ["item-answer-malformed", "11:1", "Unexpected numbered choices", "fixed"],
  ],
  [
    "a hundred numbered choices",
    "100. [x] a\n     > Why.\n101. [ ] b\n     > Why.\n102. [ ] c\n     > Why.",
    ["item-answer-malformed", "11:1", "Unexpected numbered choices", "fixed"],
  ],
  ["text before the explanation", `${choices}\n\nText`, ["item-answer-malformed", "15:1", "expected `## Explanation`"]],
  ["line before the explanation", `${choices}\n\n---`, ["item-answer-malformed", "15:1", "expected `## Explanation`"]],
  [
    "lost quote mark",
    `- [x] a\n  Why.${why}`,
    ["choice-rationale-uneven", "11:3", "Unexpected choice without a rationale"],
  ],
  [
    "checkbox inside a choice",
    `- [x] a\n  - [ ] n${two}`,
    ["choice-checkbox-malformed", "12:5", "Unexpected checkbox in a choice"],
  ],
  [
    "repeated choice",
    "- [x] a\n- [ ] *a*\n- [ ] c",
    ["choice-duplicate", "12:1", "Unexpected second choice with the same text"],
  ],
  [
    "choice repeated with a full stop",
    "- [x] Use `a`\n- [ ] Use a.\n- [ ] c",
    ["choice-duplicate", "12:1", "Unexpected second choice with the same text"],
  ],
  ["signs and code that end in a stop", "- [x] `3`\n- [ ] `3.`\n- [ ] ls .\n- [ ] ls .."],
  ["two keys", "- [x] a\n- [x] b\n- [ ] c", ["choice-key-count", "12:3", "Unexpected 2 keys"]],
  ["two choices", "- [x] a\n- [ ] b", ["choice-count", "11:1", "expected 3 to 6"]],
];

const bodyCases: Case[] = [
  [
    "first level",
    `Q?\n\n${choices}\n\n# Explanation\n\nB.`,
    ["item-section-malformed", "15:1", "expected `## Explanation`", "fixed"],
  ],
  [
    "lower case",
    `Q?\n\n${choices}\n\n## explanation\n\nB.`,
    ["item-section-malformed", "15:1", "expected `## Explanation`", "fixed"],
  ],
  [
    "colon",
    `Q?\n\n${choices}\n\n## Explanation:\n\nB.`,
    ["item-section-malformed", "15:1", "expected `## Explanation`", "fixed"],
  ],
  ["underlined explanation", `Q?\n\n${choices}\n\nExplanation\n---\n\nB.`],
  [
    "underlined stem",
    `Which?\n---\n\n${choices}${explained}`,
    ["item-section-malformed", "9:1", "made by the line of `-` below it"],
  ],
  [
    "other heading",
    `Q?\n\n## More\n\n${choices}${explained}`,
    ["item-section-malformed", "11:1", "Unexpected heading `More`"],
  ],
  [
    "references first",
    `Q?\n\n${choices}\n\n## References\n\n- [P](https://e.org/)${explained}`,
    ["item-section-malformed", "19:1", "after `## References`"],
  ],
  ["no stem", `${choices}${explained}`, ["item-stem-missing", "9:1", "Unexpected answer without a stem"]],
  ["no answer", `Q?${explained}`, ["item-answer-missing", "11:1", "expected a bullet list of choices"]],
  ["no explanation", `Q?\n\n${choices}`, ["item-explanation-missing", "13:8", "expected `## Explanation`"]],
  [
    "empty explanation",
    `Q?\n\n${choices}\n\n## Explanation\n\n<!-- later -->`,
    ["item-explanation-missing", "15:1", "Unexpected empty explanation"],
  ],
  [
    "task list in the explanation",
    `Q?\n\n${choices}\n\n## Explanation\n\nB.\n\n- [ ] x`,
    ["item-answer-malformed", "19:1", "Unexpected task list in the explanation"],
  ],
  [
    "bare address as reference",
    `Q?\n\n${choices}${explained}\n## References\n\n- https://e.org/`,
    ["item-reference-malformed", "21:1", "expected `- [Title](https://…)`"],
  ],
  [
    "stem with lists, table, code and alert",
    `Q?\n\n- one\n\n1. two\n\n| a | b |\n|---|---|\n| c | d |\n\n\`\`\`py\nx\n\`\`\`\n\n> [!NOTE]\n> n\n\n${choices}${explained}`,
  ],
  ["open fence", `Q?\n\n- [x] a\n  \`\`\`\n  x\n- [ ] b${explained}`, ["markdown-unclosed", "12:3", "Unexpected open"]],
  ["closer that is code", `Q?\n\n\`\`\`\nx\n    \`\`\``, ["markdown-unclosed", "11:1", "Unexpected open"]],
  ["open math", `$$\nQ?\n\n${choices}${explained}`, ["markdown-unclosed", "9:1", "Unexpected open `$$`"]],
  ["open comment", `<!-- Q?\n\n${choices}${explained}`, ["markdown-unclosed", "9:1", "Unexpected open `<!--`"]],
  [
    "open comment in a line",
    `Q <!-- x?\n\n${choices}${explained}`,
    ["markdown-unclosed", "9:3", "Unexpected open `<!--`"],
  ],
  ["alert in lower case", `> [!tip]\n> t\n\n${choices}${explained}`],
  ["alert with blanks", `> [!TIP]  \n> t\n\n${choices}${explained}`],
  [
    "alert with a title",
    `> [!TIP] Title\n> t\n\n${choices}${explained}`,
    ["alert-malformed", "9:3", "Unexpected text after `[!TIP]`"],
  ],
  [
    "unknown alert",
    `> [!HINT]\n> t\n\n${choices}${explained}`,
    ["alert-malformed", "9:3", "expected `[!NOTE]`, `[!TIP]`"],
  ],
  ["empty alert", `Q?\n\n> [!TIP]\n\n${choices}${explained}`, ["alert-malformed", "11:3", "without text"]],
  [
    "two alerts in one quote",
    `> [!TIP]\n> t\n>\n> [!NOTE]\n> n\n\n${choices}${explained}`,
    ["alert-malformed", "12:3", "the first line of a quote of its own"],
  ],
  [
    "alert in a list",
    `Q?\n\n- a\n  > [!TIP]\n  > t\n\nText.\n\n${choices}${explained}`,
    ["alert-malformed", "12:5", "Unexpected alert inside a list"],
  ],
  ["escaped alert", `> \\[!TIP]\n> t\n\n${choices}${explained}`],
  [
    "placeholder",
    `Copy s3://<bucket> where?\n\n${choices}${explained}`,
    ["html-raw", "9:11", "placeholders in backticks", "fixed"],
  ],
  ["HTML", `Copy<br>where?\n\n${choices}${explained}`, ["html-raw", "9:5", "Unexpected HTML `<br>`"]],
  ["money", `Pay $5 and $10?\n\n${choices}${explained}`],
  [
    "single dollars",
    `Is $x^2$ it?\n\n${choices}${explained}`,
    ["math-single-dollar", "9:4", "a single `$` is money", "fixed"],
  ],
  [
    "math fence",
    `Q?\n\n\`\`\`math\nx\n\`\`\`\n\n${choices}${explained}`,
    ["math-single-dollar", "11:1", "expected `$$`", "fixed"],
  ],
  [
    "indented code",
    `Q?\n\n    code\n\n${choices}${explained}`,
    ["markdown-unsupported", "11:1", "Unexpected indented code"],
  ],
  [
    "text after a fence's language",
    `Q?\n\n\`\`\`py title\nx\n\`\`\`\n\n${choices}${explained}`,
    ["markdown-unsupported", "11:7", "Unexpected text `title`"],
  ],
  [
    "text after an opening $$",
    `Q?\n\n$$ x\ny\n$$\n\n${choices}${explained}`,
    ["markdown-unsupported", "11:4", "Unexpected text `x`"],
  ],
  [
    "footnote",
    `Q[^1]?\n\n[^1]: F.\n\n${choices}${explained}`,
    ["markdown-unsupported", "9:2", "Unexpected footnote"],
    ["markdown-unsupported", "11:1", "Unexpected footnote"],
  ],
  [
    "heading in a quote",
    `> # Q?\n\n${choices}${explained}`,
    ["heading-order", "9:3", "Unexpected heading inside a quote"],
  ],
  [
    "lazy quote",
    `> a\nb\n\n${choices}${explained}`,
    [
      "markdown-lazy-line",
      "10:1",
      "Unexpected line without `>`, expected `> ` before it, or an empty line above it",
      "fixed",
    ],
  ],
  [
    "heading without a space",
    `#Which?\n\n${choices}${explained}`,
    ["markdown-block-lookalike", "9:1", "expected a space after `#`"],
  ],
  [
    "rows without a delimiter row",
    `Q?\n\n| a | b |\n| c | d |\n\n${choices}${explained}`,
    ["markdown-block-lookalike", "11:1", "Unexpected table row"],
  ],
  [
    "marker and no-break space",
    `-\u00A0a\n\nQ?\n\n${choices}${explained}`,
    ["markdown-block-lookalike", "9:1", "Unexpected no-break space (U+00A0)", "fixed"],
  ],
];

const orderingCases: Case[] = [
  ["steps and unused", "1. a\n2. b\n3. c\n\n- u"],
  ["all 1", "1. a\n1. b\n1. c"],
  ["1, 3, 2", "1. a\n3. b\n2. c", ["step-malformed", "12:1", "Unexpected number `3`, expected `2`"]],
  ["start at 2", "2. a\n3. b\n4. c", ["step-malformed", "11:1", "Unexpected number `2`, expected `1`"]],
  ["step under another", "1. a\n   1. b\n2. c\n3. d", ["step-malformed", "12:4", "Unexpected list inside a step"]],
  [
    "swallowed step",
    "1. a\n2. b\n       3. c\n3. d",
    ["markdown-block-lookalike", "13:8", "Unexpected list marker `3.`"],
  ],
  [
    "list before the steps",
    "- u\n\n1. a\n2. b\n3. c",
    ["step-malformed", "11:1", "Unexpected list directly before the steps"],
  ],
];

const matchingCases: Case[] = [
  ["pairs and unused", "| P | M |\n|---|---|\n| a | 1 |\n| b | 2 |\n| c | 1 |\n| | 4 |"],
  ["images are visible", "| P | M |\n|---|---|\n| ![](a.png) | 1 |\n| b | 2 |\n| c | 1 |"],
  [
    "empty match",
    "| P | M |\n|---|---|\n| a | 1 |\n| b | 2 |\n| c | |",
    ["match-malformed", "15:7", "Unexpected prompt `c` without a match"],
  ],
  [
    "prompt of dashes",
    "| P | M |\n|---|---|\n| a | 1 |\n| b | 2 |\n| c | 3 |\n| — | 4 |",
    ["match-malformed", "16:3", "expected an empty cell"],
  ],
  [
    "unused match that is used",
    "| P | M |\n|---|---|\n| a | 1 |\n| b | 2 |\n| c | 3 |\n| | 1 |",
    ["match-malformed", "16:5", "Unexpected unused match"],
  ],
  [
    "surplus cell",
    "| P | M |\n|---|---|\n| a | 1 |\n| b | 2 |\n| c | `x|y` |",
    ["table-row-width", "15:10", "Unexpected cell in a table of 2 columns"],
  ],
  [
    "missing cell",
    "| P | M |\n|---|---|\n| a | 1 |\n| b | 2 |\n| c | 3 |\n| d |",
    ["table-row-width", "16:1", "Unexpected row of 1 cell"],
  ],
  [
    "text under the table",
    "| P | M |\n|---|---|\n| a | 1 |\n| b | 2 |\n| c | 3 |\nText",
    ["table-row-width", "16:1", "Unexpected text `Text` directly under a table"],
  ],
  ["escaped bar in code and math", "| P | M |\n|---|---|\n| `a\\|b` | $$a\\|b$$ |\n| b | 2 |\n| c | 3 |"],
];

const table = (header: string): string => `${header}\n|---|---|---|\n| a | b | c |`;

const topicCases: Case[] = [
  [
    "header in another case",
    table("| Service | Use Case | Scale |"),
    ["table-kind-unknown", "13:1", "did you mean `Service | Use case | Scale`", "fixed"],
  ],
  ["header with mark-up", table("| **Service** | `Use case` | Scale |")],
  [
    "unknown header",
    table("| X | Y | Z |"),
    ["table-kind-unknown", "13:1", "expected the header of a table kind: `service`"],
  ],
  ["dash for colon", "- **S3** – x", ["fact-malformed", "13:10", "expected `:`", "fixed"]],
  ["prose", "- **S3** x\n- S3: x"],
  ["blank inside the bold", "- **S3 **: x", ["fact-malformed", "13:3", "expected `**Lead**: text`"]],
  ["italic lead", "- *S3*: x", ["fact-malformed", "13:3", "expected `**Lead**: text`"]],
  [
    "leads of all forms",
    "- **`x`**: a\n- **[y](https://e.org/)**: b\n- __z__: c\n- **w** : d\n- **v\u00A0:** e\n- **u：** f",
  ],
  ["rich fact", "- **A**: b\n\n  c\n\n  ```\n  d\n  ```\n\n  - e"],
  ["nested fact", "- **A**: b\n  - **C**: d", ["fact-misplaced", "14:5", "Unexpected fact inside another list entry"]],
  ["fact in a paragraph", "**S3**: x", ["fact-misplaced", "13:1", "Unexpected fact in a paragraph"]],
  ["fact in a quote", "> - **S3**: x", ["fact-malformed", "13:5", "Unexpected fact in a quote"]],
  ["checkbox", "- [ ] x", ["choice-checkbox-malformed", "13:3", "Unexpected checkbox in study notes"]],
  ["repeated lead", "- **A**: b\n- **a**: c", ["fact-duplicate", "14:1", "Unexpected second lead `a`"]],
];

function check(kind: "item" | "domain", path: string, source: string, findings: readonly Finding[]): void {
  const { diagnostics } = parseText(kind, path, source);
  expect(diagnostics.map(show)).toEqual(
    findings.map(([rule, place, part]) =>
      expect.stringMatching(new RegExp(`^${rule} ${place} .*${part.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&")}`)),
    ),
  );
  const fixed = diagnostics.filter(({ fix }) => fix !== undefined);
  expect(fixed).toHaveLength(findings.filter(([, , , fix]) => fix === "fixed").length);
  if (fixed.length > 0) expect(parseText(kind, path, applyFixes(source, fixed)).diagnostics.map(show)).toEqual([]);
}

describe.each([
  ["\n", "LF"],
  ["\r\n", "CRLF"],
  ["\r", "CR"],
])("with line ends %j", (end) => {
  const variant = (source: string): string => source.replaceAll("\n", end);
  const run = (name: string, cases: Case[], judge: (source: string, findings: readonly Finding[]) => void): void => {
    for (const [what, source, ...findings] of cases) test(`${name}: ${what}`, () => judge(source, findings));
  };
  run("choices", choiceCases, (source, findings) => check("item", "items/a.md", variant(itemOf(source)), findings));
  run("item", bodyCases, (source, findings) => check("item", "items/a.md", variant(itemBodyOf(source)), findings));
  run("ordering", orderingCases, (source, findings) =>
    check("item", "items/a.md", variant(itemOf(source, "ordering")), findings),
  );
  run("matching", matchingCases, (source, findings) =>
    check("item", "items/a.md", variant(itemOf(source, "matching")), findings),
  );
  run("topic", topicCases, (source, findings) => check("domain", "domains/a.md", variant(topicOf(source)), findings));
});

test("a numbered line under a paragraph is text, so an ordering item has no steps", () => {
  const source = itemBodyOf("Which?\n2. a\n\n## Explanation\n\nB.\n", "ordering");
  expect(parseText("item", "items/a.md", source).diagnostics.map(show)).toEqual([
    expect.stringContaining("item-answer-missing 12:1 Unexpected `## Explanation`, expected a numbered list"),
  ]);
});
