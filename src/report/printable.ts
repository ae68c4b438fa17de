// Authored text on its way to a terminal or a log.

/**
 * Replaces control and bidirectional override characters by visible escapes, so that content cannot drive a terminal, and
 * the second mark of `##[`, which opens a command anywhere in a log of GitHub Actions (actions/runner, ActionCommand.cs).
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]|(?<=#)#(?=\[)/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
}
