// A stranger's SVG → one that draws shapes and text and does nothing else: no script, no page inside, no address outside itself.
import type { Element, Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import { SKIP, visit } from "unist-util-visit";
import { measureSvg } from "./svg-size.ts";
import { svgSchema } from "./svg-schema.ts";

/** Largest SVG that is parsed, and most `<` in it: the parser's time grows with their square. */
const mostBytes = 512 * 1024;
const mostTags = 20_000;
const mostLevels = 100;

/** Elements that show nothing themselves: drawing programs leave them, and no reader misses them. */
const silent = /^(?:a|switch|metadata|script|sodipodi:.*|inkscape:.*|rdf:.*|cc:.*|dc:.*)$/;

/** An SVG without what can act. */
export interface SafeSvg {
  width: number;
  height: number;
  /** Well-formed XML in UTF-8. */
  bytes: Uint8Array;
  /** Names of removed elements and attributes that a reader may miss, sorted. */
  removed: string[];
}

/** The harmless form of an SVG, or what is wrong with it. */
export function sanitizeSvg(bytes: Uint8Array): SafeSvg | string {
  if (bytes.length > mostBytes) return `an svg of ${bytes.length} bytes, expected at most ${mostBytes} bytes`;
  const text = decode(bytes);
  if (text === null) return "expected an svg in UTF-8";
  if (text.split("<").length > mostTags) return `an svg of more than ${mostTags} tags, expected fewer`;
  const root = parse(text);
  if (root === null) return "expected an svg with less nesting";
  const svg = root.children.find((node): node is Element => node.type === "element" && node.tagName === "svg");
  if (!svg) return "expected an svg element as the root";
  const size = measureSvg(svg);
  if (size === null) return "expected an svg with `width` and `height` or a `viewBox`";
  const removed = new Set<string>();
  visit(svg, "element", (element) => clean(element, removed));
  return { ...size, bytes: new TextEncoder().encode(print(svg)), removed: [...removed].sort() };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The tree, or null if it is nested too deeply for what follows: the utilities of hast recurse. */
function parse(text: string): Root | null {
  try {
    const root = fromHtml(text, { fragment: true });
    return isDeep(root) ? null : root;
  } catch (error) {
    // Thousands of levels exhaust the stack in the parser already.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function isDeep(root: Root): boolean {
  let level: Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostLevels) return true;
    level = level.flatMap((node) => ("children" in node ? node.children : []));
  }
  return false;
}

/** Removes attributes and style sheets that reach outside, and notes what the sanitizer will remove. */
function clean(element: Element, removed: Set<string>): typeof SKIP | undefined {
  const { tagName, properties } = element;
  if (!svgSchema.tagNames.includes(tagName)) {
    if (!silent.test(tagName)) removed.add(tagName);
    return svgSchema.strip.includes(tagName) ? SKIP : undefined;
  }
  for (const [name, value] of Object.entries(properties)) {
    const text = String(value);
    if (name === "href" || name === "xLinkHref" ? text.startsWith("#") : isLocal(text, name)) continue;
    delete properties[name];
    removed.add(name === "xLinkHref" ? "xlink:href" : name);
  }
  if (tagName !== "style") return undefined;
  const css = element.children.map((child) => (child.type === "text" ? child.value : "")).join("");
  if (isLocal(css, tagName)) return undefined;
  element.children = [];
  removed.add(tagName);
  return undefined;
}

/**
 * Whether a value names nothing outside the file. Presentation attributes take `url()` alone (SVG 2, section 4.2); CSS has
 * more ways to name a resource and escapes to hide them, and a style sheet is written without escaping, so it holds no `<`.
 */
function isLocal(value: string, name: string): boolean {
  const rest = value.replaceAll(/url\(\s*(["']?)#[\w.:-]+\1\s*\)/gi, "");
  if (name !== "style") return !/url\s*\(|\\/i.test(rest);
  return !/[\\@<&]|url|src|image|import|expression|element|\/\//i.test(rest);
}

function print(svg: Element): string {
  svg.properties["xmlns"] = "http://www.w3.org/2000/svg";
  svg.properties["xmlnsXLink"] = "http://www.w3.org/1999/xlink";
  const safe = sanitize({ type: "root", children: [svg] }, svgSchema);
  // What HTML writes and XML forbids (XML 1.0, sections 2.2 and 2.4).
  return toHtml(safe, { space: "svg", closeEmptyElements: true })
    .replaceAll(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("]]>", "]]&gt;");
}
