// The syntax of PDF files: objects, references and keywords (ISO 32000-1, 7.2 and 7.3).

/** A name object, told apart from a string. */
export class Name {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** A keyword or operator, told apart from a string. */
export class Keyword {
  readonly word: string;

  constructor(word: string) {
    this.word = word;
  }
}

export class Reference {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

export type Dictionary = Record<string, unknown>;

/** Whether a value is a dictionary, and no name, reference or keyword. */
export const isDictionary = (value: unknown): value is Dictionary =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** Objects in PDF syntax (7.3), one after another. */
export class Parser {
  private at: number;
  private readonly text: string;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  /** The next object or operator; undefined at the end. */
  next(): unknown {
    const { text } = this;
    this.skip(/(?:[\s\0]+|%[^\r\n]*)*/y);
    const character = text[this.at];
    if (character === undefined) return undefined;
    if (text.startsWith("<<", this.at)) {
      this.at += 2;
      const entries = this.until(">>");
      return Object.fromEntries(
        entries.flatMap((key, index) => (index % 2 === 0 ? [[(key as Name).name, entries[index + 1]]] : [])),
      );
    }
    if (character === "[") {
      this.at++;
      return this.until("]");
    }
    if (character === "(") return this.literal();
    if (character === "<") return Buffer.from(this.skip(/<[^>]*>/y).slice(1, -1), "hex").toString("latin1");
    if (character === "/")
      return new Name(
        this.skip(/\/[^\s\0()<>[\]{}/%]*/y)
          .slice(1)
          .replaceAll(/#([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      );
    const reference = this.skip(/\d+ \d+ R\b/y);
    if (reference !== "") return new Reference(Number.parseInt(reference, 10));
    const number = this.skip(/[+-]?(?:\d+\.?\d*|\.\d+)/y);
    if (number !== "") return Number(number);
    return new Keyword(this.skip(/>>|[^\s\0()<>[\]{}/%]+|./y));
  }

  /** Bytes of the stream that follows, of this length; null if none does. */
  stream(length: number): string | null {
    if (this.skip(/\s*stream\r?\n/y) === "") return null;
    return this.text.slice(this.at, this.at + length);
  }

  private until(end: string): unknown[] {
    const values: unknown[] = [];
    for (;;) {
      const value = this.next();
      if (value === undefined) throw new Error(`No ${end}`);
      if (value instanceof Keyword && value.word === end) return values;
      values.push(value);
    }
  }

  private literal(): string {
    let depth = 0;
    let result = "";
    const escapes: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
    for (; ; this.at++) {
      const character = this.text[this.at];
      if (character === undefined) throw new Error("A string without an end");
      if (character === "(" && depth++ === 0) continue;
      if (character === ")" && --depth === 0) break;
      if (character !== "\\") {
        result += character;
        continue;
      }
      const octal = /[0-7]{1,3}/y;
      octal.lastIndex = this.at + 1;
      const digits = octal.exec(this.text)?.[0];
      if (digits !== undefined) {
        result += String.fromCharCode(Number.parseInt(digits, 8));
        this.at += digits.length;
      } else {
        const escaped = this.text[++this.at] ?? "";
        result += escapes[escaped] ?? escaped;
      }
    }
    this.at++;
    return result;
  }

  private skip(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.at += found.length;
    return found;
  }
}
