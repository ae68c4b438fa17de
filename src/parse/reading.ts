// A Markdown file under examination: source, tree, and what the checks on all Markdown found in it.
import type { Blockquote, Definition, Root } from "mdast";
import type { AlertKind } from "../model/content.ts";
import type { ImageTarget, Target } from "../model/document.ts";
import type { Measures } from "./containers.ts";
import type { Source } from "./source.ts";

export interface Reading {
  source: Source;
  root: Root;
  measures: Measures;
  /** The first definition of each identifier, which is the one that holds (CommonMark 4.7). */
  definitions: Map<string, Definition>;
  /** The quotes that are well-formed alerts. */
  alerts: Map<Blockquote, AlertKind>;
  links: Target[];
  images: ImageTarget[];
  anchors: string[];
}
