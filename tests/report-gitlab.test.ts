// GitLab's Code Quality report, against the properties that its documentation requires.
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { reports } from "../src/report/index.ts";
import { contextWith, diagnostic, hostilePath, hostileText } from "./helpers/reporting.ts";

const validate = new Ajv({ allErrors: true }).compile({
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "location", "severity"],
    properties: {
      description: { type: "string" },
      check_name: { type: "string" },
      fingerprint: { type: "string", pattern: "^[0-9a-f]{64}$" },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          path: { type: "string", not: { pattern: "^\\./" } },
          lines: { type: "object", required: ["begin"], properties: { begin: { type: "integer", minimum: 1 } } },
        },
      },
    },
  },
});

interface Issue {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: string;
  location: { path: string; lines: { begin: number } };
}

function issuesOf(diagnostics: readonly Diagnostic[]): Issue[] {
  const issues: unknown = JSON.parse(reports.gitlab(diagnostics, contextWith({}, "books/")));
  validate(issues);
  expect(validate.errors ?? []).toEqual([]);
  return issues as Issue[];
}

describe("the gitlab report", () => {
  it("is an empty list without findings", () => {
    expect(issuesOf([])).toEqual([]);
  });

  it("keeps message, rule and place, whatever they hold", () => {
    fc.assert(
      fc.property(hostilePath, hostileText, (path, message) => {
        const [issue] = issuesOf([diagnostic({ path, message })]);
        expect(issue).toMatchObject({
          description: message,
          check_name: "choice-empty",
          location: { path: `books/${path}`, lines: { begin: 2 } },
        });
      }),
    );
  });

  it("grades as GitLab does", () => {
    const severities = (["error", "warning", "info"] as const).map((severity) => diagnostic({ severity }));
    expect(issuesOf(severities).map(({ severity }) => severity)).toEqual(["major", "minor", "info"]);
  });

  it("never repeats a fingerprint, for GitLab would drop the finding", () => {
    const issues = issuesOf(Array.from({ length: 50 }, () => diagnostic()));
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(50);
  });
});
