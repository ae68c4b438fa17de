// The look of the documents, read from templates/pdf/theme.json: colours, sizes, margins.
import type { AlertKind } from "../../model/content.ts";
import type { Assets } from "../publisher.ts";
import type { Margin } from "./node.ts";

/** Colours of one domain; domains beyond the last start over. */
export interface Accent {
  /** For headings and fills under white text. */
  strong: string;
  /** For marks on a dark ground. */
  soft: string;
  /** For fills under dark text. */
  tint: string;
}

/** Sizes in points, colours as #rrggbb. */
export interface Theme {
  /** Of every page. */
  margins: Margin;
  sizes: Record<
    "body" | "card" | "small" | "table" | "code" | "lead" | "chapter" | "section" | "topic" | "subheading",
    number
  >;
  /** Of running text, as a multiple of the font's own height. */
  lineHeight: number;
  colors: Record<
    "ink" | "muted" | "rule" | "panel" | "paper" | "link" | "code" | "cover" | "coverBand" | "coverText" | "coverMuted",
    string
  >;
  alerts: Record<AlertKind, { strong: string; tint: string }>;
  domains: Accent[];
}

/** The packaged theme; throws if it is not among the assets. */
export function readTheme(assets: Pick<Assets, "templates">): Theme {
  const text = assets.templates.get("pdf/theme.json");
  if (text === undefined) throw new Error("The template pdf/theme.json is not among the assets");
  // Our own file, whose completeness a test checks.
  return JSON.parse(text) as Theme;
}

/** Colours of the domain at this place in the blueprint, from 0. */
export function accentOf(theme: Theme, index: number): Accent {
  const accent = theme.domains[index % theme.domains.length];
  if (!accent) throw new Error("The theme has no domain colours");
  return accent;
}
