// The command line as data for commander: commands, flags and their help. Commands are loaded when they run.
import { Command, InvalidArgumentError, Option } from "commander";
import type { BuildFlags } from "./commands/build.ts";
import type { LintFlags } from "./commands/lint.ts";
import type { NewItemFlags } from "./commands/new-item.ts";
import type { StatsFlags } from "./commands/stats.ts";
import { reports } from "../report/index.ts";
import type { Io } from "./io.ts";

const itemTypes = ["multiple-choice", "multiple-response", "ordering", "matching"];

/** The program; `finish` receives the exit status of the command that ran. */
export function createProgram(io: Io, version: string, finish: (status: number) => void): Command {
  const program = new Command("certpress")
    .description("Certification study guides as code: checks a folder of Markdown and YAML and publishes it.")
    .version(version)
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .exitOverride()
    .showHelpAfterError("(--help shows what is there)")
    .addHelpText(
      "after",
      "\nExit status: 0 clean; 1 findings; 2 wrong usage, no guide found, or a fault of certpress.",
    );

  command(program, "build [guide...]", "check guides, then publish them; with any error nothing is written")
    .option("--to <outputs>", "outputs, separated by commas: pdf, anki, json (default: all, or the config's)")
    .option("--out <folder>", "output folder, relative to the workspace root", "dist")
    .addOption(profileOption())
    .action(async (guides: string[], flags: BuildFlags) => {
      const { runBuild } = await import("./commands/build.ts");
      finish(await runBuild(io, guides, flags));
    });

  command(program, "lint [path...]", "check guides; paths filter the findings, the bank is loaded whole")
    .addOption(
      new Option(
        "--format <format>",
        "form of the report (default: pretty; under GitHub Actions github, with a step summary)",
      ).choices(Object.keys(reports)),
    )
    .option("--max-warnings <count>", "exit with 1 above this number of warnings", parseCount)
    .addOption(profileOption())
    .option("--since <ref>", "report only what the changes since they left this commit or branch touch or make worse")
    .option(
      "--baseline <file>",
      "do not report the findings that this file, relative to the workspace root, accepts (default: the config's)",
    )
    .option("--update-baseline", "accept all warnings and infos of today: writes the baseline")
    .action(async (paths: string[], flags: LintFlags) => {
      const { runLint } = await import("./commands/lint.ts");
      finish(await runLint(io, paths, flags));
    });

  command(program, "stats [guide...]", "show how the items cover the blueprint").action(
    async (guides: string[], flags: StatsFlags) => {
      const { runStats } = await import("./commands/stats.ts");
      finish(await runStats(io, guides, flags));
    },
  );

  const scaffold = program.command("new").description("write a scaffold");
  command(scaffold, "item <id>", "write an item with blanks that lint names")
    .option("--guide <guide>", "the guide, if the workspace has several")
    .option("--folder <folder>", "folder inside items/")
    .addOption(new Option("--type <type>", "type of the item").choices(itemTypes).default("multiple-choice"))
    .option("--task <id>", "id of the blueprint task")
    .option("--topic <id>", "id of the topic")
    .action(async (id: string, flags: NewItemFlags) => {
      const { runNewItem } = await import("./commands/new-item.ts");
      finish(runNewItem(io, id, flags));
    });
  return program;
}

/** A command with what all commands share. */
function command(parent: Command, nameAndArguments: string, description: string): Command {
  return parent
    .command(nameAndArguments)
    .description(description)
    .option("--cwd <folder>", "where to look for the workspace (default: the current folder)");
}

function profileOption(): Option {
  return new Option("--profile <profile>", "how strict (default: the config's, else recommended)").choices([
    "draft",
    "recommended",
    "release",
  ]);
}

function parseCount(text: string): number {
  if (!/^\d+$/u.test(text)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(text);
}
