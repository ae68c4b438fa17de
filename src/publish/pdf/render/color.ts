// Colours of page content.
import { round } from "./path.ts";

const known = new Map<string, string>();

/** The operands of a colour given as #rrggbb (ISO 32000-1, 8.6.8), in as many digits as tell its steps apart. */
export function colorOf(color: string): string {
  const found = known.get(color);
  if (found !== undefined) return found;
  const parts = /^#(?<red>[\da-f]{2})(?<green>[\da-f]{2})(?<blue>[\da-f]{2})$/iu.exec(color)?.slice(1);
  if (!parts) throw new Error(`Something in ${color}, which is not #rrggbb`);
  const operands = parts.map((part) => round(Number.parseInt(part, 16) / 255)).join(" ");
  known.set(color, operands);
  return operands;
}
