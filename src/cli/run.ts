// argv → exit status. Everything that can be wrong with a command line ends here, as a message.
import { CommanderError } from "commander";
import { readVersion } from "../files.ts";
import type { Io } from "./io.ts";
import { createProgram } from "./program.ts";
import { UsageError } from "./usage-error.ts";

/** Runs one command line (without node and script). 0 clean; 1 findings; 2 wrong usage or our own fault. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let status = 0;
  const program = createProgram(io, readVersion(), (code) => {
    status = code;
  });
  try {
    if (argv.length === 0) program.help({ error: true });
    await program.parseAsync(argv, { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    io.err(`${explain(error)}\n`);
    return 2;
  }
}

/** What the person at the terminal can do about it; a stack only where the fault is ours. */
function explain(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  if (isDiskError(error)) return `Cannot go on, the disk says: ${error.message}`;
  const trace = error instanceof Error ? error.stack : String(error);
  return `certpress failed; this is a fault of the tool, not of your files.\n${trace}`;
}

/** An error of the operating system about a path: permissions, space, a file where a folder should be. */
function isDiskError(error: unknown): error is Error {
  return error instanceof Error && "errno" in error && "path" in error && "syscall" in error;
}
