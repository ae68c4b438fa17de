// One item of the form → the kind and the fields of its note.
import type { RootContent } from "mdast";
import type { Topic } from "../../model/document.ts";
import type { FormAnswer, FormItem } from "../../model/form.ts";
import { instruct } from "../shared/instruction.ts";
import { fill } from "../shared/words.ts";
import { choiceFields, matchingFields, orderingFields } from "./answer-fields.ts";
import type { NoteKind } from "./deck.ts";
import type { FileWriter } from "./render.ts";

/** Ordering and matching have note types of their own, because they are asked in another way. */
export function noteKindOf({ type }: FormAnswer): NoteKind {
  return type === "ordering" || type === "matching" ? type : "choice";
}

/** The topic's title with its emoji. */
export function topicName({ emoji, title }: Topic): string {
  return emoji === undefined ? title : `${emoji} ${title}`;
}

/** Field texts by name, without those that every note has. */
export function itemFields({ item, answer }: FormItem, writer: FileWriter): Record<string, string> {
  const { words, html, text } = writer;
  return {
    Stem: html(item.stem),
    Instruction: text(instruct(answer, words.common)),
    ...answerFields(answer, writer),
    Explanation: html(item.explanation),
    References: item.references.length > 0 ? html({ nodes: [listReferences(item.references)], text: "" }) : "",
    Task: text(`${fill(words.common.task, { id: item.task.id })} · ${item.task.title}`),
    Topic: text(topicName(item.topic)),
  };
}

function answerFields(answer: FormAnswer, writer: FileWriter): Record<string, string> {
  if (answer.type === "ordering") return orderingFields(answer, writer);
  return answer.type === "matching" ? matchingFields(answer, writer) : choiceFields(answer, writer);
}

function listReferences(references: FormItem["item"]["references"]): RootContent {
  return {
    type: "list",
    spread: false,
    children: references.map(({ title, url }) => ({
      type: "listItem",
      children: [{ type: "paragraph", children: [{ type: "link", url, children: [{ type: "text", value: title }] }] }],
    })),
  };
}
