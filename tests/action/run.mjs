// Runs the steps of action.yml, of the GitLab example and of the pre-commit hook in throw-away repositories: `node tests/action/run.mjs`.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { commit, git, item, makeFolder, makeRepository, openPullRequest, removeFolders } from "./repository.mjs";
import { sound, unreferenced, write } from "./repository.mjs";
import { annotationsIn, runAction } from "./runner.mjs";

const here = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const main = join(here, "lib", "cli", "main.js");
const command = `${process.execPath} ${main}`;
const { version } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));

const second = item("Which setting keeps old copies of a file?", "Versioning", "Encryption", "Replication");
const third = item("Where does a public reader find a picture?", "At its address", "In the log", "In the bill");
const unknownTopic = second.replace("topic: buckets", "topic: pails");
const noKey = third.replace("[x]", "[ ]");

const pathOf = (id) => `content/tst/items/${id}.md`;
const lint = (root, inputs = {}, more = {}) => runAction(here, root, { inputs: { command, ...inputs }, ...more });

/** A folder for PATH that holds one shell script. */
function makeProgram(name, line) {
  const folder = makeFolder();
  writeFileSync(join(folder, name), `#!/bin/sh\n${line}\n`);
  chmodSync(join(folder, name), 0o755);
  return folder;
}

