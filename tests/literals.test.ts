// Every text of a rich text with the place of each of its characters, whatever mark-up stands between them.
import fc from "fast-check";
import { toString } from "mdast-util-to-string";
import { describe, expect, it } from "vitest";
import type { Content } from "../src/model/content.ts";
import { literalsOf, type Literal } from "../src/model/literals.ts";
import { parseMarkdown } from "../src/parse/markdown.ts";
import { createSourceText, sliceOf, type SourceText } from "../src/source-text.ts";
import { parseText, topicOf } from "./helpers/parsing.ts";

/** The topic of a domain file whose body is given, with the literals of that body. */
function read(body: string, lineEnd = "\n"): { literals: Literal[]; source: SourceText } {
  const text = topicOf(body).replaceAll("\n", lineEnd);
  const document = parseText("domain", "domains/d1.md", text);
  const content: Content = document.sections[0]?.topics[0]?.body ?? { nodes: [], text: "" };
  const source = createSourceText(document.path, text);
  return { literals: literalsOf(content, source), source };
}

/** Each literal as its text and the source of its characters, those of one entity or pair once. */
function show(body: string, lineEnd?: string): string[] {
  const { literals, source } = read(body, lineEnd);
  return literals.map(({ text, spanOf }) => {
    const slices = [...text].map((_, index, characters) => {
      const start = characters.slice(0, index).join("").length;
      return sliceOf(source, spanOf(start, start + (characters[index] ?? "").length));
    });
    return `${text} = ${slices.join(" ")}`;
  });
}

describe("the place of a character", () => {
  it.each([
    ["of a plain text", "ab", ["ab = a b"]],
    ["behind an escape", "a\\*b", ["a*b = a \\* b"]],
    ["behind a backslash that escapes nothing", "a\\b", ["a\\b = a \\ b"]],
    ["behind a named entity", "a&amp;b", ["a&b = a &amp; b"]],
    ["behind numbers of characters", "&#97;b&#x63;d&#0;", ["abcd\uFFFD = &#97; b &#x63; d &#0;"]],
    ["behind what is no entity", "a&nope;b &amp", ["a&nope;b &amp = a & n o p e ; b   & a m p"]],
    ["of an entity that is spelt out", "&amp;amp;", ["&amp; = &amp; a m p ;"]],
    ["of two code points in one entity", "a&NotEqualTilde;b", ["a≂̸b = a &NotEqualTilde; &NotEqualTilde; b"]],
    ["of a pair of surrogates", "a😀b", ["a😀b = a 😀 b"]],
    ["in a further line", "a\n  b", ["a\nb = a \n b"]],
    ["behind blanks at the end of a line", "a \nb", ["a\nb = a \n b"]],
    ["behind a hard line break", "a  \nb\\\nc", ["a = a", "\n =   \n", "b = b", "\n = \\\n", "c = c"]],
    ["in a quote", "> a\n> b\n>c", ["a\nb\nc = a \n b \n c"]],
    ["in a list in a quote", "> - a\n>   b\\*c", ["a\nb*c = a \n b \\* c"]],
    ["of an escaped mark that opens a line of a quote", "> a\n> \\> b", ["a\n> b = a \n \\>   b"]],
    ["in an alert", "> [!TIP]\n> a &lt; b\n> c", ["a < b\nc = a   &lt;   b \n c"]],
    [
      "in a cell",
      "- a\n\n  | x | y |\n  |---|---|\n  | b \\| c | d |",
      ["a = a", "x = x", "y = y", "b | c = b   \\|   c", "d = d"],
    ],
    [
      "of code in a cell",
      "- a\n\n  | x |\n  |---|\n  | `b \\| \\*` $$c\\|d$$ |",
      ["a = a", "x = x", "b | \\* = b   \\|   \\ *", "  =  ", "c|d = c \\| d"],
    ],
    ["of code", "`a\\*&amp;`", ["a\\*&amp; = a \\ * & a m p ;"]],
    ["of padded code", "`` a`b ``", ["a`b = a ` b"]],
    ["of code over lines", "> `a\n>   b`", ["a\n  b = a \n     b"]],
    ["of math", "x $$a^2$$", ["x  = x  ", "a^2 = a ^ 2"]],
    ["in a fence", "> ```py\n> a\n>  b\n> ```", ["a\n b = a \n   b"]],
    ["in a fence of a list", "- a\n\n  ~~~\n  b\n\n    c\n  ~~~", ["a = a", "b\n\n  c = b \n \n     c"]],
    ["in a block of math", "$$\na\nb\n$$", ["a\nb = a \n b"]],
    ["of a link", "[a\\]](https://x.org)", ["a] = a \\]"]],
    [
      "of an address, which has no escapes",
      "https://x.org/a&amp;b\\_c",
      ["https://x.org/a&amp;b\\_c = h t t p s : / / x . o r g / a & a m p ; b \\ _ c"],
    ],
    [
      "beside an address that the parser gives no place",
      "“www.x.org b” **c** d",
      ["“ = “", "www.x.org = w w w . x . o r g", " b”  =   b ”  ", "c = c", " d =   d"],
    ],
    ["of an image's title", '![a](../media/x.png "b\\"c")', ['b"c = b \\" c']],
    ["of an image's text", "![a *b* &amp; c](../media/x.png)", ["a b & c = a   b   &amp;   c"]],
  ])("%s", (_name, body, expected) => {
    expect(show(body)).toEqual(expected);
  });

  it.each(["\r\n", "\r"])("in a file with line ends %j", (lineEnd) => {
    expect(show("> a\n> b\n\n```\nc\nd\n```", lineEnd)).toEqual([`a\nb = a ${lineEnd} b`, `c\nd = c ${lineEnd} d`]);
  });
});

