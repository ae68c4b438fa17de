// What the numbers of the bench of the deck say: a table.

const ratio = (a, b) => `${(a / b).toFixed(2)} ×`;

/** The row of genanki on the same notes. */
export function peerOf(rows, { size }) {
  return rows.find((each) => each.name === "genanki" && each.size === size);
}

/** Growth of `key` against growth of size from the row of the next smaller size, if there is one. */
export function growthOf(rows, row, key) {
  const earlier = rows.findLast((each) => each.name === row.name && each.size < row.size);
  return earlier && row[key] / earlier[key] / (row.size / earlier.size);
}

/** All rows as Markdown. */
export function deckTable({ rows }) {
  const lines = [
    "| step | notes | seconds | of genanki | CPU seconds | of genanki | growth | MB above base | growth | file MB |",
    "| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |",
  ];
  for (const row of rows) {
    const { name, size, seconds, cpu, megabytes, bytes } = row;
    const peer = peerOf(rows, row);
    const isOurs = name === "write";
    const [time, memory] = [growthOf(rows, row, "cpu"), growthOf(rows, row, "megabytes")];
    const cells = [
      name,
      size,
      seconds.toFixed(2),
      isOurs ? ratio(seconds, peer.seconds) : "",
      cpu.toFixed(2),
      isOurs ? ratio(cpu, peer.cpu) : "",
      time ? `${time.toFixed(2)} ×` : "",
      Math.round(megabytes),
      memory ? `${memory.toFixed(2)} ×` : "",
      bytes ? (bytes / 1e6).toFixed(1) : "",
    ];
    lines.push(`| ${cells.join(" | ")} |`);
  }
  return lines.join("\n");
}
