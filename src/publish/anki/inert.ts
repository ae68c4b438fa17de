// Authored text → text in which Anki, its LaTeX, sound and cloze readers and MathJax see nothing of theirs.
import type { Element, ElementContent, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";

/** A field, or `[` before a word that Anki (rslib card_rendering, latex) or its clients (`[[type:`) look for, told by two characters. */
const ankiOpening = /(?<=\{)\{|(?<=\[)(?:sound:|\/?anki:|\/?latex\]|\/?\$\$?\]|\[type:)/giv;

/** Where Anki's MathJax begins to read TeX: `\(` and `\[`. */
const mathOpening = /(?<=\\)[\(\[]/gv;

/** What each opening has; most text has none. */
const ankiMark = /[\{\[\\]/v;

/** The same text in pieces: the second character of each opening stands in a span, where no reader finds the pair. */
export function splitOpenings(value: string): ElementContent[] {
  if (!ankiMark.test(value)) return value === "" ? [] : [{ type: "text", value }];
  const pieces: ElementContent[] = [];
  const openings = [...value.matchAll(ankiOpening), ...value.matchAll(mathOpening)].map(({ index }) => index);
  let end = 0;
  const push = (text: string): void => void (text !== "" && pieces.push({ type: "text", value: text }));
  for (const index of openings.sort((a, b) => a - b)) {
    push(value.slice(end, index));
    pieces.push({
      type: "element",
      tagName: "span",
      properties: {},
      children: [{ type: "text", value: value.charAt(index) }],
    });
    end = index + 1;
  }
  push(value.slice(end));
  return pieces;
}

/** In TeX a blank parts the pair and prints nothing. */
const splitTex = (tex: string): string => tex.replaceAll(ankiOpening, " $&");

/** A tag: Anki looks for images and their files in attributes, too (rslib text.rs, HTML_MEDIA_TAGS). */
const tagOpening = /(?<=<)[a-z!\/]/giv;

/** An attribute has no elements inside; the word joiner prints nothing. A retired note shows alternative texts as its text. */
const splitAttribute = (value: string): string =>
  value.replaceAll(ankiOpening, "\u2060$&").replaceAll(mathOpening, "\u2060$&").replaceAll(tagOpening, "\u2060$&");

const isElement = (node: ElementContent | undefined, tagName: string): node is Element =>
  node?.type === "element" && node.tagName === tagName;

const classesOf = ({ properties }: Element): unknown[] =>
  Array.isArray(properties.className) ? properties.className : [];

const texOf = (node: Element): string =>
  node.children.map((child) => (child.type === "text" ? child.value : "")).join("");

function mathOf(node: Element): Element | null {
  const code = isElement(node, "pre") ? node.children[0] : node;
  if (!isElement(code, "code")) return null;
  const classes = classesOf(code);
  const display = classes.includes("math-display");
  if (!display && !classes.includes("math-inline")) return null;
  const tex = splitTex(texOf(code));
  const value = display ? `\\[${tex}\\]` : `\\(${tex}\\)`;
  return {
    type: "element",
    tagName: display ? "div" : "span",
    properties: { className: ["math"], ...(display && { tabIndex: 0 }) },
    children: [{ type: "text", value }],
  };
}

/** Makes text inert, math Anki's own, and tables scroll in a box of their own; in place. */
export function makeAnki(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (node.type === "text") {
      const pieces = splitOpenings(node.value);
      parent.children.splice(index, 1, ...pieces);
      return index + pieces.length;
    }
    if (node.type !== "element") return undefined;
    if (typeof node.properties.alt === "string") node.properties.alt = splitAttribute(node.properties.alt);
    const math = mathOf(node);
    if (math) {
      parent.children[index] = math;
      return SKIP;
    }
    // What scrolls must be reachable by key (WCAG 2.2, 2.1.1).
    if (node.tagName === "pre") node.properties.tabIndex = 0;
    if (node.tagName === "table")
      parent.children[index] = {
        type: "element",
        tagName: "div",
        properties: { className: ["table"], tabIndex: 0 },
        children: [node],
      };
    return undefined;
  });
}
