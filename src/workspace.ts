// The workspace around a folder: its config, its baseline, and the names of its guides.
import { defaultConfig, type ResolvedConfig } from "./default-config.ts";
import { wholeFile, type Diagnostic } from "./diagnostic.ts";
import { fault } from "./faults.ts";
import {
  configFileName,
  findWorkspaceRoot,
  listContent,
  listGuides,
  misnamedConfigFiles,
  readConfigFile,
  readTemplates,
  readWorkspaceFile,
  readWorkspaceFont,
} from "./files.ts";
import { checkGuideNames } from "./guide-names.ts";
import type { Baseline } from "./lint/prune-baseline.ts";
import type { YamlPlaces } from "./model/document.ts";
import type { ConfigFile } from "./model/types.gen.ts";

/** A workspace that was found and whose config was read. */
export interface Workspace {
  /** Absolute. */
  root: string;
  config: ResolvedConfig;
  /** What the config's baseline accepts; null without one. */
  baseline: Baseline | null;
  /** The sound fonts that the config names, by role and face (`body.regular`, `fallback.0.bold`). */
  fonts: ReadonlyMap<string, Uint8Array>;
  /** Faults of the files beside the guides: config, fonts and baseline. */
  diagnostics: Diagnostic[];
  /** Ids of its guides, sorted. */
  guides: string[];
  /** The faults that the overrides of its config would have if these were all files of the guides. */
  checkPaths: (files: readonly string[]) => Diagnostic[];
}

/** The workspace around a folder, or null if there is none; `chosen` wins over its config. */
export async function openWorkspace(
  start: string,
  chosen: Pick<ConfigFile, "profile" | "baseline"> = {},
): Promise<Workspace | null> {
  const root = findWorkspaceRoot(start);
  if (root === null) return null;
  const file = await openConfig(root);
  const config = { ...file.config, ...chosen };
  const { guides, diagnostics: unnamed } = checkGuideNames(listGuides(root));
  const { baseline, diagnostics } = await openAccepted(root, config, guides);
  const misnamed = misnamedConfigFiles(root).map((path) =>
    fault("file-unknown", {
      message: `Unexpected file name \`${path}\`, expected \`${configFileName}\``,
      path,
      position: wholeFile,
    }),
  );
  const unmatched = file.checkPaths(listContent(root));
  const all = [...file.diagnostics, ...unmatched, ...misnamed, ...unnamed, ...diagnostics];
  return { root, config, baseline, fonts: file.fonts, diagnostics: all, guides, checkPaths: file.checkPaths };
}

/** What the config file says, if there is one: without it, nothing that reads YAML is loaded. */
async function openConfig(root: string): Promise<Pick<Workspace, "config" | "fonts" | "diagnostics" | "checkPaths">> {
  const file = readConfigFile(root);
  if (file === null) return { config: defaultConfig, fonts: new Map(), diagnostics: [], checkPaths: () => [] };
  const [{ parseYamlFile }, { resolveConfig }, { checkOverrides }] = await Promise.all([
    import("./parse/index.ts"),
    import("./config.ts"),
    import("./overrides.ts"),
  ]);
  const parsed = parseYamlFile(file, "config");
  const { config, diagnostics } = resolveConfig(parsed, file.path);
  const look = await checkLook(root, config, parsed.places);
  return {
    config,
    fonts: look.fonts,
    diagnostics: [...diagnostics, ...look.diagnostics],
    checkPaths: (files) => checkOverrides(parsed, configFileName, files),
  };
}

/** The fonts of the config, and what is wrong with them and with its theme. */
async function checkLook(
  root: string,
  { theme, fonts }: ResolvedConfig,
  places: YamlPlaces,
): Promise<Pick<Workspace, "fonts" | "diagnostics">> {
  if (fonts === undefined && Object.keys(theme).every((key) => key === "pageSize"))
    return { fonts: new Map(), diagnostics: [] };
  const [{ checkFonts }, { checkTheme }, { readTheme }] = await Promise.all([
    import("./publish/pdf/check/fonts.ts"),
    import("./publish/pdf/check/theme.ts"),
    import("./publish/pdf/theme.ts"),
  ]);
  const own = checkFonts(fonts ?? {}, (path) => readWorkspaceFont(root, path), places, configFileName);
  const contrast = checkTheme(readTheme({ templates: readTemplates() }, theme), theme, places, configFileName);
  return { fonts: own.fonts, diagnostics: [...own.diagnostics, ...contrast] };
}

async function openAccepted(
  root: string,
  config: ResolvedConfig,
  guides: readonly string[],
): Promise<Pick<Workspace, "baseline" | "diagnostics">> {
  if (config.baseline === undefined) return { baseline: null, diagnostics: [] };
  const { openBaseline } = await import("./open-baseline.ts");
  const read = (path: string) => readWorkspaceFile(root, path);
  return openBaseline(config, { guides, configPath: configFileName, read });
}
