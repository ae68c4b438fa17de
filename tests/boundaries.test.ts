// The import boundaries of ARCHITECTURE.md hold because the linter fails on a forbidden import.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const forbidden: [file: string, specifier: string][] = [
  ["src/parse/a.ts", "../lint/index.ts"],
  ["src/parse/a.ts", "../publish/index.ts"],
  ["src/parse/a.ts", "node:fs"],
  ["src/parse/a.ts", "ajv"],
  ["src/model/a.ts", "../parse/index.ts"],
  ["src/model/a.ts", "yaml"],
  ["src/lint/a.ts", "../parse/index.ts"],
  ["src/lint/a.ts", "unified"],
  ["src/lint/rules/a.ts", "./rationale-missing.ts"],
  ["src/publish/json/a.ts", "../anki/index.ts"],
  ["src/publish/json/a.ts", "../../lint/index.ts"],
  ["src/publish/anki/a.ts", "../pdf/index.ts"],
  ["src/publish/anki/a.ts", "pdfmake"],
  ["src/publish/pdf/a.ts", "../../parse/index.ts"],
  ["src/publish/pdf/a.ts", "node:child_process"],
  ["src/publish/shared/a.ts", "../json/index.ts"],
  ["src/report/a.ts", "../model/bank.ts"],
  ["src/pipeline.ts", "./cli/run.ts"],
  ["src/pipeline.ts", "node:fs"],
  ["src/files.ts", "./cli/run.ts"],
];

const allowed: [file: string, specifier: string][] = [
  ["src/parse/a.ts", "unified"],
  ["src/parse/a.ts", "../model/document.ts"],
  ["src/model/a.ts", "ajv"],
  ["src/lint/rules/a.ts", "../rule.ts"],
  ["src/lint/rules/index.ts", "./rationale-missing.ts"],
  ["src/publish/json/a.ts", "../shared/html.ts"],
  ["src/publish/pdf/a.ts", "pdfmake"],
  ["src/files.ts", "node:fs"],
  ["src/cli/a.ts", "../pipeline.ts"],
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "certpress-boundaries-"));
  copyFileSync("oxlint.config.mjs", join(folder, "oxlint.config.mjs"));
  copyFileSync("tsconfig.json", join(folder, "tsconfig.json"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Rules that the linter names for one file with one import. */
function lintImport(file: string, specifier: string): string {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `export * as imported from ${JSON.stringify(specifier)};\n`);
  const oxlint = resolve("node_modules/oxlint/bin/oxlint");
  const { stdout } = spawnSync(process.execPath, [oxlint, "-c", "oxlint.config.mjs", file], {
    cwd: folder,
    encoding: "utf8",
  });
  rmSync(path);
  return stdout;
}

describe("import boundaries", () => {
  it.each(forbidden)("%s may not import %s", (file, specifier) => {
    expect(lintImport(file, specifier)).toContain("no-restricted-imports");
  });
  it.each(allowed)("%s may import %s", (file, specifier) => {
    expect(lintImport(file, specifier)).not.toContain("no-restricted-imports");
  });
});
