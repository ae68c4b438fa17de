// The action and the workflows of this repository: pinned, without secrets, nothing interpolated into a shell.
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { runIn } from "./helpers/workspace.ts";

interface Step {
  uses?: string;
  run?: string;
  shell?: string;
  with?: Record<string, unknown>;
}

interface Workflow {
  on: unknown;
  permissions: unknown;
  concurrency: unknown;
  jobs: Record<string, { permissions?: unknown; "timeout-minutes"?: number; steps: Step[] }>;
}

interface Action {
  inputs: Record<string, { description: string; default: string }>;
  runs: { steps: Step[] };
}

const paths = readdirSync(".github/workflows").map((name) => `.github/workflows/${name}`);
const textOf = (path: string): string => readFileSync(path, "utf8");
const readWorkflow = (path: string): Workflow => parse(textOf(path)) as Workflow;
const action = parse(textOf("action.yml")) as Action;
const stepsOf = (path: string): Step[] => Object.values(readWorkflow(path).jobs).flatMap(({ steps }) => steps);

describe.each(paths)("%s", (path) => {
  it("pins what others wrote to a commit and says which version that is", () => {
    const others = textOf(path)
      .split("\n")
      .filter((line) => /^\s*(?:- )?uses:/u.test(line) && !line.includes("uses: ./"));
    expect(others.length).toBeGreaterThan(0);
    for (const line of others) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
  });

  it("reads only, but for jobs that say what they write and run no code of the repository", () => {
    const { permissions, jobs } = readWorkflow(path);
    expect(permissions).toEqual({ contents: "read" });
    for (const job of Object.values(jobs).filter((each) => each.permissions !== undefined)) {
      expect(path).toBe(".github/workflows/release.yml");
      for (const { uses = "", run = "" } of job.steps) {
        expect(uses).not.toMatch(/checkout|^\.\//u);
        expect(run).not.toMatch(/npm (?:ci|install|run)|node /u);
      }
    }
  });

  it("uses no secret, and no trigger that gives a stranger's code more than reading", () => {
    expect(textOf(path)).not.toMatch(/pull_request_target|workflow_run|secrets\./u);
  });

  it("leaves no token behind its checkout", () => {
    for (const step of stepsOf(path))
      if (step.uses?.startsWith("actions/checkout@")) expect(step.with).toMatchObject({ "persist-credentials": false });
  });

  it("ends by itself and does not pile up", () => {
    const { jobs, concurrency } = readWorkflow(path);
    expect(concurrency).toHaveProperty("group");
    for (const job of Object.values(jobs)) expect(job["timeout-minutes"]).toBeLessThanOrEqual(60);
  });

  it("gives the action only inputs that it has", () => {
    for (const { uses, with: inputs = {} } of stepsOf(path))
      if (uses === "./") expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)));
  });
});

describe("scripts", () => {
  const scripts = [...action.runs.steps, ...paths.flatMap(stepsOf)].flatMap(({ run }) => run ?? []);

  it("hold no expression: the shell reads values from the environment", () => {
    expect(scripts.length).toBeGreaterThan(5);
    for (const script of scripts) expect(script).not.toContain("${{");
  });

  it("of the action stop at the first fault", () => {
    for (const { shell, run } of action.runs.steps) {
      expect(shell).toBe("bash");
      expect(run).toMatch(/^set -euo pipefail\n/u);
    }
  });
});

describe("this repository's pull requests", () => {
  const workflow = ".github/workflows/pull-request.yml";

  it("are linted by this action with this code, against the whole history", () => {
    expect(readWorkflow(workflow).on).toBe("pull_request");
    const { steps } = readWorkflow(workflow).jobs["lint"]!;
    expect(steps[0]).toMatchObject({ with: { "fetch-depth": 0 } });
    expect(steps.at(-1)).toEqual({ uses: "./", with: { command: "node lib/cli/main.js" } });
    expect(action.inputs["since"]?.default).toBe("${{ github.event.pull_request.base.sha }}");
  });
});