const piece = fc.constantFrom(
  ..."ab *_`~[](){}<>!#+-.,:;&\\\"'$%^|=",
  "word",
  "two words",
  "é",
  "😀",
  "한",
  "\\*",
  "\\\\",
  "\\|",
  "\\>",
  "\\&",
  "&amp;",
  "&lt;",
  "&nbsp;",
  "&#42;",
  "&#x1F600;",
  "&#32;",
  "&Tab;",
  "&nope;",
  "&amp;amp;",
  "**b**",
  "_e_",
  "~~d~~",
  "`c`",
  "`` ` ``",
  "$$x$$",
  "[l](https://x.org)",
  "![i](../media/i.png)",
  "https://x.org/a&amp;b",
  "www.x.org",
  "“www.x.org”",
  "me@x.org",
  "/me@x.org",
  "<https://x.org/&amp;>",
  "  \n",
  "\\\n",
  "\n",
  "\n  ",
  "<!-- c -->",
);
const inline = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(""));
const indent = (text: string, first: string, others: string): string => first + text.replaceAll("\n", `\n${others}`);
const block = fc.oneof(
  inline,
  inline.map((text) => indent(text, "> ", "> ")),
  inline.map((text) => indent(text, "- ", "  ")),
  inline.map((text) => indent(text, "-\t", "\t")),
  inline.map((text) => indent(text, "> - > ", ">   > ")),
  inline.map((text) => indent(text, "> [!NOTE]\n> ", ">")),
  inline.map((text) => indent(text, "1. - ", "     ")),
  inline.map((text) => indent(text, "- x\n\n  ```py\n", "\t") + "\n  ```"),
  inline.map((text) => indent(text, "$$\n", "") + "\n$$"),
  inline.map((text) => indent(text, "> ~~~\n> ", "> ") + "\n> ~~~"),
  inline.map(
    (text) => `- t\n\n  | ${text.replaceAll(/\s/g, " ")} | x |\n  |---|---|\n  | ${text.replaceAll(/\s/g, " ")} | y |`,
  ),
);

/** Whether some source is the character: as it stands, escaped, as an entity, as a line end or as a part of a tab. */
function stands(source: string, character: string): boolean {
  if (source === character || source === `\\${character}`) return true;
  if (character === "\n") return /^(?:\r\n?|\n|(?: {2,}|\\)(?:\r\n?|\n)[ \t>]*)$/.test(source);
  if (character === " " && source === "\t") return true;
  const value = toString(parseMarkdown(source));
  return source.startsWith("&") && source.endsWith(";") && (value === character || value.includes(character));
}

describe("for every text", () => {
  it("each character stands at its place, in the order of the file", () => {
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("\n", "\r\n", "\r"),
        (blocks, lineEnd) => {
          const { literals, source } = read(blocks.join("\n\n"), lineEnd);
          let before = 0;
          for (const { text, kind, spanOf } of literals) {
            // The text of an image is that of its nodes, whose marks it has lost.
            if (kind === "image") continue;
            for (let offset = 0; offset < text.length;) {
              const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
              const span = spanOf(offset, offset + character.length);
              const slice = sliceOf(source, span);
              if (!stands(slice, character))
                throw new Error(`${JSON.stringify(character)} of ${JSON.stringify(text)} is ${JSON.stringify(slice)}`);
              expect(span.start).toBeGreaterThanOrEqual(
                before - (slice === "\t" || slice.startsWith("&") ? slice.length : 0),
              );
              before = span.end;
              offset += character.length;
            }
          }
        },
      ),
      { numRuns: Number(process.env["RUNS"] ?? 300) },
    );
  });
});
