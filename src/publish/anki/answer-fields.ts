// The answer part of an item as it is asked and as it is reviewed. What is asked never shows the key. Entries carry their
// ids for the templates, and lists count their own letters, so that both follow whatever order is shown.
import type { Content } from "../../model/content.ts";
import type { Choice } from "../../model/document.ts";
import type { FormAnswer, Labelled } from "../../model/form.ts";
import { isNumeric } from "../../model/numeric.ts";
import type { FileWriter } from "./render.ts";

type Of<T extends FormAnswer["type"]> = Extract<FormAnswer, { type: T }>;

const wrap = (tag: string, className: string, html: string): string => `<${tag} class="${className}">${html}</${tag}>`;

const entry = (className: string, id: string, html: string): string =>
  `<li class="${className}" data-k="${id}">${html}</li>`;

const pair = (prompt: string, match: string, html: string): string =>
  `<li class="pair" data-k="${prompt}" data-match="${match}">${html}</li>`;

const letters = (className: string, entries: string[], choose?: number): string =>
  `<ol class="${className}" type="A"${choose === undefined ? "" : ` data-choose="${choose}"`}>${entries.join("")}</ol>`;

const body = ({ value }: Labelled<Pick<Choice, "content">>, writer: FileWriter): string =>
  wrap("div", "body", writer.html(value.content));

const letter = ({ label }: Labelled<unknown>): string => wrap("span", "label", label);

const rationale = ({ value }: Labelled<Choice>, writer: FileWriter): string =>
  value.rationale ? wrap("div", "rationale", writer.html(value.rationale)) : "";

const correct = ({ words, text }: FileWriter): string => wrap("p", "mark", text(`✓ ${words.anki.correct}`));

/** Entries that the key does not use, under their heading; nothing if there are none. */
const unused = (entries: string[], { words, text }: FileWriter): string =>
  entries.length === 0
    ? ""
    : `<section class="unused"><h2>${text(words.anki.notUsed)}</h2><ul class="steps">${entries.join("")}</ul></section>`;

/** Fields `Choices` and `Review`. */
export function choiceFields(
  { choices, key }: Of<"multiple-choice" | "multiple-response">,
  writer: FileWriter,
): Record<string, string> {
  const review = choices.map((choice) =>
    entry(
      choice.value.key ? "choice key" : "choice",
      choice.value.id,
      body(choice, writer) + (choice.value.key ? correct(writer) : "") + rationale(choice, writer),
    ),
  );
  const asked = choices.map((choice) => entry("choice", choice.value.id, body(choice, writer)));
  // Numbers keep their own order, which the script would shuffle away.
  const pinned = choices.every(({ value }) => isNumeric(value.content.text)) ? " pinned" : "";
  return { Choices: letters(`choices${pinned}`, asked, key.length), Review: letters("choices review", review) };
}

/** Fields `Steps` and `Review`. */
export function orderingFields({ steps, key }: Of<"ordering">, writer: FileWriter): Record<string, string> {
  const place = (step: Labelled<Choice>): number => key.indexOf(step.label);
  const reviewed = (step: Labelled<Choice>): string =>
    entry("step", step.value.id, letter(step) + body(step, writer) + rationale(step, writer));
  const used = steps.filter(({ value }) => value.key).sort((a, b) => place(a) - place(b));
  const rest = steps.filter(({ value }) => !value.key).map(reviewed);
  return {
    Steps: letters(
      "choices",
      steps.map((step) => entry("choice", step.value.id, body(step, writer))),
      key.length,
    ),
    Review: `<ol class="steps order">${used.map(reviewed).join("")}</ol>${unused(rest, writer)}`,
  };
}

/** Fields `Prompts`, `Matches` and `Review`, each with the author's headings of its columns, else our own words. */
export function matchingFields(
  { headings, prompts, matches, key }: Of<"matching">,
  writer: FileWriter,
): Record<string, string> {
  const heading = (tag: "h2" | "h3", content: Content, own: string): string =>
    wrap(tag, "heading", content.nodes.length > 0 ? writer.html(content) : writer.text(own));
  const promptHeading = (tag: "h2" | "h3"): string => heading(tag, headings.prompt, writer.words.anki.prompts);
  const matchHeading = (tag: "h2" | "h3"): string => heading(tag, headings.match, writer.words.anki.matches);
  const pairs = prompts.map((prompt, index) => {
    const match = matches.find((candidate) => candidate.label === key[index]);
    if (!match) throw new Error(`No match is labelled ${key[index]}`);
    const right = wrap("div", "match", letter(match) + body(match, writer));
    return pair(prompt.value.id, match.value.id, wrap("div", "prompt", letter(prompt) + body(prompt, writer)) + right);
  });
  const rest = matches
    .filter((match) => !key.includes(match.label))
    .map((match) => entry("step", match.value.id, letter(match) + body(match, writer)));
  return {
    Prompts: `${promptHeading("h2")}<ol class="prompts">${prompts.map((prompt) => entry("choice", prompt.value.id, body(prompt, writer))).join("")}</ol>`,
    Matches:
      matchHeading("h2") +
      letters(
        "choices matches",
        matches.map((match) => entry("choice", match.value.id, body(match, writer))),
      ),
    Review: `${wrap("div", "headings", promptHeading("h3") + matchHeading("h3"))}<ul class="pairs">${pairs.join("")}</ul>${unused(rest, writer)}`,
  };
}
