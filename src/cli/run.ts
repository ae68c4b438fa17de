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
    if (error instanceof UsageError) io.err(`${error.message}\n`);
    else
      io.err(
        `certpress failed; this is a fault of the tool, not of your files.\n${error instanceof Error ? error.stack : String(error)}\n`,
      );
    return 2;
  }
}
