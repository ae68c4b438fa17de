// Labelled items as text, one JSON object a line → checked lines, or what is wrong with them.
import { didYouMean } from "../../lib/near.js";
import { quote } from "../../lib/quote.js";

/**
 * All lines in order, empty ones left out, and a message with its line number for each one that cannot be understood.
 * A line may have more keys than those named here; `known` are the ids that a flaw can have.
 */
export function readLabelledLines(text, known) {
  const lines = [];
  const faults = [];
  for (const [index, source] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    if (source.trim() === "") continue;
    const number = index + 1;
    const value = parseJson(source);
    const found = value === undefined ? ["Unexpected text, expected one JSON object"] : faultsOf(value, known);
    faults.push(...found.map((message) => ({ number, message })));
    if (found.length === 0) {
      const { id, stem, choices, key, flaws } = value;
      lines.push({ number, id, stem, choices, key: [...new Set(key)], flaws: [...new Set(flaws)] });
    }
  }
  return { lines, faults };
}

function parseJson(source) {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

const isText = (value) => typeof value === "string";
const isListOf = (value, isOne) => Array.isArray(value) && value.every(isOne);

function faultsOf(value, known) {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return ["Unexpected value, expected one JSON object"];
  const { id, stem, choices, key, flaws } = value;
  const isIndex = (each) => Number.isInteger(each) && each >= 0 && (!Array.isArray(choices) || each < choices.length);
  const expected = [
    [isText(id), "id", "text"],
    [isText(stem), "stem", "text"],
    [isListOf(choices, isText), "choices", "a list of texts"],
    [isListOf(key, isIndex), "key", "a list of indexes of choices, the first of which is 0"],
    [isListOf(flaws, isText), "flaws", "a list of the ids of rules"],
  ];
  const malformed = expected
    .filter(([holds]) => !holds)
    .map(([, name, form]) =>
      Object.hasOwn(value, name)
        ? `Unexpected ${quote(`${name}: ${JSON.stringify(value[name])}`)}, expected ${form}`
        : `Unexpected line without ${quote(name)}, expected ${form}`,
    );
  if (malformed.length > 0) return malformed;
  return flaws
    .filter((flaw) => !known.includes(flaw))
    .map((flaw) => `Unexpected flaw ${quote(flaw)}, expected the id of a rule${didYouMean(flaw, known)}`);
}
