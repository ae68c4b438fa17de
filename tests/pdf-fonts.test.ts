// Fonts of the PDFs: those that a workspace names, who shows a character that a font lacks, and what no font can show.
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { clustersOf } from "../src/publish/pdf/clusters.ts";
import { fontSetOf, type Face, type FontBook } from "../src/publish/pdf/fonts.ts";
import { pdfPublisher } from "../src/publish/pdf/index.ts";
import { countLines, fitSize } from "../src/publish/pdf/layout/fit.ts";
import { fontBookOf } from "../src/publish/pdf/render/document.ts";
import { splitRuns } from "../src/publish/pdf/runs.ts";
import { hanFont } from "./helpers/han-font.ts";
import { content, publicationOf, smallBank } from "./helpers/pdf-form.ts";
import { makeWorkspace, runIn, soundGuide, writeIn } from "./helpers/workspace.ts";
import { unpackPdf } from "./helpers/unpack-pdf.ts";

const require = createRequire(import.meta.url);
const dejavu = (name: string): Buffer => readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
const packaged = publicationOf(smallBank()).assets.fonts;
const bookWith = (own: Record<string, Uint8Array> = {}): FontBook =>
  fontBookOf(new Map([...packaged, ...Object.entries(own)]));
const han = hanFont(dejavu("DejaVuSans"));
const body: Face = { family: "body", bold: false, italics: false };
const heading: Face = { family: "heading", bold: false, italics: false };
const runsOf = (text: string, fonts: FontBook, face: Face = body): string[] =>
  splitRuns(text, face, fonts).map((run) => `${run.face.family}${run.face.bold ? "+b" : ""}:${run.text}`);

describe("the families", () => {
  it("are the packaged ones where the workspace names none", () => {
    expect(fontSetOf(packaged.keys()).fallbacks).toEqual(["body", "emoji", "symbols"]);
  });

  it("are the workspace's own before the packaged ones, and the packaged body font stays to be asked", () => {
    const { families, fallbacks } = fontSetOf([
      "body.regular",
      "body.bold",
      "fallback.0.regular",
      "fallback.1.regular",
    ]);
    expect(fallbacks).toEqual(["body", "packaged", "fallback.0", "fallback.1", "emoji", "symbols"]);
    expect(families.get("body")).toEqual({
      normal: "body.regular",
      bold: "body.bold",
      italics: "body.regular",
      bolditalics: "body.bold",
    });
    expect(families.get("packaged")?.normal).toBe("SourceSans3_400Regular");
  });
});

describe("clustersOf", () => {
  it.each([
    ["ab", ["a", "b"]],
    ["e\u0301x", ["e\u0301", "x"]],
    ["a\u0304\u0301", ["a\u0304\u0301"]],
    ["👩‍💻!", ["👩‍💻", "!"]],
    ["👍🏽🇪🇺🇬🇷", ["👍🏽", "🇪🇺", "🇬🇷"]],
    ["1️⃣2", ["1️⃣", "2"]],
    ["𠀀\u{E0100}字", ["𠀀\u{E0100}", "字"]],
  ])("cuts %s where a reader would", (text, clusters) => {
    expect([...clustersOf(text)]).toEqual(clusters);
    expect([...clustersOf(text)].join("")).toBe(text);
  });
});

