// Text that runs from right to left, which pdfmake would set in the wrong order.

/** Letters and marks of scripts that run from right to left: the blocks that Unicode keeps for them (DerivedBidiClass.txt, defaults R and AL). */
const letters = "[\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC\\u{10800}-\\u{10FFF}\\u{1E800}-\\u{1EFFF}]";
/** Characters that turn the direction of others (UAX #9, 2). */
const controls = "[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]";

const word = new RegExp(`${letters}+(?: +${letters}+)*|${controls}`, "u");

/** The first words of a text that run from right to left, or the first character that turns the direction; null if there is none. */
export function findRightToLeft(text: string): { start: number; text: string; isControl: boolean } | null {
  const found = word.exec(text);
  if (found === null) return null;
  const [first] = found;
  return { start: found.index, text: first, isControl: new RegExp(`^${controls}`, "u").test(first) };
}

const languages = new Set([
  "ar",
  "arc",
  "ckb",
  "dv",
  "fa",
  "he",
  "iw",
  "ji",
  "nqo",
  "ps",
  "sd",
  "syr",
  "ug",
  "ur",
  "yi",
]);
const scripts = new Set(["adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa"]);

/** Whether a BCP 47 language is written from right to left, by its script if it names one. */
export function isRightToLeft(language: string): boolean {
  const [primary = "", ...others] = language.toLowerCase().split("-");
  const script = others.find((subtag) => /^[a-z]{4}$/u.test(subtag));
  return script === undefined ? languages.has(primary) : scripts.has(script);
}
