// mdast phrasing → runs of text: one function a node type, so that a new syntax is a compile error here.
import type { Link, PhrasingContent } from "mdast";
import { resolveTarget } from "../../model/target.ts";
import { isOutbound } from "../shared/link.ts";
import { fill } from "../shared/words.ts";
import { linkTo } from "./documents.ts";
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
  link: (node, style, setting) => linkRuns(node, style, setting),
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

/** A link; one that leads to a file of no document is plain text, and one into another document names it and the page. */
function linkRuns({ url, children }: Link, style: TextStyle, setting: Setting): Inline[] {
  const { colors } = setting.theme;
  const linked = (own: TextStyle): Inline[] => inlineRuns(children, { ...style, color: colors.link, ...own }, setting);
  if (isOutbound(url)) return linked({ link: url });
  const target = resolveTarget(url, setting.path);
  const anchors = setting.links.anchors;
  const place =
    target && ((target.fragment && anchors.get(`${target.path}#${target.fragment}`)) || anchors.get(target.path));
  if (!place) return inlineRuns(children, style, setting);
  const to = linkTo(place, setting.links);
  if (to.linkToFile === undefined) return linked(to);
  const { pdf } = setting.words;
  const document = pdf[place.document];
  const page = setting.links.pageIn(place);
  const where = page === undefined ? document : fill(pdf.placeElsewhere, { document, page });
  return [...linked(to), ...plainRuns(` (${where})`, style, setting)];
}
