// The line of a topic that names its questions: numbers that lead into the practice exam, with their pages for print.
import { fill } from "../../shared/words.ts";
import type { Topic } from "../../../model/document.ts";
import { ids } from "../anchors.ts";
import { linkTo, type Place } from "../documents.ts";
import type { Block, Inline } from "../node.ts";
import type { Setting } from "../setting.ts";
import { say, type Source } from "./source.ts";

/** The numbers of a topic's questions; none if it has no question. */
export function practiceLine(source: Source, { id }: Pick<Topic, "id">, { accent, size }: Setting): Block[] {
  const { words, theme, form, links } = source;
  const items = form.items.filter(({ item }) => item.topic.id === id);
  if (items.length === 0) return [];
  const entries = items.map(({ number, item }): Inline[] => {
    const place: Place = { document: "practiceExam", id: ids.item(item.id) };
    const page = links.pageIn(place);
    const text = page === undefined ? String(number) : fill(words.pdf.practiceItem, { number, page });
    const linkTitle = `${words.pdf.practiceExam}: ${fill(words.pdf.question, { number })}`;
    return say(source, text, { color: theme.colors.link, linkTitle, noWrap: true, ...linkTo(place, links) });
  });
  const text: Inline[] = [
    ...say(source, `${words.pdf.practice} `, { bold: true, color: accent.strong }),
    ...entries.flatMap((entry, index) => (index === 0 ? entry : [...say(source, ", "), ...entry])),
  ];
  return [{ text, fontSize: size, lineHeight: theme.lineHeight, margin: [0, 3, 0, 0] }];
}
