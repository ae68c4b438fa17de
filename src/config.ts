// certpress.config.yaml as it was parsed and validated → the configuration of every stage, and its faults.
import type { Diagnostic } from "./diagnostic.ts";
import { fault, faults } from "./faults.ts";
import { rules } from "./lint/rules/index.ts";
import type { YamlPlaces } from "./model/document.ts";
import type { ConfigFile, Theme } from "./model/types.gen.ts";
import { escapeKey, positionOfOwner, positionOfValue } from "./model/yaml-places.ts";
import { didYouMean } from "./near.ts";
import { oneOf, quote } from "./quote.ts";

/** The config file as parse read it; `value` is null if its diagnostics say what is wrong. */
export interface ParsedConfig {
  value: unknown;
  places: YamlPlaces;
  diagnostics: Diagnostic[];
}

/** A configuration with defaults filled in, but for `outputs`, which are all when absent, and `baseline`, which is none. */
export type ResolvedConfig = ConfigFile &
  Required<Pick<ConfigFile, "profile" | "rules" | "options" | "overrides">> & {
    theme: Theme & Required<Pick<Theme, "pageSize">>;
  };

/** What holds without a config file or with a faulty one. */
export const defaultConfig: ResolvedConfig = {
  profile: "recommended",
  rules: {},
  options: {},
  overrides: [],
  theme: { pageSize: "A4" },
};

/** The configuration, and all faults of its file. */
export function resolveConfig(
  parsed: ParsedConfig | null,
  path: string,
): { config: ResolvedConfig; diagnostics: Diagnostic[] } {
  // parse gives a value only if it is valid against schemas/config.schema.json.
  const file = (parsed?.value ?? {}) as ConfigFile;
  const config = { ...defaultConfig, ...file, theme: { ...defaultConfig.theme, ...file.theme } };
  if (parsed === null) return { config, diagnostics: [] };
  const { places } = parsed;
  const diagnostics = [
    ...checkRuleIds(file.rules, "/rules"),
    ...checkRuleIds(file.options, "/options"),
    ...(file.overrides ?? []).flatMap((override, index) => checkRuleIds(override.rules, `/overrides/${index}/rules`)),
    ...checkOptions(file),
  ].map(({ ruleId, message, pointer, isValue }) =>
    fault(ruleId, {
      message,
      path,
      position: isValue === true ? positionOfValue(pointer, places) : positionOfOwner(pointer, places),
    }),
  );
  return { config, diagnostics: [...parsed.diagnostics, ...diagnostics] };
}

interface ConfigFault {
  ruleId: "config-rule-unknown" | "config-option-unknown" | "config-option-value";
  message: string;
  pointer: string;
  isValue?: boolean;
}

/** Keys that are no rule of craft. */
function checkRuleIds(byRule: Readonly<Record<string, unknown>> = {}, pointer: string): ConfigFault[] {
  const known = rules.map(({ id }) => id);
  const unknown = Object.keys(byRule).filter((id) => !known.includes(id));
  return unknown.map((id) => ({
    ruleId: "config-rule-unknown",
    message: Object.hasOwn(faults, id)
      ? `Unexpected fault ${quote(id)}, expected the id of a rule of craft: a fault can only be mended`
      : `Unexpected rule ${quote(id)}, expected the id of a rule${didYouMean(id, known)}`,
    pointer: `${pointer}/${escapeKey(id)}`,
  }));
}

/** Options that a rule does not have, and values out of their range. */
function checkOptions({ options = {} }: ConfigFile): ConfigFault[] {
  return rules.flatMap(({ id, options: declared = {} }) =>
    Object.entries(Object.hasOwn(options, id) ? (options[id] ?? {}) : {}).flatMap(([name, value]): ConfigFault[] => {
      const pointer = `/options/${escapeKey(id)}/${escapeKey(name)}`;
      const option = Object.hasOwn(declared, name) ? declared[name] : undefined;
      const names = Object.keys(declared);
      if (option === undefined) {
        const expected =
          names.length === 0 ? "none: the rule has no options" : (oneOf(names) ?? "an option of the rule");
        const message = `Unexpected option ${quote(name)}, expected ${expected}${didYouMean(name, names)}`;
        return [{ ruleId: "config-option-unknown", message, pointer }];
      }
      if (value >= option.minimum && value <= option.maximum) return [];
      const message = `Unexpected ${quote(String(value))}, expected a number from ${option.minimum} to ${option.maximum}`;
      return [{ ruleId: "config-option-value", message, pointer, isValue: true }];
    }),
  );
}
