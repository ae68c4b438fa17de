// The look of the PDFs: the packaged theme, what a workspace has otherwise, and what is said of it.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import configSchema from "../schemas/config.schema.json" with { type: "json" };
import type { Theme as OwnTheme } from "../src/model/types.gen.ts";
import { validate } from "../src/model/validate.ts";
import { parseYamlFile } from "../src/parse/index.ts";
import { checkTheme } from "../src/publish/pdf/check/theme.ts";
import { contrastRatio, textsOnGrounds } from "../src/publish/pdf/contrast.ts";
import { sourceOf } from "../src/publish/pdf/layout/source.ts";
import { studyGuide } from "../src/publish/pdf/layout/study-guide.ts";
import { fontBookOf } from "../src/publish/pdf/render/document.ts";
import { readTheme } from "../src/publish/pdf/theme.ts";
import { difference, lightness, visions } from "./helpers/color-vision.ts";
import { publicationOf, smallBank } from "./helpers/pdf-form.ts";
import { makeWorkspace, runIn, writeIn } from "./helpers/workspace.ts";

const templates = new Map([["pdf/theme.json", readFileSync("templates/pdf/theme.json", "utf8")]]);
const packaged = readTheme({ templates });

describe("the packaged theme", () => {
  it("is what the schema of a workspace's theme allows, and whole", () => {
    const { colors, alerts, domains } = packaged;
    expect(validate("config", { theme: { colors, alerts, domains } }, { values: {}, keys: {} }, "theme.json")).toEqual(
      [],
    );
    const { ThemeColors, ThemeAlerts } = configSchema.$defs;
    expect(Object.keys(colors).sort()).toEqual(Object.keys(ThemeColors.properties).sort());
    expect(Object.keys(alerts).sort()).toEqual(Object.keys(ThemeAlerts.properties).sort());
  });

  it("sets every text on every ground with the contrast of WCAG AA", () => {
    const faint = textsOnGrounds(packaged)
      .map(({ text, ground }) => ({
        pair: `${text.pointer} on ${ground.pointer}`,
        ratio: contrastRatio(text.value, ground.value),
      }))
      .filter(({ ratio }) => ratio < 4.5);
    expect(faint).toEqual([]);
  });

  const pairs = <T>(values: readonly T[]): [T, T][] =>
    values.flatMap((one, index) => values.slice(index + 1).map((other): [T, T] => [one, other]));

  it.each(["strong", "soft"] as const)("has domain colours (%s) that differ for every kind of vision", (name) => {
    const colors = packaged.domains.map((domain) => domain[name]);
    expect(colors).toHaveLength(4);
    for (const [vision, matrix] of Object.entries(visions))
      for (const [one, other] of pairs(colors))
        expect(difference(one, other, matrix), `${vision}: ${one} and ${other}`).toBeGreaterThan(9);
  });

  it.each(["strong", "soft"] as const)("has domain colours (%s) that differ in grey print", (name) => {
    for (const [one, other] of pairs(packaged.domains.map((domain) => domain[name])))
      expect(Math.abs(lightness(one) - lightness(other)), `${one} and ${other}`).toBeGreaterThan(6.5);
  });
});

describe("contrastRatio", () => {
  it.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    ["#767676", "#ffffff", 4.54],
    ["#ffffff", "#0000ff", 8.59],
  ])("of %s and %s is %d", (one, other, ratio) => {
    expect(contrastRatio(one, other)).toBeCloseTo(ratio, 2);
    expect(contrastRatio(other, one)).toBeCloseTo(ratio, 2);
  });
});

describe("the measure of differences", () => {
  it("is CIEDE2000: equal colours, black and white, and a pair that only deuteranopes take for one", () => {
    const [normal, deuteranopia] = [visions["normal"] ?? [], visions["deuteranopia"] ?? []];
    expect(difference("#336699", "#336699", normal)).toBe(0);
    expect(difference("#000000", "#ffffff", normal)).toBeCloseTo(100, 1);
    expect(difference("#0b6b57", "#9c1458", normal)).toBeGreaterThan(40);
    expect(difference("#0b6b57", "#9c1458", deuteranopia)).toBeLessThan(3);
  });
});

