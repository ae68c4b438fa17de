// The severity of a rule in a file, as the configuration wants it.
import picomatch from "picomatch";
import type { Severity } from "../diagnostic.ts";
import type { ConfigFile } from "../model/types.gen.ts";
import type { Rule } from "./rule.ts";

/** What a rule has in the file at a workspace path. */
export type SeverityOf = (rule: Pick<Rule, "id" | "severity">, path: string) => Severity | "off";

/** The last override that matches the path and names the rule, else `rules`, else the rule's own severity. */
export function severitiesOf({ rules = {}, overrides = [] }: ConfigFile): SeverityOf {
  const matchers = overrides
    .map(({ paths, rules: severities }) => ({ matches: matcherOf(paths), severities }))
    .toReversed();
  return ({ id, severity }, path) => {
    const override = matchers.find(({ matches, severities }) => Object.hasOwn(severities, id) && matches(path));
    if (override !== undefined) return override.severities[id] ?? severity;
    return (Object.hasOwn(rules, id) ? rules[id] : undefined) ?? severity;
  };
}

/** Whether one of some patterns of an override matches a workspace path. */
export function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  const matches = picomatch(patterns.flatMap(withContents));
  return (path) => matches(path);
}

/** A pattern that names a folder stands for what is in it, as it does on the command line. */
const withContents = (pattern: string): string[] => [pattern, `${pattern.replace(/\/$/u, "")}/**`];

/** Whether a rule can find anything in any file. */
export function isOnAnywhere(
  { id, severity }: Pick<Rule, "id" | "severity">,
  { rules = {}, overrides = [] }: ConfigFile,
): boolean {
  const given = [rules[id] ?? severity, ...overrides.map((override) => override.rules[id])];
  return given.some((each) => each !== undefined && each !== "off");
}
