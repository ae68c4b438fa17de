// The process as a value: what commands may see and touch of it, so that tests can run them without one.
import { terminalPrompts, type Prompts } from "./prompts.ts";

export interface Io {
  /** Where the command was started. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Data: what other programs read. */
  out: (text: string) => void;
  /** Messages for people. */
  err: (text: string) => void;
  /** Whether standard error is a terminal. */
  interactive: boolean;
  /** Width of standard output in characters; absent if it is no terminal. */
  columns?: number;
  /** Absent unless keys can be read from a terminal and messages are shown on one. */
  prompts?: Prompts;
}

/** The real process. */
export function processIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    interactive: process.stderr.isTTY,
    ...(process.stdout.isTTY && { columns: process.stdout.columns }),
    // Prompts are messages: they leave standard output to the path of the new file.
    ...(process.stdin.isTTY && process.stderr.isTTY && { prompts: terminalPrompts(process.stdin, process.stderr) }),
  };
}

/** Whether to colour what goes to a terminal or not; see no-color.org and force-color.org. */
export function wantsColour(io: Io, isTerminal: boolean): boolean {
  if (io.env["NO_COLOR"] !== undefined && io.env["NO_COLOR"] !== "") return false;
  if (io.env["FORCE_COLOR"] !== undefined && io.env["FORCE_COLOR"] !== "" && io.env["FORCE_COLOR"] !== "0") return true;
  return isTerminal && io.env["TERM"] !== "dumb";
}
