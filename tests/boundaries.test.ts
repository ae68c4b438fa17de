// The boundaries of ARCHITECTURE.md hold because the linter fails on a forbidden import, and on a clock or a network that needs none.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
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
  ["src/publish/pdf/a.ts", "mathjax-full/js/mathjax.js"],
  ["src/typeset/a.ts", "../publish/index.ts"],
  ["src/report/a.ts", "../model/bank.ts"],
  ["src/pipeline.ts", "./cli/run.ts"],
  ["src/cache/a.ts", "../parse/index.ts"],
  ["src/cache/a.ts", "node:fs"],
  ["src/pipeline.ts", "node:fs"],
  ["src/files.ts", "./cli/run.ts"],
  ["src/lint/a.ts", "node:dns"],
  ["src/lint/a.ts", "node:dns/promises"],
  ["src/lint/a.ts", "dns"],
  ["src/report/a.ts", "http"],
  ["src/model/a.ts", "child_process"],
  ["src/parse/a.ts", "fs/promises"],
  ["src/publish/shared/a.ts", "node:perf_hooks"],
  ["src/files.ts", "node:https"],
  ["src/pipeline.ts", "node:os"],
];

const allowed: [file: string, specifier: string][] = [
  ["src/parse/a.ts", "unified"],
  ["src/parse/a.ts", "../model/document.ts"],
  ["src/model/a.ts", "ajv"],
  ["src/lint/rules/a.ts", "../rule.ts"],
  ["src/lint/rules/index.ts", "./rationale-missing.ts"],
  ["src/publish/json/a.ts", "../shared/html.ts"],
  ["src/publish/pdf/a.ts", "pdfmake"],
  ["src/typeset/a.ts", "mathjax-full/js/mathjax.js"],
  ["src/files.ts", "node:fs"],
  ["src/cli/a.ts", "../pipeline.ts"],
  ["src/cli/a.ts", "node:dns"],
  ["src/cli/a.ts", "node:timers/promises"],
];

const impure: [code: string, rule: string][] = [
  ['fetch("https://example.org")', "no-restricted-globals"],
  ["process.env", "no-restricted-globals"],
  ["globalThis", "no-restricted-globals"],
  ["performance.now()", "no-restricted-globals"],
  ["setTimeout(String, 1)", "no-restricted-globals"],
  ["Date.now()", "no-restricted-properties"],
  ["Math.random()", "no-restricted-properties"],
  ["new Date()", "no-clock"],
  ["Date()", "no-clock"],
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "certpress-boundaries-"));
  copyFileSync("oxlint.config.mjs", join(folder, "oxlint.config.mjs"));
  copyFileSync("tsconfig.json", join(folder, "tsconfig.json"));
  mkdirSync(join(folder, "scripts"));
  copyFileSync("scripts/oxlint-house.mjs", join(folder, "scripts/oxlint-house.mjs"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the linter says of one file with one import. */
const lintImport = (file: string, specifier: string): string =>
  lintText(file, `export * as imported from ${JSON.stringify(specifier)};\n`);

function lintText(file: string, text: string): string {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const oxlint = resolve("node_modules/oxlint/bin/oxlint");
  const { stdout } = spawnSync(process.execPath, [oxlint, "-c", "oxlint.config.mjs", file], {
    cwd: folder,
    encoding: "utf8",
  });
  rmSync(path);
  // In CI the linter writes colours whatever NO_COLOR says.
  return stripVTControlCharacters(stdout);
}

describe("import boundaries", () => {
  it.each(forbidden)("%s may not import %s", (file, specifier) => {
    expect(lintImport(file, specifier)).toContain("no-restricted-imports");
  });
  it.each(allowed)("%s may import %s", (file, specifier) => {
    expect(lintImport(file, specifier)).not.toContain("no-restricted-imports");
  });
});

describe("the clock, the network and the process", () => {
  /** The rules that the linter names for each line of a file with all of them. */
  const rulesIn = (file: string): (string | undefined)[] => {
    const found = lintText(file, impure.map(([code], index) => `export const value${index} = ${code};\n`).join(""));
    return impure.map((_, index) => new RegExp(`\\((no-[a-z-]+)\\)[^(]*?a\\.ts:${index + 1}:`, "u").exec(found)?.[1]);
  };

  it.each(["src/lint/rules/a.ts", "src/a.ts"])("are not for %s", (file) => {
    expect(rulesIn(file)).toEqual(impure.map(([, rule]) => rule));
  });

  it("are for the command line", () => {
    expect(rulesIn("src/cli/a.ts").filter((rule) => rule !== undefined)).toEqual([]);
  });

  it("do not forbid dates of numbers that are given", () => {
    const text = 'export const age = new Date(0).getTime() + Date.parse("2026-01-01");\n';
    expect(lintText("src/lint/a.ts", text)).toContain("0 errors");
  });

  it("are imported with the prefix of Node's own modules", () => {
    expect(lintText("src/cli/a.ts", 'import { join } from "path";\nexport { join };\n')).toContain("node-protocol");
  });
});
