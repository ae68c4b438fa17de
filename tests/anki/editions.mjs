// Three editions of one guide as a learner gets them, with everything in the second that an edition may change.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkGuide, lockGuide, publishGuide } from "../../lib/pipeline.js";
import { openWorkspace } from "../../lib/workspace.js";

const golden = fileURLToPath(new URL("../golden/bank", import.meta.url));

const item = (stem, { topic = "brewing-methods", task = "1.10", extra = "" } = {}) => `---
type: multiple-choice
task: "${task}"
topic: ${topic}
difficulty: easy
cognitive: recall
verified: 2026-11-20
---

${stem}

- [x] Tare the scale
  > It shows the water alone.
- [ ] Grind again
  > The grind is right.
- [ ] Boil longer
  > It boils.
${extra}
## Explanation

Weigh what you pour.

## References

- [Scales](https://example.org/scales)
`;

const kettles = `
### Kettles

What heats the water.

- **Gooseneck**: Pours where you point it.
`;

/** The first edition adds to the golden bank a note for each change of the second. */
const first = (read) => ({
  "items/stem-edited.md": item("Your cup is weak. What comes first?"),
  "items/choice-edited.md": item("Your cup is sour. What comes first?"),
  "items/choices-reordered.md": item("Your cup is salty. What comes first?"),
  "items/topic-changed.md": item("Your cup is cold. What comes first?"),
  "items/of-moved-topic.md": item("Your kettle sings. What comes first?", { topic: "kettles" }),
  "items/old-name.md": item("Your cup is thick. What comes first?"),
  "items/taken-out.md": item("Your cup is ![A pot](../media/pot.png). What comes first?"),
  "items/untouched.md": item("Your cup is fine. What comes first?"),
  "domains/d1-extraction.md": `${read("domains/d1-extraction.md")}${kettles}`,
});

const second = (read) => ({
  "exam.yaml": read("exam.yaml").replace('edition: "2026-11"', 'edition: "2027-05"'),
  "items/stem-edited.md": item("Your cup is too weak. What comes first?"),
  "items/choice-edited.md": item("Your cup is sour. What comes first?").replace("Boil longer", "Boil for a minute"),
  "items/choices-reordered.md": item("Your cup is salty. What comes first?").replace(
    /(- \[x\].*\n.*\n)((?:- \[ \].*\n.*\n)+)/u,
    "$2$1",
  ),
  "items/topic-changed.md": item("Your cup is cold. What comes first?", { topic: "dose-and-ratio" }),
  "items/old-name.md": null,
  "items/new-name.md": item("Your cup is thick. What comes first?"),
  "items/taken-out.md": null,
  "items/added.md": item("Your cup is empty. What comes first?"),
  "domains/d1-extraction.md": read("domains/d1-extraction.md")
    .replace(kettles, "")
    .replace("The first pour frees", "The first pour sets free")
    .replace("| French press | Coarse | 4 |", "| French press | Coarse | 5 |"),
  "domains/d2-water.md": `${read("domains/d2-water.md")}${kettles}`,
  "glossary.md": read("glossary.md").replace("in percent", "in per cent"),
});

/** What an edition that changes nothing but its name is. */
const third = (read) => ({ "exam.yaml": read("exam.yaml").replace('edition: "2027-05"', 'edition: "2027-11"') });

/** What the second edition must be to a learner, by the ids on the cards. */
const expected = {
  new: ["added"],
  updated: [
    "brewing-methods/bloom",
    "choice-edited",
    "glossary/tds",
    "kettles/gooseneck",
    "method/French press",
    "new-name",
    "stem-edited",
    "taken-out",
    "topic-changed",
  ],
};

/** The look of the cards changes with the second edition. */
function restyle({ assets }) {
  for (const [path, text] of assets.templates) {
    if (path.endsWith("card.css")) assets.templates.set(path, `${text}\n.restyled { color: inherit }\n`);
    if (/anki\/.*\.html$/u.test(path)) assets.templates.set(path, `${text}<p class="restyled" hidden>restyled</p>\n`);
  }
}

async function check(root, time) {
  const guide = await checkGuide(await openWorkspace(root), "golden", {
    outputs: ["anki", "json"],
    date: new Date(time),
  });
  const errors = guide.diagnostics.filter(({ severity }) => severity === "error");
  if (guide.publication === null || errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return guide;
}

/** Writes edition-<n>.apkg and .json, and differences.json: the GUIDs that the second edition adds, updates and leaves. */
export async function makeEditions(out) {
  const root = mkdtempSync(join(tmpdir(), "certpress-editions-"));
  const folder = join(root, "content", "golden");
  cpSync(golden, root, { recursive: true });
  const read = (path) => readFileSync(join(folder, path), "utf8");
  const apply = (changes) => {
    for (const [path, text] of Object.entries(changes)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      if (text === null) rmSync(join(folder, path));
      else writeFileSync(join(folder, path), text);
    }
  };
  const none = { carry: new Map(), retire: new Set(), earlier: null };
  /** Locks as a maintainer does, then builds on a later day as anyone may. */
  const release = async (edition, { changes, time, later, decisions = none, look = () => {} }) => {
    apply(changes(read));
    const before = await check(root, time);
    look(before.publication);
    const { text, undecided } = await lockGuide(before, decisions);
    assert.deepEqual(undecided, []);
    writeFileSync(join(folder, "identity.lock.json"), text);
    const guide = await check(root, later);
    look(guide.publication);
    for (const { path, bytes } of await publishGuide(guide))
      writeFileSync(join(out, `edition-${edition}${path.slice(path.lastIndexOf("."))}`), bytes);
    return { publication: before.publication, ledger: JSON.parse(text) };
  };
  const one = await release(1, { changes: first, time: "2025-01-01", later: "2025-01-09" });
  const two = await release(2, {
    changes: second,
    time: "2025-04-01",
    later: "2025-04-09",
    decisions: {
      carry: new Map([["old-name", "new-name"]]),
      retire: new Set(["taken-out"]),
      earlier: one.publication,
    },
    look: restyle,
  });
  await release(3, { changes: third, time: "2025-07-01", later: "2025-07-09", look: restyle });
  writeFileSync(join(out, "differences.json"), JSON.stringify(compare(one.ledger, two.ledger)));
  rmSync(root, { recursive: true });
}

/** GUIDs by what the lock did to them. */
function compare(before, after) {
  const notesOf = (byKind) => Object.values(byKind).flatMap((notes) => Object.entries(notes));
  const mods = new Map(notesOf(before.notes).map(([, { guid, mod }]) => [guid, mod]));
  const parts = { new: {}, updated: {}, same: {} };
  for (const [label, { guid, mod }] of [...notesOf(after.notes), ...notesOf(after.retired)])
    parts[mods.has(guid) ? (mods.get(guid) === mod ? "same" : "updated") : "new"][label] = guid;
  for (const part of ["new", "updated"]) assert.deepEqual(Object.keys(parts[part]).toSorted(), expected[part]);
  return parts;
}
