// Opens pdfkit documents on fonts that are given as bytes; nothing here may reach a file or an address.
import { once } from "node:events";
import type { Assets } from "../../publisher.ts";
import { fontSetOf, type Face, type FontBook, type Styles } from "../fonts.ts";
import type { Definition, Glyph } from "../node.ts";
import { ByteSink } from "./byte-sink.ts";
import { glyphFont } from "./glyph.ts";
import { PDFDocument } from "./internals.ts";
import { ObjectStreams } from "./object-streams.ts";
import type { EmbeddedFont, PdfDocument, ShapedRun } from "./pdf-document.ts";

type FontBytes = Record<string, Record<string, Uint8Array>>;

/** The bytes of every family's styles; throws if an asset is missing. */
function fontBytes(fonts: Assets["fonts"]): FontBytes {
  const read = (name: string): Uint8Array => {
    const bytes = fonts.get(name);
    if (!bytes) throw new Error(`The font ${name} is not among the assets`);
    return bytes;
  };
  return Object.fromEntries(
    [...fontSetOf(fonts.keys()).families].map(([family, styles]) => [
      family,
      Object.fromEntries(Object.entries(styles).map(([style, name]) => [style, read(name)])),
    ]),
  );
}

/** Words as each font shapes them. It depends on the font's bytes alone, so all documents share it: shaping is the dearest step. */
const shapes = new WeakMap<Uint8Array, Record<string, ShapedRun>>();

function shapesOf(bytes: Uint8Array): Record<string, ShapedRun> {
  // Without a prototype, because a word may be `constructor`.
  const known = shapes.get(bytes) ?? (Object.create(null) as Record<string, ShapedRun>);
  shapes.set(bytes, known);
  return known;
}

/** pdfkit's document with shapes shared, written into large blocks rather than as a stream of small ones. */
class OwnDocument extends PDFDocument {
  private readonly fontFiles: FontBytes;
  private readonly assets: Assets["fonts"];
  // Declared and not set: pdfkit writes the first bytes from within its constructor.
  declare private sink: ByteSink | undefined;
  declare private objects: ObjectStreams | undefined;
  /** The object that is being written: its number, and its value once that is known. */
  declare private open: { number: number; value?: string } | undefined;
  private operators = "";
  private openPage: object | undefined;

  constructor(assets: Assets["fonts"], images: Record<string, string>, options: object) {
    const fontFiles = fontBytes(assets);
    super(fontFiles, images, {}, {}, options, null, () => false);
    this.fontFiles = fontFiles;
    this.assets = assets;
  }

  override book(): FontBook {
    return fontBookOf(this.assets);
  }

  /** pdfkit writes an object in parts: its number, its value, a stream if it has one, and its end. */
  override _write(data: string | Uint8Array): void {
    const sink = (this.sink ??= new ByteSink());
    const { open } = this;
    const text = typeof data === "string" ? data : undefined;
    const number = open ? undefined : /^(?<number>\d+) 0 obj$/u.exec(text ?? "")?.groups?.["number"];
    if (number !== undefined) this.open = { number: Number(number) };
    else if (open && open.value === undefined && text !== undefined) open.value = text;
    else if (open?.value !== undefined && text === "endobj") {
      this.packer(sink).add(open.number, open.value);
      this.open = undefined;
    } else {
      if (open?.value !== undefined) {
        this.packer(sink).place(open.number);
        sink.write(`${open.number} 0 obj\n${open.value}\n`);
        this.open = undefined;
      }
      sink.write(text === undefined ? data : `${text}\n`);
    }
  }

  override _finalize(): void {
    if (!this.sink) throw new Error("An empty document");
    const id = `<${Buffer.from(this._id).toString("hex")}>`;
    this.packer(this.sink).finish({ Root: `${this._root.id} 0 R`, Info: `${this._info.id} 0 R`, ID: `[${id} ${id}]` });
    this.push(null);
  }