describe("a workspace's theme", () => {
  it("replaces what it names and keeps the rest; margins are in millimetres", () => {
    const accent = { strong: "#123456", soft: "#abcdef", tint: "#f0f0f0" };
    const theme = readTheme(
      { templates },
      {
        margins: { left: 25.4 },
        colors: { ink: "#000000" },
        alerts: { tip: { strong: "#004400", tint: "#ffffff" } },
        domains: [accent],
      },
    );
    expect(theme.margins).toEqual([72, ...packaged.margins.slice(1)]);
    expect(theme.colors).toEqual({ ...packaged.colors, ink: "#000000" });
    expect(theme.alerts.tip.strong).toBe("#004400");
    expect(theme.alerts.note).toEqual(packaged.alerts.note);
    expect(theme.domains).toEqual([accent]);
  });

  it.each(["A4", "LETTER"] as const)("keeps text within its margins on %s", (pageSize) => {
    const theme = readTheme({ templates }, { margins: { left: 40, top: 40, right: 40, bottom: 40 } });
    const publication = publicationOf(smallBank(), { config: { theme: { pageSize } } });
    const source = sourceOf(publication, theme, fontBookOf(publication.assets.fonts));
    const definition = studyGuide(source);
    expect(definition.margins).toEqual([113.39, 113.39, 113.39, 113.39]);
    expect(source.width).toBeGreaterThan(365);
    expect(source.height).toBeGreaterThan(560);
  });
});

describe("what is wrong with a workspace's theme", () => {
  const check = (yaml: string): string[] => {
    const { value, places, diagnostics } = parseYamlFile({ path: "c.yaml", bytes: Buffer.from(yaml) }, "config");
    const own = (value as { theme?: OwnTheme } | null)?.theme ?? {};
    return [...diagnostics, ...checkTheme(readTheme({ templates }, own), own, places, "c.yaml")].map(
      ({ ruleId, severity, message, position: { start } }) =>
        `${start.line}:${start.column} ${severity} ${ruleId}: ${message}`,
    );
  };

  it("is nothing where it keeps the packaged colours or sound ones", () => {
    expect(check("theme: {}")).toEqual([]);
    expect(check('theme:\n  colors:\n    muted: "#444444"\n')).toEqual([]);
  });

  it("is a text without contrast, at its colour, on the worst of its grounds", () => {
    expect(check('theme:\n  colors:\n    muted: "#999999"\n')).toEqual([
      "3:12 warning theme-contrast: Unexpected contrast 2.49:1 of `colors.muted` `#999999` on `alerts.important.tint` `#f2eefb`, expected at least 4.5:1",
    ]);
  });

  it("is a ground on which packaged texts fade, at the ground", () => {
    expect(check('theme:\n  colors:\n    cover: "#8899aa"\n')).toEqual([
      expect.stringMatching(/^3:12 warning theme-contrast: .* on `colors\.cover` `#8899aa`/u),
    ]);
  });

  it("is a domain's colours, each at its place", () => {
    const found = check('theme:\n  domains:\n    - { strong: "#aaaaaa", soft: "#ffffff", tint: "#ffffff" }\n');
    expect(found).toEqual([
      expect.stringMatching(/^3:17 .* of `domains\.0\.strong` `#aaaaaa` on `colors\.panel` `#f3f5f9`/u),
      expect.stringMatching(/^3:34 .* of `domains\.0\.soft` `#ffffff` on `domains\.0\.strong` `#aaaaaa`/u),
    ]);
  });

  it("is a colour that is none, and a margin out of bounds", () => {
    expect(check("theme:\n  colors:\n    ink: black\n  margins:\n    left: 60\n    top: 5\n").sort()).toEqual([
      "3:10 error schema-value: Unexpected `black`, expected text such as `#1b2437`",
      "5:11 error schema-value: Unexpected number 60, expected at most 40",
      "6:10 error schema-value: Unexpected number 5, expected at least 15",
    ]);
  });

  it("stands once in the report of a workspace, whatever number of guides it has", async () => {
    const root = makeWorkspace();
    writeIn(root, "certpress.config.yaml", 'theme:\n  colors:\n    muted: "#999999"\n');
    const { out } = await runIn(root, ["lint", "--format", "compact"]);
    expect(out.split("\n").filter((line) => line.includes("theme-contrast"))).toEqual([
      expect.stringMatching(/^certpress\.config\.yaml:3:12: warning/u),
    ]);
  });
});