const cases = {
  "a clean pull request passes without an annotation": () => {
    const root = makeRepository({ sound, old: unreferenced(third) });
    write(root, { [pathOf("second")]: second });
    const { status, out, summary } = lint(root, {}, { event: openPullRequest(root) });
    assert.equal(status, 0);
    assert.deepEqual(annotationsIn(out), []);
    assert.ok(summary.trim().length > 0);
  },

  "faults are annotated on their lines, and what others left is not": () => {
    const root = makeRepository({ sound, old: unreferenced(item("Who pays?", "The owner", "The guest", "Nobody")) });
    write(root, { [pathOf("second")]: unknownTopic, [pathOf("third")]: noKey });
    const { status, out, summary } = lint(root, {}, { event: openPullRequest(root) });
    assert.equal(status, 1);
    assert.deepEqual(annotationsIn(out), [
      `error ${pathOf("second")}:4 item-topic-unknown`,
      `error ${pathOf("third")}:12 choice-key-count`,
    ]);
    for (const each of ["item-topic-unknown", "choice-key-count"]) assert.ok(summary.includes(each), each);
    assert.ok(!summary.includes("references-missing"));
  },

  "a renamed and edited item is annotated under its new name": () => {
    const root = makeRepository({ sound, old: unreferenced(second), other: unreferenced(third) });
    renameSync(join(root, pathOf("old")), join(root, pathOf("renamed")));
    write(root, { [pathOf("renamed")]: unreferenced(second).replace("old copies", "earlier copies") });
    const { status, out } = lint(root, {}, { event: openPullRequest(root) });
    assert.equal(status, 0);
    assert.deepEqual(annotationsIn(out), [`warning ${pathOf("renamed")}:1 references-missing`]);
  },

  "a deleted item is no fault": () => {
    const root = makeRepository({ sound, old: unreferenced(second) });
    git(root, "rm", "-q", pathOf("old"));
    const { status, out } = lint(root, {}, { event: openPullRequest(root) });
    assert.deepEqual([status, annotationsIn(out)], [0, []]);
  },

  "what the base got since the event is not the pull request's": () => {
    const root = makeRepository({ sound });
    git(root, "checkout", "-q", "main");
    write(root, { [pathOf("foreign")]: unreferenced(third) });
    commit(root, "Others' work");
    git(root, "checkout", "-q", "work");
    write(root, { [pathOf("second")]: unreferenced(second) });
    const { out } = lint(root, {}, { event: openPullRequest(root) });
    assert.deepEqual(annotationsIn(out), [`warning ${pathOf("second")}:1 references-missing`]);
  },

  "a checkout of the pull request's own commit works, too": () => {
    const root = makeRepository({ sound });
    write(root, { [pathOf("second")]: unknownTopic });
    const event = openPullRequest(root);
    git(root, "checkout", "-q", "work");
    const { out } = lint(root, {}, { event });
    assert.deepEqual(annotationsIn(out), [`error ${pathOf("second")}:4 item-topic-unknown`]);
  },

  "a fork's checkout needs no branch of the base's name": () => {
    const origin = makeRepository({ sound, old: unreferenced(third) });
    write(origin, { [pathOf("second")]: unknownTopic });
    const event = openPullRequest(origin);
    const fork = join(makeFolder(), "fork");
    git(origin, "clone", "-q", "--single-branch", "--branch", "merge", `file://${origin}`, fork);
    git(fork, "remote", "remove", "origin");
    git(fork, "checkout", "-q", "--detach");
    git(fork, "branch", "-q", "-D", "merge");
    assert.equal(git(fork, "branch", "--all", "--list", "*main*", "*work*"), "");
    const { status, out } = lint(fork, {}, { event });
    assert.deepEqual([status, annotationsIn(out)], [1, [`error ${pathOf("second")}:4 item-topic-unknown`]]);
  },

  "a shallow checkout is deepened where the remote allows": () => {
    const { clone, event } = cloneShallow();
    const { status, out } = lint(clone, {}, { event });
    assert.deepEqual([status, annotationsIn(out)], [1, [`error ${pathOf("second")}:4 item-topic-unknown`]]);
  },

  "a shallow checkout that cannot be deepened is status 2 and says how to mend it": () => {
    const { clone, event } = cloneShallow();
    git(clone, "remote", "set-url", "origin", `file://${join(clone, "nowhere")}`);
    const { status, out, err } = lint(clone, {}, { event });
    assert.equal(status, 2);
    assert.match(`${out}${err}`, /fetch-depth: 0/);
  },

  "a push shows all findings": () => {
    const root = makeRepository({ sound, old: unreferenced(third) });
    const { status, out } = lint(root, {}, { event: { ref: "refs/heads/main" } });
    assert.deepEqual([status, annotationsIn(out)], [0, [`warning ${pathOf("old")}:1 references-missing`]]);
  },

  "max-warnings and profile decide about warnings": () => {
    const root = makeRepository({ sound, old: unreferenced(third) });
    assert.equal(lint(root, { "max-warnings": "1" }).status, 0);
    assert.equal(lint(root, { "max-warnings": "0" }).status, 1);
    assert.equal(lint(root, { profile: "release" }).status, 1);
  },

  "paths are one a line, with blanks, and filter the findings": () => {
    const root = makeRepository({ sound, old: unreferenced(third), "in a folder/second": unreferenced(second) });
    const paths = `content/tst/items/in a folder\n\n${pathOf("sound")}\n`;
    const { out } = lint(root, { paths });
    assert.deepEqual(annotationsIn(out), [`warning ${pathOf("in a folder/second")}:1 references-missing`]);
  },

  "args are words, and another format takes the place of annotations": () => {
    const root = makeRepository({ sound, old: unreferenced(third) });
    const { status, out } = lint(root, { args: "--format compact\n--max-warnings 0" });
    assert.equal(status, 1);
    assert.match(out, /^content\/tst\/items\/old\.md:1:\d+: warning references-missing /m);
    assert.deepEqual(annotationsIn(out), []);
  },

  "a workspace in a subfolder is annotated with the repository's paths": () => {
    const root = makeRepository({ sound }, "guides/");
    write(root, { [`guides/${pathOf("second")}`]: unknownTopic });
    const { out } = lint(root, { "working-directory": "guides" }, { event: openPullRequest(root) });
    assert.deepEqual(annotationsIn(out), [`error guides/${pathOf("second")}:4 item-topic-unknown`]);
  },

  "sarif-file holds the same findings, and the status stays": () => {
    const root = makeRepository({ sound });
    write(root, { [pathOf("second")]: unknownTopic });
    const { status, out } = lint(root, { "sarif-file": "out put.sarif" }, { event: openPullRequest(root) });
    assert.equal(status, 1);
    assert.deepEqual(annotationsIn(out), [`error ${pathOf("second")}:4 item-topic-unknown`]);
    const sarif = JSON.parse(readFileSync(join(root, "out put.sarif"), "utf8"));
    assert.deepEqual(
      sarif.runs[0].results.map(({ ruleId, locations: [{ physicalLocation }] }) => [
        ruleId,
        physicalLocation.artifactLocation.uri,
        physicalLocation.region.startLine,
      ]),
      [["item-topic-unknown", pathOf("second"), 4]],
    );
  },

  "a sarif-file that cannot be written fails the step": () => {
    const root = makeRepository({ sound });
    const { status, err } = lint(root, { "sarif-file": "nowhere/findings.sarif" });
    assert.notEqual(status, 0);
    assert.match(err, /nowhere\/findings\.sarif/);
  },

  "a sarif-file that certpress fails to make fails the step": () => {
    const root = makeRepository({ sound });
    const line = `case " $* " in *" --format=sarif "*) exit 2 ;; *) exec '${process.execPath}' '${main}' "$@" ;; esac`;
    const env = { PATH: `${makeProgram("certpress", line)}:${process.env.PATH}` };
    const run = (inputs) => lint(root, { command: "certpress", ...inputs }, { env }).status;
    assert.equal(run({}), 0);
    assert.notEqual(run({ "sarif-file": "findings.sarif" }), 0);
  },

  "the workflow of the documentation shows the change in a clone of two commits": () => {
    const origin = makeRepository({ sound, old: unreferenced(third) });
    git(origin, "checkout", "-q", "main");
    write(origin, { [pathOf("foreign")]: unreferenced(item("Who pays?", "The owner", "The guest", "Nobody")) });
    commit(origin, "Others' work");
    git(origin, "checkout", "-q", "work");
    write(origin, { [pathOf("second")]: unknownTopic });
    openPullRequest(origin);
    const documentation = readFileSync(join(here, "docs", "continuous-integration.md"), "utf8");
    const [, workflow] = /^```yaml\n([^]*?)^```$/m.exec(documentation);
    const [checkout, { run }] = parse(workflow).jobs.lint.steps;
    const clone = join(makeFolder(), "clone");
    const depth = `--depth=${checkout.with["fetch-depth"]}`;
    git(origin, "clone", "-q", depth, "--branch", "merge", `file://${origin}`, clone);
    git(clone, "checkout", "-q", "--detach");
    git(clone, "remote", "remove", "origin");
    const npx = makeProgram("npx", `shift 2; exec '${process.execPath}' '${main}' "$@"`);
    const summary = join(makeFolder(), "summary.md");
    const { status, stdout } = spawnSync("bash", ["-ec", run], {
      cwd: clone,
      encoding: "utf8",
      env: { PATH: `${npx}:${process.env.PATH}`, GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary },
    });
    assert.deepEqual([status, annotationsIn(stdout)], [1, [`error ${pathOf("second")}:4 item-topic-unknown`]]);
    assert.match(readFileSync(summary, "utf8"), /^\| Items added \| *\| 1 \|/m);
  },

  "the published version runs unless another is named": () => {
    const root = makeRepository({ sound });
    const path = `${makeProgram("npx", 'printf "%s\\n" "$@" > arguments.txt')}:${process.env.PATH}`;
    const argumentsOf = (inputs) => {
      const { status, err } = lint(root, { command: "", ...inputs }, { env: { PATH: path } });
      assert.equal(status, 0, err);
      return readFileSync(join(root, "arguments.txt"), "utf8").trimEnd().split("\n");
    };
    assert.deepEqual(argumentsOf({}), ["--yes", `certpress@${version}`, "lint", "--"]);
    assert.deepEqual(argumentsOf({ version: "9.8.7" }), ["--yes", "certpress@9.8.7", "lint", "--"]);
  },

  "no input is executed": () => {
    const hostile = ["$(touch owned)`touch owned`", "'; touch owned; '", '"; touch owned; "', "x\ntouch owned\n", "*"];
    const more = { paths: ["--help"], since: ["--output=owned", "--upload-pack=touch owned"] };
    const root = makeRepository({ sound });
    write(root, { [pathOf("second")]: second });
    const event = openPullRequest(root);
    // No network: what npx is asked to run does not matter here.
    const env = { PATH: `${makeProgram("npx", "exit 2")}:${process.env.PATH}` };
    for (const input of ["paths", "since", "profile", "max-warnings", "args", "sarif-file", "version", "command"])
      for (const text of [...hostile, ...(more[input] ?? [])]) {
        const { status } = lint(root, { [input]: text, ...(input === "version" && { command: "" }) }, { env, event });
        const left = readdirSync(root).filter((name) => ![".certpress", ".git", "content"].includes(name));
        // A SARIF file may have any name.
        const expected = input === "sarif-file" ? [[text], 0] : [[], status === 0 ? "a fault" : status];
        assert.deepEqual([left, status], expected, `${input}: ${text}`);
        for (const name of left) rmSync(join(root, name));
      }
  },

  "no file name of a pull request is executed or breaks out of its annotation": () => {
    const root = makeRepository({ sound });
    write(root, { [pathOf("$(touch owned)\n::error::x,y")]: unknownTopic });
    const { status, out } = lint(root, {}, { event: openPullRequest(root) });
    assert.equal(status, 1);
    assert.ok(!existsSync(join(root, "owned")));
    assert.ok(annotationsIn(out).every((each) => each.startsWith(`error ${pathOf("$(touch owned)\n::error::x,y")}:`)));
    assert.ok(!/^::error::x/m.test(out));
  },

  "the GitLab job writes both reports and fails with the findings": () => {
    const root = makeRepository({ sound, old: unreferenced(third) });
    write(root, { [pathOf("second")]: unknownTopic });
    const { base } = openPullRequest(root).pull_request;
    const job = parse(readFileSync(join(here, "docs", "examples", "gitlab-ci.yml"), "utf8")).certpress;
    const certpress = makeProgram("certpress", `exec '${process.execPath}' '${main}' "$@"`);
    const { status, stdout, stderr } = spawnSync("sh", ["-ec", job.script.join("\n")], {
      cwd: root,
      encoding: "utf8",
      env: { PATH: `${certpress}:${process.env.PATH}`, CI_MERGE_REQUEST_DIFF_BASE_SHA: base.sha },
    });
    assert.equal(status, 1, stderr);
    assert.match(`${stdout}${stderr}`, /item-topic-unknown/);
    const { codequality, junit } = job.artifacts.reports;
    const [finding, ...others] = JSON.parse(readFileSync(join(root, codequality), "utf8"));
    assert.deepEqual(
      [finding.check_name, finding.location.path, finding.location.lines.begin, others],
      ["item-topic-unknown", pathOf("second"), 4, []],
    );
    const xml = readFileSync(join(root, junit), "utf8");
    assert.match(xml, /<testsuites/);
    assert.match(xml, /item-topic-unknown/);
  },

  "the pre-commit hook runs this version and shows the findings of the files it is given": () => {
    const root = makeRepository({ sound, old: unreferenced(third), second: unknownTopic });
    const [hook] = parse(readFileSync(join(here, ".pre-commit-hooks.yaml"), "utf8"));
    assert.ok(new RegExp(hook.files).test(pathOf("second")));
    assert.equal(hook.entry, `npx --yes certpress@${version} lint`);
    const npx = makeProgram("npx", `shift 2; exec '${process.execPath}' '${main}' "$@"`);
    const run = (file) =>
      spawnSync("sh", ["-c", `${hook.entry} "$@"`, "sh", file], {
        cwd: root,
        encoding: "utf8",
        env: { PATH: `${npx}:${process.env.PATH}` },
      });
    const { status, stderr } = run(pathOf("second"));
    assert.equal(status, 1);
    assert.match(stderr, /item-topic-unknown/);
    assert.doesNotMatch(stderr, /references-missing/);
    assert.equal(run(pathOf("sound")).status, 0);
  },
};

/** A clone of a pull request's merge that holds this one commit. */
function cloneShallow() {
  const origin = makeRepository({ sound, old: unreferenced(third) });
  write(origin, { [pathOf("second")]: unknownTopic });
  const event = openPullRequest(origin);
  const clone = join(makeFolder(), "clone");
  git(origin, "clone", "-q", "--depth", "1", "--branch", "merge", `file://${origin}`, clone);
  git(clone, "checkout", "-q", "--detach");
  return { clone, event };
}

if (!existsSync(main)) {
  console.error(`${main} is missing. Run: npm run compile`);
  process.exit(1);
}
execFileSync("git", ["--version"]);
let failed = 0;
for (const [name, check] of Object.entries(cases)) {
  try {
    check();
    console.log(`passed: ${name}`);
  } catch (error) {
    failed++;
    console.error(`FAILED: ${name}\n${error instanceof Error ? error.stack : String(error)}`);
  }
}
removeFolders();
console.log(`${Object.keys(cases).length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
