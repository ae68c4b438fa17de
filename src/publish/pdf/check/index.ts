// Faults that only the PDF has: characters that none of its fonts can show, images that it cannot hold, math that is no math.
import type { Diagnostic, Position } from "../../../diagnostic.ts";
import { fault } from "../../../faults.ts";
import { literalsOf } from "../../../model/literals.ts";
import type { Media } from "../../../model/media.ts";
import { resolveTarget } from "../../../model/target.ts";
import { positionAt } from "../../../source-text.ts";
import type { Publication } from "../../publisher.ts";
import type { FontBook } from "../fonts.ts";
import { isPrintable } from "../picture.ts";
import { codePointName, faceFor, isVisible } from "../runs.ts";
import { checkMath } from "./math.ts";
import { nodesOf } from "./nodes.ts";
import { checkSvg } from "./svg.ts";
import { printedContents, printedStrings } from "./printed.ts";

/** All such faults, each character once a file at its first place, each image at every use. */
export function checkPrintable(publication: Publication, fonts: FontBook): Diagnostic[] {
  const { assets, form, sourceOf } = publication;
  const { bank } = form;
  const contents = printedContents(bank);
  const diagnostics: Diagnostic[] = [];
  const reported = new Set<string>();
  const report = (path: string, { text, code, place }: Printed): void => {
    for (let offset = 0; offset < text.length;) {
      const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
      const key = `${path} ${character}`;
      if (isMissing(character, code, fonts) && !reported.has(key)) {
        reported.add(key);
        diagnostics.push(missingGlyph(character, path, place(offset, offset + character.length)));
      }
      offset += character.length;
    }
  };
  for (const { path, content } of contents) {
    const source = sourceOf(path);
    for (const { text, kind, spanOf } of literalsOf(content, source))
      report(path, { text, code: kind === "code", place: (start, end) => positionAt(source, spanOf(start, end)) });
  }
  for (const { path, text, position } of printedStrings(bank))
    report(path, { text, code: false, place: () => position });
  const drawn = new Set<Media>();
  for (const { path, content } of contents) {
    for (const { node } of nodesOf(content)) {
      if (node.type !== "image" || !node.position) continue;
      const media = bank.media.get(resolveTarget(node.url, path)?.path ?? "");
      if (!media) continue;
      if (!isPrintable(media)) diagnostics.push(unprintable(node.url, path, node.position));
      else if (media.type === "svg" && !drawn.has(media))
        diagnostics.push(...checkSvg(media, { path, position: node.position }, { book: fonts, assets }));
      drawn.add(media);
    }
  }
  diagnostics.push(...checkMath(contents, publication, fonts));
  return diagnostics;
}

/** A text as it is printed, and the place of each part of it. */
interface Printed {
  text: string;
  /** Whether it is set in the code font. */
  code: boolean;
  place: (start: number, end: number) => Position;
}

const isMissing = (character: string, code: boolean, fonts: FontBook): boolean =>
  isVisible(character) &&
  faceFor(character, { family: code ? "code" : "body", bold: false, italics: false }, fonts) === undefined;

function missingGlyph(character: string, path: string, position: Position): Diagnostic {
  return fault("text-glyph-missing", {
    message: `Unexpected character \`${character}\` (U+${codePointName(character)}), expected one that a font of the PDF has`,
    path,
    position,
    note: "Write it in other words or characters. The fonts are Source Sans 3, Source Serif 4, Source Code Pro, Noto Emoji and DejaVu Sans",
  });
}

function unprintable(url: string, path: string, position: Position): Diagnostic {
  return fault("image-unprintable", {
    message: `Unexpected webp image \`${url}\`, expected a png, jpg or svg: a PDF cannot hold webp`,
    path,
    position,
  });
}
