// English: which of `a` and `an` can stand before a text, by its first sound.

/** Words that open with a vowel letter and the sound of `you` or `won`. */
const consonantSound = /^(?:one(?!r)|once|uni(?!n|m|den)|us[aeiu]|ut[ei]|eu|ewe|ubiq|uk\b|ur[aei]n|u-|u\b)/u;
/** Words that open with a silent consonant letter. */
const vowelSound = /^(?:hour|hono[ru]|honest|heir|x-|x\b|[fhlmnrs]-|[fhlmnrs]\b)/u;
/** Said letter by letter by some and as a word by others, or with and without its first sound. */
const open = /^(?:sql|herb|historic|hotel)\b/u;

/** Whether `a` or `an` stands before a text as it is written; null where both are heard, and before what is no word. */
export function fitsEnglishArticle(article: string, text: string): boolean | null {
  const sound = soundOf(text.trimStart());
  return sound === null ? null : (article.toLowerCase() === "an") === (sound === "vowel");
}

function soundOf(text: string): "vowel" | "consonant" | null {
  const number = /^\d[\d,]*/u.exec(text)?.[0];
  if (number !== undefined) {
    const digits = number.replaceAll(",", "");
    return digits.startsWith("8") || (/^1[18]/u.test(digits) && digits.length % 3 === 2) ? "vowel" : "consonant";
  }
  const word = /^[A-Za-z][A-Za-z\d-]*/u.exec(text)?.[0];
  if (word === undefined || /^(?:an?|the|some|any|all|both|either|neither|none|not|it|they)$/iu.test(word)) return null;
  const lower = word.toLowerCase();
  if (open.test(lower)) return null;
  // An acronym is said letter by letter if it has no vowel, or a digit; else nobody can tell by its spelling.
  if (/^[A-Z]{2}|^[A-Z]\d|^[A-Z]$/u.test(word)) {
    const initial = word.charAt(0);
    if ("FHLMNRSX".includes(initial)) return /[AEIOUY]/u.test(word.replace(/[a-z].*$/u, "").slice(1)) ? null : "vowel";
    return "AEIO".includes(initial) ? "vowel" : "consonant";
  }
  if (consonantSound.test(lower)) return "consonant";
  return vowelSound.test(lower) || /^[aeiou]/u.test(lower) ? "vowel" : "consonant";
}
