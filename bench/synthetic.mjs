// A guide of any size from a seed, in the manner of real ones: items of 1.5 to 2 KB, all four types, some with code.

/** Seeded numbers in [0, 1): mulberry32, public domain by Tommy Ettinger. */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const words =
  "model data endpoint team training job bucket feature store latency request instance role key policy network region metric alarm pipeline step artifact version schedule batch stream record table column schema label drift baseline bias cost budget tag owner account limit quota retry queue event topic function container image cluster node volume cache index query partition format column file prefix object version snapshot backup".split(
    " ",
  );

const types = ["multiple-choice", "multiple-choice", "multiple-choice", "multiple-response", "ordering", "matching"];

/** The files of a guide with `size` items as `{path, bytes}`, in `content/bench`. */
export function makeGuide(size, seed = 1) {
  const random = seeded(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const phrase = (count) => Array.from({ length: count }, () => pick(words)).join(" ");
  const sentence = (count) => {
    const text = phrase(count);
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  };
  const paragraph = (sentences) =>
    Array.from({ length: sentences }, () => sentence(10 + Math.floor(random() * 8))).join(" ");
  const topics = Math.max(4, Math.round(size / 10));
  const files = [];
  const add = (path, text) => files.push({ path: `content/bench/${path}`, bytes: Buffer.from(text) });

  add(
    "exam.yaml",
    `code: BENCH-1
title: Synthetic Exam
vendor: Nobody
language: en
edition: "1"
blueprint:
  version: "1"
  source: https://example.com/
  checked: 2026-01-01
  domains:
${[1, 2, 3, 4].map((d) => `    - id: D${d}\n      title: Domain ${d}\n      weight: 25\n      tasks:\n        - id: "${d}.1"\n          title: Task ${d}.1\n`).join("")}format:
  scored: 50
  minutes: 90
  types: [multiple-choice]
license: CC0-1.0
`,
  );
  add(
    "guide.md",
    `# Synthetic Exam\n\n${paragraph(3)}\n\n| Domain | Topic | Weight |\n| --- | --- | --- |\n${[1, 2, 3, 4].map((d) => `| D${d} | Domain ${d} | 25% |`).join("\n")}\n`,
  );
  for (const d of [1, 2, 3, 4]) {
    const mine = Array.from({ length: topics }, (_, t) => t).filter((t) => t % 4 === d - 1);
    // A file of a domain holds at most 512 KB, so large guides have short topics.
    const [sentences, facts] = topics > 2500 ? [1, 1] : topics > 400 ? [2, 3] : [2, 7];
    add(
      `domains/d${d}.md`,
      `---\ndomain: D${d}\n---\n\n# Domain ${d}\n\n## Section ${d}\n\n${paragraph(2)}\n\n${mine
        .map(
          (t) =>
            `### Topic ${t}\n\n${paragraph(sentences)}\n\n${Array.from({ length: facts }, (_, f) => `- **Lead ${f} ${phrase(1)}**: ${sentence(14)}`).join("\n")}\n`,
        )
        .join("\n")}`,
    );
  }
  for (let n = 0; n < size; n++) {
    const type = pick(types);
    const t = n % topics;
    const choice = (mark) => `- [${mark}] ${sentence(9)}\n  > ${sentence(14)}\n`;
    const bodies = {
      "multiple-choice": () => ["x", " ", " ", " "].map(choice).join(""),
      "multiple-response": () => ["x", "x", " ", " ", " "].map(choice).join(""),
      ordering: () => [1, 2, 3, 4].map((i) => `${i}. ${sentence(8)}\n   > ${sentence(12)}\n`).join(""),
      matching: () =>
        `| Prompt | Match |\n| --- | --- |\n${[1, 2, 3, 4].map((i) => `| ${phrase(5)} ${i} | ${phrase(3)} ${i} |\n`).join("")}`,
    };
    const code = n % 7 === 0 ? `\n\`\`\`py\n${phrase(3).replaceAll(" ", "_")}(${pick(words)}=${n})\n\`\`\`\n` : "";
    add(
      `items/i${n}.md`,
      `---\ntype: ${type}\ntask: "${(t % 4) + 1}.1"\ntopic: topic-${t}\ndifficulty: ${pick(["easy", "medium", "hard"])}\ncognitive: ${pick(["recall", "apply", "analyze"])}\nverified: 2026-01-01\n---\n\n${paragraph(3)} Which \`${pick(words)}\` fits?\n${code}\n${bodies[type]()}\n## Explanation\n\n${paragraph(5)}\n\n## References\n\n- [${phrase(4)}](https://example.com/${n})\n`,
    );
  }
  return files;
}
