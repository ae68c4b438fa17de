// JUnit XML as Jenkins and GitLab read it (junit-10.xsd of Jenkins' xunit plugin).
import type { Diagnostic } from "../diagnostic.ts";
import { groupBy } from "./order.ts";
import type { Report } from "./report.ts";
import { escapeXml } from "./xml.ts";

/** A suite a file, a case a finding; errors and warnings fail, infos are skipped. Without findings one case passes. */
export const junit: Report = (diagnostics, { prefix }) => {
  const suites = groupBy(diagnostics, ({ path }) => path).map((group) => suite(group, prefix));
  const failures = diagnostics.filter(isFailure).length;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="certpress" tests="${Math.max(1, diagnostics.length)}" failures="${failures}" errors="0">
${suites.length === 0 ? cleanSuite : suites.join("\n")}
</testsuites>
`;
};

const cleanSuite = `  <testsuite name="certpress" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="lint" classname="certpress"/>
  </testsuite>`;

function suite(diagnostics: [Diagnostic, ...Diagnostic[]], prefix: string): string {
  const path = prefix + diagnostics[0].path;
  const failures = diagnostics.filter(isFailure).length;
  const cases = diagnostics.map((diagnostic) => testcase(diagnostic, prefix));
  return `  <testsuite name="${escapeXml(path)}" tests="${diagnostics.length}" failures="${failures}" errors="0" skipped="${diagnostics.length - failures}">
${cases.join("\n")}
  </testsuite>`;
}

function testcase(diagnostic: Diagnostic, prefix: string): string {
  const { ruleId, severity, message, note, path, position, related = [] } = diagnostic;
  const { line, column } = position.start;
  const places = [diagnostic, ...related].map((each) => {
    const { start } = each.position;
    return `${prefix}${each.path}:${start.line}:${start.column}: ${each.message}`;
  });
  const details = [...places, ...(note === undefined ? [] : [note])].join("\n");
  const element = isFailure(diagnostic) ? "failure" : "skipped";
  return `    <testcase name="${escapeXml(`${line}:${column} ${ruleId}`)}" classname="${escapeXml(prefix + path)}">
      <${element} type="${severity}" message="${escapeXml(message)}">${escapeXml(details)}</${element}>
    </testcase>`;
}

const isFailure = ({ severity }: Diagnostic): boolean => severity !== "info";
