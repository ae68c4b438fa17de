// What holds where certpress.config.yaml says nothing; apart from config.ts, which needs every rule to check the file.
import type { ConfigFile, Theme } from "./model/types.gen.ts";

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
