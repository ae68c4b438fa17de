// Running text of rich text, and where its characters stand in the file.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nonWord, proseOf } from "../src/lint/prose.ts";
import { createSourceText } from "../src/source-text.ts";
import { itemOf, parseText } from "./helpers/parsing.ts";

/** The prose of a stem, and the source of a part of that prose. */
function proseOfStem(stem: string) {
  const text = itemOf("- [x] One\n- [ ] Two\n- [ ] Three").replace("Which?", () => stem);
  const { body, path, diagnostics } = parseText("item", "items/item-1.md", text);
  if (body === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const prose = proseOf(body.stem, createSourceText(path, text));
  const sourceOf = (part: string) => {
    const start = prose.text.indexOf(part);
    const span = prose.spanOf(start, start + part.length);
    return text.slice(span.start, span.end);
  };
  return { text: prose.text, sourceOf };
}

describe("prose", () => {
  it.each([
    ["One **two**\nthree", "One two three", "two three", "two**\nthree"],
    ["One\r\n  two\r\nthree", "One two three", "One two", "One\r\n  two"],
    ["`x` and ![y](../media/y.png) $$z$$", `${nonWord} and ${nonWord} ${nonWord}`, "and", "and"],
    [String.raw`A \*star\* and \\ b`, String.raw`A *star* and \ b`, "*star*", String.raw`\*star\*`],
    [
      "A &amp; B &copy; &#x41; C &nope; D",
      "A & B © A C &nope; D",
      "& B © A C &nope;",
      "&amp; B &copy; &#x41; C &nope;",
    ],
    ["&#128512; b", "😀 b", "😀", "&#128512;"],
    ["One\n\n- two\n- three\n\nfour", "One\n\ntwo\n\nthree\n\nfour", "three", "three"],
    ["> One\n> two\n> three", "One two three", "two three", "two\n> three"],
    ["> [!TIP]\n> One\n> two", "One two", "One two", "One\n> two"],
    ["One\\\n  two", "One two", "two", "two"],
    ["| a | b |\n|---|---|\n| c \\| d | e |", "a\n\nb\n\nc | d\n\ne", "| d", "\\| d"],
    ["[two](https://example.org) <https://example.org>", "two https://example.org", "two", "two"],
    ["One\n\n```\ncode\n```\n\ntwo", `One\n\n${nonWord}\n\ntwo`, "two", "two"],
  ])("of %j is %j", (stem, text, part, source) => {
    const prose = proseOfStem(stem);
    expect(prose.text).toBe(text);
    expect(prose.sourceOf(part)).toBe(source);
  });

  it("has each word at its own place, whatever stands around it", () => {
    const piece = fc.constantFrom("**", "_", "\n", "\r\n", "\\*", "&amp;", "&lt;", "`c`", " ", "é", "😀", "x", "\\\n");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.array(piece, { maxLength: 12 }), (before, after) => {
        const stem = `Word ${before.join("")} needle ${after.join("")} end`;
        expect(proseOfStem(stem.replaceAll(/(?:\r?\n|[ \\])*\n(?:\r?\n)*[ \t]*/g, "\n")).sourceOf("needle")).toBe(
          "needle",
        );
      }),
    );
  });
});
