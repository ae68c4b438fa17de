// The size of an SVG in CSS pixels.
import type { Element } from "hast";

/** CSS pixels a unit (CSS Values 4, section 6.2); em and % depend on the page, so they are no size. */
const units = new Map([
  ["", 1],
  ["px", 1],
  ["pt", 96 / 72],
  ["pc", 16],
  ["in", 96],
  ["cm", 96 / 2.54],
  ["mm", 96 / 25.4],
]);

/** Width and height in whole pixels; what is absent follows from the viewBox (SVG 2, section 8.2); null if that is absent too. */
export function measureSvg({ properties }: Element): { width: number; height: number } | null {
  const width = length(properties["width"]);
  const height = length(properties["height"]);
  if (width !== null && height !== null) return { width: Math.round(width), height: Math.round(height) };
  const [, , boxWidth = NaN, boxHeight = NaN] = String(properties["viewBox"])
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (!(boxWidth > 0 && boxHeight > 0)) return null;
  const scale = width !== null ? width / boxWidth : height !== null ? height / boxHeight : 1;
  return { width: Math.round(boxWidth * scale), height: Math.round(boxHeight * scale) };
}

function length(value: unknown): number | null {
  const [, digits, unit = ""] =
    /^\s*(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(typeof value === "string" ? value : "") ?? [];
  const pixels = units.get(unit.toLowerCase());
  return digits === undefined || pixels === undefined ? null : Number(digits) * pixels;
}
