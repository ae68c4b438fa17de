// Author's text and lists of values as every message shows them.

const longest = 60;

/** Text in backticks on one line, cut after 60 characters; the fence is longer than any backticks inside (CommonMark 6.1). */
export function quote(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  const shown = [...line].length > longest ? `${[...line].slice(0, longest - 1).join("")}…` : line;
  if (!shown.includes("`")) return `\`${shown}\``;
  const runs = shown.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(...runs.map((run) => run.length)) + 1);
  return `${fence} ${shown} ${fence}`;
}

/** Text as one word of a command line, for POSIX shells; in double quotes, which Windows knows too, where they suffice. */
export function shellWord(text: string): string {
  if (/^[\p{L}\p{N}_.,:/=+-]+$/u.test(text)) return text;
  return /[$`"\\!]/u.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}

/** Quoted values joined to a phrase, `a`, `b` or `c`; null if there are more than 8, too many for a message. */
export function oneOf(values: readonly string[]): string | null {
  if (values.length === 0 || values.length > 8) return null;
  return joinWith(
    values.map((value) => quote(value)),
    "or",
  );
}

/** Phrases joined with commas and a last conjunction. */
export function joinWith(phrases: readonly string[], conjunction: "and" | "or"): string {
  const head = phrases.slice(0, -1).join(", ");
  const last = phrases.at(-1) ?? "";
  return head === "" ? last : `${head} ${conjunction} ${last}`;
}

/** `1 warning`, `2 warnings`. */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`;
}
