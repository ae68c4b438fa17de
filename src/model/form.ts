// Bank → Form: the items in printed order, numbered, with their choices in the order that every publisher shows.
import { createHash } from "node:crypto";
import type { Bank, Item } from "./bank.ts";
import type { Answer, Choice, Headings, Match, Prompt } from "./document.ts";
import { isNumeric, isPlaceholder } from "./numeric.ts";

/** One assembled set of items, the same in every artifact. */
export interface Form {
  bank: Bank;
  /** Seed of the choice order: the guide's id. */
  id: string;
  items: FormItem[];
}

/** Something with its label in the form: `A`, `B`… for choices, steps and matches; `1`, `2`… for prompts. */
export interface Labelled<T> {
  label: string;
  value: T;
}

export type FormAnswer =
  | {
      type: "multiple-choice" | "multiple-response";
      choices: Labelled<Choice>[];
      /** Labels of the key, in order. */
      key: string[];
    }
  | {
      type: "ordering";
      steps: Labelled<Choice>[];
      /** Labels in the right order. */
      key: string[];
    }
  | {
      type: "matching";
      headings: Headings;
      prompts: Labelled<Prompt>[];
      matches: Labelled<Match>[];
      /** Label of the match, one a prompt. */
      key: string[];
    };

export interface FormItem {
  /** From 1, in the whole form. */
  number: number;
  item: Item;
  answer: FormAnswer;
}

/** The form of all items of a bank: equal for equal banks, whatever the machine. */
export function assemble(bank: Bank): Form {
  const id = bank.guide;
  return {
    bank,
    id,
    items: bank.items.map((item, index) => ({ number: index + 1, item, answer: label(item.answer, [id, item.id]) })),
  };
}

/** `A` to `Z`, then `AA`, as the columns of a spreadsheet. */
function letterOf(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? "" : letterOf(rest - 1)) + String.fromCharCode(65 + (index % 26));
}

const withLetters = <T>(values: readonly T[]): Labelled<T>[] =>
  values.map((value, index) => ({ label: letterOf(index), value }));

function label(answer: Answer, seed: readonly string[]): FormAnswer {
  if (answer.type === "ordering") {
    const right = answer.steps.map(({ id }) => id);
    const steps = withLetters(disorder(shuffle([...answer.steps, ...answer.unused], seed), right));
    return { type: answer.type, steps, key: right.map((id) => labelOf(id, steps)) };
  }
  if (answer.type === "matching") {
    const matches = withLetters(shuffle(answer.matches, seed));
    const prompts = answer.prompts.map((value, index) => ({ label: String(index + 1), value }));
    const key = answer.prompts.map(({ match }) => labelOf(match, matches));
    return { type: answer.type, headings: answer.headings, prompts, matches, key };
  }
  const choices = withLetters(keepsOrder(answer.choices) ? answer.choices : shuffle(answer.choices, seed));
  return { type: answer.type, choices, key: choices.filter(({ value }) => value.key).map((choice) => choice.label) };
}

/** Whether choices are printed as they are written: numbers are easiest to read in their own order, which tells nothing about the key. */
export function keepsOrder(choices: readonly Choice[]): boolean {
  return choices.every(({ content }) => isNumeric(content.text) && !isPlaceholder(content));
}

function labelOf(id: string, labelled: readonly Labelled<{ id: string }>[]): string {
  const found = labelled.find(({ value }) => value.id === id);
  if (!found) throw new Error(`The key names ${id}, which is not among the item's parts`);
  return found.label;
}

/** By SHA-256 of form, item and the part's own id, joined by NUL (docs/format.md, Identity). */
function shuffle<T extends { id: string }>(values: readonly T[], seed: readonly string[]): T[] {
  return values
    .map((value) => ({
      value,
      hash: createHash("sha256")
        .update([...seed, value.id].join("\0"))
        .digest("hex"),
    }))
    .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0))
    .map(({ value }) => value);
}

/** The steps, rotated until those of the right order no longer stand in it: once, or past unused steps in front. */
function disorder(steps: readonly Choice[], right: readonly string[]): Choice[] {
  const isRight = (shown: readonly Choice[]): boolean =>
    shown
      .map(({ id }) => id)
      .filter((id) => right.includes(id))
      .join() === right.join();
  const turns = steps.map((_, turn) => [...steps.slice(turn), ...steps.slice(0, turn)]);
  return turns.find((shown) => !isRight(shown)) ?? [...steps];
}
