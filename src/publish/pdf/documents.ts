// The three documents of a guide and the links between them: their files lie side by side, so each names the others.
import type { TextStyle } from "./node.ts";

/** A document of a guide. */
export type DocumentName = "studyGuide" | "practiceExam" | "answers";

const endings: Record<DocumentName, string> = {
  studyGuide: "study-guide",
  practiceExam: "practice-exam",
  answers: "answers",
};

/** Name of a document's file; links between documents hold it as it is, without a folder. */
export function fileNameOf(document: DocumentName, guide: string): string {
  return `${guide}-${endings[document]}.pdf`;
}

/** A place in one of the documents. */
export interface Place {
  document: DocumentName;
  /** Of the node that stands there. */
  id: string;
}

/** Page of a place, from 1; undefined where that document is not laid out yet or has no such place. */
export type PageIn = (place: Place) => number | undefined;

/** What a document knows of the places in all three. */
export interface Links {
  /** The document at hand. */
  document: DocumentName;
  /** The guide's id, of which the names of its files are made. */
  guide: string;
  /** Places by `path#anchor` of the source, and by path alone for whole files. */
  anchors: ReadonlyMap<string, Place>;
  /** Ids of headings inside rich text by `path:line:column`. */
  headings: ReadonlyMap<string, string>;
  pageIn: PageIn;
}

/** The style of a link to a place, in the document at hand or in another; nothing else of the text changes. */
export function linkTo(
  { document, id }: Place,
  links: Pick<Links, "document" | "guide">,
): Pick<TextStyle, "linkToDestination" | "linkToFile"> {
  if (document === links.document) return { linkToDestination: id };
  return { linkToDestination: id, linkToFile: fileNameOf(document, links.guide) };
}
