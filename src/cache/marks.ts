// Marks: hashes that stand for all that a result was made of.
import { hash } from "node:crypto";

/** SHA-256 in hex of some parts; other parts, or parts cut elsewhere, give another one. */
export function markOf(...parts: readonly (string | Uint8Array)[]): string {
  return hash("sha256", parts.map((part) => hash("sha256", part)).join(" "));
}
