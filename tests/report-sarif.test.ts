// SARIF against its JSON Schema, and what the schema cannot say: links, order, limits, fixes and fingerprints.
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import type { Log, Result, Run } from "sarif";
import { beforeAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { reports } from "../src/report/index.ts";
import { helpOnAll } from "../src/rule-help.ts";
import { contextWith, diagnostic, hostilePath, hostileText, itemPath, onLine } from "./helpers/reporting.ts";

let findSchemaErrors: (log: unknown) => unknown;
beforeAll(() => {
  // ajv knows draft 6 and later; of draft 4 the schema uses nothing that differs but these two keys.
  const {
    id: _id,
    $schema: _schema,
    ...schema
  } = JSON.parse(readFileSync("tests/schemas/sarif-2.1.0-rtm.5.json", "utf8")) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  findSchemaErrors = (log) => (validate(log) ? [] : validate.errors);
});

function runOf(diagnostics: readonly Diagnostic[], context = contextWith()): Run {
  const log = JSON.parse(reports.sarif(diagnostics, context)) as Log;
  expect(findSchemaErrors(log)).toEqual([]);
  expect(log.runs).toHaveLength(1);
  return log.runs[0]!;
}

const resultOf = (each: Diagnostic, context = contextWith()): Result => runOf([each], context).results![0]!;

describe("the sarif report", () => {
  it("tells a wrong log from a right one, or the other tests prove nothing", () => {
    expect(findSchemaErrors({ version: "2.1.0", runs: [{ tool: { driver: { name: "x", helpUri: 1 } } }] })).not.toEqual(
      [],
    );
  });

  it("is valid without findings", () => {
    const { results, tool, invocations } = runOf([]);
    expect({ results, rules: tool.driver.rules, invocations }).toEqual({
      results: [],
      rules: [],
      invocations: undefined,
    });
  });

  it("says what, where and how bad", () => {
    const result = resultOf(diagnostic({ severity: "info", note: "Because." }), contextWith({}, "books/aws/"));
    expect(result).toMatchObject({
      ruleId: "choice-empty",
      level: "note",
      message: { text: "Unexpected empty choice, expected text\n\nBecause." },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "books/aws/content/g/items/a.md", uriBaseId: "%SRCROOT%" },
            region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 10 },
          },
        },
      ],
    });
    expect(runOf([diagnostic()]).columnKind).toBe("utf16CodeUnits");
  });

  it("describes just the rules that occur, and every rule and fault validly", () => {
    const { results, tool } = runOf([diagnostic({ ruleId: "references-missing" }), diagnostic()]);
    const rules = tool.driver.rules!;
    expect(rules.map(({ id }) => id)).toEqual(["choice-empty", "references-missing"]);
    for (const { ruleId, ruleIndex } of results!) expect(rules[ruleIndex!]?.id).toBe(ruleId);

    const all = helpOnAll();
    const described = runOf(all.map(({ id }) => diagnostic({ ruleId: id }))).tool.driver.rules!;
    expect(described).toHaveLength(all.length);
    for (const { id, severity, summary, why, invalid } of all) {
      const rule = described.find((each) => each.id === id)!;
      expect(rule.shortDescription?.text).toBe(`${summary}.`);
      expect(rule.defaultConfiguration?.level).toBe(severity === "info" ? "note" : severity);
      expect(rule.help?.markdown).toContain(why ?? "cannot be suppressed");
      if (invalid[0] !== undefined) expect(rule.help?.text).toContain(invalid[0][0]?.trim().split("\n").at(-1));
      // GitHub takes no longer ones.
      expect(rule.fullDescription!.text.length).toBeLessThanOrEqual(1024);
    }
  });

  it("keeps paths whatever they hold, as relative addresses", () => {
    fc.assert(
      fc.property(hostilePath, (path) => {
        const { uri } = resultOf(diagnostic({ path })).locations![0]!.physicalLocation!.artifactLocation!;
        expect(uri).toMatch(/^[\w.~!'()*%/-]+$/u);
        expect(decodeURIComponent(uri!)).toBe(path.replaceAll(/\p{Surrogate}/gu, "\uFFFD"));
      }),
    );
  });

  it("keeps messages, but lets none of them hold a link", () => {
    // The grammar of SARIF 3.11.6.
    const link = /\[(?:[^\\[\]]|\\[\\[\]])*\]\([^)]*\)/u;
    fc.assert(
      fc.property(hostileText, fc.boolean(), (text, isLinked) => {
        const message = isLinked ? `[${text}](https://example.org)` : text;
        const found = resultOf(diagnostic({ message, related: [{ message, path: itemPath, position: onLine(1) }] }));
        const written = found.message.text!;
        expect(written).not.toMatch(link);
        expect(found.relatedLocations![0]!.message!.text).toBe(written);
        if (message.includes("](")) expect(written.replaceAll("\\](", "](")).toBe(message.replaceAll("\\](", "]("));
        else expect(written).toBe(message);
      }),
    );
  });

  it.each([
    ["[a](u)", "[a\\](u)"],
    ["[a\\](u)", "[a\\](u)"],
    ["[a\\\\](u)", "[a\\\\\\](u)"],
  ])("writes `%s` as `%s`, with an odd number of backslashes", (message, written) => {
    expect(resultOf(diagnostic({ message })).message.text).toBe(written);
  });

  it("numbers related places", () => {
    const related = [3, 8].map((line) => ({
      message: `on ${line}`,
      path: "content/g/items/b c.md",
      position: onLine(line),
    }));
    const { relatedLocations } = resultOf(diagnostic({ related }), contextWith({}, "x/"));
    expect(relatedLocations?.map(({ id, physicalLocation }) => [id, physicalLocation?.region?.startLine])).toEqual([
      [1, 3],
      [2, 8],
    ]);
    expect(relatedLocations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe("x/content/g/items/b%20c.md");
  });

  it("has fixes that give the mended text", () => {
    const source = "one 𝔸 two\r\nthree\n";
    const edits = [
      { start: 0, end: 3, text: "1" },
      { start: 7, end: 10, text: "" },
      { start: source.length, end: source.length, text: "four\n" },
    ];
    const [change] = resultOf(diagnostic({ fix: { safe: false, edits } })).fixes![0]!.artifactChanges;
    let mended = source;
    for (const { deletedRegion, insertedContent } of change!.replacements.toReversed()) {
      const { charOffset = NaN, charLength = NaN } = deletedRegion;
      mended = mended.slice(0, charOffset) + insertedContent!.text + mended.slice(charOffset + charLength);
    }
    expect(mended).toBe("1 𝔸 \r\nthree\nfour\n");
    expect(change!.artifactLocation.uri).toBe(itemPath);
  });

  it("has a fingerprint of its own and none that the host computes", () => {
    const source = { [itemPath]: "x\nabcdefghijkl\n" };
    const { partialFingerprints } = resultOf(diagnostic(), contextWith(source));
    expect(Object.keys(partialFingerprints!)).toEqual(["itemRule/v1"]);
    expect(partialFingerprints!["itemRule/v1"]).toMatch(/^[0-9a-f]{64}$/u);
  });

  it("holds 25,000 results, errors first, and says how many it leaves out", () => {
    const warnings = Array.from({ length: 25_002 }, (_, i) =>
      diagnostic({ severity: "warning", position: onLine(i + 1) }),
    );
    const log = JSON.parse(reports.sarif([...warnings, diagnostic()], contextWith())) as Log;
    const { results = [], invocations } = log.runs[0]!;
    expect(results).toHaveLength(25_000);
    expect(results.slice(0, 2).map(({ level }) => level)).toEqual(["error", "warning"]);
    expect(findSchemaErrors({ ...log, runs: [{ ...log.runs[0]!, results: [] }] })).toEqual([]);
    expect(invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toMatch(/^3 more findings are left out/u);
  });
});
