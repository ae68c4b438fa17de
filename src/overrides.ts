// Overrides of the configuration whose paths are those of no file: mostly misspelt, or left behind by files that moved.
import type { ParsedConfig } from "./config.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { fault } from "./faults.ts";
import { matcherOf } from "./lint/severity.ts";
import type { ConfigFile } from "./model/types.gen.ts";
import { positionOfValue } from "./model/yaml-places.ts";
import { quote } from "./quote.ts";

/** A fault for each path of an override that matches none of the workspace paths. */
export function checkOverrides({ value, places }: ParsedConfig, path: string, files: readonly string[]): Diagnostic[] {
  // parse gives a value only if it is valid against schemas/config.schema.json.
  const { overrides = [] } = (value ?? {}) as ConfigFile;
  return overrides.flatMap(({ paths }, index) =>
    paths.flatMap((pattern, at) => {
      if (files.some(matcherOf([pattern]))) return [];
      const whole = `content/*/${pattern.replace(/^\.?\//u, "")}`;
      const meant = files.some(matcherOf([whole])) ? `, such as ${quote(whole)}` : "";
      return [
        fault("config-path-unmatched", {
          message: `Unexpected path ${quote(pattern)}, expected one that matches a file${meant || " from the workspace's root on"}`,
          path,
          position: positionOfValue(`/overrides/${index}/paths/${at}`, places),
        }),
      ];
    }),
  );
}
