// Lists of words within lists of words.

/** Whether some words stand one after the other among others; no words stand nowhere. */
export function containsWords(words: readonly string[], sought: readonly string[]): boolean {
  return sought.length > 0 && ` ${words.join(" ")} `.includes(` ${sought.join(" ")} `);
}
