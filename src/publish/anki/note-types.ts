// The note types: one fixed set for each language. From 1.0 on their fields are frozen in number and order
// (rslib/src/notetype/merge.rs of ankitects/anki): a change would give every learner a second note type. Names, templates and CSS may change.
import type { Words } from "../../model/types.gen.ts";
import { escapeHtml } from "../shared/escape.ts";
import { noteTypeId, partId } from "./identity.ts";
import { noteKinds, type NoteField, type NoteKind, type NoteLook } from "./deck.ts";

const item = ["Explanation", "References", "Task", "Topic", "Retired", "Report"];

/**
 * Fields of each kind. The first is the stable id, so that Anki's check for equal first fields never finds two notes alike;
 * the second is what the browser sorts by. The spare ones are for later editions.
 */
export const fieldNames: Record<NoteKind, readonly string[]> = {
  choice: ["ID", "Stem", "Instruction", "Choices", "Review", ...item],
  ordering: ["ID", "Stem", "Instruction", "Steps", "Review", ...item],
  matching: ["ID", "Stem", "Instruction", "Prompts", "Matches", "Review", ...item],
  fact: ["ID", "Lead", "Body", "Topic", "Domain", "Retired", "Report"],
  row: ["ID", "Prompt", "Cells", "Table", "Topic", "Domain", "Retired", "Report"],
  term: ["ID", "Term", "Definition", "Retired", "Report"],
};

const spareFields = 4;

const collapsed: ReadonlySet<string> = new Set(["ID", "Retired", "Report"]);

/** What the note types are made from. */
export interface NoteTypeSources {
  /** BCP 47. */
  language: string;
  words: Words;
  /** Text of templates/<path>. */
  templates: ReadonlyMap<string, string>;
}

/** All note types of the language, whether or not the guide has notes of each. */
export function makeNoteTypes(sources: NoteTypeSources): Map<NoteKind, NoteLook> {
  return new Map(noteKinds.map((kind) => [kind, makeNoteType(kind, sources)]));
}

function makeNoteType(kind: NoteKind, { language, words, templates }: NoteTypeSources): NoteLook {
  const id = noteTypeId(language, kind);
  const template = (path: string): string => {
    const text = templates.get(path);
    if (text === undefined) throw new Error(`The package has no template ${path}`);
    return text;
  };
  const values = { ...words.common, ...words.anki, language };
  const face = (side: "front" | "back"): string =>
    // A function, because `$` in the script is no pattern of a replacement.
    fillTemplate(template(`anki/${kind}.${side}.html`), values).replace("[[script]]", () => script(template));
  const names = [...fieldNames[kind], ...Array.from({ length: spareFields }, (_, index) => `Spare ${index + 1}`)];
  return {
    id,
    name: `certpress ${kind} (${language})`,
    fields: names.map((name, index) => makeField(id, name, index)),
    template: { id: partId(id, "template", 0), name: "Card", front: face("front"), back: face("back") },
    css: template("anki/card.css"),
    rtl: words.anki.direction === "rtl",
  };
}

/** The script of the cards that are answered on the screen. Throws where Anki would read a field in it. */
function script(template: (path: string) => string): string {
  const text = template("anki/card.js").trim();
  if (text.includes("{{")) throw new Error("Anki would read a field in templates/anki/card.js");
  return text;
}

/** Ids follow from the place, so that a spare field can be given a name later. */
function makeField(noteType: number, name: string, index: number): NoteField {
  return { id: partId(noteType, "field", index), name, collapsed: collapsed.has(name) || name.startsWith("Spare ") };
}

/** Puts words where a template has `[[name]]`. Throws on an unknown name; Anki's own `{{field}}` stays. */
function fillTemplate(text: string, values: Readonly<Record<string, string>>): string {
  return text.trim().replaceAll(/\[\[(\w+)\]\]/g, (whole, name: string) => {
    if (name === "script") return whole;
    const value = values[name];
    if (value === undefined) throw new Error(`A template names the unknown word ${name}`);
    return escapeHtml(value);
  });
}
