// Measures a text once: its style by the run, not by the word as pdfmake does it, and each word once in a font and size.
import type { TextStyle } from "../node.ts";
import { TextBreaker, type EmbeddedFont, type PdfDocument } from "./internals.ts";
import { Paragraph, type MeasuredRun, type Word } from "./paragraph.ts";

/** What pdfmake knows of styles while it measures. */
export interface StyleStack {
  /** The nodes around a text, the innermost last. Strings would be names of styles, which we have none of. */
  styleOverrides: readonly (TextStyle | string)[];
  defaultStyle: TextStyle;
}

/** A run as pdfmake prepares it: page references have a text by then. */
type TextRun = TextStyle & { text: string };

type WholeStyle = Record<keyof TextStyle, unknown>;

/** What is inherited, and what it is where nobody says it; a definition's own style always names a font. */
const initial: WholeStyle = {
  font: undefined,
  fontSize: 12,
  bold: false,
  italics: false,
  color: "black",
  lineHeight: 1,
  alignment: "left",
  decoration: null,
  link: null,
  linkToDestination: null,
  noWrap: false,
  preserveLeadingSpaces: false,
};
// The keys of an object are no more to TypeScript than strings.
const inherited = Object.keys(initial) as (keyof TextStyle)[];

/** Words in one font and size. */
interface Face {
  size: number;
  preservesBlanks: boolean;
  words: Map<string, Word>;
  lastOfLine: Map<string, Word>;
}

/** Measures texts of one document. */
export class TextMeasure {
  private readonly document: PdfDocument;
  private readonly breaker = new TextBreaker();
  private readonly faces: Map<EmbeddedFont, Face[]> = new Map();

  constructor(document: PdfDocument) {
    this.document = document;
  }

  /** The words of a text that stands where the stack says. */
  measure(text: string | readonly TextRun[], stack: StyleStack): Paragraph {
    const around = styleAround(stack);
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
      words.push(this.word(word, style, lineEnd));
      const end = words.length;
      if (pieces[end]?.run !== run) measured.push({ end, style, goesOn: noNewLine });
    }
    return new Paragraph(words, measured, around.noWrap !== true);
  }

  private styleOf(run: TextRun, around: WholeStyle): MeasuredRun["style"] {
    const style = { ...around };
    for (const key of inherited) style[key] = run[key] ?? style[key];
    const { text: _, ...own } = run;
    // Each key has the type that the node tree gives it; pdfmake's own words have null where nothing is said.
    const whole = style as Required<TextStyle>;
    const font = this.document.provideFont(whole.font, whole.bold, whole.italics);
    const height = font.lineHeight(whole.fontSize) * whole.lineHeight;
    return { ...own, ...whole, font, height };
  }

  private word(text: string, style: MeasuredRun["style"], endsLine: boolean): Word {
    const face = this.faceOf(style);
    const known = endsLine ? face.lastOfLine : face.words;
    const word = known.get(text) ?? measureWord(text, style, endsLine);
    known.set(text, word);
    return word;
  }

  private faceOf({ font, fontSize, preserveLeadingSpaces = false }: MeasuredRun["style"]): Face {
    const sizes = this.faces.get(font) ?? [];
    this.faces.set(font, sizes);
    const known = sizes.find((face) => face.size === fontSize && face.preservesBlanks === preserveLeadingSpaces);
    if (known) return known;
    const face: Face = {
      size: fontSize,
      preservesBlanks: preserveLeadingSpaces,
      words: new Map(),
      lastOfLine: new Map(),
    };
    sizes.push(face);
    return face;
  }
}

/** What a text inherits: of each key what the innermost node says. */
function styleAround({ styleOverrides, defaultStyle }: StyleStack): WholeStyle {
  const style = { ...initial };
  for (const node of [defaultStyle, ...styleOverrides]) {
    if (typeof node === "string") continue;
    for (const key of inherited) style[key] = node[key] ?? style[key];
  }
  return style;
}

function measureWord(text: string, style: MeasuredRun["style"], endsLine: boolean): Word {
  const measure = (part = ""): number => style.font.widthOfString(part, style.fontSize);
  return {
    text,
    width: measure(text),
    leadingCut: style.preserveLeadingSpaces ? 0 : measure(/^\s+/u.exec(text)?.[0]),
    trailingCut: measure(/\s+$/u.exec(text)?.[0]),
    endsLine,
  };
}
