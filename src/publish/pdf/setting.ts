// What rich text needs to know of its surroundings: fonts, colours, the width that is left, and where links lead.
import type { Media } from "../../model/media.ts";
import type { Words } from "../../model/types.gen.ts";
import type { TypesetMath } from "../../typeset/formula.ts";
import type { Links } from "./documents.ts";
import type { FontBook } from "./fonts.ts";
import type { Accent, Theme } from "./theme.ts";

/** A surrounding; derive a narrower one by spreading. */
export interface Setting {
  theme: Theme;
  words: Words;
  fonts: FontBook;
  /** Null if no typesetter is installed. */
  math: TypesetMath | null;
  accent: Accent;
  /** Whether display math stands at the left, as it does beside the mark of a choice; in the middle if absent. */
  mathAtLeft?: boolean;
  /** Width in points that a block may take. */
  width: number;
  /** Height in points that an image may take. */
  height: number;
  /** Size of running text in points. */
  size: number;
  /** Workspace path of the file that the text stands in; links and images resolve against it. */
  path: string;
  /** By workspace path. */
  media: ReadonlyMap<string, Media>;
  /** Where links into the guide lead. */
  links: Links;
  /** Ids of the list entries that are facts, by `line:column`. */
  facts: ReadonlyMap<string, string>;
  /** How deeply boxes are nested so far. */
  depth: number;
}
