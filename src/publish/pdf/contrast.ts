// Contrast of the theme's texts with the grounds that they stand on, as WCAG counts it.
import type { Theme } from "./theme.ts";

/** Lowest contrast of text that is sound at level AA, whatever its size (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;

/** Relative luminance of a #rrggbb colour, from 0 for black to 1 for white (WCAG 2.2, relative luminance). */
function relativeLuminance(color: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Contrast ratio of two #rrggbb colours, from 1 to 21 (WCAG 2.2, contrast ratio); their order has no meaning. */
export function contrastRatio(one: string, other: string): number {
  const [dark = 0, light = 0] = [relativeLuminance(one), relativeLuminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour of a theme. */
export interface ThemeColor {
  /** JSON pointer within the theme; empty for the page itself, which no theme colours. */
  pointer: string;
  /** #rrggbb. */
  value: string;
}

/** A text and a ground that it stands on. */
export interface TextOnGround {
  text: ThemeColor;
  ground: ThemeColor;
}

const page: ThemeColor = { pointer: "", value: "#ffffff" };

/** Every text colour with every ground that the layout may set it on. */
export function textsOnGrounds(theme: Theme): TextOnGround[] {
  const named = (name: keyof Theme["colors"]): ThemeColor => ({
    pointer: `/colors/${name}`,
    value: theme.colors[name],
  });
  const domains = theme.domains.map(({ strong, soft, tint }, index) => ({
    strong: { pointer: `/domains/${index}/strong`, value: strong },
    soft: { pointer: `/domains/${index}/soft`, value: soft },
    tint: { pointer: `/domains/${index}/tint`, value: tint },
  }));
  const alerts = Object.entries(theme.alerts).map(([kind, { strong, tint }]) => ({
    strong: { pointer: `/alerts/${kind}/strong`, value: strong },
    tint: { pointer: `/alerts/${kind}/tint`, value: tint },
  }));
  const pairs = (texts: readonly ThemeColor[], grounds: readonly ThemeColor[]): TextOnGround[] =>
    texts.flatMap((text) => grounds.map((ground) => ({ text, ground })));
  const light = [page, named("paper"), named("panel")];
  const tints = [...domains, ...alerts].map(({ tint }) => tint);
  return [
    ...pairs([named("ink"), named("muted"), named("link"), named("code")], [...light, ...tints]),
    ...domains.flatMap(({ strong, soft, tint }) => [
      ...pairs([strong], [...light, tint]),
      ...pairs([named("paper"), named("coverText"), soft], [strong]),
      ...pairs([soft], [named("cover")]),
    ]),
    ...alerts.flatMap(({ strong, tint }) => pairs([strong], [tint])),
    ...pairs([named("coverText"), named("coverMuted")], [named("cover"), named("coverBand")]),
    ...pairs([named("paper")], [named("ink")]),
  ];
}
