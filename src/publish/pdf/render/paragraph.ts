// A text as measured words, from which lines are filled as pdfmake fills them. Equal words are one object: pdfmake makes one
// of thirty properties for every word of a document, which fills the memory.
import type { DrawnInline } from "./internals.ts";

/** A stretch of text between two places where a line may end, in one font and size. */
export interface Word {
  text: string;
  /** In points, with the blanks at both ends. */
  width: number;
  /** Blanks that do not count at the start of a line, in points. */
  leadingCut: number;
  /** Blanks that do not count at the end of a line, in points. */
  trailingCut: number;
  /** Whether a line must end behind it. */
  endsLine: boolean;
}

/** How words look; what looks the same may be one object. */
export interface TextLook {
  /** An empty inline, of which those of lines are copies: a copy takes less memory than one with keys added. */
  inline: DrawnInline;
  noWrap: boolean;
}

/** Words of one style. */
export interface MeasuredRun {
  /** The place behind its last word; it has one at least. */
  end: number;
  style: TextLook;
  /** Whether no line may end behind it, because its last word goes on in the next run. */
  goesOn: boolean;
}

/** What stands on one line, by the names that pdfmake gives it. */
export interface FilledLine {
  inlines: DrawnInline[];
  inlineWidths: number;
  leadingCut: number;
  trailingCut: number;
  newLineForced: boolean;
  lastLineInParagraph: boolean;
}

/** A measured text, whose lines are taken from first to last. */
export class Paragraph {
  /** Width of the widest word, in points; of the widest line where nothing may be broken. */
  readonly minWidth: number;
  /** Width of the widest line without breaks but those that must be, in points. */
  readonly maxWidth: number;
  private readonly words: readonly Word[];
  private readonly runs: readonly MeasuredRun[];
  private at = 0;
  private run = 0;
  /** What is left of a word that was cut. */
  private rest: Word | undefined;

  constructor(words: readonly Word[], runs: readonly MeasuredRun[], mayBreak: boolean) {
    this.words = words;
    this.runs = runs;
    const { widest, line } = extentOf(words);
    this.minWidth = mayBreak ? widest : line;
    this.maxWidth = line;
  }

  /** From here on, lines are taken from the first again. */
  rewind(): void {
    this.at = 0;
    this.run = 0;
    this.rest = undefined;
  }

  /** The next line, one inline a run; null behind the last. A word that is wider than the room left is cut. */
  takeLine(maxWidth: number): FilledLine | null {
    const line: FilledLine = {
      inlines: [],
      inlineWidths: 0,
      leadingCut: 0,
      trailingCut: 0,
      newLineForced: false,
      lastLineInParagraph: false,
    };
    let drawnRun = -1;
    let goesOn = false;
    for (;;) {
      const word = this.rest ?? this.words[this.at];
      const run = this.runs[this.run];
      if (!word || !run || !(goesOn || this.hasRoom(line, word, maxWidth))) break;
      const room = maxWidth - (line.inlineWidths - line.leadingCut - line.trailingCut);
      const { head, rest } = cutWord(word, run.style, room);
      if (line.inlines.length === 0) line.leadingCut = head.leadingCut;
      const last = line.inlines.at(-1);
      if (last && drawnRun === this.run) {
        last.text += head.text;
        last.width += head.width;
      } else
        line.inlines.push({
          ...run.style.inline,
          text: head.text,
          x: line.inlineWidths - line.leadingCut,
          width: head.width,
        });
      drawnRun = this.run;
      line.inlineWidths += head.width;
      line.trailingCut = head.trailingCut;
      if (head.endsLine) line.newLineForced = true;
      goesOn = !rest && run.goesOn && this.at === run.end - 1;
      this.rest = rest;
      if (!rest && ++this.at === run.end) this.run++;
    }
    line.lastLineInParagraph = this.at === this.words.length;
    return line.inlines.length === 0 ? null : line;
  }

  /** Whether the word, with all that it goes on in, has room on the line. */
  private hasRoom(line: FilledLine, word: Word, maxWidth: number): boolean {
    if (line.inlines.length === 0) return true;
    if (line.newLineForced) return false;
    let { width, trailingCut } = word;
    let [at, run] = [this.at, this.run];
    for (;;) {
      const { end, goesOn } = this.runs[run] ?? { end: 0, goesOn: false };
      const next = this.words[at + 1];
      if (!goesOn || at !== end - 1 || !next) break;
      width += next.width;
      trailingCut += next.trailingCut;
      at++;
      run++;
    }
    return line.inlineWidths + width - line.leadingCut - trailingCut <= maxWidth;
  }
}

/** As much of the word as fits into the room, one character at least; all of it if it fits or must not be broken. */
function cutWord(word: Word, { inline, noWrap }: TextLook, room: number): { head: Word; rest?: Word } {
  const { text } = word;
  if (noWrap || text.length < 2 || word.width <= room) return { head: word };
  const measure = (part: string): number => inline.font.widthOfString(part, inline.fontSize);
  let [fitting, low, high] = [1, 1, text.length];
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    if (measure(text.slice(0, middle)) <= room) {
      fitting = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  if (fitting === text.length) return { head: word };
  const part = (piece: string): Word => ({ ...word, text: piece, width: measure(piece) });
  return { head: part(text.slice(0, fitting)), rest: part(text.slice(fitting)) };
}

/** Widths of the widest word and of the widest line. */
function extentOf(words: readonly Word[]): { widest: number; line: number } {
  let [widest, line, width, leadingCut] = [0, 0, 0, 0];
  let opensLine = true;
  for (const word of words) {
    widest = Math.max(widest, word.width - word.leadingCut - word.trailingCut);
    if (opensLine) [width, leadingCut] = [0, word.leadingCut];
    width += word.width;
    line = Math.max(line, width - leadingCut - word.trailingCut);
    opensLine = word.endsLine;
  }
  return { widest, line };
}
