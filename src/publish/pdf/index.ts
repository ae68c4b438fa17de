// The PDF publisher: study guide, practice booklet and answer booklet of one form.
import type { Artifact, Publication, Publisher } from "../publisher.ts";
import type { Counts } from "../../model/types.gen.ts";
import { checkPrintable } from "./check/index.ts";
import { fontFiles } from "./fonts.ts";
import { answers } from "./layout/answers.ts";
import { practiceExam } from "./layout/practice-exam.ts";
import { sourceOf } from "./layout/source.ts";
import { studyGuide } from "./layout/study-guide.ts";
import { canonicalHash } from "./render/canonical.ts";
import { fontBookOf } from "./render/document.ts";
import { render, type Rendered } from "./render/index.ts";
import { readTheme } from "./theme.ts";

/** Three documents a guide; counts are what the layout placed on their pages. */
export const pdfPublisher: Publisher = {
  id: "pdf",
  fontFiles,
  check: (publication) => checkPrintable(publication, fontBookOf(publication.assets.fonts)),
  publish,
};

async function publish(publication: Publication): Promise<Artifact[]> {
  const { assets, form } = publication;
  const theme = readTheme(assets, publication.config.theme);
  const source = sourceOf(publication, theme, fontBookOf(assets.fonts));
  const guide = await render(studyGuide(source), assets.fonts, theme);
  const exam = await render(practiceExam(source), assets.fonts, theme);
  const key = await render(answers(source, guide.pageOf), assets.fonts, theme);
  const { guide: id } = form.bank;
  return [
    artifact(`${id}/${id}-study-guide.pdf`, guide, ["facts", "tables", "rows", "terms"]),
    artifact(`${id}/${id}-practice-exam.pdf`, exam, ["items"]),
    artifact(`${id}/${id}-answers.pdf`, key, ["items"]),
  ];
}

function artifact(path: string, { bytes, placed }: Rendered, kinds: readonly (keyof Counts)[]): Artifact {
  const counts = Object.fromEntries(kinds.map((kind) => [kind, placed[kind] ?? 0]));
  return { path, bytes, contentSha256: canonicalHash(bytes), counts };
}
