// Form → Coverage: the bank counted against its blueprint, for `stats` and the published JSON.
import { apportion } from "./apportion.ts";
import { topicsOf } from "./bank.ts";
import type { Form, FormAnswer, FormItem } from "./form.ts";
import type { Coverage, ItemFrontMatter, Tally } from "./types.gen.ts";

const types: ItemFrontMatter["type"][] = ["multiple-choice", "multiple-response", "ordering", "matching"];
const difficulties: ItemFrontMatter["difficulty"][] = ["easy", "medium", "hard"];
const cognitive: ItemFrontMatter["cognitive"][] = ["recall", "apply", "analyze"];

/** Counts of every value, zero included, each list in the order that its type names. */
export function measureCoverage({ bank, items }: Form): Coverage {
  const weights = bank.domains.map(({ weight }) => weight);
  const targets = apportion(items.length, weights);
  const answers = items.flatMap(({ answer }) => (answer.type === "multiple-choice" ? [answer] : []));
  return {
    domains: bank.domains.map(({ id, title, weight }, index) => {
      const count = items.filter(({ item }) => item.domain.id === id).length;
      const share = items.length === 0 ? 0 : Math.round((count / items.length) * 1000) / 10;
      return { id, title, weight, count, share, target: targets[index] ?? 0 };
    }),
    tasks: tally(
      items.map(({ item }) => item.task.id),
      bank.domains.flatMap((domain) => domain.tasks),
    ),
    topics: tally(
      items.map(({ item }) => item.topic.id),
      topicsOf(bank),
    ),
    types: tallyFrontMatter(items, "type", types),
    difficulties: tallyFrontMatter(items, "difficulty", difficulties),
    cognitive: tallyFrontMatter(items, "cognitive", cognitive),
    keyPositions: tally(
      answers.flatMap(({ key }) => key),
      titled(longestOf(answers.map(({ choices }) => choices.map(({ label }) => label)))),
    ),
    keyLongest: answers.filter(isKeyLongest).length,
  };
}

/** How often each of the values occurs, in their order. */
function tally(found: readonly string[], values: readonly { id: string; title: string }[]): Tally[] {
  const counts = new Map<string, number>();
  for (const id of found) counts.set(id, (counts.get(id) ?? 0) + 1);
  return values.map(({ id, title }) => ({ id, title, count: counts.get(id) ?? 0 }));
}

function tallyFrontMatter(
  items: readonly FormItem[],
  key: "type" | "difficulty" | "cognitive",
  values: readonly string[],
): Tally[] {
  return tally(
    items.map(({ item }) => item.frontMatter[key]),
    titled(values),
  );
}

const titled = (ids: readonly string[]): { id: string; title: string }[] => ids.map((id) => ({ id, title: id }));

const longestOf = <T>(lists: readonly T[][]): T[] =>
  lists.reduce((longest, list) => (list.length > longest.length ? list : longest), []);

/** Whether the key has more visible characters than every distractor. */
function isKeyLongest({ choices }: Extract<FormAnswer, { choices: unknown }>): boolean {
  const lengths = choices.map(({ value }) => ({ key: value.key, length: [...value.content.text].length }));
  const key = lengths.find((each) => each.key)?.length ?? 0;
  return lengths.every((each) => each.key || each.length < key);
}
