// Wrong usage: exit status 2 and one message, no stack trace.
import { findNear } from "../near.ts";

/** A fault of the command line; its message is for the person who typed it. */
export class UsageError extends Error {}

/** The message about an unknown name: the one that was meant if there is a near one, else all that there are. */
export function unexpected(what: string, name: string, known: readonly string[]): string {
  const near = findNear(name, known);
  const hint =
    near === null ? `expected ${known.map((each) => `\`${each}\``).join(", ")}` : `did you mean \`${near}\`?`;
  return `Unexpected ${what} \`${name}\`, ${hint}`;
}
