// The baseline file that a workspace's configuration names, read and checked.
import { isAbsolute, normalize } from "node:path";
import type { ResolvedConfig } from "./default-config.ts";
import { wholeFile, type Diagnostic } from "./diagnostic.ts";
import { fault } from "./faults.ts";
import { checkBaselineGuides } from "./lint/baseline.ts";
import type { Baseline } from "./lint/prune-baseline.ts";
import type { SourceFile } from "./model/document.ts";
import type { BaselineFile } from "./model/types.gen.ts";
import { parseYamlFile } from "./parse/index.ts";
import { decodeSourceText } from "./source-text.ts";

/** The files around a baseline. */
interface Surroundings {
  /** Ids of the workspace's guides. */
  guides: readonly string[];
  /** Where a path out of the workspace is reported. */
  configPath: string;
  /** A file of the workspace, or null. */
  read: (path: string) => SourceFile | null;
}

/** What the configuration's baseline accepts; one that is not in the workspace is a fault and accepts nothing. */
export function openBaseline(
  { baseline: path }: ResolvedConfig,
  { guides, configPath, read }: Surroundings,
): { baseline: Baseline | null; diagnostics: Diagnostic[] } {
  if (path === undefined) return { baseline: null, diagnostics: [] };
  const isInside = !isAbsolute(path) && !normalize(path).startsWith("..");
  const file = isInside ? read(path) : null;
  if (file === null)
    return {
      baseline: null,
      diagnostics: [
        fault("file-missing", {
          message: `Unexpected missing baseline \`${path}\`, expected a file in the workspace: \`certpress lint --update-baseline\` writes it`,
          path: isInside ? path : configPath,
          position: wholeFile,
        }),
      ],
    };
  const { value, places, diagnostics } = parseYamlFile(file, "baseline");
  if (value === null) return { baseline: null, diagnostics };
  const source = decodeSourceText(file.path, file.bytes);
  const baseline = { path: file.path, value: value as BaselineFile, places, source };
  return { baseline, diagnostics: checkBaselineGuides(baseline, guides) };
}
