// What is wrong with a workspace's own theme: texts that hardly stand out from their ground.
import type { Diagnostic } from "../../../diagnostic.ts";
import { fault } from "../../../faults.ts";
import type { YamlPlaces } from "../../../model/document.ts";
import type { Theme as OwnTheme } from "../../../model/types.gen.ts";
import { positionOfValue } from "../../../model/yaml-places.ts";
import { contrastRatio, leastContrast, textsOnGrounds, type TextOnGround, type ThemeColor } from "../contrast.ts";
import type { Theme } from "../theme.ts";

/** A fault at each colour of the config that a text or its ground has, for the pair of least contrast; what is packaged is not judged. */
export function checkTheme(theme: Theme, own: OwnTheme, places: YamlPlaces, path: string): Diagnostic[] {
  const worst = new Map<string, TextOnGround & { ratio: number }>();
  for (const pair of textsOnGrounds(theme)) {
    const ratio = contrastRatio(pair.text.value, pair.ground.value);
    const configured = [pair.text, pair.ground].find(({ pointer }) => isOwn(own, pointer));
    if (ratio >= leastContrast || configured === undefined) continue;
    const known = worst.get(configured.pointer);
    if (known === undefined || ratio < known.ratio) worst.set(configured.pointer, { ...pair, ratio });
  }
  return [...worst].map(([pointer, { text, ground, ratio }]) =>
    fault("theme-contrast", {
      // Cut, not rounded: 4.48 is not 4.5.
      message: `Unexpected contrast ${Math.floor(ratio * 100) / 100}:1 of ${nameOf(text)} on ${nameOf(ground)}, expected at least ${leastContrast}:1`,
      path,
      position: positionOfValue(`/theme${pointer}`, places),
      note: "Make the darker of the two darker or the lighter one lighter. The bound is that of WCAG level AA",
    }),
  );
}

const nameOf = ({ pointer, value }: ThemeColor): string =>
  pointer === "" ? "the white page" : `\`${pointer.slice(1).replaceAll("/", ".")}\` \`${value}\``;

/** Whether the config gives the value itself. */
function isOwn(own: OwnTheme, pointer: string): boolean {
  if (pointer === "") return false;
  let value: unknown = own;
  for (const key of pointer.slice(1).split("/")) value = Object(value)[key];
  return value !== undefined;
}
