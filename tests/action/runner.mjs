// A composite action's bash steps as the host's runner has them: inputs, expressions, environment, one shell a step.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "yaml";

/** Keys of a step that are understood here. */
const knownKeys = new Set(["name", "shell", "working-directory", "env", "run"]);

/** The text with its expressions replaced: names of the event or the inputs, empty where there is no value. Throws for any other expression. */
function evaluate(text, contexts) {
  return String(text).replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression) => {
    const names = expression.trim().split(".");
    if (!/^[a-z_-]+(?:\.[a-z_-]+)+$/.test(expression.trim()) || !Object.hasOwn(contexts, names[0]))
      throw new Error(`Unexpected expression ${expression.trim()}: the test cannot evaluate it`);
    const value = names.reduce((object, name) => object?.[name], contexts);
    return value === undefined || value === null ? "" : String(value);
  });
}

/** The action's inputs as the host resolves them: what the workflow gives, else the default. Throws for an input that the action does not have. */
function resolveInputs(action, given, contexts) {
  for (const name of Object.keys(given))
    if (!(name in action.inputs)) throw new Error(`The action has no input ${name}`);
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [
      name,
      given[name] ?? evaluate(input.default ?? "", contexts),
    ]),
  );
}

/**
 * Runs the action of a folder in a workspace. The event is what the host would write to GITHUB_EVENT_PATH. Returns the first
 * status that is not 0, both streams, and the step summary (null if none was written).
 */
export function runAction(folder, workspace, { inputs: given = {}, event = {}, env = {} }) {
  const action = parse(readFileSync(join(folder, "action.yml"), "utf8"));
  if (action.runs.using !== "composite") throw new Error("Expected a composite action");
  const scratch = mkdtempSync(join(tmpdir(), "certpress runner "));
  const summaryPath = join(scratch, "summary.md");
  try {
    const github = { event };
    const contexts = { github, inputs: resolveInputs(action, given, { github }) };
    writeFileSync(join(scratch, "event.json"), JSON.stringify(event));
    const result = { status: 0, out: "", err: "", summary: null };
    for (const step of action.runs.steps) {
      const unknown = Object.keys(step).filter((key) => !knownKeys.has(key));
      if (unknown.length > 0 || step.shell !== "bash") throw new Error(`Unexpected step: ${JSON.stringify(step)}`);
      if (step.run.includes("${{")) throw new Error("An expression in a script");
      const script = join(scratch, "step.sh");
      writeFileSync(script, step.run);
      const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], {
        cwd: resolve(workspace, evaluate(step["working-directory"] ?? ".", contexts)),
        encoding: "utf8",
        env: {
          PATH: process.env.PATH,
          HOME: scratch,
          GIT_CONFIG_NOSYSTEM: "1",
          ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, evaluate(text, contexts)])),
          CI: "true",
          GITHUB_ACTIONS: "true",
          GITHUB_ACTION_PATH: folder,
          GITHUB_EVENT_PATH: join(scratch, "event.json"),
          GITHUB_OUTPUT: join(scratch, "output"),
          GITHUB_STEP_SUMMARY: summaryPath,
          GITHUB_WORKSPACE: workspace,
          ...env,
        },
      });
      result.out += stdout;
      result.err += stderr;
      result.status = status ?? 1;
      if (status !== 0) break;
    }
    if (existsSync(summaryPath)) result.summary = readFileSync(summaryPath, "utf8");
    return result;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The annotations in a log as `severity path:line rule`, in order. The format is actions/toolkit's. */
export function annotationsIn(log) {
  const unescape = (text) =>
    text
      .replaceAll("%2C", ",")
      .replaceAll("%3A", ":")
      .replaceAll("%0D", "\r")
      .replaceAll("%0A", "\n")
      .replaceAll("%25", "%");
  return log.split("\n").flatMap((line) => {
    const [, severity, list] = /^::(error|warning|notice) (.*?)::/.exec(line) ?? [];
    if (list === undefined) return [];
    const properties = Object.fromEntries(
      list.split(",").map((pair) => {
        const at = pair.indexOf("=");
        return [pair.slice(0, at), unescape(pair.slice(at + 1))];
      }),
    );
    return [`${severity} ${properties.file}:${properties.line} ${properties.title}`];
  });
}
