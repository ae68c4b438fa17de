// Choices that are numbers: their order has a meaning of its own.
import type { Content } from "./content.ts";

const number = String.raw`[\p{Sc}#~≈<>≤≥±+−-]*\s?(?:\d{1,3}(?:[,.'\u00A0\u202F ]\d{3})+|\d+)(?:[.,]\d+)?(?:e[+-]?\d+)?`;
const unit = String.raw`(?:\s?[\p{L}%‰°µμ\p{Sc}][\p{L}²³°/·-]*(?:\s[\p{L}/]+)?)?`;
const one = new RegExp(`^${number}${unit}(?:\\s?[–—-]\\s?${number}${unit})?$`, "iu");

/** Whether a text is one number or one range, with or without a unit of at most two words: `1,000`, `5 GB`, `$10`, `10–20 %`. */
export function isNumeric(text: string): boolean {
  return one.test(text);
}

/** Whether a text is a placeholder such as `$1` in code, which is no money. */
export function isPlaceholder({ text, nodes }: Content): boolean {
  const [node, other] = nodes;
  const isCode =
    node?.type === "code" ||
    (node?.type === "paragraph" && node.children.length === 1 && node.children[0]?.type === "inlineCode");
  return isCode && other === undefined && text.startsWith("$");
}
