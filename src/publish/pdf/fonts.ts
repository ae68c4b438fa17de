// The fonts of the PDF documents: which files they are, which family and style each serves, and who stands in for whom.

/** One font file of an npm package. */
export interface FontFile {
  /** Key in `Assets.fonts`: the file name without its ending. */
  name: string;
  /** Package-relative specifier that `require.resolve` understands. */
  file: string;
}

const google = (folder: string, name: string): FontFile => ({
  name,
  file: `@expo-google-fonts/${folder}/${name.slice(name.indexOf("_") + 1)}/${name}.ttf`,
});
const dejavu = (name: string): FontFile => ({ name, file: `dejavu-fonts-ttf/ttf/${name}.ttf` });

/** Every font that a document may need, for files.ts to read; order has no meaning. */
export const fontFiles: FontFile[] = [
  google("source-sans-3", "SourceSans3_400Regular"),
  google("source-sans-3", "SourceSans3_400Regular_Italic"),
  google("source-sans-3", "SourceSans3_600SemiBold"),
  google("source-sans-3", "SourceSans3_600SemiBold_Italic"),
  google("source-serif-4", "SourceSerif4_600SemiBold"),
  google("source-code-pro", "SourceCodePro_400Regular"),
  google("source-code-pro", "SourceCodePro_400Regular_Italic"),
  google("source-code-pro", "SourceCodePro_600SemiBold"),
  google("noto-emoji", "NotoEmoji_400Regular"),
  dejavu("DejaVuSans"),
  dejavu("DejaVuSans-Bold"),
];

/** A role that a font plays; the theme and the layout name families, never files. `packaged` is the body font that a workspace's own one replaces. */
export type Family = "body" | "heading" | "code" | "packaged" | "emoji" | "symbols" | `fallback.${number}`;

/** A style of a family. */
export interface Face {
  family: Family;
  bold: boolean;
  italics: boolean;
}

/** The name of each style's font in `Assets.fonts`; a family without a style of its own lends its nearest. */
export type Styles = Record<"normal" | "bold" | "italics" | "bolditalics", string>;

const packaged: Record<"body" | "heading" | "code" | "emoji" | "symbols", Styles> = {
  body: {
    normal: "SourceSans3_400Regular",
    bold: "SourceSans3_600SemiBold",
    italics: "SourceSans3_400Regular_Italic",
    bolditalics: "SourceSans3_600SemiBold_Italic",
  },
  heading: {
    normal: "SourceSerif4_600SemiBold",
    bold: "SourceSerif4_600SemiBold",
    italics: "SourceSerif4_600SemiBold",
    bolditalics: "SourceSerif4_600SemiBold",
  },
  code: {
    normal: "SourceCodePro_400Regular",
    bold: "SourceCodePro_600SemiBold",
    italics: "SourceCodePro_400Regular_Italic",
    bolditalics: "SourceCodePro_600SemiBold",
  },
  emoji: {
    normal: "NotoEmoji_400Regular",
    bold: "NotoEmoji_400Regular",
    italics: "NotoEmoji_400Regular",
    bolditalics: "NotoEmoji_400Regular",
  },
  symbols: {
    normal: "DejaVuSans",
    bold: "DejaVuSans-Bold",
    italics: "DejaVuSans",
    bolditalics: "DejaVuSans-Bold",
  },
};

/** The families of one publication. */
export interface FontSet {
  families: ReadonlyMap<Family, Styles>;
  /** Who is asked, in order, for a character that the wanted family lacks. */
  fallbacks: readonly Family[];
}

/**
 * The families by the names in `Assets.fonts`: the packaged ones, and those of the workspace, whose names are a role and a face
 * (`body.regular`, `fallback.0.boldItalic`). A role without a regular face is none.
 */
export function fontSetOf(names: Iterable<string>): FontSet {
  const known = new Set(names);
  const ownStyles = (family: Family): Styles | undefined => {
    const name = (face: string): string | undefined => {
      const full = `${family}.${face}`;
      return known.has(full) ? full : undefined;
    };
    const normal = name("regular");
    if (normal === undefined) return undefined;
    const bold = name("bold") ?? normal;
    const italics = name("italic") ?? normal;
    return { normal, bold, italics, bolditalics: name("boldItalic") ?? name("bold") ?? italics };
  };
  const own: Family[] = [];
  for (let index = 0; known.has(`fallback.${index}.regular`); index++) own.push(`fallback.${index}`);
  const families = new Map<Family, Styles>();
  for (const family of ["body", "heading", "code"] as const)
    families.set(family, ownStyles(family) ?? packaged[family]);
  families.set("packaged", packaged.body);
  for (const family of ["emoji", "symbols"] as const) families.set(family, packaged[family]);
  for (const family of own) families.set(family, ownStyles(family) ?? packaged.body);
  const replaced: Family[] = ownStyles("body") === undefined ? [] : ["packaged"];
  return { families, fallbacks: ["body", ...replaced, ...own, "emoji", "symbols"] };
}

/** What the layout may ask of the fonts. */
export interface FontBook {
  /** Whether the face has a glyph of its own for the code point. */
  covers(face: Face, codePoint: number): boolean;
  /** Who is asked, in order, for a character that the wanted family lacks. */
  fallbacks: readonly Family[];
  /** What the fonts call their families, each once. */
  names: () => string[];
  /** Advance width in points. */
  widthOf(text: string, face: Face, size: number): number;
  /** Height of one line in points, where the text's own factor is 1. */
  lineHeight(face: Face, size: number): number;
}
