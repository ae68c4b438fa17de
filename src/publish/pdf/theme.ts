// The look of the documents: colours, sizes and margins of templates/pdf/theme.json, and what a workspace has otherwise.
import type { AlertKind } from "../../model/content.ts";
import type { Theme as OwnTheme } from "../../model/types.gen.ts";
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

/** Points a millimetre. */
const millimetre = 72 / 25.4;

/** The packaged theme with a workspace's own values in it, whose margins are in millimetres; throws if it is not among the assets. */
export function readTheme({ templates }: Pick<Assets, "templates">, own: OwnTheme = {}): Theme {
  const text = templates.get("pdf/theme.json");
  if (text === undefined) throw new Error("The template pdf/theme.json is not among the assets");
  // Our own file, whose completeness a test checks.
  const packaged = JSON.parse(text) as Theme;
  const { left, top, right, bottom } = own.margins ?? {};
  const points = (length: number | undefined, otherwise: number): number =>
    length === undefined ? otherwise : Math.round(length * millimetre * 100) / 100;
  return {
    ...packaged,
    margins: [
      points(left, packaged.margins[0]),
      points(top, packaged.margins[1]),
      points(right, packaged.margins[2]),
      points(bottom, packaged.margins[3]),
    ],
    colors: { ...packaged.colors, ...own.colors },
    alerts: { ...packaged.alerts, ...own.alerts },
    domains: own.domains ?? packaged.domains,
  };
}

/** Colours of the domain at this place in the blueprint, from 0. */
export function accentOf(theme: Theme, index: number): Accent {
  const accent = theme.domains[index % theme.domains.length];
  if (!accent) throw new Error("The theme has no domain colours");
  return accent;
}
