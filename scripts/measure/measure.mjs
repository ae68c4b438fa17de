// What rules found against what people labelled: precision, recall and F1 of each rule, and where the two differ.
import { pathOf } from "./bank.mjs";

/** The rules that look for strings alone: they are compared as a group, because others have published such a group's mean. */
export const stringRules = [
  "choice-all-of-the-above",
  "choice-none-of-the-above",
  "choice-numbers-unsorted",
  "stem-blank",
  "stem-negative",
];

/**
 * The numbers of each rule that some line is labelled with, in the order given; of the other rules how many lines they found; and
 * every difference in the order of the lines. A rule counts once a line, however often it found something there.
 */
export function measure(lines, diagnostics, rules) {
  const found = new Set(diagnostics.map(({ ruleId, path }) => `${ruleId} ${path}`));
  const isFound = (rule, line) => found.has(`${rule} ${pathOf(line)}`);
  const counts = rules.map((rule) => {
    const hits = lines.filter((line) => isFound(rule, line));
    const right = hits.filter(({ flaws }) => flaws.includes(rule)).length;
    return score(rule, lines.filter(({ flaws }) => flaws.includes(rule)).length, hits.length, right);
  });
  const labelled = counts.filter((count) => count.labelled > 0);
  const strings = labelled.filter(({ rule }) => stringRules.includes(rule));
  return {
    lines: lines.length,
    rules: labelled,
    notLabelled: counts.filter((count) => count.labelled === 0).map(({ rule, found }) => ({ rule, found })),
    stringRules: {
      labelled: strings.map(({ rule }) => rule),
      meanF1: strings.length === 0 ? null : strings.reduce((sum, { f1 }) => sum + f1, 0) / strings.length,
    },
    confusion: lines.flatMap((line) =>
      labelled.flatMap(({ rule }) => {
        const [has, wants] = [isFound(rule, line), line.flaws.includes(rule)];
        if (has === wants) return [];
        const { id, number, stem, choices, key } = line;
        return [{ id, line: number, rule, kind: has ? "extra" : "missed", stem, choices, key }];
      }),
    ),
  };
}

/** Precision is null where nothing was found, recall and F1 are null where nothing is labelled. */
function score(rule, labelled, found, truePositives) {
  const ratio = (part, whole) => (whole === 0 ? null : part / whole);
  return {
    rule,
    labelled,
    found,
    truePositives,
    precision: ratio(truePositives, found),
    recall: ratio(truePositives, labelled),
    f1: labelled === 0 ? null : (2 * truePositives) / (labelled + found),
  };
}
