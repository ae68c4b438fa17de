// What every part of a layout draws from: the form, the look, and the measures of the page.
import type { Bank, Domain } from "../../../model/bank.ts";
import type { Form } from "../../../model/form.ts";
import type { Words } from "../../../model/types.gen.ts";
import type { TypesetMath } from "../../../typeset/formula.ts";
import type { Publication } from "../../publisher.ts";
import { anchorsOf } from "../anchors.ts";
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
  };
}

/** The setting of rich text that stands over the whole width of a page; `own` says where it stands and how. */
export function settingOf(
  source: Source,
  own: { path: string; accent: Accent } & Partial<Pick<Setting, "facts" | "size" | "width" | "anchors">>,
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
    anchors: new Map(),
    facts: new Set(),
    depth: 0,
    ...own,
  };
}

/** The anchors of the study guide. */
export function guideAnchors(source: Source): ReadonlyMap<string, string> {
  return anchorsOf(source.bank);
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

/** The build date as YYYY-MM-DD, in UTC. */
export function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}
