// The command line as data for commander: commands, flags and their help. Commands are loaded when they run.
import { Command, InvalidArgumentError, Option } from "commander";
import type { CheckLinksFlags } from "./check-links/command.ts";
import type { BuildFlags } from "./commands/build.ts";
import type { LintFlags } from "./commands/lint.ts";
import type { LockFlags } from "./commands/lock.ts";
import type { MergeFlags } from "./commands/merge.ts";
import type { NewItemFlags } from "./commands/new-item.ts";
import type { RulesFlags } from "./commands/rules.ts";
import type { StatsFlags } from "./commands/stats.ts";
import { reports } from "../report/index.ts";
import type { Io } from "./io.ts";
import { cognitiveLevels, difficulties, itemTypes } from "./new-item/fields.ts";

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
    .addHelpText(
      "after",
      "\nWhat has not changed since the last build is taken from the cache. Several guides are made at once, one a core.",
    )
    .option("--to <outputs>", "outputs, separated by commas: pdf, anki, json (default: all, or the config's)")
    .option("--out <folder>", "output folder, relative to the workspace root", "dist")
    .addOption(cacheOption())
    .addOption(noCacheOption())
    .addOption(profileOption())
    .action(async (guides: string[], flags: BuildFlags) => {
      const { runBuild } = await import("./commands/build.ts");
      finish(await runBuild(io, guides, flags));
    });

  program
    .command("merge <folder...>")
    .description("put the output folders of several builds into one, with one manifest")
    .option("--out <folder>", "where to, relative to the current folder", "dist")
    .addHelpText(
      "after",
      "\nFor guides that are built on several machines. Folders that are not whole, or of different builds, are refused.",
    )
    .action(async (folders: string[], flags: MergeFlags) => {
      const { runMerge } = await import("./commands/merge.ts");
      finish(runMerge(io, folders, flags));
    });

  command(program, "lint [path...]", "check guides; paths filter the findings, the bank is loaded whole")
    .addOption(reportOption())
    .option("--fix", "first make the fixes that cannot change what was meant")
    .option("--fix-unsafe", "first make all fixes; look at each change")
    .option("--max-warnings <count>", "exit with 1 above this number of warnings", parseCount)
    .addOption(profileOption())
    .option(
      "--since <ref>",
      "report and fix only what the changes since they left this commit or branch touch or make worse",
    )
    .option(
      "--baseline <file>",
      "do not report the findings that this file, relative to the workspace root, accepts (default: the config's)",
    )
    .addOption(cacheOption())
    .addOption(noCacheOption())
    .addOption(
      new Option("--update-baseline", "accept all warnings and infos of today: writes the baseline").conflicts([
        "since",
        "fix",
        "fixUnsafe",
      ]),
    )
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

  program
    .command("explain <rule>")
    .description(
      "say what a rule wants and why, with examples, options and how to suppress it; of most faults, lines that are wrong and right",
    )
    .action(async (id: string) => {
      const { runExplain } = await import("./commands/explain.ts");
      finish(runExplain(io, id));
    });

  program
    .command("rules")
    .description("list all rules and faults with their severities")
    .addOption(new Option("--format <format>", "form of the list").choices(["text", "json"]).default("text"))
    .action(async (flags: RulesFlags) => {
      const { runRules } = await import("./commands/rules.ts");
      finish(runRules(io, flags));
    });

  command(program, "check-links [guide...]", "ask whether the pages that guides link to are there; uses the network")
    .addOption(reportOption())
    .option("--pause <milliseconds>", "between two requests to one host", parseCount, 500)
    .option("--timeout <milliseconds>", "for the answer to one request", parseCount, 10_000)
    .option("--max-age <days>", "do not ask again for pages that were good within these days", parseCount, 7)
    .option("--allow-private", "also ask hosts of private networks and this machine")
    .addHelpText("after", "\nExit status: 0 whatever was found; 2 wrong usage, or no host answered at all.")
    .action(async (guides: string[], flags: CheckLinksFlags) => {
      const { runCheckLinks } = await import("./check-links/command.ts");
      finish(await runCheckLinks(io, guides, flags));
    });

  command(program, "lock [guide...]", "write the ledger of Anki identities at a release")
    .option("--check", "write nothing; exit with 1 if the ledger is not current")
    .option("--carry <old=new>", "the note of an id that is gone lives on under a new id", collect, [])
    .option("--retire <id>", "the note of an id that is gone was taken out", collect, [])
    .action(async (guides: string[], flags: LockFlags) => {
      const { runLock } = await import("./commands/lock.ts");
      finish(await runLock(io, guides, flags));
    });

  const scaffold = program.command("new").description("write a scaffold");
  command(scaffold, "item [id]", "write an item with blanks that lint names; a terminal is asked what is missing")
    .option("--guide <guide>", "the guide, if the workspace has several")
    .option("--folder <folder>", "folder inside items/")
    .addOption(new Option("--type <type>", "type of the item (default: multiple-choice)").choices(itemTypes))
    .option("--task <id>", "id of the blueprint task")
    .option("--topic <id>", "id of the topic; without an id, the item is named after it")
    .addOption(new Option("--difficulty <level>", "for a prepared candidate").choices(difficulties))
    .addOption(new Option("--cognitive <level>", "what the candidate does").choices(cognitiveLevels))
    .addHelpText("after", "\nExit status: 0 written; 2 wrong usage; 130 cancelled with Ctrl+C, nothing written.")
    .action(async (id: string | undefined, flags: NewItemFlags) => {
      const { runNewItem } = await import("./commands/new-item.ts");
      finish(await runNewItem(io, id, flags));
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

function reportOption(): Option {
  const text = "form of the report (default: pretty; under GitHub Actions github, with a step summary)";
  return new Option("--format <format>", text).choices(Object.keys(reports));
}

function cacheOption(): Option {
  return new Option(
    "--cache-dir <folder>",
    "where results of earlier runs are kept (default: node_modules/.cache/certpress, without node_modules .certpress)",
  );
}

function noCacheOption(): Option {
  return new Option("--no-cache", "look at everything again, and keep nothing");
}

function profileOption(): Option {
  return new Option("--profile <profile>", "how strict (default: the config's, else recommended)").choices([
    "draft",
    "recommended",
    "release",
  ]);
}

const collect = (value: string, earlier: string[]): string[] => [...earlier, value];

/** Nine digits at most: a timer of more milliseconds than 31 bits hold would end at once. */
function parseCount(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError("Expected a whole number of at most nine digits.");
  return Number(text);
}
