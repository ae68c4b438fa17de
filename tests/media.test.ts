// Images: found by path, known by their bytes, bounded, with alternative text; an SVG can do nothing but show.
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { build } from "../src/model/build.ts";
import type { MediaFile } from "../src/model/media.ts";
import { sanitizeSvg } from "../src/model/svg.ts";
import {
  at,
  blueprintDomain,
  domainDocument,
  examDocument,
  folder,
  guideDocument,
  itemDocument,
} from "./helpers/documents.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The start of a PNG of this size: all that its type and size stand in. */
function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.from("89504e470d0a1a0a0000000d49484452000000000000000008060000000000", "hex");
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  const pixels = deflateSync(Buffer.alloc(16));
  const chunk = Buffer.alloc(8);
  chunk.writeUInt32BE(pixels.length);
  chunk.write("IDAT", 4, "latin1");
  return Buffer.concat([bytes.subarray(0, 29), Buffer.alloc(4), chunk, pixels, Buffer.alloc(4)]);
}
const brokenPng = Buffer.concat([png(2, 2).subarray(0, 45), Buffer.from("garbage garbage")]);
const jpg = Buffer.from("ffd8ffe000104a46494600010100000100010000ffc0000b0800050003010111000000", "hex");
const webp = Buffer.from("524946461a000000574542505650384c0d0000002f024001000000000000", "hex");
const svg = (inner: string, attributes = 'viewBox="0 0 40 20"'): Uint8Array =>
  encode(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`,
  );

const file = (name: string, bytes: Uint8Array | null, escapes = false): MediaFile => ({
  path: `${folder}/media/${name}`,
  bytes,
  escapes,
});

/** The build of a guide whose one item shows one image. */
function show(url: string, media: MediaFile[], alt = "A picture") {
  const item = { ...itemDocument("item"), images: [{ url, alt, position: at(12, 4) }] };
  const documents = [
    examDocument([blueprintDomain("D1", 100, ["1.1"])]),
    guideDocument([["D1", "Domain D1", "100"]]),
    domainDocument("D1", ["formats"]),
    item,
  ];
  const { bank, diagnostics } = build({ id: "test", folder, documents, media, unplaced: [] });
  return {
    media: [...bank!.media.values()],
    items: bank!.items.length,
    faults: diagnostics.map(({ ruleId, message, path, position: { start } }) => {
      expect([path, start]).toEqual([item.path, { line: 12, column: 4 }]);
      return `${ruleId}: ${message}`;
    }),
  };
}

describe("an image", () => {
  it.each([
    ["a.png", png(640, 480), "png", 640, 480],
    ["a.jpg", jpg, "jpg", 3, 5],
    ["a.JPEG", jpg, "jpg", 3, 5],
    ["a.webp", webp, "webp", 3, 6],
    ["a.svg", svg("<path d='M0 0h1'/>"), "svg", 40, 20],
    ["deep/a b.png", png(1, 1), "png", 1, 1],
  ])("%s is published with its type and size", (name, bytes, type, width, height) => {
    const { faults, media, items } = show(`../media/${encodeURIComponent(name).replace("%2F", "/")}`, [
      file(name, bytes),
    ]);
    expect(faults).toEqual([]);
    expect(items).toBe(1);
    expect(media).toMatchObject([{ path: `${folder}/media/${name}`, type, width, height }]);
  });

  it("that nothing uses is not published, and not judged", () => {
    const { faults, media } = show("../media/a.png", [file("a.png", png(2, 2)), file("b.png", encode("no picture"))]);
    expect(faults).toEqual([]);
    expect(media.map(({ path }) => path)).toEqual([`${folder}/media/a.png`]);
  });

  it.each([
    ["../media/b.png", `expected a file in \`${folder}/media\`, did you mean \`../media/a.png\`?`],
    ["a.png", `expected a file in \`${folder}/media\``],
    ["../guide.md", `expected a file in \`${folder}/media\``],
    ["../../../../etc/passwd", `expected a file in \`${folder}/media\``],
    ["/media/a.png", `expected a file in \`${folder}/media\`, named by a path relative to this file`],
    ["https://example.org/a.png", `expected a file in \`${folder}/media\`, named by a path relative to this file`],
    ["//example.org/a.png", `expected a file in \`${folder}/media\`, named by a path relative to this file`],
    ["data:image/png;base64,AAAA", `expected a file in \`${folder}/media\`, named by a path relative to this file`],
    [String.raw`..\\media\a.png`, "expected forward slashes: `../media/a.png`"],
  ])("at %s is missing", (url, expected) => {
    const { faults, media, items } = show(url, [file("a.png", png(2, 2))]);
    expect(faults).toEqual([`image-missing: Unexpected image \`${url}\`, ${expected}`]);
    expect({ media, items }).toEqual({ media: [], items: 0 });
  });

  it.each<[string, Uint8Array | null, string]>([
    ["a.png", null, "expected a file that can be read"],
    ["a.png", encode("hello"), "expected a png, jpg, webp or svg file by its bytes"],
    ["a.png", Buffer.from("GIF89a"), "expected a png, jpg, webp or svg file by its bytes"],
    ["a.png", new Uint8Array(), "expected a png, jpg, webp or svg file by its bytes"],
    ["a.png", jpg, "bytes of the type jpg, expected the ending `.jpg`"],
    ["a.png", svg(""), "bytes of the type svg, expected the ending `.svg`"],
    ["a.png", png(0, 7), "a picture of 0 × 7 pixels, expected at least 1 × 1"],
    ["a.png", png(60_000, 60_000), "a picture of 60000 × 60000 pixels, expected at most 25000000 pixels"],
    ["a.png", png(1, 1).subarray(0, 12), "expected a whole image file: its size cannot be read"],
    ["a.png", brokenPng, "expected a whole png: its pixels cannot be inflated"],
    ["a.png", png(1, 1).subarray(0, 33), "expected a whole png: its pixels cannot be inflated"],
    ["a.jpg", jpg.subarray(0, 8), "expected a whole image file: its size cannot be read"],
    [
      "a.png",
      Buffer.concat([png(1, 1), Buffer.alloc(5 * 1024 * 1024)]),
      `a file of ${png(1, 1).length + 5 * 1024 * 1024} bytes, expected at most 5242880 bytes`,
    ],
    ["a.svg", encode("<html><body>no</body></html>"), "expected an svg element as the root"],
    ["a.svg", svg("", ""), "expected an svg with `width` and `height` or a `viewBox`"],
    ["a.svg", Buffer.concat([svg(""), Buffer.from([0xff])]), "expected an svg in UTF-8"],
    ["a.svg", svg("<g>".repeat(200)), "expected an svg with less nesting"],
    ["a.svg", svg("<g>".repeat(15_000)), "expected an svg with less nesting"],
    ["a.svg", svg("<g/>".repeat(20_000)), "an svg of more than 20000 tags, expected fewer"],
    ["a.svg", svg(" ".repeat(600_000)), "an svg of 600109 bytes, expected at most 524288 bytes"],
  ])("%s that cannot be shown is reported (case %#)", (name, bytes, expected) => {
    const { faults, media } = show(`../media/${name}`, [file(name, bytes)]);
    expect(faults).toEqual([`image-unreadable: Unexpected image \`../media/${name}\`, ${expected}`]);
    expect(media).toEqual([]);
  });

  it("behind a link out of the media folder is not followed", () => {
    expect(show("../media/a.png", [file("a.png", null, true)]).faults).toEqual([
      `image-missing: Unexpected image \`../media/a.png\`, a link out of the media folder, expected the image itself in \`${folder}/media\``,
    ]);
  });

  it("has alternative text", () => {
    expect(show("../media/a.png", [file("a.png", png(2, 2))], " ").faults).toEqual([
      "image-alt-missing: Unexpected image without alternative text, expected `![what it shows](…)`",
    ]);
  });

  it("is read without an exception, whatever its bytes", () => {
    const starts = [png(3, 3), jpg, webp, svg("")].map((bytes) => Array.from(bytes));
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.nat(120), fc.uint8Array({ maxLength: 200 }), (start, cut, rest) => {
        const bytes = Uint8Array.from([...start.slice(0, cut), ...rest]);
        for (const name of ["a.png", "a.jpg", "a.webp", "a.svg"])
          expect(() => show(`../media/${name}`, [file(name, bytes)])).not.toThrow();
      }),
    );
  });
});

