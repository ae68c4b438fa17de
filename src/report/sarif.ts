// SARIF 2.1.0 (OASIS), for code scanning and editors. What hosts make of it: GitHub's "SARIF support for code scanning".
import type { ArtifactLocation, Fix as SarifFix, Location, Log, Region, ReportingDescriptor, Result } from "sarif";
import type { Diagnostic, Fix, Position, Severity } from "../diagnostic.ts";
import { helpMarkdown, helpText } from "../rule-text.ts";
import { fingerprints } from "./fingerprint.ts";
import { errorsFirst } from "./order.ts";
import type { Report, ReportContext } from "./report.ts";

/** Results that GitHub takes of one run. */
const mostResults = 25_000;

/** Width of a rule's help as plain text. */
const helpWidth = 80;

/** Base of all paths: the root of the repository. */
const uriBaseId = "%SRCROOT%";

const levels: Record<Severity, "error" | "warning" | "note"> = { error: "error", warning: "warning", info: "note" };

/** One run, errors first; above 25,000 results the rest is left out and a notification says so. */
export const sarif: Report = (diagnostics, context) => {
  const marks = fingerprints(diagnostics, context);
  const all = errorsFirst(diagnostics.map((diagnostic, i) => ({ ...diagnostic, mark: marks[i] ?? "" })));
  const shown = all.slice(0, mostResults);
  const ruleIds = [...new Set(shown.map(({ ruleId }) => ruleId))].sort();
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "certpress",
            version: context.version,
            rules: ruleIds.map((id) => ruleOf(id, context)),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [uriBaseId]: { description: { text: "The root of the repository." } } },
        ...(all.length > shown.length && { invocations: [cutInvocation(all.length - shown.length)] }),
        results: shown.map((each) => resultOf(each, each.mark, ruleIds.indexOf(each.ruleId), context.prefix)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function cutInvocation(count: number): NonNullable<Log["runs"][number]["invocations"]>[number] {
  const text = `${count} more ${count === 1 ? "finding is" : "findings are"} left out, because hosts take ${mostResults} of a run. Run certpress lint to see them all.`;
  return {
    executionSuccessful: true,
    toolExecutionNotifications: [{ level: "warning", message: { text } }],
  };
}

function ruleOf(id: string, { helpOn }: ReportContext): ReportingDescriptor {
  const help = helpOn(id);
  if (help === null) return { id };
  const reason = help.why?.split(/\n{2,}/)[0]?.replaceAll(/\s+/g, " ");
  return {
    id,
    shortDescription: { text: `${help.summary}.` },
    fullDescription: { text: reason === undefined ? `${help.summary}.` : `${help.summary}. ${reason}` },
    help: { text: helpText(help, helpWidth), markdown: helpMarkdown(help) },
    defaultConfiguration: { level: levels[help.severity] },
  };
}

function resultOf(diagnostic: Diagnostic, mark: string, ruleIndex: number, prefix: string): Result {
  const { ruleId, severity, message, note, path, position, itemId, related = [], fix } = diagnostic;
  return {
    ruleId,
    ruleIndex,
    level: levels[severity],
    message: { text: withoutLinks(note === undefined ? message : `${message}\n\n${note}`) },
    locations: [locationOf(prefix + path, position)],
    ...(related.length > 0 && {
      relatedLocations: related.map((each, index) => ({
        id: index + 1,
        ...locationOf(prefix + each.path, each.position),
        message: { text: withoutLinks(each.message) },
      })),
    }),
    // GitHub computes a key of its own, primaryLocationLineHash, and warns where a tool writes it.
    partialFingerprints: { "itemRule/v1": mark },
    ...(fix !== undefined && { fixes: [fixOf(fix, prefix + path)] }),
    ...(itemId !== undefined && { properties: { itemId } }),
  };
}

function locationOf(path: string, position: Position): Location {
  return { physicalLocation: { artifactLocation: artifactOf(path), region: regionOf(position) } };
}

function artifactOf(path: string): ArtifactLocation {
  return { uri: encodePath(path), uriBaseId };
}

/** A relative URI (RFC 3986); a lone surrogate, which no URI can hold, becomes U+FFFD. */
function encodePath(path: string): string {
  return path
    .replaceAll(/\p{Surrogate}/gu, "\uFFFD")
    .split("/")
    .map((segment) => encodeURIComponent(segment))
    .join("/");
}

function regionOf({ start, end }: Position): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function fixOf({ safe, edits }: Fix, path: string): SarifFix {
  return {
    description: { text: safe ? "Mend it." : "Mend it; the edit is near the meaning, so read it." },
    artifactChanges: [
      {
        artifactLocation: artifactOf(path),
        replacements: edits.map(({ start, end, text }) => ({
          deletedRegion: { charOffset: start, charLength: end - start },
          insertedContent: { text },
        })),
      },
    ],
  };
}

/** Authored text in which no embedded link can be read: an odd number of backslashes escapes the bracket (SARIF 3.11.6). */
function withoutLinks(text: string): string {
  return text.replaceAll(/(?<!\\)((?:\\\\)*)\]\(/g, "$1\\](");
}
