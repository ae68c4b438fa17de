// What the PDF publisher promises about images.
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import type { Media } from "../src/model/media.ts";
import { sanitizeSvg } from "../src/model/svg.ts";
import { blocks } from "../src/publish/pdf/blocks.ts";
import { pdfPublisher } from "../src/publish/pdf/index.ts";
import { settingOf, sourceOf } from "../src/publish/pdf/layout/source.ts";
import type { Picture } from "../src/publish/pdf/node.ts";
import { fontBookOf } from "../src/publish/pdf/render/document.ts";
import { svgForPdf } from "../src/publish/pdf/svg.ts";
import { accentOf, readTheme } from "../src/publish/pdf/theme.ts";
import type { Publication } from "../src/publish/publisher.ts";
import { content, publicationOf, smallBank, topic } from "./helpers/pdf-form.ts";
import { unpackPdf } from "./helpers/unpack-pdf.ts";

const path = "content/demo/domains/more.md";
const file = "content/demo/media/x.svg";

function svg(markup: string, width = 400): Media {
  const safe = sanitizeSvg(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width === 400 ? 100 : width}">${markup}</svg>`,
    ),
  );
  if (typeof safe === "string") throw new Error(safe);
  return { path: file, type: "svg", ...safe };
}

/** The image of a test, and two icons. */
function media(markup: string): Media[] {
  const icon = svg("<rect width='12' height='12'/>", 12);
  const bytes = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  return [
    svg(markup),
    { ...icon, path: "content/demo/media/icon.svg" },
    { path: "content/demo/media/icon.png", type: "png", width: 1, height: 1, bytes },
  ];
}

function publicationWith(markup: string, body = "![what it shows](../media/x.svg)"): Publication {
  const bank = smallBank({ media: new Map([...media(markup)].map((each) => [each.path, each])) });
  bank.domains[0]?.sections[0]?.topics.push(topic("more", "More", body, { path }));
  return publicationOf(bank);
}

const check = (markup: string, body?: string): Diagnostic[] => pdfPublisher.check(publicationWith(markup, body));
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** The study guide's embedded fonts, without the tags of their subsets, and the number of text objects on its pages. */
async function textOf(publication: Publication): Promise<{ fonts: Set<string>; objects: number }> {
  const [guide] = await pdfPublisher.publish(publication);
  const text = unpackPdf(guide?.bytes ?? new Uint8Array());
  const pages = [...text.matchAll(/\/Length (\d+)[^]*?>>\nstream\n/gu)]
    .filter(([head]) => head.includes("FlateDecode"))
    .map(({ 0: head, 1: length, index }) => {
      const start = index + head.length;
      return latin(inflateSync(Buffer.from(text.slice(start, start + Number(length)), "latin1")));
    });
  return {
    fonts: new Set([...text.matchAll(/\/BaseFont \/[A-Z]{6}\+([^\s/]+)/gu)].map(([, name = ""]) => name)),
    objects: pages.join("\n").match(/\bBT\b/gu)?.length ?? 0,
  };
}

describe("text in an svg", () => {
  it("has the fonts of the document, whatever the image asks for", async () => {
    const text = (family: string): string => `<text x="0" y="20" font-family="${family}">Text</text>`;
    const plain = await textOf(publicationWith(""));
    for (const family of ["Arial, sans-serif", "Comic Sans MS", "Courier"]) {
      const { fonts, objects } = await textOf(publicationWith(text(family)));
      expect(fonts).toEqual(plain.fonts);
      expect(objects).toBe(plain.objects + 1);
    }
    expect(check(text("Arial"))).toEqual([]);
  });

  it("falls back to a font that has the character, as the text around it does", () => {
    const { fonts } = publicationOf(smallBank()).assets;
    const shown = svgForPdf(svg(`<text font-family="Courier">a ⇔ b 🧠</text>`), fontBookOf(fonts));
    expect(shown).toContain(`<tspan font-family="symbols">⇔</tspan>`);
    expect(shown).toContain(`<tspan font-family="emoji">🧠</tspan>`);
    expect(check("<text>a ⇔ b 🧠</text>")).toEqual([]);
  });

  it("is reported at the image where no font has a character, but not where it is a comment on the picture", () => {
    const [found, ...others] = check("<title>한</title><text y='10'>a <tspan>한</tspan></text>");
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      ruleId: "text-glyph-missing",
      severity: "error",
      path,
      position: { start: { line: 1, column: 1 } },
    });
    expect(found?.message).toContain(`\`한\` (U+D55C) in the svg image \`${file}\``);
    expect(check("<title>한</title><rect width='1' height='1'/>")).toEqual([]);
  });

  it("is an error at the image where it runs from right to left", () => {
    const [found, ...others] = check("<text y='10'>a שלום</text>");
    expect(others).toEqual([]);
    expect(found).toMatchObject({ ruleId: "text-right-to-left", severity: "error", path });
    expect(found?.message).toContain(`\`a שלום\` in the svg image \`${file}\``);
  });
});

