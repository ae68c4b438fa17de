import fc from "fast-check";
import type { Nodes, RootContent } from "mdast";
import { describe, expect, test } from "vitest";
import type { Content } from "../src/model/content.ts";
import { feedbackUrl } from "../src/publish/shared/feedback.ts";
import { sha256 } from "../src/publish/shared/hash.ts";
import { renderHtml } from "../src/publish/shared/html.ts";
import { renderMarkdown } from "../src/publish/shared/markdown.ts";
import { renderPlain } from "../src/publish/shared/plain.ts";
import { fill } from "../src/publish/shared/words.ts";
import { parseText, topicOf } from "./helpers/parsing.ts";

/** The body of a topic, as parse makes it. */
function contentOf(markdown: string): Content {
  const { sections } = parseText("domain", "domains/d1.md", topicOf(markdown));
  const topic = sections[0]?.topics[0];
  if (!topic) throw new Error("The text has no topic");
  return topic.body;
}

const image = (url: string): string => `media/${url}`;
const html = (markdown: string): string => renderHtml(contentOf(markdown), { image });

const typedTable = `Three of them:

| Service | Use case | Scale |
| --- | :-: | --: |
| **S3** | a \\| b | $$x \\| y$$ |
| \`SQS\` | queues |  |`;

/** One of everything that a topic may hold. */
const everything = `Plain, *emphasis*, **strong**, ~~gone~~, \`a < b && c\`, $$x^2 < y$$, [out](https://example.org/?a=1&b=2 "Title"),
[mail](mailto:a@example.org), [in the *guide*](d2.md#x) and ![A chart](chart.png) in a line\\
with a break.

$$\\frac{1}{2}$$

$$
a < b
$$

- one
- two

  with a second paragraph
  1. deep

3. from three

\`\`\`c++
if (a < b) { return "</code>"; }
\`\`\`

> A quote

> [!TIP]
> Weigh it.
>
> - Twice.

${typedTable}

#### More

Last.`;

