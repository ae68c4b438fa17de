// Faults that only the PDF has: characters that none of its fonts can show, images that it cannot hold, math that is no math.
import type { Diagnostic, Position } from "../../../diagnostic.ts";
import { fault } from "../../../faults.ts";
import type { Media } from "../../../model/media.ts";
import { resolveTarget } from "../../../model/target.ts";
import type { Publication } from "../../publisher.ts";
import type { FontBook } from "../fonts.ts";
import { isPrintable } from "../picture.ts";
import { checkCharacters } from "./characters.ts";
import { checkMath } from "./math.ts";
import { nodesOf } from "./nodes.ts";
import { printedContents } from "./printed.ts";
import { checkSvg } from "./svg.ts";

/** All such faults: characters at their first place in a file, each image at every use, each formula. */
export function checkPrintable(publication: Publication, fonts: FontBook): Diagnostic[] {
  const { assets, form } = publication;
  const { bank } = form;
  const contents = printedContents(bank);
  const diagnostics = checkCharacters(publication, contents, fonts);
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

function unprintable(url: string, path: string, position: Position): Diagnostic {
  return fault("image-unprintable", {
    message: `Unexpected webp image \`${url}\`, expected a png, jpg or svg: a PDF cannot hold webp`,
    path,
    position,
  });
}
