// What a long command is doing: one changing line on a terminal, plain lines otherwise.
import type { Io } from "./io.ts";

export interface Progress {
  /** Says what is done now. */
  step: (text: string) => void;
  /** Clears the changing line. */
  done: () => void;
}

const clearLine = "\r\u001B[K";

export function showProgress(io: Io): Progress {
  if (!io.interactive || io.env["TERM"] === "dumb") return { step: (text) => io.err(`${text}\n`), done: () => {} };
  return { step: (text) => io.err(`${clearLine}${text}`), done: () => io.err(clearLine) };
}
