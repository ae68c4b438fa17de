// What the pages promise to the eye: full pages, whole paragraphs, nothing over the edge; of the real guide and of extreme ones.
import { beforeAll, describe, expect, it } from "vitest";
import { checkGuide } from "../src/pipeline.ts";
import { openWorkspace } from "../src/workspace.ts";
import { answers } from "../src/publish/pdf/layout/answers.ts";
import { practiceExam } from "../src/publish/pdf/layout/practice-exam.ts";
import { sourceOf } from "../src/publish/pdf/layout/source.ts";
import { studyGuide } from "../src/publish/pdf/layout/study-guide.ts";
import type { Definition } from "../src/publish/pdf/node.ts";
import { fontBookOf } from "../src/publish/pdf/render/document.ts";
import { readTheme } from "../src/publish/pdf/theme.ts";
import type { Publication } from "../src/publish/publisher.ts";
import { publicationOf, smallBank } from "./helpers/pdf-form.ts";
import { extremeGuides } from "./helpers/extreme-guides.ts";
import { flawsOf, layOut, countDrawn, type LaidOut } from "./helpers/typography.ts";

const flawless = { empty: [], widowedHeadings: [], stranded: [], slivers: [], overflowing: [], overlapping: [] };
const sizes: Definition["pageSize"][] = ["A4", "LETTER"];
const documents = ["study guide", "practice booklet", "answer booklet"] as const;

function laidOut(
  publication: Publication,
  pageSize: Definition["pageSize"],
): Record<(typeof documents)[number], LaidOut> {
  const { fonts } = publication.assets;
  const theme = readTheme(publication.assets);
  const source = sourceOf({ ...publication, config: { theme: { pageSize } } }, theme, fontBookOf(fonts));
  const make = (definition: Definition): LaidOut => layOut(definition, fonts, theme);
  return {
    "study guide": make(studyGuide(source)),
    "practice booklet": make(practiceExam(source)),
    "answer booklet": make(answers(source, () => 7)),
  };
}

let real: Publication;
beforeAll(async () => {
  const workspace = await openWorkspace(".");
  const { publication } = workspace ? await checkGuide(workspace, "mla-c01") : {};
  if (!publication) throw new Error("The repository's guide can be published");
  real = publicationOf(smallBank(), { form: publication.form });
});

describe.each(sizes)("the real guide on %s", (size) => {
  let made: ReturnType<typeof laidOut>;
  beforeAll(() => {
    made = laidOut(real, size);
  });

  it.each(documents)("has a %s without a flaw", (name) => {
    expect(flawsOf(made[name])).toEqual(flawless);
  });
});

describe.each(sizes)("on %s, a guide with", (size) => {
  it.each(Object.entries(extremeGuides))("%s has no flaw", (_name, make) => {
    const made = laidOut(publicationOf(make()), size);
    for (const name of documents) {
      expect({ name, ...flawsOf(made[name]) }).toEqual({ name, ...flawless });
      expect(countDrawn(made[name])).toBe(made[name].count);
    }
  });
});
