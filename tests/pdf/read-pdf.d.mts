/** Where a target lies: the page from 0, and points above the page's lower edge. */
export interface PdfPlace {
  page: number;
  top: number;
}

/** An element, or content of one, as pdf.js tells it page by page. */
export interface PdfNode {
  role: string;
  text: string;
  alt?: string;
  bbox?: number[];
  children: PdfNode[];
}

export interface ReadPage {
  height: number;
  lines: { text: string; baseline: number; size: number }[];
  /** Text that is drawn as an artifact, and text that is neither that nor in the tree. */
  artifacts: string;
  loose: string;
  tree: PdfNode;
  links: { contents: string; address: string | null; place: PdfPlace | null; rect: number[] }[];
}

export interface ReadPdf {
  pages: ReadPage[];
  outline: { title: string; level: number; place: PdfPlace | null }[];
  isTagged: boolean;
  showsTitle: boolean;
}

export function readPdf(bytes: Uint8Array): Promise<ReadPdf>;
export function elements(node: PdfNode): Iterable<{ node: PdfNode; above: PdfNode[] }>;
export function textOf(node: PdfNode): string;
export function spoken(pdf: ReadPdf): string;
export function missingWords(source: string, text: string): string[];
export function missingLines(source: string, text: string): string[];
export function landingFaults(pdf: ReadPdf): string[];
export function treeFaults(pdf: ReadPdf): string[];
