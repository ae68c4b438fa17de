// The study guide: cover, contents, the exam, the domains, the glossary, the index, the licence.
import { ids } from "../anchors.ts";
import type { PageIn } from "../documents.ts";
import type { Definition } from "../node.ts";
import { contents } from "./contents.ts";
import { cover } from "./cover.ts";
import { domainChapter, domainPages } from "./domain.ts";
import { glance } from "./glance.ts";
import { glossaryPages } from "./glossary.ts";
import { hasIndex, indexPages } from "./index-pages.ts";
import { frame, licence, neutralChapter } from "./page.ts";
import { within, type Source } from "./source.ts";

/** The study guide's definition; `pageIn` tells the pages of the practice exam. */
export function studyGuide(shared: Source, pageIn?: PageIn): Definition {
  const source = within(shared, "studyGuide", pageIn);
  const { bank, words } = source;
  const name = words.pdf.studyGuide;
  return frame(source, {
    name,
    content: [
      ...cover(source, name),
      ...contents(source),
      ...glance(source),
      ...bank.domains.flatMap((domain) => domainPages(source, domain)),
      ...glossaryPages(source),
      ...indexPages(source),
      ...licence(source, ids.contents),
    ],
    chapters: [
      neutralChapter(source, ids.contents, words.pdf.contents),
      neutralChapter(source, ids.glance, words.pdf.glance),
      ...bank.domains.map((domain) => domainChapter(source, domain, ids.domain(domain))),
      ...(bank.glossary.terms.length > 0 ? [neutralChapter(source, ids.glossary, bank.glossary.title)] : []),
      ...(hasIndex(source) ? [neutralChapter(source, ids.index, words.pdf.index)] : []),
      neutralChapter(source, ids.licence, words.pdf.licence),
    ],
  });
}
