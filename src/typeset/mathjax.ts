// What we use of MathJax 3, typed by hand: the package is optional, so its own types may be missing when we compile.
import { createRequire } from "node:module";

/** An element of the picture that MathJax makes, or a text in it. */
export interface PictureNode {
  kind: string;
  attributes: Record<string, string | number | undefined>;
  children: PictureNode[];
  /** Of a text. */
  value?: string;
}

/** A fault of the source, as MathJax reports it. */
interface TexError {
  id: string;
  message: string;
}

interface Adaptor {
  nodeSize(node: PictureNode, em: number, local: boolean): [number, number];
  textContent(node: PictureNode): string;
}

interface TexInput {
  reset(): void;
}

interface MathDocument {
  convert(tex: string, options: { display: boolean; em: number; ex: number }): PictureNode;
}

/** MathJax with the packages of commands that only typeset: none of them loads, links, styles or defines anything. */
export interface MathJax {
  adaptor: Adaptor;
  input: TexInput;
  document: MathDocument;
  isTexError: (error: unknown) => error is TexError;
}

const require = createRequire(import.meta.url);
const load = (path: string): unknown => require(`mathjax-full/js/${path}.js`);

/** Whether the package is installed beside ours; what a workspace brings along is not trusted to run. */
export function isInstalled(): boolean {
  try {
    require.resolve("mathjax-full/package.json");
    return true;
  } catch {
    return false;
  }
}

/** Name of each package and its file; without `noundefined` and `noerrors`, a mistake is an error and not red text. */
const packages = {
  base: "base/Base",
  ams: "ams/Ams",
  boldsymbol: "boldsymbol/Boldsymbol",
  cancel: "cancel/Cancel",
  gensymb: "gensymb/Gensymb",
  upgreek: "upgreek/Upgreek",
};

/** A MathJax of our own; throws if the package is not installed. */
export function loadMathJax(): MathJax {
  // The shapes are read off the sources of 3.2.2; a later version 3 keeps them, as its public interface.
  const { TeX } = load("input/tex") as { TeX: new (options: object) => TexInput };
  const { SVG } = load("output/svg") as { SVG: new (options: object) => object };
  const { liteAdaptor } = load("adaptors/liteAdaptor") as { liteAdaptor: () => Adaptor };
  const { HTMLHandler } = load("handlers/html/HTMLHandler") as {
    HTMLHandler: new (adaptor: Adaptor) => { create(text: string, options: object): MathDocument };
  };
  const { default: TexErrorClass } = load("input/tex/TexError") as { default: new () => TexError };
  for (const file of Object.values(packages)) load(`input/tex/${file}Configuration`);
  const adaptor = liteAdaptor();
  const input = new TeX({
    packages: Object.keys(packages),
    maxMacros: 1000,
    maxBuffer: 5 * 1024,
    formatError: (_input: unknown, error: unknown) => {
      throw error;
    },
  });
  const output = new SVG({ fontCache: "none", mtextFont: "text" });
  const document = new HTMLHandler(adaptor).create("", { InputJax: input, OutputJax: output });
  return { adaptor, input, document, isTexError: (error) => error instanceof TexErrorClass };
}