describe("what a PDF leaves out of an svg", () => {
  it.each([
    ["a filter", `<rect width="9" height="9" filter="url(#f)"/>`, "filter"],
    ["a filter in a style", `<rect width="9" height="9" style="filter: blur(2px)"/>`, "filter"],
    [
      "a filter in a style sheet",
      `<style>.a { filter: blur(2px) }</style><rect class="a" width="9" height="9"/>`,
      "filter",
    ],
    ["upright lines of text", `<text style="writing-mode: vertical-rl">a</text>`, "writing-mode"],
    ["a path that breaks off", `<path d="M0 0 L10 10 L20"/>`, "part"],
  ])("is a warning at the image: %s", (_name, markup, what) => {
    const found = check(markup);
    expect(found.map(({ ruleId, severity }) => `${ruleId} ${severity}`)).toEqual(["image-part-unprintable warning"]);
    expect(found[0]?.message).toMatch(new RegExp(`^Unexpected \`?${what}\`? (?:in|of) the svg image`, "u"));
  });

  it("is reported once, at the first place", () => {
    const markup = `<rect width="9" height="9" filter="url(#f)"/>`;
    expect(check(markup, "![a](../media/x.svg)\n\n![b](../media/x.svg)")).toHaveLength(1);
  });

  it("is nothing of shapes, gradients, masks, clips, patterns, markers and text", () => {
    const markup = `<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>
      <clipPath id="c"><rect width="9" height="9"/></clipPath><marker id="m"><path d="M0 0L1 1"/></marker>
      <mask id="k"><rect width="9" height="9" fill="white"/></mask></defs>
      <g clip-path="url(#c)" mask="url(#k)"><rect width="9" height="9" fill="url(#g)"/></g>
      <path d="M0 0L9 9" stroke="black" marker-end="url(#m)"/><text style="filter:none">a</text>`;
    expect(check(markup)).toEqual([]);
  });
});

describe("an image in a table of the guide", () => {
  it("is checked like any other", () => {
    const body = "Rows:\n\n| Service | Use case |\n|---|---|\n| S3 | ![a](../media/x.svg) |";
    expect(check(`<rect width="9" height="9" filter="url(#f)"/>`, body)).toHaveLength(1);
  });
});

describe("an image in running text", () => {
  const publication = publicationWith("<rect width='9' height='9'/>");
  const theme = readTheme(publication.assets);
  const source = sourceOf(publication, theme, fontBookOf(publication.assets.fonts));
  const lay = (markdown: string): string[] => {
    const setting = settingOf(source, { path, accent: accentOf(theme, 0), width: 300 });
    return blocks(content(markdown).nodes, setting).map((block) => {
      if ("text" in block)
        return block.text
          .map((run) => (typeof run.font === "object" ? "[icon]" : "text" in run ? run.text : ""))
          .join("");
      return JSON.stringify(block).includes('"svg"') ? "[image]" : "[other]";
    });
  };

  const layRuns = (markdown: string): Picture[] => {
    const found: Picture[] = [];
    JSON.stringify(
      blocks(content(markdown).nodes, settingOf(source, { path, accent: accentOf(theme, 0), width: 300 })),
      (key, value: unknown) => {
        // Fonts that are no names are pictures or formulas, and there are no formulas here.
        if (key === "font" && typeof value === "object") found.push(value as Picture);
        return value;
      },
    );
    return found;
  };

  it.each([
    "**bold ![a](../media/x.svg) text**",
    "*very **bold ![a](../media/x.svg) text***",
    "~~bold ![a](../media/x.svg) text~~",
  ])("stands between what is before and after it: %s", (markdown) => {
    expect(lay(`Some ${markdown} here`)).toEqual([expect.stringMatching(/^Some .*bold $/u), "[image]", " text here"]);
  });

  it("stands in the line where it is no larger than that", () => {
    const [run] = layRuns("Some *icon ![a](../media/icon.svg) here*");
    expect(lay("Some *icon ![a](../media/icon.svg) here*")).toEqual(["Some icon [icon] here"]);
    expect(run).toMatchObject({ alt: "a", width: (1000 * 12 * 0.75) / theme.sizes.body });
  });

  it("is made as small as the line of a heading or a caption, where it cannot stand elsewhere", () => {
    const [run] = layRuns("### Heading ![a](../media/x.svg)");
    expect(run?.ascent).toBeLessThan(1200);
    expect(run?.alt).toBe("a");
  });

  it("is a figure of its own for those who do not see it, and its description that of a link around it", async () => {
    const body =
      "An ![first icon](../media/icon.svg) and [![second icon](../media/icon.svg)](https://example.org/icon) here.";
    const [guide] = await pdfPublisher.publish(publicationWith("", body));
    const text = unpackPdf(guide?.bytes ?? new Uint8Array());
    for (const alt of ["first icon", "second icon"])
      expect(text).toMatch(new RegExp(`/S /Figure[^>]*/Alt \\(${alt}\\)|/Alt \\(${alt}\\)[^>]*/S /Figure`, "u"));
    expect(text).toContain("/Contents (second icon)");
  });

  it("is drawn where it is a png, too, without a look at the disk", async () => {
    const [guide] = await pdfPublisher.publish(publicationWith("", "An ![icon](../media/icon.png) here."));
    expect(unpackPdf(guide?.bytes ?? new Uint8Array())).toMatch(/\/Subtype \/Image/u);
  });

  it("is never wider than its place nor taller than two thirds of a page", () => {
    const [figure] = blocks(
      content("![a](../media/x.svg)").nodes,
      settingOf(source, { path, accent: accentOf(theme, 0), width: 90 }),
    );
    const [, width, height] = /"fit":\[([\d.]+),([\d.]+)\]/u.exec(JSON.stringify(figure)) ?? [];
    expect(Number(width)).toBe(90);
    expect(Number(height)).toBeLessThan((source.height * 2) / 3);
  });
});
