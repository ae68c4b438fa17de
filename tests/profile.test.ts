// Profiles, and severities by path: how strict a run is, and that nothing else changes.
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { makeWorkspace, runIn, soundGuide, writeIn } from "./helpers/workspace.ts";

const item = soundGuide["items/object-name.md"]!;
const noReferences = item.replace(/## References[^]*$/u, "");
const unfinished = `${item.replace(/ {2}> It sets the price.\n/u, "").replace(/## Explanation[^]*$/u, "")}## Explanation

## References
`;

async function lint(root: string, ...more: string[]) {
  const ran = await runIn(root, ["lint", "--format", "json", ...more]);
  const { diagnostics } = JSON.parse(ran.out) as { diagnostics: Diagnostic[] };
  return {
    status: ran.status,
    err: ran.err,
    found: diagnostics.map(({ ruleId, severity }) => `${severity} ${ruleId}`),
  };
}

describe("profiles", () => {
  it("recommended blocks an unfinished item, draft only warns of it", async () => {
    const root = makeWorkspace({ "items/object-name.md": unfinished });
    const strict = await lint(root);
    expect(strict.status).toBe(1);
    expect(strict.found).toEqual(
      expect.arrayContaining([
        "error choice-rationale-uneven",
        "error item-explanation-missing",
        "error item-references-empty",
      ]),
    );
    const draft = await lint(root, "--profile", "draft");
    expect(draft.status).toBe(0);
    expect(draft.found.filter((each) => each.startsWith("error"))).toEqual([]);
    expect(draft.found).toEqual(
      expect.arrayContaining([
        "warning choice-rationale-uneven",
        "warning item-explanation-missing",
        "warning item-references-empty",
      ]),
    );
  });

  it("draft also lowers the rules about missing parts that a configuration makes errors, and names a part once", async () => {
    const bare = item.replaceAll(/ {2}> .*\n/gu, "").replace(/## References[^]*$/u, "");
    const root = makeWorkspace({ "items/object-name.md": bare });
    writeIn(root, "certpress.config.yaml", "rules: {rationale-missing: error, references-missing: error}\n");
    expect((await lint(root)).found).toEqual(["error references-missing", "error rationale-missing"]);
    expect((await lint(root, "--profile", "draft")).found).toEqual([
      "warning references-missing",
      "warning rationale-missing",
    ]);
    writeIn(root, "content/tst/items/object-name.md", `${bare}## References\n`);
    expect((await lint(root, "--profile", "draft")).found).toEqual([
      "warning rationale-missing",
      "warning item-references-empty",
    ]);
  });

  it("draft builds an unfinished item, and no other fault becomes a warning", async () => {
    const root = makeWorkspace({ "items/object-name.md": unfinished });
    writeIn(root, "certpress.config.yaml", "profile: draft\n");
    const built = await runIn(root, ["build", "--to", "json,anki"]);
    expect(built).toMatchObject({ status: 0 });
    writeIn(root, "content/tst/items/object-name.md", unfinished.replace("[x]", "[ ]"));
    expect((await runIn(root, ["build", "--to", "json"])).status).toBe(1);
  });

  it("release allows no warning, in lint and in build, unless --max-warnings says otherwise", async () => {
    const root = makeWorkspace({ "items/object-name.md": noReferences });
    expect((await lint(root)).status).toBe(0);
    const release = await lint(root, "--profile", "release");
    expect(release).toMatchObject({ status: 1, err: expect.stringContaining("expected at most 0") });
    expect((await lint(root, "--profile", "release", "--max-warnings", "50")).status).toBe(0);
    expect((await runIn(root, ["build", "--to", "json", "--profile", "release"])).status).toBe(1);
    expect((await runIn(root, ["build", "--to", "json"])).status).toBe(0);
  });

  it("that do not exist are wrong usage", async () => {
    const { status, err } = await runIn(makeWorkspace(), ["lint", "--profile", "strict"]);
    expect(status).toBe(2);
    expect(err).toContain("draft, recommended, release");
  });
});

describe("overrides", () => {
  it.each(["content/*/items/old/**", "content/tst/items/old", "content/*/items/old/", "./content/tst/items/old/*.md"])(
    "set the severity of a rule in the files of %s; the last one counts",
    async (pattern) => {
      const root = makeWorkspace({
        "items/object-name.md": noReferences,
        "items/old/one.md": noReferences.replace("an object", "one object"),
        "items/old/two.md": noReferences.replace("an object", "another object"),
      });
      writeIn(
        root,
        "certpress.config.yaml",
        `rules:
  references-missing: info
overrides:
  - paths: [${pattern}]
    rules:
      references-missing: off
  - paths: ["**/two.md"]
    rules:
      references-missing: error
`,
      );
      const { diagnostics } = JSON.parse((await runIn(root, ["lint", "--format", "json"])).out) as {
        diagnostics: Diagnostic[];
      };
      const found = diagnostics.filter(({ ruleId }) => ruleId === "references-missing");
      expect(found.map(({ path, severity }) => [path.split("/").at(-1), severity])).toEqual([
        ["object-name.md", "info"],
        ["two.md", "error"],
      ]);
    },
  );

  it("name rules that exist, with options in their range", async () => {
    const root = makeWorkspace();
    writeIn(
      root,
      "certpress.config.yaml",
      `overrides:
  - paths: ["**"]
    rules: {references-mising: off}
options:
  references-missing: {days: 3}
  choice-key-longest: {ratio: 0.5, ration: 2}
`,
    );
    const { out } = await runIn(root, ["lint", "--format", "compact"]);
    const shown = out.split("\n").filter((line) => line.startsWith("certpress.config.yaml"));
    expect(shown).toEqual([
      expect.stringMatching(
        /^certpress.config.yaml:3:13: error config-rule-unknown .*did you mean `references-missing`/u,
      ),
      expect.stringMatching(
        /^certpress.config.yaml:5:24: error config-option-unknown Unexpected option `days`, expected none/u,
      ),
      expect.stringMatching(
        /^certpress.config.yaml:6:31: error config-option-value Unexpected `0.5`, expected a number from/u,
      ),
      expect.stringMatching(
        /^certpress.config.yaml:6:36: error config-option-unknown Unexpected option `ration`.*did you mean `ratio`/u,
      ),
    ]);
  });
});
