// The sections of a document: each heading opens one, which holds what follows up to the next heading of its rank.
import type { HeadingRole } from "../node.ts";
import { partOf, type Part } from "./structure.ts";

interface Section {
  /** Of its heading as the layout has it: 1 for H1. */
  rank: number;
  part: Part;
}

const headings: readonly HeadingRole[] = ["H1", "H2", "H3", "H4", "H5", "H6"];

/** Whether a part is the document or a section of it: what stands in the flow of blocks and in nothing else. */
export const isFlow = ({ role }: Part): boolean => role === "Document" || role === "Sect";

/** The sections of one document, told of in reading order. */
export class Sections {
  private readonly root: Part = partOf("Document", null);
  private readonly open: Section[] = [];
  private begun: Part | undefined;

  /** What the flow of blocks stands in. */
  get current(): Part {
    return this.begun ?? this.open.at(-1)?.part ?? this.root;
  }

  /** From here on, blocks belong to the next heading's section, though they stand above the heading. */
  beginAhead(): void {
    this.begun ??= partOf("Sect", this.current);
  }

  /** Opens the section of a heading; gives the heading the rank at which none is left out (ISO 14289-1, 7.4.2). */
  begin(wanted: HeadingRole): HeadingRole {
    const rank = headings.indexOf(wanted) + 1;
    const ahead = this.begun;
    this.begun = undefined;
    while ((this.open.at(-1)?.rank ?? 0) >= rank) this.open.pop();
    const part = ahead ?? partOf("Sect", this.current);
    part.parent = this.open.at(-1)?.part ?? this.root;
    this.open.push({ rank, part });
    return headings[this.open.length - 1] ?? "H6";
  }

  /** The rank of a heading that stands in a list or a table and opens no section. */
  rankInside(wanted: HeadingRole): HeadingRole {
    return headings[Math.min(headings.indexOf(wanted), this.open.length)] ?? "H6";
  }
}
