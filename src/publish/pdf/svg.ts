// SVG images for the PDF: their text in our fonts, and what of them the PDF cannot show.
import type { Element, ElementContent, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { SKIP, visit } from "unist-util-visit";
import type { Media } from "../../model/media.ts";
import type { Face, FontBook } from "./fonts.ts";
import { splitRuns } from "./runs.ts";

// The bytes are what the model has printed: well-formed, harmless and of bounded depth.
const parse = (bytes: Uint8Array): Root => fromHtml(new TextDecoder().decode(bytes), { fragment: true });

/** The family that serves a CSS list of families: one of ours by its name, else the code font for fixed widths, else the body font. */
export function familyFor(list: string, { fallbacks }: Pick<FontBook, "fallbacks">): Face["family"] {
  const names = list.split(",").map((name) => name.trim().replaceAll(/["']/gu, "").toLowerCase());
  const own = fallbacks.find((family) => names[0] === family);
  return own ?? (names.some((name) => /mono|courier|consol|menlo|code/u.test(name)) ? "code" : "body");
}

/**
 * The SVG without a size of its own, so that it takes that of its place, and with characters that its font lacks given to one
 * that has them; throws for a character that none has.
 */
export function svgForPdf({ bytes, width, height }: Omit<Media, "path" | "type">, fonts: FontBook): string {
  const root = parse(bytes);
  visit(root, "element", (element, _index, parent) => {
    if (parent === root) {
      element.properties["viewBox"] ??= `0 0 ${width} ${height}`;
      delete element.properties["width"];
      delete element.properties["height"];
    }
    if (!textElements.has(element.tagName)) return;
    const wanted = faceOf(element, fonts);
    element.children = element.children.flatMap((child): ElementContent[] => {
      if (child.type !== "text") return [child];
      return splitRuns(child.value, wanted, fonts).map(({ text, face }) => {
        const value = { type: "text", value: text } as const;
        if (face.family === wanted.family) return value;
        return { type: "element", tagName: "tspan", properties: { fontFamily: face.family }, children: [value] };
      });
    });
  });
  return toHtml(root, { space: "svg", closeEmptyElements: true });
}

const textElements: ReadonlySet<string> = new Set(["text", "tspan", "textPath"]);

/** The face that an element asks for itself; what it inherits is left to the renderer, because most fonts share their characters. */
function faceOf({ properties }: Element, fonts: FontBook): Face {
  const list = properties["fontFamily"];
  return { family: familyFor(typeof list === "string" ? list : "", fonts), bold: false, italics: false };
}

/** The texts that the SVG shows, each of one element, in its order. */
export function svgTexts(bytes: Uint8Array): string[] {
  const texts: string[] = [];
  visit(parse(bytes), (node) => {
    if (node.type === "element" && (node.tagName === "title" || node.tagName === "desc" || node.tagName === "style"))
      return SKIP;
    if (node.type === "text") texts.push(node.value);
    return undefined;
  });
  return texts;
}

/** Presentation that changes how a picture looks, and that what draws it in the PDF passes over. */
const passedOver: Record<string, RegExp> = {
  filter: /^(?!none$)/u,
  mixBlendMode: /^(?!normal$)/u,
  writingMode: /^(?:tb|vertical)/u,
};
const passedOverInCss = /(?:^|[;{\s])(filter|mix-blend-mode|writing-mode)\s*:\s*(?!none|normal|horizontal|lr|\s)/gu;

/** Names of what the SVG has and the PDF leaves out, sorted. */
export function missingInPdf(bytes: Uint8Array): string[] {
  const found = new Set<string>();
  visit(parse(bytes), "element", ({ tagName, properties, children }) => {
    for (const [name, pattern] of Object.entries(passedOver)) {
      const value = properties[name];
      if (value !== undefined && pattern.test(String(value)))
        found.add(name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`));
    }
    const sheet =
      tagName === "style" ? children.map((child) => (child.type === "text" ? child.value : "")).join("") : "";
    for (const [, name = ""] of `${properties["style"] ?? ""} ${sheet}`.matchAll(passedOverInCss)) found.add(name);
  });
  return [...found].sort();
}
