// Wording that rules look for, by language: the only words of a language in the code. A new language is one more entry.

/** Patterns for the whole visible text of a choice, in lower case and without a final stop. */
export interface Phrases {
  allOfTheAbove: RegExp;
  noneOfTheAbove: RegExp;
}

const things = "(?:above|following|options|choices|answers|responses|statements)";
const group = `(?:of )?(?:the |these |those )?(?:above|these|those|${things}|(?:above|listed|given) ${things})`;
const verdict = "(?:are|is)(?: all)? (?:correct|right|true|valid|applicable|incorrect|wrong|false)";

const english: Phrases = {
  allOfTheAbove: new RegExp(
    `^(?:(?:all|any|each|every one) ${group}(?: (?:${verdict}|apply|applies))?|all ${verdict})$`,
  ),
  noneOfTheAbove: new RegExp(
    `^(?:(?:none|neither|not any|no one) ${group}(?: (?:${verdict}|apply|applies))?|none ${verdict}|no(?:ne)? ${things} ${verdict})$`,
  ),
};

const byLanguage = new Map([["en", english]]);

/** The phrases of a BCP 47 tag's primary language; null if nobody has written them, and then no rule of wording applies. */
export function phrasesOf(language: string): Phrases | null {
  return byLanguage.get(language.split("-")[0]?.toLowerCase() ?? "") ?? null;
}

/** A choice's text as the patterns want it. */
export function normalize(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\s+/g, " ")
    .replace(/^[\s"'“‘(]+/, "")
    .replace(/[\s.!;,"'”’)]+$/, "");
}
