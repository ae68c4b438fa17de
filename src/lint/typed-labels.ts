// Labels that an author typed before the words of choices: `A.`, `(b)`, `3)`.

/** A label of every choice, and whether they are in the order of the choices. */
export interface TypedLabels {
  /** Each with the blanks behind it, as the text of its choice opens with it. */
  labels: string[];
  inOrder: boolean;
}

// Marks without which a letter is hardly a label.
const marked = String.raw`\((?<inside>[A-Za-z]|\d|[ivx]{2,4})\)|(?<before>[A-Za-z]|\d|[ivx]{2,4})(?:\.\)?|\))`;
/** A letter with a colon or dash may also be the name of something, so the stem must know none. */
const loose = String.raw`(?<name>[A-Z])(?::| [-–—])`;
const pattern = new RegExp(String.raw`^(?:${marked}|${loose})[ \u00A0]+(?=\S)`, "u");
const isName = /(?<![\p{L}\p{N}])[B-H](?![\p{L}\p{N}])/u;

const romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

/** The labels of texts of choices that all have one of one series, each another; null if some have none. */
export function typedLabelsOf(choices: readonly string[], stem: string): TypedLabels | null {
  const labels: string[] = [];
  const values: string[] = [];
  for (const text of choices) {
    const found = pattern.exec(text);
    const { inside, before, name } = found?.groups ?? {};
    const value = inside ?? before ?? name;
    if (found === null || value === undefined || (name !== undefined && isName.test(stem))) return null;
    labels.push(found[0]);
    values.push(value.toLowerCase());
  }
  const series = [
    choices.map((_, index) => String.fromCodePoint(97 + index)),
    choices.map((_, index) => String(index + 1)),
    romans.slice(0, choices.length),
  ].find((each) => each.every((value) => values.includes(value)));
  if (series === undefined || choices.length < 2) return null;
  return { labels, inOrder: series.every((value, index) => values[index] === value) };
}
