// Pins: comments `<!-- id: x -->` that fix the id of a topic or a fact whatever its text becomes.
import type { Html, Nodes, Parents, Root } from "mdast";
import { quote } from "../quote.ts";
import { spanOf, walk } from "./markdown.ts";
import { slugOf } from "./slug.ts";
import { report, type Source } from "./source.ts";

const pin = /^\s*<!--\s*id:\s*(.*?)\s*-->\s*$/i;

/** Longer comments are prose; it bounds the work of the pattern. */
const longestPin = 300;

/** The id in a pin, or null for any other node. */
export function pinOf(node: Nodes | undefined): string | null {
  return node?.type === "html" && node.value.length <= longestPin ? (pin.exec(node.value)?.[1] ?? null) : null;
}

/** Reports pins that pin nothing, and ids that no slug is: an id silently dropped would lose an identity. */
export function checkPins(source: Source, root: Root, used: ReadonlySet<Html>): void {
  walk(root, ({ node, ancestors }) => {
    const id = pinOf(node);
    if (id === null || node.type !== "html") return;
    checkPin(source, node, id, used.has(node), ancestors);
  });
}

function checkPin(source: Source, node: Html, id: string, isUsed: boolean, ancestors: readonly Parents[]): void {
  const span = spanOf(node, ...ancestors.toReversed());
  const expected = slugOf(id);
  if (!isUsed)
    report(
      source,
      "pin-misplaced",
      span,
      `Unexpected pin ${quote(id)} here, expected it on the line under a topic's heading or at the end of a fact's first line`,
    );
  else if (id === "" || id !== expected)
    report(
      source,
      "pin-misplaced",
      span,
      `Unexpected id ${quote(id)} in a pin, expected ${expected === "" ? "words with hyphens" : quote(expected)}`,
    );
}