function clean(inner: string): { text: string; removed: string[] } {
  const result = sanitizeSvg(svg(inner));
  if (typeof result === "string") throw new Error(result);
  return { text: new TextDecoder().decode(result.bytes), removed: result.removed };
}

const acting = /script|foreign|iframe|embed|object|image|img|animate|set$|^a$|handler/i;

/** What acts or reaches outside in the tree that an HTML parser makes of a text, and what may hide from it. */
function harmsOf(text: string): string[] {
  const tree = fromHtml(text, { fragment: true });
  const harms = /<script|<img|<!--|<!\[CDATA|<!ENTITY/i.exec(text)?.slice() ?? [];
  if (tree.children.length !== 1) harms.push("a second root");
  visit(tree, "element", ({ tagName, properties, children }) => {
    if (acting.test(tagName)) harms.push(tagName);
    for (const [name, value] of Object.entries(properties))
      if (/^on/i.test(name) || (!name.startsWith("xmlns") && /javascript:|data:|\/\/|\\/i.test(String(value))))
        harms.push(`${name}=${String(value)}`);
    const css = tagName === "style" && children[0]?.type === "text" ? children[0].value : "";
    if (/@import|\/\/|\\|</.test(css)) harms.push(css);
  });
  return harms;
}

describe("an svg", () => {
  it("keeps what it draws, as well-formed XML with its namespaces", () => {
    const inner =
      '<defs><linearGradient id="g" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff"></stop></linearGradient></defs>' +
      '<style>.a > b{fill:url(#g)}</style><g class="a" transform="scale(2)"><use xlink:href="#p"></use>' +
      '<path id="p" d="M0 0h1" fill="url(#g)" stroke-width="2" style="stroke:red"></path></g>' +
      '<text x="1" font-family="Arial" text-anchor="middle" xml:space="preserve">a &amp; b &lt; c</text>';
    const { text, removed } = clean(inner);
    expect(removed).toEqual([]);
    expect(text).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20">' +
        inner
          .replaceAll(/<(stop|use|path)([^>]*)><\/\1>/g, "<$1$2 />")
          .replace("&amp;", "&#x26;")
          .replace("&lt;", "&#x3C;") +
        "</svg>",
    );
  });

  it.each([
    ["10mm", "5mm", 38, 19],
    ["1in", undefined, 96, 48],
    [undefined, "10", 20, 10],
    ["100%", "100%", 40, 20],
  ])("of width %s and height %s is measured in pixels", (width, height, ...size) => {
    const attributes = `viewBox="0 0 40 20"${width ? ` width="${width}"` : ""}${height ? ` height="${height}"` : ""}`;
    expect(sanitizeSvg(svg("", attributes))).toMatchObject({ width: size[0], height: size[1] });
  });

  it("tells what of the picture is left out", () => {
    expect(clean("<foreignObject><div>text</div></foreignObject>").removed).toEqual(["foreignObject"]);
    expect(show("../media/a.svg", [file("a.svg", svg('<rect fill="url(http://e.org/x)"/>'))]).faults).toEqual([
      "image-unsafe: Unexpected image `../media/a.svg`, whose `fill` is left out, expected plain shapes and text",
    ]);
    expect(clean("<metadata>x</metadata><script>1</script>").removed).toEqual([]);
  });

  it("is XML even where HTML is laxer", () => {
    expect(clean("<text>a ]]&gt; b&#1;&#xFFFF;&nbsp;c</text>").text).toContain("<text>a ]]&gt; b\u00A0c</text>");
  });

  const attacks = [
    "<script>alert(1)</script>",
    "<SCRIPT>alert(1)</SCRIPT>",
    '<script xlink:href="http://e.org/x.js"/>',
    '<g onload="alert(1)" onclick="alert(1)"/>',
    '<a href="javascript:alert(1)"><text>x</text></a>',
    '<a xlink:href="http://e.org"><text>x</text></a>',
    '<use href="http://e.org/x.svg#a"/>',
    '<use xlink:href="data:image/svg+xml;base64,AAAA#a"/>',
    '<image href="http://e.org/x.png"/><feImage href="http://e.org"/>',
    '<rect fill="url(http://e.org/x#a)"/><rect fill="URL( \'//e.org\' )"/>',
    '<rect style="fill:url(http://e.org)"/><rect style="background:image-set(\'http://e.org\')"/>',
    '<rect style="fill:u\\72l(http://e.org)"/><rect fill="u\\72l(http://e.org)"/>',
    "<style>@import 'http://e.org'; a{fill:url(http://e.org)}</style>",
    "<style><![CDATA[</style><script>alert(1)</script>]]></style>",
    "<style>&lt;/style>&lt;script>alert(1)&lt;/script></style>",
    "<title><style></title><img src=x onerror=alert(1)></style></title>",
    "<desc><img src=x onerror=alert(1)></desc>",
    "<foreignObject><iframe src='http://e.org'></iframe><script>alert(1)</script></foreignObject>",
    '<set attributeName="href" to="javascript:alert(1)"/><animate attributeName="href" values="javascript:1"/>',
    "<handler>alert(1)</handler><iframe src='javascript:1'/><embed src='http://e.org'/><object data='http://e.org'/>",
    '<mask id="m"/><rect mask="url(http://e.org#m)" filter="url(#f) url(http://e.org)" cursor="url(http://e.org)"/>',
    "</svg><script>alert(1)</script><svg>",
    "<p><img src=x onerror=alert(1)>",
    "<!--><script>alert(1)</script>-->",
    '<svg onload="alert(1)"><script>1</script></svg>',
    "<math><mtext><script>alert(1)</script></mtext></math>",
    '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
  ];

  it("is harmful before it is sanitized, so that the next tests can fail", () => {
    expect(attacks.filter((attack) => harmsOf(new TextDecoder().decode(svg(attack))).length === 0)).toEqual([]);
  });

  it.each(attacks)("is harmless: %s", (attack) => {
    const { text } = clean(`<g>${attack}<rect width="1"/></g>`);
    expect(harmsOf(text)).toEqual([]);
  });

  it("is harmless whatever fragments stand together, and stays as it is when sanitized again", () => {
    const pieces = fc.constantFrom(
      ...attacks,
      "<g>",
      "</g>",
      "<style>",
      "</style>",
      "<title>",
      "</title>",
      "<![CDATA[",
      "]]>",
      "<text>",
      '"',
      "'",
      "<desc>",
      "&lt;",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const { text } = clean(parts.join(""));
        expect(harmsOf(text)).toEqual([]);
        const again = sanitizeSvg(encode(text));
        expect(typeof again === "string" ? again : new TextDecoder().decode(again.bytes)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
