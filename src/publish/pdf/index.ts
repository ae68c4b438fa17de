// The PDF publisher: study guide, practice booklet and answer booklet of one form.
import type { Artifact, Publication, Publisher } from "../publisher.ts";
import type { Counts } from "../../model/types.gen.ts";
import { checkPrintable } from "./check/index.ts";
import { fileNameOf, type DocumentName, type PageIn } from "./documents.ts";
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
  // In an order in which each can print the pages of those that it names most: the booklets' numbers lead back by themselves.
  const pages = new Map<DocumentName, Rendered["pageOf"]>();
  const pageIn: PageIn = (place) => pages.get(place.document)?.(place.id);
  const exam = await render(practiceExam(source), assets.fonts, theme);
  pages.set("practiceExam", exam.pageOf);
  const guide = await render(studyGuide(source, pageIn), assets.fonts, theme);
  pages.set("studyGuide", guide.pageOf);
  const key = await render(answers(source, pageIn), assets.fonts, theme);
  const { guide: id } = form.bank;
  const path = (document: DocumentName): string => `${id}/${fileNameOf(document, id)}`;
  return [
    artifact(path("studyGuide"), guide, ["facts", "tables", "rows", "terms"]),
    artifact(path("practiceExam"), exam, ["items"]),
    artifact(path("answers"), key, ["items"]),
  ];
}

function artifact(path: string, { bytes, placed }: Rendered, kinds: readonly (keyof Counts)[]): Artifact {
  const counts = Object.fromEntries(kinds.map((kind) => [kind, placed[kind] ?? 0]));
  return { path, bytes, contentSha256: canonicalHash(bytes), counts };
}