describe("a text", () => {
  it("is shown by the fallback that the workspace names, beside the packaged fonts", () => {
    const fonts = bookWith({ "fallback.0.regular": han });
    expect(runsOf("S3 中丈 ok", fonts)).toEqual(["body:S3 ", "fallback.0:中丈", "body: ok"]);
  });

  it("in a heading has a bold stand-in, because headings are heavy", () => {
    const fonts = bookWith({ "fallback.0.regular": han });
    expect(runsOf("Aა中", fonts, heading)).toEqual(["heading:A", "symbols+b:ა", "fallback.0+b:中"]);
  });

  it("is set in the workspace's body font, and what it lacks in ours", () => {
    const fonts = bookWith({ "body.regular": han });
    expect(runsOf("中 abc", fonts)).toEqual(["body:中", "packaged: abc"]);
  });

  it("keeps Greek and Cyrillic in the packaged fonts", () => {
    for (const text of ["Ἐν ἀρχῇ ἦν ὁ λόγος", "Съешь ещё этих мягких булок, ґєії"])
      expect(runsOf(text, bookWith())).toEqual([`body:${text}`]);
    for (const text of ["Εισαγωγή", "Введение"]) expect(runsOf(text, bookWith(), heading)).toEqual([`heading:${text}`]);
  });

  it.each([
    ["a base and its marks", "x\u0304\u0307"],
    ["a keycap", "1️⃣"],
    ["a family", "👩‍👩‍👧‍👦"],
    ["a skin tone", "👍🏽"],
    ["a flag", "🇬🇷"],
    ["a precomposed letter", "ế"],
    ["a decomposed letter", "e\u0302\u0301"],
    ["a Vietnamese letter in a heading", "ệ"],
  ])("keeps %s in one face", (_name, text) => {
    for (const face of [body, heading]) expect(splitRuns(text, face, bookWith())).toHaveLength(1);
  });

  it("is composed where only the composed letter has a glyph", () => {
    const fonts: FontBook = {
      fallbacks: ["body"],
      names: () => [],
      covers: (_face, codePoint) => codePoint === 0xe9,
      widthOf: () => 1,
      lineHeight: () => 1,
    };
    expect(splitRuns("e\u0301", body, fonts)).toEqual([{ text: "é", face: body }]);
  });

  it("drops what has no glyph and says nothing, such as a joiner", () => {
    expect(runsOf("a\u2060b\u{E0001}c", bookWith())).toEqual(["body:abc"]);
  });
});

describe("lines", () => {
  const fonts = bookWith({ "fallback.0.regular": han });
  const title = "一丁七万丈三上下不与丐丑专且丕世丘丙业丛东丝丞丢两严並丧";

  it("are counted with breaks between characters of scripts without blanks", () => {
    const width = fonts.widthOf(title, { ...heading, family: "fallback.0", bold: true }, 20);
    expect(countLines(title, heading, 20, width + 1, fonts)).toBe(1);
    expect(countLines(title, heading, 20, width / 2, fonts)).toBeGreaterThanOrEqual(2);
    expect(countLines(title, heading, 20, width / 4, fonts)).toBeGreaterThanOrEqual(4);
  });

  it("make a title smaller until it fits", () => {
    const most = { most: 40, lines: 1, width: 500 };
    const size = fitSize(title, heading, most, fonts);
    expect(size).toBeLessThan(40);
    expect(countLines(title, heading, size, 500, fonts)).toBe(1);
  });
});

it("a guide in Chinese is published with a fallback font, every line of it", async () => {
  const text = "一丁七万丈三上下不与丐丑专且丕世丘丙业丛东丝丞丢两严並丧、".repeat(40);
  const bank = smallBank();
  bank.introduction = content(
    `${text}\n\n| Domain | Topic |\n|---|---|\n| ${text.slice(0, 60)} | ${text.slice(0, 200)} |`,
  );
  for (const domain of bank.domains) domain.title = text.slice(0, 45);
  const publication = publicationOf(bank);
  const own = {
    ...publication,
    assets: { ...publication.assets, fonts: new Map([...packaged, ["fallback.0.regular", han]]) },
  };
  expect(pdfPublisher.check(publication).map(({ ruleId }) => ruleId)).toContain("text-glyph-missing");
  expect(pdfPublisher.check(own)).toEqual([]);
  const [guide] = await pdfPublisher.publish(own);
  const again = await pdfPublisher.publish(own);
  expect(unpackPdf(guide?.bytes ?? new Uint8Array())).toContain("DejaVuSans");
  expect(again[0]?.bytes).toEqual(guide?.bytes);
});

it("characters that no font has are one finding of a file if they are many, and it names the fonts", () => {
  const bank = smallBank();
  bank.exam.vendor = "한국어 문서";
  const publication = publicationOf(bank);
  const found = pdfPublisher.check({
    ...publication,
    assets: { ...publication.assets, fonts: new Map([...packaged, ["fallback.0.regular", dejavu("DejaVuSerif")]]) },
  });
  expect(found.map(({ message }) => message)).toEqual([
    "Unexpected 5 characters such as `한` `국` `어` `문` `서`, expected ones that a font of the PDF has",
  ]);
  expect(found[0]?.note).toMatch(
    /under `fonts` in certpress\.config\.yaml\. The fonts are .*Source Sans 3.*DejaVu Serif/u,
  );
});

