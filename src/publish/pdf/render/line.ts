// Draws one line of text: whole words in one text object a style, one link annotation a link and line.
import { shownText } from "./glyphs.ts";
import { TextDecorator, type DrawnInline, type PdfDocument, type PdfLine, type StructureElement } from "./internals.ts";
import { isArtifact, partOf, type Standing, type Tagger } from "./structure.ts";

/** Digits behind the point in page content: a thousandth of a point is below what any device shows. */
const round = (value: number): string => String(Math.round(value * 1000) / 1000 || 0);

interface DrawnRun {
  inline: DrawnInline;
  text: string;
  x: number;
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
    tagger.mark(link ?? standing);
    drawText(document, run, line.x, baseline);
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
    return text === "" ? [] : [{ inline, text, x: inline.x, width: inline.width }];
  });
}

/** Writes one text object. */
function drawText(document: PdfDocument, { inline, text, x }: DrawnRun, left: number, baseline: number): void {
  const { font, fontSize, color } = inline;
  document.page.fonts[font.id] ??= font.ref();
  const shown = shownText(font, text);
  const matrix = `1 0 0 -1 ${round(left + x)} ${round(baseline)} Tm`;
  const operators = shown === null ? shiftedText(inline, text, left + x, baseline) : `${matrix} [${shown}]TJ`;
  document.addContent(`${fillOf(color)} BT /${font.id} ${round(fontSize)} Tf ${operators} ET`);
}

const fills = new Map<string, string>();

/** The operator that fills with a colour given as #rrggbb, in as many digits as tell its steps apart. */
function fillOf(color: string): string {
  const known = fills.get(color);
  if (known !== undefined) return known;
  const parts = /^#(?<red>[\da-f]{2})(?<green>[\da-f]{2})(?<blue>[\da-f]{2})$/iu.exec(color)?.slice(1);
  if (!parts) throw new Error(`Text in ${color}, which is not #rrggbb`);
  const operator = `${parts.map((part) => round(Number.parseInt(part, 16) / 255)).join(" ")} rg`;
  fills.set(color, operator);
  return operator;
}

/** Text of which glyphs are shifted, each of these with a matrix of its own. */
function shiftedText({ font, fontSize }: DrawnInline, text: string, left: number, baseline: number): string {
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
