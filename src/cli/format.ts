// Numbers for people.
import type { Found } from "../model/document.ts";

/** `16 items, 310 facts, 8 tables, 61 rows, 95 terms` */
export function formatCounts(found: Found): string {
  return Object.entries(found)
    .map(([kind, count]) => `${count} ${count === 1 ? kind.slice(0, -1) : kind}`)
    .join(", ");
}

/** In units of 1,000 bytes. */
export function formatSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
