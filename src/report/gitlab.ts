// GitLab's Code Quality report: docs.gitlab.com/ci/testing/code_quality, "Code Quality report format".
import type { Severity } from "../diagnostic.ts";
import { fingerprints } from "./fingerprint.ts";
import type { Report } from "./report.ts";

/** GitLab knows info, minor, major, critical and blocker. */
const severities: Record<Severity, string> = { error: "major", warning: "minor", info: "info" };

/** A JSON array; GitLab drops findings whose fingerprint it has seen, and ours all differ. */
export const gitlab: Report = (diagnostics, context) => {
  const marks = fingerprints(diagnostics, context);
  const issues = diagnostics.map(({ ruleId, severity, message, path, position }, i) => ({
    description: message,
    check_name: ruleId,
    fingerprint: marks[i],
    severity: severities[severity],
    location: { path: context.prefix + path, lines: { begin: position.start.line } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
};
