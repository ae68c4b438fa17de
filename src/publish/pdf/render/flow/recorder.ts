// Notes, while pdfmake sets a document as galleys, what each node placed and where: from this the pages are made up.
import type { LaidOutNode, PdfPage } from "../internals.ts";

/** A node as it stands in its galley. A row is the cells of a table's row, or the columns of a columns node. */
export interface Flow {
  node: LaidOutNode;
  isRow: boolean;
  children: Flow[];
  /** From 0; every forced page break starts a galley. */
  galley: number;
  /** The galley's items that the node placed, with those of its children; the end is not among them. */
  from: number;
  to: number;
  /** With the node's margins, in points below the upper edge of the galley. */
  top: number;
  bottom: number;
  /** Left edge of what it may fill. */
  left: number;
}

/** Where pdfmake stands. */
interface Cursor {
  x: number;
  y: number;
  page: number;
  pages: readonly PdfPage[];
  pageMargins: { top: number };
}

/** Records the nodes of one document in a tree. */
export class Recorder {
  private readonly open: Flow[] = [];
  private first: Flow | undefined;
  private readonly cursor: () => Cursor;

  constructor(cursor: () => Cursor) {
    this.cursor = cursor;
  }

  /** What holds all others; it may still grow. Throws if nothing was recorded. */
  root(): Flow {
    if (!this.first) throw new Error("Nothing was laid out");
    return this.first;
  }

  /** Runs `process`, and returns what it placed. */
  record(node: LaidOutNode, isRow: boolean, process: () => void): Flow {
    const before = this.cursor();
    const { x: left, y: top, page } = before;
    const from = before.pages[page]?.items.length ?? 0;
    const flow: Flow = { node, isRow, children: [], galley: page, from, to: from, top, bottom: top, left };
    this.first ??= flow;
    this.open.at(-1)?.children.push(flow);
    this.open.push(flow);
    process();
    this.open.pop();
    const after = this.cursor();
    // A page break stands before all that its node places.
    if (after.page !== page) [flow.galley, flow.from, flow.top] = [after.page, 0, after.pageMargins.top];
    flow.to = after.pages[after.page]?.items.length ?? 0;
    flow.bottom = after.y;
    return flow;
  }
}
