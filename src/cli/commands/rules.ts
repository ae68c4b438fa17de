// certpress rules: every id that a finding can have.
import pc from "picocolors";
import { helpOnAll, type RuleHelp } from "../../rule-help.ts";
import { severityPaint } from "../../report/severity-paint.ts";
import { wantsColour, type Io } from "../io.ts";

export interface RulesFlags {
  format: "text" | "json";
}

/** Exit status 0. */
export function runRules(io: Io, { format }: RulesFlags): number {
  const all = helpOnAll();
  if (format === "json") {
    io.out(`${JSON.stringify(all, null, 2)}\n`);
    return 0;
  }
  const colours = pc.createColors(wantsColour(io, io.columns !== undefined));
  const width = Math.max(...all.map(({ id }) => id.length));
  const line = ({ id, severity, summary }: RuleHelp): string =>
    `  ${id.padEnd(width)}  ${severityPaint(colours, severity)(severity.padEnd("warning".length))}  ${summary}\n`;
  const list = (title: string, kind: RuleHelp["kind"]): string =>
    `${colours.bold(title)}\n${all
      .filter((each) => each.kind === kind)
      .map(line)
      .join("")}`;
  io.out(`${list("Rules of craft", "rule")}\n${list("Faults", "fault")}`);
  io.out("\n`certpress explain RULE` says more.\n");
  return 0;
}