describe("a font of the config", () => {
  const config = (fonts: string): string => `outputs: [pdf]\nfonts:\n${fonts}`;
  const lint = async (root: string, fonts: string): Promise<string[]> => {
    writeIn(root, "certpress.config.yaml", config(fonts));
    const { out } = await runIn(root, ["lint", "--format", "json"]);
    const { diagnostics } = JSON.parse(out) as { diagnostics: Diagnostic[] };
    return diagnostics
      .filter(({ path }) => path === "certpress.config.yaml")
      .map(({ ruleId, message, position: { start } }) => `${start.line}:${start.column} ${ruleId}: ${message}`);
  };

  it("is drawn with", async () => {
    const root = makeWorkspace();
    writeIn(root, "fonts/Serif.ttf", dejavu("DejaVuSerif"));
    writeIn(root, "certpress.config.yaml", config("  body: { regular: fonts/Serif.ttf }\n"));
    const { status } = await runIn(root, ["build"]);
    expect(status).toBe(0);
    const guide = unpackPdf(readFileSync(join(root, "dist/tst/tst-study-guide.pdf")));
    expect(guide).toMatch(/\/FontName \/\w+\+DejaVuSerif/u);
    expect(guide).not.toMatch(/\/FontName \/\w+\+SourceSans3-Regular/u);
  });

  it("is a file in the workspace, also behind links", async () => {
    const root = makeWorkspace();
    const outside = makeWorkspace();
    writeIn(outside, "Serif.ttf", dejavu("DejaVuSerif"));
    mkdirSync(join(root, "fonts"));
    symlinkSync(join(outside, "Serif.ttf"), join(root, "fonts/Link.ttf"));
    const missing = "a file of the workspace, relative to its root";
    expect(await lint(root, "  body: { regular: fonts/Gone.ttf }\n  code: { regular: fonts }\n")).toEqual([
      `3:20 font-unusable: Unexpected font \`fonts/Gone.ttf\`, expected ${missing}`,
      `4:20 font-unusable: Unexpected font \`fonts\`, expected ${missing}`,
    ]);
    expect(
      await lint(
        root,
        `  fallback:\n    - { regular: fonts/Link.ttf }\n    - { regular: ../${dirname(root).length}.ttf }\n`,
      ),
    ).toEqual([
      "4:18 font-unusable: Unexpected font `fonts/Link.ttf` outside of the workspace, expected a file in it, also behind links",
      expect.stringMatching(/^5:18 font-unusable: .*expected a file of the workspace/u),
    ]);
  });

  it("is a whole TrueType or OpenType font", async () => {
    const root = makeWorkspace();
    const sound = dejavu("DejaVuSerif");
    const cut = Buffer.concat([sound.subarray(0, 4000)]);
    const color = Buffer.from(sound);
    color.write("COLR", 12 + 16, "latin1");
    const files = { "a.ttf": "no font", "b.woff2": "wOF2....", "c.ttc": "ttcf....", "d.ttf": cut, "e.ttf": color };
    for (const [path, bytes] of Object.entries(files)) writeIn(root, path, bytes);
    const found = await lint(
      root,
      `  fallback:\n${Object.keys(files)
        .map((path) => `    - { regular: ${path} }\n`)
        .join("")}`,
    );
    const expected = "expected a TrueType or OpenType file (.ttf, .otf)";
    expect(found).toEqual([
      `4:18 font-unusable: Unexpected file \`a.ttf\`, ${expected}`,
      `5:18 font-unusable: Unexpected WOFF2 font \`b.woff2\`, ${expected}`,
      `6:18 font-unusable: Unexpected collection of fonts \`c.ttc\`, ${expected}`,
      `7:18 font-unusable: Unexpected font \`d.ttf\` that cannot be embedded, ${expected} that is whole`,
      `8:18 font-unusable: Unexpected colour font \`e.ttf\`, ${expected}`,
    ]);
  });

  it("that cannot be used stops the build", async () => {
    const root = makeWorkspace({ "guide.md": soundGuide["guide.md"] ?? "" });
    writeIn(root, "certpress.config.yaml", config("  body: { regular: gone.ttf }\n"));
    expect((await runIn(root, ["build"])).status).toBe(1);
  });

  it("needs a regular face", async () => {
    expect(await lint(makeWorkspace(), "  body: { bold: x.ttf }\n")).toEqual([
      "3:3 schema-key-missing: Unexpected missing key `regular` in `body`, expected `regular: …`",
    ]);
  });
});
