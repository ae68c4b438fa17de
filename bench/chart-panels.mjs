// Which lines the chart shows, from the results of each part: ours are solid, peers dashed, floors dotted and grey.
import { mainSize } from "./lint-report.mjs";

const lintLines = (versions) => [
  {
    name: "remark",
    label: `remark-cli ${versions["remark-cli"]}`,
    colour: "vermilion",
    dash: "dashed",
    marker: "square",
  },
  {
    name: "markdownlint",
    label: `markdownlint-cli2 ${versions["markdownlint-cli2"]}`,
    colour: "orange",
    dash: "dashed",
    marker: "triangle",
  },
  { name: "parse", label: "bare parsing, one core", colour: "grey", dash: "dotted", marker: "circle" },
  { name: "parse on two", label: "bare parsing, two cores", colour: "grey", dash: "dotted", marker: "diamond" },
  { name: "cold", label: "certpress, first run", colour: "blue", dash: "solid", marker: "circle" },
  { name: "changed", label: "certpress, one item changed", colour: "green", dash: "solid", marker: "diamond" },
  { name: "warm", label: "certpress, nothing changed", colour: "sky", dash: "solid", marker: "square" },
  { name: "read", label: "reading the files", colour: "grey", dash: "dotted", marker: "triangle" },
];

const stageLines = [
  { name: "pdf", label: "three PDFs", colour: "blue", dash: "solid", marker: "circle" },
  { name: "parse", label: "parsing, one core", colour: "sky", dash: "solid", marker: "square" },
  { name: "json", label: "JSON", colour: "purple", dash: "solid", marker: "triangle" },
  { name: "anki", label: "Anki deck", colour: "green", dash: "solid", marker: "diamond" },
];

const deckLines = [
  { name: "write", label: "deck file, by certpress", colour: "green", dash: "solid", marker: "square" },
  { name: "genanki", label: "deck file, by genanki", colour: "vermilion", dash: "dashed", marker: "square" },
];

function pick(lines, rows, nameOf) {
  return lines
    .map(({ name, ...line }) => {
      const mine = rows.filter((row) => nameOf(row) === name && !row.failed);
      return { ...line, points: mine.map((row) => ({ x: row.size, y: row.seconds })) };
    })
    .filter(({ points }) => points.length > 0);
}

/** The size that most lines have, the largest of such. */
function commonSize(lines) {
  const sizes = lines.flatMap(({ points }) => points.map(({ x }) => x));
  const count = (size) => sizes.filter((each) => each === size).length;
  return sizes.sort((a, b) => count(b) - count(a) || b - a)[0];
}

/** The panels of the parts that were recorded. */
export function panelsOf({ lint, stages, deck }) {
  const panels = [];
  if (lint)
    panels.push({
      title: "Lint, whole commands",
      at: mainSize,
      lines: pick(lintLines(lint.versions), lint.rows, ({ name }) => name),
    });
  const published = [
    ...(stages ? pick(stageLines, stages.rows, ({ stage }) => stage) : []),
    ...(deck ? pick(deckLines, deck.rows, ({ name }) => name) : []),
  ];
  if (published.length > 0)
    panels.push({ title: "Stages of a build, one after the other", at: commonSize(published), lines: published });
  return panels;
}
