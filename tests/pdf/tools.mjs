// The programs that look at our PDFs: veraPDF, qpdf and poppler's.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Who needs what, by command: its package in Debian and elsewhere. */
const programs = {
  java: "a Java runtime of version 11 or later (default-jre-headless)",
  mvn: "Maven, which brings veraPDF (maven)",
  qpdf: "qpdf (qpdf)",
  pdfinfo: "poppler's tools (poppler-utils)",
};

/** What is missing on this machine, one line a program. */
export function missingPrograms() {
  return Object.entries(programs)
    .filter(([command]) => spawnSync(command, ["--version"]).error !== undefined)
    .map(([command, name]) => `${command}: install ${name}`);
}

function runProgram(command, programArguments, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, programArguments, {
    encoding: "utf8",
    maxBuffer: 1 << 29,
    ...options,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

const pom = fileURLToPath(new URL("pom.xml", import.meta.url));
const cache = fileURLToPath(new URL("../../node_modules/.cache/certpress-verapdf/", import.meta.url));

/** The folder of veraPDF's jars, which Maven fills the first time. */
function veraPdfJars() {
  const folder = join(cache, createHash("sha256").update(readFileSync(pom)).digest("hex").slice(0, 16));
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  const goal = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";
  const { status, stdout, stderr } = runProgram("mvn", [
    "-B",
    "-q",
    "-f",
    pom,
    goal,
    `-DoutputDirectory=${unfinished}`,
  ]);
  if (status !== 0) {
    rmSync(unfinished, { recursive: true });
    throw new Error(`Maven could not bring veraPDF\n${stdout}${stderr}`);
  }
  if (!existsSync(folder)) renameSync(unfinished, folder);
  return folder;
}

/** veraPDF's verdict on PDF/UA-1, by file: the number of checks, and each failed rule with its first place. */
export function checkUniversalAccess(files) {
  const home = mkdtempSync(join(tmpdir(), "certpress-verapdf-"));
  const classPath = join(veraPdfJars(), "*");
  const main = "org.verapdf.apps.GreenfieldCliWrapper";
  // It writes its settings below the working folder.
  const { stdout, stderr } = runProgram(
    "java",
    ["-cp", classPath, main, "--flavour", "ua1", "--format", "json", "--maxfailuresdisplayed", "3", ...files],
    { cwd: home },
  );
  rmSync(home, { recursive: true });
  const start = stdout.indexOf("{");
  if (start < 0) throw new Error(`veraPDF said nothing\n${stderr}`);
  const { jobs } = JSON.parse(stdout.slice(start)).report;
  return new Map(
    jobs.map(({ itemDetails, validationResult, taskException }) => {
      const [result] = validationResult ?? [];
      if (!result) throw new Error(`veraPDF could not read ${itemDetails.name}: ${JSON.stringify(taskException)}`);
      const { passedChecks, failedChecks, ruleSummaries } = result.details;
      const failures = ruleSummaries
        .filter(({ ruleStatus }) => ruleStatus === "FAILED")
        .map(
          (rule) =>
            `${rule.clause}-${rule.testNumber} ${rule.description} (${rule.failedChecks}): ${rule.checks[0]?.context}`,
        );
      if (!result.compliant && failures.length === 0) failures.push("not compliant");
      return [itemDetails.name, { checks: passedChecks + failedChecks, failures }];
    }),
  );
}

/** What qpdf says of a file's syntax; nothing if it is sound. */
export function checkSyntax(file) {
  const { status, stdout, stderr } = runProgram("qpdf", ["--check", file]);
  return status === 0 ? [] : [stdout + stderr];
}

/** The fonts of a file that are not embedded, not subset or cannot be read as Unicode. */
export function unsoundFonts(file) {
  const { stdout } = runProgram("pdffonts", [file]);
  const [, , ...rows] = stdout.trimEnd().split("\n");
  return rows.length === 0 ? ["no fonts"] : rows.filter((row) => !/ yes yes yes +\d+ +\d+$/u.test(row));
}

/** The words of a file in the order in which poppler reads the page. */
export const textOfPage = (file) => runProgram("pdftotext", [file, "-"]).stdout;

/** The structure with its text, one element a line. */
export const structureOf = (file) => runProgram("pdfinfo", ["-struct-text", file]).stdout;
