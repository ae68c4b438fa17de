// What the numbers of the bench of stages say: a table, and lines of the chart.

/** The row of the next smaller size, if there is one. */
export function earlierOf(rows, { stage, size }) {
  return rows.findLast((row) => row.stage === stage && row.size < size);
}

/** Growth of CPU time against growth of size; undefined where the earlier time is too short to tell. */
export function growthOf(rows, row) {
  const earlier = earlierOf(rows, row);
  return earlier && earlier.cpu > 0.01 ? row.cpu / earlier.cpu / (row.size / earlier.size) : undefined;
}

/** All rows as Markdown, each stage's together. */
export function stagesTable({ rows }) {
  const lines = [
    "| stage | items | seconds | CPU seconds | items/s | peak MB | growth |",
    "| --- | --: | --: | --: | --: | --: | --: |",
  ];
  for (const stage of new Set(rows.map((row) => row.stage)))
    for (const row of rows.filter((each) => each.stage === stage)) {
      const growth = growthOf(rows, row);
      const cells = [
        stage,
        row.size,
        row.seconds.toFixed(3),
        row.cpu.toFixed(3),
        Math.round(row.size / row.seconds),
        Math.round(row.megabytes),
        growth ? `${growth.toFixed(2)} ×` : "",
      ];
      lines.push(`| ${cells.join(" | ")} |`);
    }
  return lines.join("\n");
}
