// The process as a value: what commands may see and touch of it, so that tests can run them without one.

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
}

/** The real process. */
export function processIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    interactive: process.stderr.isTTY,
  };
}

/** Whether to colour what goes to a terminal or not; see no-color.org and force-color.org. */
export function wantsColour(io: Io, isTerminal: boolean): boolean {
  if (io.env["NO_COLOR"] !== undefined && io.env["NO_COLOR"] !== "") return false;
  if (io.env["FORCE_COLOR"] !== undefined && io.env["FORCE_COLOR"] !== "" && io.env["FORCE_COLOR"] !== "0") return true;
  return isTerminal && io.env["TERM"] !== "dumb";
}
