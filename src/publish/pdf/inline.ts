// mdast phrasing → runs of text: one function a node type, so that a new syntax is a compile error here.
import type { PhrasingContent } from "mdast";
import { resolveTarget } from "../../model/target.ts";
import { isOutbound } from "../shared/link.ts";
import type { Face, Family } from "./fonts.ts";
import { formulaRun } from "./math.ts";
import type { Inline, Run, TextStyle } from "./node.ts";
import { pictureRun } from "./picture.ts";
import { markBreaks, splitRuns } from "./runs.ts";
import type { Setting } from "./setting.ts";

type Handlers = {
  [Type in PhrasingContent["type"]]: (
    node: Extract<PhrasingContent, { type: Type }>,
    style: TextStyle,
    setting: Setting,
  ) => Inline[];
};

const handlers: Handlers = {
  text: (node, style, setting) => plainRuns(node.value.replaceAll(/\s*\n\s*/gu, " "), style, setting),
  strong: (node, style, setting) => inlineRuns(node.children, { ...style, bold: true }, setting),
  emphasis: (node, style, setting) => inlineRuns(node.children, { ...style, italics: true }, setting),
  delete: (node, style, setting) => inlineRuns(node.children, { ...style, decoration: "lineThrough" }, setting),
  inlineCode: (node, style, setting) => codeRuns(node.value, style, setting),
  inlineMath: (node, style, setting) => mathRuns(node.value, style, setting),
  break: (_node, style) => [{ ...style, text: "\n" }],
  link: (node, style, setting) => inlineRuns(node.children, { ...style, ...linkStyle(node.url, setting) }, setting),
  linkReference: (node, style, setting) => inlineRuns(node.children, style, setting),
  image: (node, style, setting) => [pictureRun(node, style, setting)],
  imageReference: (node, style, setting) => plainRuns(node.alt ?? "", style, setting),
  // Comments are the only HTML that parse lets through, and they print nothing; footnotes are reported by parse.
  html: () => [],
  footnoteReference: () => [],
};

/** The runs of some phrasing in reading order. */
export function inlineRuns(nodes: readonly PhrasingContent[], style: TextStyle, setting: Setting): Inline[] {
  return nodes.flatMap((node) => {
    // The handler that is looked up by the node's own type takes that type, which the compiler cannot follow.
    const handle = handlers[node.type] as (node: PhrasingContent, style: TextStyle, setting: Setting) => Inline[];
    return handle(node, style, setting);
  });
}

/** Text as runs of the faces that have its characters, with places where long words may break. */
export function plainRuns(text: string, style: TextStyle, setting: Pick<Setting, "fonts">): Run[] {
  const { bold: _bold, italics: _italics, ...rest } = style;
  return splitRuns(markBreaks(text), faceOf(style), setting.fonts).map(({ text: part, face }) => ({
    ...rest,
    text: part,
    font: face.family,
    ...(face.bold ? { bold: true } : {}),
    ...(face.italics ? { italics: true } : {}),
  }));
}

/** The face that a style asks for. */
function faceOf({ font = "body", bold = false, italics = false }: TextStyle): Face {
  return { family: font, bold, italics };
}

const mono: Family = "code";

function codeRuns(value: string, style: TextStyle, setting: Setting): Run[] {
  const { theme, size } = setting;
  const color = style.color ?? theme.colors.code;
  return plainRuns(value, { ...style, font: mono, color, fontSize: monoSize(style.fontSize ?? size) }, setting);
}

/** A formula, or its TeX source where no typesetter is installed. */
function mathRuns(value: string, style: TextStyle, setting: Setting): Inline[] {
  const fontSize = style.fontSize ?? setting.size;
  const formula = formulaRun(value, { ...style, fontSize }, false, setting);
  return formula
    ? [formula]
    : plainRuns(value, { ...style, font: mono, italics: true, fontSize: monoSize(fontSize) }, setting);
}

/** Source Code Pro looks larger than Source Sans 3 of the same size. */
export function monoSize(size: number): number {
  return Math.round(size * 9) / 10;
}

/** Style of a link; an in-guide link that leads outside this document is plain text. */
function linkStyle(url: string, setting: Setting): TextStyle {
  const color = setting.theme.colors.link;
  if (isOutbound(url)) return { link: url, color };
  const target = resolveTarget(url, setting.path);
  if (!target) return {};
  const id = setting.anchors.get(target.fragment === null ? target.path : `${target.path}#${target.fragment}`);
  return id === undefined ? {} : { linkToDestination: id, color };
}