  private packer(sink: ByteSink): ObjectStreams {
    this.objects ??= new ObjectStreams(sink, () => this._offsets.push(null));
    return this.objects;
  }

  override addPage(options: { size: [number, number]; margin: number }): this {
    super.addPage(options);
    this.openPage = this.page;
    return this;
  }

  override addContent(operators: string): this {
    // While a drawing is made that is used several times, another page stands in for the open one.
    if (this.page !== this.openPage) return super.addContent(operators);
    this.operators += `${operators}\n`;
    return this;
  }

  override flushPages(): void {
    if (this.operators !== "") this.page.write(Buffer.from(this.operators, "latin1"));
    this.operators = "";
    super.flushPages();
  }

  /** Completes the document and gives its bytes. */
  async finish(): Promise<Uint8Array> {
    const ended = once(this, "end");
    this.end();
    // Nothing comes out of the stream; it ends once every part has been written, some of which wait for a decoder.
    this.resume();
    await ended;
    if (!this.sink) throw new Error("An empty document");
    return this.sink.bytes();
  }

  override provideFont(family: string | Glyph, bold: boolean, italics: boolean): EmbeddedFont {
    if (typeof family === "object") return glyphFont(family);
    const font = super.provideFont(family, bold, italics);
    const bytes = this.fontFiles[family]?.[styleOf(bold, italics)];
    if (bytes) font.layoutCache = shapesOf(bytes);
    return font;
  }
}

/** An empty document with its metadata; any access to a file is refused. */
export function openDocument(
  fonts: Assets["fonts"],
  options: Pick<Definition, "title" | "author" | "subject" | "language" | "date" | "images">,
): PdfDocument & { finish(): Promise<Uint8Array> } {
  return new OwnDocument(fonts, options.images, {
    pdfVersion: "1.7",
    lang: options.language,
    tagged: true,
    displayTitle: true,
    autoFirstPage: false,
    font: null,
    info: {
      Title: options.title,
      Author: options.author,
      Subject: options.subject,
      Creator: "certpress",
      Producer: "certpress",
      CreationDate: options.date,
      ModDate: options.date,
    },
  });
}

const books = new WeakMap<Assets["fonts"], FontBook>();

/** The fonts as the layout asks them; the same book for the same fonts, with its answers remembered. */
export function fontBookOf(fonts: Assets["fonts"]): FontBook {
  const book = books.get(fonts) ?? openFontBook(fonts);
  books.set(fonts, book);
  return book;
}

function openFontBook(fonts: Assets["fonts"]): FontBook {
  const blank = { title: "", author: "", subject: "", language: "", date: new Date(0), images: {} };
  const document = openDocument(fonts, blank);
  const { families, fallbacks } = fontSetOf(fonts.keys());
  const covered = new Map<string, Map<number, boolean>>();
  const stylesOf = (family: Face["family"]): Styles => {
    const styles = families.get(family);
    if (!styles) throw new Error(`There is no font family ${family}`);
    return styles;
  };
  const open = ({ family, bold, italics }: Face): EmbeddedFont => document.provideFont(family, bold, italics);
  return {
    fallbacks,
    names: () => [
      ...new Set([...families.keys()].map((family) => open({ family, bold: false, italics: false }).font.familyName)),
    ],
    covers(face, codePoint) {
      const name = stylesOf(face.family)[styleOf(face.bold, face.italics)];
      const known = covered.get(name) ?? new Map<number, boolean>();
      covered.set(name, known);
      const answer = known.get(codePoint) ?? open(face).font.hasGlyphForCodePoint(codePoint);
      known.set(codePoint, answer);
      return answer;
    },
    widthOf: (text, face, size) => open(face).widthOfString(text, size),
    lineHeight: (face, size) => open(face).lineHeight(size),
  };
}

/** pdfmake's name of a style. */
function styleOf(bold: boolean, italics: boolean): "normal" | "bold" | "italics" | "bolditalics" {
  if (bold) return italics ? "bolditalics" : "bold";
  return italics ? "italics" : "normal";
}
