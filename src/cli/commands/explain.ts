// certpress explain: what is known of one rule or fault, for a reader at a terminal.
import pc from "picocolors";
import { helpOn, helpOnAll } from "../../rule-help.ts";
import { helpText } from "../../rule-text.ts";
import { didYouMean } from "../../near.ts";
import { severityPaint } from "../../report/severity-paint.ts";
import { wantsColour, type Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";

/** Width of lines where no terminal has one, and the least that is worth wrapping to. */
const pipeWidth = 80;
const leastWidth = 30;

/** Exit status 0; throws a UsageError with the nearest id for one that nothing has. */
export function runExplain(io: Io, id: string): number {
  const help = helpOn(id);
  if (help === null) {
    const ids = helpOnAll().map((each) => each.id);
    throw new UsageError(
      `Unexpected rule \`${id}\`, expected one that \`certpress rules\` lists${didYouMean(id, ids)}`,
    );
  }
  const colours = pc.createColors(wantsColour(io, io.columns !== undefined));
  const width = Math.max(leastWidth, io.columns ?? pipeWidth);
  const kind = help.kind === "rule" ? "rule of craft" : "fault";
  io.out(`${colours.bold(id)}  ${severityPaint(colours, help.severity)(help.severity)}  ${colours.dim(kind)}\n\n`);
  io.out(helpText(help, width, colours.bold));
  return 0;
}
