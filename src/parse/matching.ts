// The answer of a matching item: a two-column table of prompts and matches.
import type { RootContent, TableCell } from "mdast";
import type { Content } from "../model/content.ts";
import type { Match, Prompt } from "../model/document.ts";
import { plural, quote } from "../quote.ts";
import type { FoundAnswer } from "./choices.ts";
import { reportCheckboxes } from "./checkbox.ts";
import { contentOf } from "./clean.ts";
import { firstLine, hasImage } from "./entry.ts";
import { isSilent, spanOf } from "./markdown.ts";
import type { Reading } from "./reading.ts";
import { positionAt, report, type Span } from "./source.ts";
import { cellSpan } from "./table-shape.ts";
import { textId } from "./text.ts";

/** Reads the table before the explanation, and reports its faults; null if there is no table. */
export function readMatching(reading: Reading, opening: readonly RootContent[]): FoundAnswer | null {
  const { source } = reading;
  const visible = opening.filter((node) => !isSilent(node));
  const index = visible.findLastIndex((node) => node.type === "table");
  const table = visible[index];
  if (table?.type !== "table") return null;
  const span = spanOf(table);
  const stem = visible.slice(0, index);
  reportCheckboxes(source, stem, "the stem");
  const [header, ...rows] = table.children;
  const width = header?.children.length ?? 0;
  const [promptHeading, matchHeading] = header?.children ?? [];
  const prompts: Prompt[] = [];
  const matches = new Map<string, Match>();
  const unused: { cell: Side; at: Span }[] = [];
  if (width !== 2)
    report(
      source,
      "match-malformed",
      firstLine(reading, span),
      `Unexpected table of ${plural(width, "column")}, expected two: prompt and match`,
    );
  else
    for (const row of rows) {
      const [promptCell, matchCell] = row.children;
      // A row of another width is reported with the table's shape.
      if (promptCell === undefined || matchCell === undefined || row.children.length > 2) continue;
      const prompt = readSide(reading, promptCell);
      const match = readSide(reading, matchCell);
      if (match.empty)
        report(
          source,
          "match-malformed",
          match.span,
          prompt.empty
            ? "Unexpected empty row, expected a prompt and its match"
            : `Unexpected prompt ${quote(prompt.content.text)} without a match, expected text in the second column`,
        );
      else if (/^[-–—]+$/u.test(prompt.content.text))
        report(
          source,
          "match-malformed",
          prompt.span,
          `Unexpected prompt ${quote(prompt.content.text)}, expected an empty cell before an unused match`,
        );
      else if (prompt.empty) unused.push({ cell: match, at: match.span });
      else {
        const id = textId(prompt.content.text);
        const earlier = prompts.find((other) => other.id === id);
        if (earlier !== undefined)
          report(
            source,
            "match-malformed",
            prompt.span,
            "Unexpected second prompt with the same text, expected different texts",
            {
              related: [{ message: "The first prompt with this text", path: source.path, position: earlier.position }],
            },
          );
        const matched = addMatch(reading, matches, match);
        prompts.push({
          id,
          content: prompt.content,
          match: matched.id,
          position: positionAt(source, spanOf(row, table)),
        });
      }
    }
  for (const { cell, at } of unused) {
    const same = matches.get(textId(cell.content.text));
    if (same === undefined) addMatch(reading, matches, cell);
    else
      report(
        source,
        "match-malformed",
        at,
        "Unexpected unused match with the text of another match, expected a text of its own",
        {
          related: [{ message: "The match with this text", path: source.path, position: same.position }],
        },
      );
  }
  if (width === 2 && (rows.length - unused.length < 3 || prompts.length > 7))
    report(
      source,
      "choice-count",
      firstLine(reading, span),
      `Unexpected ${plural(prompts.length, "prompt")}, expected 3 to 7 in a matching item`,
    );
  return {
    stem,
    answer: {
      type: "matching",
      headings: { prompt: readHeading(reading, promptHeading), match: readHeading(reading, matchHeading) },
      prompts,
      matches: [...matches.values()],
    },
    after: visible.slice(index + 1),
    span,
  };
}

interface Side {
  content: Match["content"];
  /** Nothing to be seen; an image can. */
  empty: boolean;
  span: Span;
}

function readSide(reading: Reading, cell: TableCell): Side {
  const content = contentOf(cell.children, reading, true);
  return { content, empty: content.text === "" && !hasImage(content.nodes), span: cellSpan(reading.source, cell) };
}

/** A header cell; no nodes if nothing of it can be seen. */
function readHeading(reading: Reading, cell: TableCell | undefined): Content {
  const side = cell && readSide(reading, cell);
  return side === undefined || side.empty ? { nodes: [], text: "" } : side.content;
}

function addMatch({ source }: Reading, matches: Map<string, Match>, { content, span }: Side): Match {
  const id = textId(content.text);
  const match = matches.get(id) ?? { id, content, position: positionAt(source, span) };
  matches.set(id, match);
  return match;
}
