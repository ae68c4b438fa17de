// certpress.config.yaml as it was parsed and validated → the configuration of every stage, and its faults.
import type { Diagnostic } from "./diagnostic.ts";
import { fault, faults } from "./faults.ts";
import { rules } from "./lint/rules/index.ts";
import type { YamlPlaces } from "./model/document.ts";
import type { ConfigFile, Theme } from "./model/types.gen.ts";
import { escapeKey, positionOfOwner } from "./model/yaml-places.ts";
import { didYouMean } from "./near.ts";
import { quote } from "./quote.ts";

/** The config file as parse read it; `value` is null if its diagnostics say what is wrong. */
export interface ParsedConfig {
  value: unknown;
  places: YamlPlaces;
  diagnostics: Diagnostic[];
}

/** A configuration with defaults filled in, but for `outputs`, which are all when absent. */
export type ResolvedConfig = ConfigFile & Required<Pick<ConfigFile, "rules">> & { theme: Required<Theme> };

/** What holds without a config file or with a faulty one. */
const defaults: ResolvedConfig = { rules: {}, theme: { pageSize: "A4" } };

/** The configuration, and all faults of its file. */
export function resolveConfig(
  parsed: ParsedConfig | null,
  path: string,
): { config: ResolvedConfig; diagnostics: Diagnostic[] } {
  // parse gives a value only if it is valid against schemas/config.schema.json.
  const file = (parsed?.value ?? {}) as ConfigFile;
  const config = { ...defaults, ...file, theme: { ...defaults.theme, ...file.theme } };
  if (parsed === null) return { config, diagnostics: [] };
  const known = rules.map(({ id }) => id);
  const unknown = Object.keys(file.rules ?? {}).filter((id) => !known.includes(id));
  const diagnostics = unknown.map((id) =>
    fault("config-rule-unknown", {
      message: Object.hasOwn(faults, id)
        ? `Unexpected fault ${quote(id)}, expected the id of a rule of craft: a fault can only be mended`
        : `Unexpected rule ${quote(id)}, expected the id of a rule${didYouMean(id, known)}`,
      path,
      position: positionOfOwner(`/rules/${escapeKey(id)}`, parsed.places),
    }),
  );
  return { config, diagnostics: [...parsed.diagnostics, ...diagnostics] };
}
