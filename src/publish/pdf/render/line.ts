// Draws one line of text: whole words in one text object a style, one link annotation a link and line.
import type { Glyph } from "../node.ts";
import { colorOf } from "./color.ts";
import { drawGlyph } from "./draw-glyph.ts";
import { shownText } from "./glyphs.ts";
import { TextDecorator, type DrawnInline, type PdfLine } from "./internals.ts";
import type { PdfDocument, StructureElement } from "./pdf-document.ts";
import { round } from "./path.ts";
import { isArtifact, partOf, type Part, type Standing, type Tagger } from "./structure.ts";

interface PlacedRun {
  inline: Pick<DrawnInline, "font" | "fontSize" | "color">;
  text: string;
  x: number;
}

interface DrawnRun extends PlacedRun {
  inline: DrawnInline;
  width: number;
}

/** Draws the line at its place and records its links; page numbers are filled in first. */
export function drawLine(document: PdfDocument, line: PdfLine, standing: Standing, tagger: Tagger): void {
  if (line._pageNodeRef && line.inlines[0]) fillPageNumber(line.inlines[0], line._pageNodeRef);
  for (const inline of line.inlines) if (inline._pageNodeRef) fillPageNumber(inline, inline._pageNodeRef);
  const baseline = line.y + line.getAscenderHeight();
  for (const run of runsOf(line)) {
    const isLink = Boolean(run.inline.link ?? run.inline.linkToDestination);
    // A repeated header's links are not repeated, because a link has a place in the structure.
    const link = isLink && !isArtifact(standing) ? partOf("Link", standing) : null;
    const place = link ?? standing;
    const { glyph } = run.inline.font;
    if (glyph) {
      tagger.mark(isArtifact(place) ? place : glyphPart(glyph, place, run, { x: line.x + run.x, baseline }));
      for (const words of drawGlyph(document, run.inline, line.x + run.x, baseline))
        drawText(document, words, 0, words.baseline);
    } else {
      tagger.mark(place);
      drawText(document, run, line.x, baseline);
    }
    if (!link) continue;
    tagger.close();
    const element = tagger.elementOf(link);
    annotate(document, run, line, element);
    // pdfkit notes an annotation's page when the element ends, which must be the page that it is on.
    element.end();
  }
  if (line.inlines.some((inline) => inline.decoration)) {
    tagger.mark("layout");
    document.save();
    new TextDecorator(document).drawDecorations(line, line.x, line.y);
    document.restore();
  }
}

/** pdfmake laid out five zeros for a page number; the true number takes less room. */
function fillPageNumber(inline: DrawnInline, target: NonNullable<DrawnInline["_pageNodeRef"]>): void {
  const page = target.positions?.[0]?.pageNumber;
  if (page === undefined) throw new Error("A page number is printed of a node that is not in the document");
  const before = inline.width;
  inline.text = String(page);
  inline.width = inline.font.widthOfString(inline.text, inline.fontSize);
  if (inline.alignment === "right") inline.x += before - inline.width;
}

/** What the line shows. */
function runsOf(line: PdfLine): DrawnRun[] {
  return line.inlines.flatMap((inline): DrawnRun[] => {
    const text = inline.text.replaceAll(/[\r\n]/gu, "");
    const { glyph } = inline.font;
    return text === "" ? [] : [{ inline, text: glyph ? spokenOf(glyph) : text, x: inline.x, width: inline.width }];
  });
}

/** What a glyph is to someone who does not see it. */
const spokenOf = (glyph: Glyph): string => ("tex" in glyph ? glyph.tex : glyph.alt);

/** A glyph as an element of its own, with the place that it takes on the page. */
function glyphPart(
  glyph: Glyph,
  parent: Part,
  { inline }: DrawnRun,
  { x, baseline }: { x: number; baseline: number },
): Part {
  const part = partOf("tex" in glyph ? "Formula" : "Figure", parent, { alt: spokenOf(glyph) });
  const unit = inline.fontSize / 1000;
  part.box = [x, baseline - glyph.ascent * unit, x + glyph.width * unit, baseline + glyph.depth * unit];
  return part;
}

/** Writes one text object. */
function drawText(document: PdfDocument, { inline, text, x }: PlacedRun, left: number, baseline: number): void {
  const { font, fontSize, color } = inline;
  document.page.fonts[font.id] ??= font.ref();
  const shown = shownText(font, text);
  const matrix = `1 0 0 -1 ${round(left + x)} ${round(baseline)} Tm`;
  const operators = shown === null ? shiftedText(inline, text, left + x, baseline) : `${matrix} [${shown}]TJ`;
  document.addContent(`${colorOf(color)} rg BT /${font.id} ${round(fontSize)} Tf ${operators} ET`);
}

/** Text of which glyphs are shifted, each of these with a matrix of its own. */
function shiftedText({ font, fontSize }: PlacedRun["inline"], text: string, left: number, baseline: number): string {
  const [glyphs, positions] = font.encode(text);
  const scale = fontSize / 1000;
  const matrix = (dx: number, dy: number): string => `1 0 0 -1 ${round(left + dx)} ${round(baseline - dy)} Tm`;
  const operators = [matrix(0, 0)];
  let shown: string[] = [];
  let hex = "";
  let advance = 0;
  const show = (): void => {
    if (hex) shown.push(`<${hex}>`);
    if (shown.length > 0) operators.push(`[${shown.join("")}]TJ`);
    shown = [];
    hex = "";
  };
  positions.forEach((position, index) => {
    const isShifted = position.xOffset !== 0 || position.yOffset !== 0;
    if (isShifted) {
      show();
      operators.push(matrix(advance + position.xOffset * scale, position.yOffset * scale));
    }
    hex += glyphs[index] ?? "";
    const kerning = position.advanceWidth - position.xAdvance;
    advance += position.xAdvance * scale;
    if (isShifted) {
      show();
      operators.push(matrix(advance, 0));
    } else if (Math.abs(kerning) > 0.01) {
      shown.push(`<${hex}>${round(kerning)}`);
      hex = "";
    }
  });
  show();
  return operators.join(" ");
}

/** One annotation over the run, described by its title or text (ISO 14289-1, 7.18.5). */
function annotate(
  document: PdfDocument,
  { inline, text, x, width }: DrawnRun,
  line: PdfLine,
  structParent: StructureElement,
): void {
  document.annotate(line.x + x, line.y, width, line.getHeight(), {
    Subtype: "Link",
    // A String object is what pdfkit writes as a PDF string; a plain string would become a name.
    Contents: new String(inline.linkTitle ?? text.trim()),
    ...targetOf(inline),
    structParent,
  });
}

/** A web address, a place in a file beside this one (ISO 32000-1, 12.6.4.3), or a place in this document. */
function targetOf({ link, linkToFile, linkToDestination }: DrawnInline): object {
  if (link) return { A: { Type: "Action", S: "URI", URI: new String(link) } };
  const destination = new String(linkToDestination);
  if (linkToFile === undefined) return { Dest: destination };
  const file = { Type: "Filespec", F: new String(linkToFile), UF: new String(linkToFile) };
  return { A: { Type: "Action", S: "GoToR", F: file, D: destination } };
}
