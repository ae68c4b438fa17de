// One item of a form → its entry in the published bank.
import type { Content } from "../../model/content.ts";
import type { Choice, Match, Prompt } from "../../model/document.ts";
import type { FormAnswer, FormItem, Labelled } from "../../model/form.ts";
import type { PublishedItem, RichText } from "../../model/types.gen.ts";
import type { RichTextWriter } from "./rich-text.ts";

type Write = (content: Content) => RichText;
type PublishedAnswer = Pick<PublishedItem, "choices" | "steps" | "headings" | "prompts" | "matches">;

/** Keys in the order of the schema; optional ones only where the item has them. */
export function publishItem({ number, item, answer }: FormItem, writer: RichTextWriter): PublishedItem {
  const write = (content: Content): RichText => writer(content, item.path);
  const { type, difficulty, cognitive, verified, enemies, "valid-until": validUntil } = item.frontMatter;
  return {
    id: item.id,
    number,
    type,
    domain: item.domain.id,
    task: item.task.id,
    topic: item.topic.id,
    difficulty,
    cognitive,
    verified,
    ...(validUntil === undefined ? {} : { validUntil }),
    enemies: [...(enemies ?? [])].sort(),
    stem: write(item.stem),
    ...publishAnswer(answer, write),
    explanation: write(item.explanation),
    references: item.references.map(({ title, url }) => ({ title, url })),
  };
}

const entry = ({ label, value }: Labelled<Choice | Match | Prompt>) => ({ id: value.id, label });

function publishAnswer(answer: FormAnswer, write: Write): PublishedAnswer {
  const content = ({ value }: Labelled<Choice | Match | Prompt>) => ({ content: write(value.content) });
  const reasoned = ({ value }: Labelled<Choice>) => (value.rationale ? { rationale: write(value.rationale) } : {});
  if (answer.type === "ordering") {
    const place = ({ label, value }: Labelled<Choice>) => (value.key ? { place: answer.key.indexOf(label) + 1 } : {});
    return {
      steps: answer.steps.map((step) => ({ ...entry(step), ...place(step), ...content(step), ...reasoned(step) })),
    };
  }
  if (answer.type === "matching") {
    return {
      headings: { prompt: write(answer.headings.prompt), match: write(answer.headings.match) },
      prompts: answer.prompts.map((prompt) => ({ ...entry(prompt), match: prompt.value.match, ...content(prompt) })),
      matches: answer.matches.map((match) => ({ ...entry(match), ...content(match) })),
    };
  }
  return {
    choices: answer.choices.map((choice) => ({
      ...entry(choice),
      key: choice.value.key,
      ...content(choice),
      ...reasoned(choice),
    })),
  };
}
