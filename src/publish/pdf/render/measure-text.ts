// Measures a text once: its style by the run, not by the word as pdfmake does it, and each word once in a font and size.
import type { GlyphRun, Run, TextStyle } from "../node.ts";
import { TextBreaker } from "./internals.ts";
import type { PdfDocument } from "./pdf-document.ts";
import { Paragraph, type MeasuredRun, type TextLook, type Word } from "./paragraph.ts";

/** What pdfmake knows of styles while it measures. */
export interface StyleStack {
  /** The nodes around a text, the innermost last. Strings would be names of styles, which we have none of. */
  styleOverrides: readonly (TextStyle | string)[];
  defaultStyle: TextStyle;
}

/** A run as pdfmake prepares it: page references have a text by then. */
type TextRun = Run | GlyphRun;

type RunLook = Omit<TextRun, "text">;

type WholeStyle = Record<keyof TextStyle, unknown>;

/** What is inherited, and what it is where nobody says it; a definition's own style always names a font. */
const initial: WholeStyle = {
  font: undefined,
  fontSize: 12,
  bold: false,
  italics: false,
  color: "#000000",
  lineHeight: 1,
  alignment: "left",
  decoration: null,
  link: null,
  linkToDestination: null,
  linkToFile: undefined,
  linkTitle: undefined,
  noWrap: false,
  preserveLeadingSpaces: false,
};
// The keys of an object are no more to TypeScript than strings.
const inherited = Object.keys(initial) as (keyof TextStyle)[];

/** What texts with the same nodes around them share: what they inherit, and the styles of their runs by what a run says. */
interface Surroundings {
  style: WholeStyle;
  runs: Map<string, RunStyle>;
}

/** A style with the words that were measured in its font and size; styles of one font and size share them. */
interface RunStyle extends TextLook {
  /** Whether blanks count at the start of a line. */
  keepsBlanks: boolean;
  words: Map<string, Word>;
  lastWords: Map<string, Word>;
}

/** Measures texts of one document. */
export class TextMeasure {
  private readonly document: PdfDocument;
  private readonly breaker = new TextBreaker();
  private readonly surroundings: Map<string, Surroundings> = new Map();
  private readonly words: Map<string, Map<string, Word>> = new Map();

  constructor(document: PdfDocument) {
    this.document = document;
  }

  /** The words of a text that stands where the stack says. */
  measure(text: string | readonly TextRun[], stack: StyleStack): Paragraph {
    const around = this.surroundingsOf(stack);
    const runs = typeof text === "string" ? [{ text }] : text;
    const styles = runs.map((run) => this.styleOf(run, around));
    const pieces = this.breaker.getBreaks(
      runs.map((run, index) => ({ text: run.text, noWrap: styles[index]?.noWrap ?? false, run: index })),
      null,
    );
    const words: Word[] = [];
    const measured: MeasuredRun[] = [];
    for (const { text: word, run, lineEnd = false, noNewLine = false } of pieces) {
      const style = styles[run];
      if (!style) throw new Error("A word of no run");
      const known = lineEnd ? style.lastWords : style.words;
      const found = known.get(word) ?? measureWord(word, style, lineEnd);
      known.set(word, found);
      words.push(found);
      const end = words.length;
      if (pieces[end]?.run !== run) measured.push({ end, style, goesOn: noNewLine });
    }
    return new Paragraph(words, measured, around.style.noWrap !== true);
  }

  private surroundingsOf({ styleOverrides, defaultStyle }: StyleStack): Surroundings {
    const style = { ...initial };
    for (const node of [defaultStyle, ...styleOverrides]) {
      if (typeof node === "string") continue;
      for (const key of inherited) style[key] = node[key] ?? style[key];
    }
    const name = JSON.stringify(style);
    const known = this.surroundings.get(name) ?? { style, runs: new Map<string, RunStyle>() };
    this.surroundings.set(name, known);
    return known;
  }

  private styleOf(run: TextRun, { style, runs }: Surroundings): RunStyle {
    const { text: _, ...own } = run;
    // What only this run says, such as whose page it is the number of, is nobody else's.
    const extra = Object.entries(own).filter(([key]) => !(key in initial));
    if (extra.length > 0) return this.resolve(own, style, Object.fromEntries(extra));
    // Formulas and images in a line are fonts of their own, even if they are equal.
    if (typeof own.font === "object") return this.resolve(own, style);
    const name = JSON.stringify(own);
    const known = runs.get(name) ?? this.resolve(own, style);
    runs.set(name, known);
    return known;
  }

  private resolve(own: RunLook, around: WholeStyle, extra: object = {}): RunStyle {
    const style = { ...around };
    for (const key of inherited) style[key] = own[key] ?? style[key];
    // Each key has the type that the node tree gives it; where nothing is said, there is null.
    const whole = style as Required<RunLook>;
    const { fontSize, color, alignment, decoration, link, linkToDestination, noWrap } = whole;
    const { linkToFile, linkTitle }: RunLook = whole;
    const font = this.document.provideFont(whole.font, whole.bold, whole.italics);
    const height = font.lineHeight(fontSize) * whole.lineHeight;
    const face = `${font.id} ${fontSize} ${whole.preserveLeadingSpaces}`;
    return {
      inline: Object.assign(
        { text: "", x: 0, width: 0, height, font, fontSize, color, alignment, decoration, link, linkToDestination },
        // Few runs are links that say these.
        linkToFile === undefined ? {} : { linkToFile },
        linkTitle === undefined ? {} : { linkTitle },
        extra,
      ),
      noWrap,
      keepsBlanks: whole.preserveLeadingSpaces,
      // What stands in for a font has no other's words, whatever its name.
      words: font.glyph ? new Map() : this.wordsIn(`${face} inner`),
      lastWords: font.glyph ? new Map() : this.wordsIn(`${face} last`),
    };
  }

  private wordsIn(face: string): Map<string, Word> {
    const words = this.words.get(face) ?? new Map<string, Word>();
    this.words.set(face, words);
    return words;
  }
}

function measureWord(text: string, { inline, keepsBlanks }: RunStyle, endsLine: boolean): Word {
  const measure = (part = ""): number => inline.font.widthOfString(part, inline.fontSize);
  return {
    text,
    width: measure(text),
    leadingCut: keepsBlanks ? 0 : measure(/^\s+/u.exec(text)?.[0]),
    trailingCut: measure(/\s+$/u.exec(text)?.[0]),
    endsLine,
  };
}