describe("HTML", () => {
  test("shows every kind of node", () => expect(html(everything)).toMatchSnapshot());

  test("has no paragraph around inline content", () => {
    const nodes: RootContent[] = [
      { type: "text", value: "a" },
      { type: "inlineCode", value: "b" },
      { type: "text", value: "c" },
    ];
    expect(renderHtml({ nodes, text: "abc" }, { image })).toBe("a<code>b</code>c");
  });

  test.each([
    ["[x](javascript:alert(1))", "<p>x</p>"],
    ["[x](data:text/html,y)", "<p>x</p>"],
    ["[x](//example.org)", "<p>x</p>"],
    ["[x](#there)", "<p>x</p>"],
    ["[x](HTTPS://example.org)", '<p><a href="https://example.org">x</a></p>'],
  ])("links lead out by a scheme that is allowed: %s", (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  test("names an alert where the output asks for it", () => {
    const content = contentOf("> [!CAUTION]\n> Hot.");
    expect(renderHtml(content, { image, alertTitle: (kind) => `Mind: ${kind}` })).toBe(
      '<blockquote data-alert="caution">\n<p class="alert-title">Mind: caution</p>\n<p>Hot.</p>\n</blockquote>',
    );
  });

  test("lets no element, attribute or address out that is not on the list", () => {
    const elements =
      /^<\/?(?:a|blockquote|br|caption|code|del|div|em|h[1-6]|hr|img|li|ol|p|pre|span|strong|table|tbody|td|th|thead|tr|ul)\b/;
    fc.assert(
      fc.property(hostile, (nodes) => {
        const tags = renderHtml({ nodes, text: "" }, { image: () => "x.png" }).match(/<[^>]*>/g) ?? [];
        for (const tag of tags) {
          expect(tag).toMatch(elements);
          expect(tag).not.toMatch(/\son|style=|srcdoc|id=|javascript:/i);
        }
      }),
    );
  });
});

/** Trees as no parser makes them. */
const hostile = fc.array(
  fc.oneof(
    fc.constantFrom<RootContent>(
      { type: "html", value: "<script>alert(1)</script>" },
      { type: "paragraph", children: [{ type: "html", value: "<img src=x onerror=alert(1)>" }] },
      { type: "paragraph", data: { hName: "iframe", hProperties: { srcdoc: "x", onload: "x" } }, children: [] },
      {
        type: "heading",
        depth: 2,
        data: { hProperties: { id: "x", style: "x" } },
        children: [{ type: "text", value: "h" }],
      },
      { type: "code", lang: 'x" onclick="y', value: "</code><script>" },
    ),
    fc.string().map((value): RootContent => ({
      type: "paragraph",
      children: [{ type: "text", value: `<b onclick=x>${value}` }],
    })),
    fc.webUrl().map((url): RootContent => ({
      type: "paragraph",
      children: [{ type: "link", url: `javascript:${url}`, children: [] }],
    })),
  ),
);

/** What a tree says, without the places and spellings of its source. */
function bare(node: Nodes): unknown {
  return JSON.parse(JSON.stringify(node, (key, value) => (key === "position" || key === "data" ? undefined : value)));
}

const trees = (content: Content): unknown => content.nodes.map(bare);

describe("text without marks", () => {
  test("comes out as it does beside other nodes", () => {
    const texts = fc.array(fc.constantFrom("a", " ", "  ", "\n", "\r\n", "\t", "<b>", "&amp;", '"', "\u00A0", "é"));
    const code: RootContent = { type: "inlineCode", value: "x" };
    const print = (nodes: RootContent[]): string => renderHtml({ nodes, text: "" }, { image });
    fc.assert(
      fc.property(texts, (parts) => {
        const text: RootContent = { type: "text", value: parts.join("") };
        expect(`${print([text])}<code>x</code>`).toBe(print([text, code]));
        const beside = print([{ type: "paragraph", children: [text, { type: "inlineCode", value: "x" }] }]);
        expect(print([{ type: "paragraph", children: [text] }])).toBe(beside.replace("<code>x</code></p>", "</p>"));
      }),
    );
  });
});

describe("Markdown", () => {
  test("shows every kind of node", () => expect(renderMarkdown(contentOf(everything), { image })).toMatchSnapshot());

  test("reads back as the tree that it was made from", () => {
    const source = everything.replace("[in the *guide*](d2.md#x)", "in the *guide*");
    const content = contentOf(source);
    const again = contentOf(renderMarkdown(content, { image: (url) => url }));
    expect(trees(again)).toEqual(trees(content));
  });

  test("says the same text again, whatever characters it has", () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom(..."ab1*_`$|[]()<>&!#-+.\\~:{}"), minLength: 1, maxLength: 8 }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const nodes: RootContent[] = [{ type: "paragraph", children: [{ type: "text", value: parts.join(" ") }] }];
        const content = contentOf(renderMarkdown({ nodes, text: "" }, { image }));
        expect(renderPlain(content.nodes)).toBe(parts.join(" "));
      }),
    );
  });

  test("leaves the content as it was", () => {
    const content = contentOf(everything);
    const before = structuredClone(content);
    renderMarkdown(content, { image });
    expect(content).toEqual(before);
  });
});

describe("plain text", () => {
  test("has a line for each block and the words of all", () =>
    expect(renderPlain(contentOf(everything).nodes)).toMatchSnapshot());

  test("is what the HTML shows", () => {
    const shown = html(everything)
      .replaceAll(/<img[^>]*alt="([^"]*)"[^>]*>/g, "$1")
      .replaceAll(/<[^>]*>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&amp;", "&")
      .replaceAll("&quot;", '"');
    expect(renderPlain(contentOf(everything).nodes).replaceAll(/\s/g, "")).toBe(shown.replaceAll(/\s/g, ""));
  });
});

test("words take their values, and a word without one is our fault", () => {
  expect(fill("Choose {count} of {all items}.", { count: 4, "all items": "$&" })).toBe("Choose 4 of $&.");
  expect(() => fill("Choose {count}.", {})).toThrow("{count}");
  expect(() => fill("{toString}", {})).toThrow("{toString}");
});

test("the place to report a mistake takes any id", () => {
  expect(feedbackUrl("https://e.org/?t={id}&l={id}", 'a/b "c" & $&')).toBe(
    "https://e.org/?t=a%2Fb%20%22c%22%20%26%20%24%26&l=a%2Fb%20%22c%22%20%26%20%24%26",
  );
  expect(feedbackUrl('https://e.org/"><script>{id}', "x")).not.toMatch(/["<>]/);
});

test("SHA-256 is of the bytes, text as UTF-8", () => {
  // FIPS 180-4, example of the one-block message "abc".
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256("é")).toBe(sha256(new Uint8Array([0xc3, 0xa9])));
});
