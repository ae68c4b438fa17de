// What every part of a layout draws from: the form, the look, and the measures of the page.
import type { Bank, Domain } from "../../../model/bank.ts";
import type { Form } from "../../../model/form.ts";
import type { Words } from "../../../model/types.gen.ts";
import type { TypesetMath } from "../../../typeset/formula.ts";
import type { Publication } from "../../publisher.ts";
import { fill, formatDate, formatNumber } from "../../shared/words.ts";
import { anchorsOf } from "../anchors.ts";
import type { DocumentName, Links, PageIn } from "../documents.ts";
import type { FontBook } from "../fonts.ts";
import { plainRuns } from "../inline.ts";
import { typesetterOf } from "../math.ts";
import type { Definition, Run, TextStyle } from "../node.ts";
import { pageSizes } from "../page-size.ts";
import type { Setting } from "../setting.ts";
import { accentOf, type Accent, type Theme } from "../theme.ts";

/** A publication with its look, as the layout reads it. */
export interface Source {
  form: Form;
  bank: Bank;
  words: Words;
  theme: Theme;
  fonts: FontBook;
  math: TypesetMath | null;
  date: Date;
  pageSize: Definition["pageSize"];
  /** Of the whole page, in points. */
  page: { width: number; height: number };
  /** Between the margins, in points. */
  width: number;
  height: number;
  /** Where links lead, once `within` has said in which document. */
  links: Links;
}

/** The publication as a source. */
export function sourceOf({ assets, form, words, config, date }: Publication, theme: Theme, fonts: FontBook): Source {
  const pageSize = config.theme?.pageSize ?? "A4";
  const page = pageSizes[pageSize];
  const [left, top, right, bottom] = theme.margins;
  return {
    form,
    bank: form.bank,
    words,
    theme,
    fonts,
    math: typesetterOf(assets, fonts),
    date,
    pageSize,
    page,
    width: page.width - left - right,
    height: page.height - top - bottom,
    links: {
      document: "studyGuide",
      guide: form.bank.guide,
      anchors: new Map(),
      headings: new Map(),
      pageIn: () => undefined,
    },
  };
}

/** The source as one document draws from it; `pageIn` knows the pages of those that are laid out before it. */
export function within(source: Source, document: DocumentName, pageIn: PageIn = () => undefined): Source {
  return { ...source, links: { ...source.links, document, pageIn, ...anchorsOf(source.bank, document) } };
}

/** The setting of rich text that stands over the whole width of a page; `own` says where it stands and how. */
export function settingOf(
  source: Source,
  own: { path: string; accent: Accent } & Partial<Pick<Setting, "facts" | "size" | "width">>,
): Setting {
  return {
    theme: source.theme,
    words: source.words,
    fonts: source.fonts,
    math: source.math,
    width: source.width,
    height: source.height * 0.55,
    size: source.theme.sizes.body,
    media: source.bank.media,
    links: source.links,
    facts: new Map(),
    depth: 0,
    ...own,
  };
}

/** Colours of a domain. */
export function accentFor(source: Source, domain: Pick<Domain, "id">): Accent {
  return accentOf(
    source.theme,
    source.bank.domains.findIndex(({ id }) => id === domain.id),
  );
}

/** The neutral accent of what belongs to no domain. */
export function neutralAccent({ colors }: Theme): Accent {
  return { strong: colors.ink, soft: colors.rule, tint: colors.panel };
}

/** Plain words in one style. */
export function say(source: Source, text: string, style: TextStyle = {}): Run[] {
  return plainRuns(text, style, source);
}

/** The build date in the guide's language, in UTC. */
export function buildDay({ date, words }: Source): string {
  return formatDate(date.toISOString().slice(0, 10), words.formats);
}

/** The weight of a domain in the guide's language. */
export function weightOf({ words }: Source, { weight }: Pick<Domain, "weight">): string {
  return fill(words.pdf.weight, { weight: formatNumber(weight, words.formats) });
}
