// certpress.config.yaml: defaults, severities, and rule ids that do not exist.
import { describe, expect, it } from "vitest";
import { resolveConfig } from "../src/config.ts";
import { defaultConfig } from "../src/default-config.ts";
import { parseYamlFile } from "../src/parse/index.ts";

function resolve(yaml: string) {
  const path = "certpress.config.yaml";
  const { config, diagnostics } = resolveConfig(parseYamlFile({ path, bytes: Buffer.from(yaml) }, "config"), path);
  return {
    config,
    faults: diagnostics.map(
      ({ ruleId, message, position: { start } }) => `${start.line}:${start.column} ${ruleId}: ${message}`,
    ),
  };
}

describe("resolveConfig", () => {
  it("has defaults for a workspace without a file, and for an empty one", () => {
    expect(resolveConfig(null, "")).toEqual({ config: defaultConfig, diagnostics: [] });
    expect(resolve("# nothing yet\n")).toEqual({ config: defaultConfig, faults: [] });
  });

  it("keeps what the file says", () => {
    const { config, faults } = resolve(
      "outputs: [pdf]\nrules: {rationale-missing: error}\ntheme: {pageSize: LETTER}\n",
    );
    expect(faults).toEqual([]);
    expect(config).toEqual({
      ...defaultConfig,
      outputs: ["pdf"],
      rules: { "rationale-missing": "error" },
      theme: { pageSize: "LETTER" },
    });
  });

  it("fills in the theme that the file leaves open", () => {
    expect(resolve("theme: {}").config.theme).toEqual({ pageSize: "A4" });
  });

  it("reports rules that do not exist, and faults, at their keys", () => {
    expect(
      resolve("rules:\n  rationale-mising: off\n  choice-empty: off\n  __proto__: off\n  nothing-like-it: info\n")
        .faults,
    ).toEqual([
      "2:3 config-rule-unknown: Unexpected rule `rationale-mising`, expected the id of a rule, did you mean `rationale-missing`?",
      "3:3 config-rule-unknown: Unexpected fault `choice-empty`, expected the id of a rule of craft: a fault can only be mended",
      "4:3 config-rule-unknown: Unexpected rule `__proto__`, expected the id of a rule",
      "5:3 config-rule-unknown: Unexpected rule `nothing-like-it`, expected the id of a rule",
    ]);
  });

  it("passes on the faults of the file itself, and then has the defaults", () => {
    const { config, faults } = resolve("output: [pdf]\nrules: {rationale-missing: never}\n");
    expect(faults).toEqual([
      "1:1 schema-key-unknown: Unexpected key `output`, did you mean `outputs`?",
      "2:28 schema-value: Unexpected `never`, expected `off`, `info`, `warning` or `error`",
    ]);
    expect(config).toEqual(defaultConfig);
  });
});