describe("the documentation", () => {
  const text = textOf("docs/continuous-integration.md");

  it("shows the GitLab example as it is", () => {
    expect(text).toContain(`\`\`\`yaml\n${textOf("docs/examples/gitlab-ci.yml")}\`\`\``);
  });

  it("lists every input of the action, and the version that this is", () => {
    const listed = [...text.matchAll(/^\| `([a-z-]+)`/gmu)].map(([, name]) => name);
    expect(listed).toEqual(expect.arrayContaining(Object.keys(action.inputs)));
    const { version } = JSON.parse(textOf("package.json")) as { version: string };
    const named = [...text.matchAll(/certpress@v?(\d\S*)|rev: v(\S+)/gu)].map(([, at, rev]) => at ?? rev);
    expect(named.length).toBeGreaterThan(4);
    expect(new Set(named)).toEqual(new Set([version]));
  });

  const blocks = [...text.matchAll(/^```yaml\n([^]*?)^```$/gmu)].map(([, block]) => block ?? "");

  it("has workflows that are sound YAML, each with the commits that it compares", () => {
    for (const block of blocks) expect(() => parse(block) as unknown).not.toThrow();
    const comparing = blocks.filter((block) => block.includes("--since HEAD^1"));
    expect(comparing).toHaveLength(1);
    for (const block of comparing) expect(block).toMatch(/actions\/checkout@v\d+\n\s+with:\n\s+fetch-depth: 2 /u);
  });

  it("names nothing that a reader has to fill in", () => {
    expect(text).not.toMatch(/\b(?:OWNER|YOUR|EXAMPLE)\b|<[a-z-]+>\//u);
    for (const [, address = ""] of text.matchAll(/uses: (\S+)/gu))
      expect(address).toMatch(/^(?:\.\/|actions\/checkout@v\d+|github\/codeql-action\/upload-sarif@v\d+)$/u);
  });

  it("shows the hook of this repository as a local one", () => {
    const [{ description: _, ...hook }] = parse(textOf(".pre-commit-hooks.yaml")) as [Record<string, unknown>];
    const shown = blocks.map((block) => parse(block) as { repos?: { hooks: unknown[] }[] }).find(({ repos }) => repos);
    expect(shown?.repos?.[0]?.hooks).toEqual([hook]);
  });
});

describe("the workflow for many machines", () => {
  const path = "docs/examples/build-guides.yml";
  const { permissions, concurrency, jobs } = readWorkflow(path);
  const steps = stepsOf(path);

  it("is shown as it is", () => {
    expect(textOf("docs/large.md")).toContain(`\`\`\`yaml\n${textOf(path)}\`\`\``);
  });

  it("reads only, ends by itself, leaves no token, and lets no expression into a shell", () => {
    expect(permissions).toEqual({ contents: "read" });
    expect(concurrency).toHaveProperty("group");
    for (const job of Object.values(jobs)) expect(job["timeout-minutes"]).toBeLessThanOrEqual(60);
    for (const { uses = "", run = "", with: inputs } of steps) {
      expect(run).not.toContain("${{");
      if (uses !== "") expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/u);
      if (uses.startsWith("actions/checkout@")) expect(inputs).toMatchObject({ "persist-credentials": false });
    }
  });

  it("names the actions of this repository's own workflows in the same versions", () => {
    const pins = paths.flatMap((each) => [...textOf(each).matchAll(/uses: (actions\/[\w-]+)@\S+ # (v\d+)/gu)]);
    const own = new Map(pins.map(([, name = "", major = ""]) => [name, major]));
    const shared = steps.map(({ uses = "" }) => uses.split("@")).filter(([name = ""]) => own.has(name));
    expect(shared.length).toBeGreaterThan(3);
    for (const [name = "", major] of shared) expect(major).toBe(own.get(name));
  });

  it("uses commands and flags that this version has", async () => {
    const { version } = JSON.parse(textOf("package.json")) as { version: string };
    const runs = steps.flatMap(({ run = "" }) => [...run.matchAll(/npx --yes certpress@(\S+) (\w+)(.*)/gu)]);
    expect(runs.map(([, , name]) => name)).toEqual(["build", "merge"]);
    for (const [, at, name = "", rest = ""] of runs) {
      expect(at).toBe(version);
      const { out } = await runIn(".", [name, "--help"]);
      for (const [flag] of rest.matchAll(/--[a-z-]+/gu)) expect(out).toContain(flag);
    }
  });
});
