// Faults that only the PDF has: characters that none of its fonts can show, and images of a type that it cannot hold.
import type { Image } from "mdast";
import { visit } from "unist-util-visit";
import type { Diagnostic, Position } from "../../../diagnostic.ts";
import { fault } from "../../../faults.ts";
import { rootOf } from "../../../model/content.ts";
import { resolveTarget } from "../../../model/target.ts";
import type { Publication } from "../../publisher.ts";
import type { FontBook } from "../fonts.ts";
import { isPrintable } from "../image.ts";
import { checkCharacters } from "./characters.ts";
import { printedContents } from "./printed.ts";

/** All such faults: characters at their first place in a file, each image at every use. */
export function checkPrintable(publication: Publication, fonts: FontBook): Diagnostic[] {
  const { bank } = publication.form;
  const contents = printedContents(bank);
  const diagnostics = checkCharacters(publication, contents, fonts);
  for (const { path, content } of contents) {
    visit(rootOf(content), "image", (image: Image) => {
      const media = bank.media.get(resolveTarget(image.url, path)?.path ?? "");
      if (media && !isPrintable(media) && image.position)
        diagnostics.push(unprintable(image.url, path, image.position));
    });
  }
  return diagnostics;
}

function unprintable(url: string, path: string, position: Position): Diagnostic {
  return fault("image-unprintable", {
    message: `Unexpected webp image \`${url}\`, expected a png, jpg or svg: a PDF cannot hold webp`,
    path,
    position,
  });
}
