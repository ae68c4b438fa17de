// How pages are made up from galleys: columns shared out, boxes cut open, headers repeated, page numbers true.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sourceOf } from "../src/publish/pdf/layout/source.ts";
import { studyGuide } from "../src/publish/pdf/layout/study-guide.ts";
import { fontBookOf } from "../src/publish/pdf/render/document.ts";
import { shareOut, type ColumnGroup } from "../src/publish/pdf/render/flow/columns.ts";
import { breakMark, markBreaks } from "../src/publish/pdf/runs.ts";
import { readTheme } from "../src/publish/pdf/theme.ts";
import type { Bank } from "../src/model/bank.ts";
import { extremeGuides, identifiers, prose, table } from "./helpers/extreme-guides.ts";
import { publicationOf, smallBank, topic } from "./helpers/pdf-form.ts";
import { layOut, linesOf, textOf, type LaidOut } from "./helpers/typography.ts";

function guide(bank: Bank): LaidOut {
  const publication = publicationOf(bank);
  const theme = readTheme(publication.assets);
  const { fonts } = publication.assets;
  return layOut(studyGuide(sourceOf(publication, theme, fontBookOf(fonts))), fonts, theme);
}

const withTopic = (body: string): Bank => {
  const bank = smallBank();
  bank.domains[0]?.sections[0]?.topics.push(topic("own-topic", "Own topic", body));
  return bank;
};

const extreme = (name: string): LaidOut => {
  const make = extremeGuides[name];
  if (!make) throw new Error(`No guide strains ${name}`);
  return guide(make());
};

describe("shareOut", () => {
  const heights = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 9 });
  const group = (list: readonly number[], columns: number): ColumnGroup => ({
    entries: list.map((height) => ({ top: 0, left: 0, height, glued: false })),
    lefts: Array.from({ length: columns }, (_, index) => index * 100),
    top: 0,
    bottom: 0,
  });

  /** Height of the tallest column where it is lowest, over all ways to cut the list. */
  const least = (list: readonly number[], columns: number): number => {
    const total = list.reduce((sum, height) => sum + height, 0);
    if (columns === 1 || list.length <= 1) return total;
    return Math.min(
      ...list.map((_, cut) =>
        Math.max(
          list.slice(0, cut + 1).reduce((sum, height) => sum + height, 0),
          least(list.slice(cut + 1), columns - 1),
        ),
      ),
    );
  };

  it("keeps the order of the entries, and its tallest column is as short as can be", () => {
    fc.assert(
      fc.property(heights, fc.integer({ min: 1, max: 3 }), (list, columns) => {
        const { height, places } = shareOut(group(list, columns), 0, list.length);
        expect(height).toBeCloseTo(least(list, columns), 1);
        expect(places).toHaveLength(list.length);
        places.forEach(({ column, top }, index) => {
          const before = places[index - 1];
          if (!before) expect([column, top]).toEqual([0, 0]);
          else if (before.column === column) expect(top).toBeCloseTo(before.top + (list[index - 1] ?? 0));
          else expect([column, top]).toEqual([before.column + 1, 0]);
        });
      }),
    );
  });

  it("never ends a column with an entry that is glued to the next", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean()), { minLength: 2, maxLength: 12 }),
        (list) => {
          const glued = {
            ...group([], 3),
            entries: list.map(([height, isGlued]) => ({ top: 0, left: 0, height, glued: isGlued })),
          };
          const { places } = shareOut(glued, 0, list.length);
          places.forEach(({ column }, index) => {
            if (list[index - 1]?.[1]) expect(column).toBe(places[index - 1]?.column);
          });
        },
      ),
    );
  });
});

describe("a box that goes on", () => {
  const edges = ({ pages }: LaidOut): (string | undefined)[] =>
    pages.flatMap(({ items }) =>
      items.flatMap(({ type, item }) =>
        type === "vector" && typeof item.color === "object" && item.color.open !== undefined ? [item.color.open] : [],
      ),
    );

  it("is open where it is cut, on every page that it stands on", () => {
    const found = edges(extreme("cards and callouts taller than a page"));
    const count = (edge: string): number => found.filter((other) => other === edge).length;
    expect(count("bottom")).toBeGreaterThan(3);
    expect(count("bottom")).toBe(count("top"));
    expect(count("both")).toBeGreaterThan(0);
  });

  it("is closed where it is not", () => {
    expect(edges(guide(smallBank()))).toEqual([]);
  });
});

describe("balanced columns", () => {
  it("read down the columns of one page before the next", () => {
    const facts = Array.from({ length: 120 }, (_, index) => `- **Fact ${index}**: ${prose(1, index)}`).join("\n");
    const { pages } = guide(withTopic(facts));
    const places = pages.flatMap((page, index) =>
      linesOf(page).flatMap((line) => {
        const number = /^Fact (\d+):/u.exec(textOf(line))?.[1];
        return number === undefined ? [] : [{ number: Number(number), page: index, x: line.x, y: line.y }];
      }),
    );
    const read = places.toSorted((a, b) => a.page - b.page || a.x - b.x || a.y - b.y).map(({ number }) => number);
    expect(read).toEqual(Array.from({ length: 120 }, (_, index) => index));
    expect(new Set(places.map(({ page }) => page)).size).toBeGreaterThan(1);
  });
});

describe("a table of many pages", () => {
  it("has its header on every one, above its rows", () => {
    const { pages } = guide(withTopic(`Long:\n\n${table(500, 3)}`));
    const rows = pages.map((page) => linesOf(page).filter((line) => /^Row \d+ of 500/u.test(textOf(line))));
    const holding = pages.flatMap((page, index) =>
      (rows[index]?.length ?? 0) > 0 ? [{ page, rows: rows[index] ?? [] }] : [],
    );
    expect(holding.length).toBeGreaterThan(10);
    for (const { page, rows: own } of holding) {
      const headers = linesOf(page).filter((line) => textOf(line) === "Column 1");
      expect(headers).toHaveLength(1);
      expect(headers[0]?.y).toBeLessThan(Math.min(...own.map(({ y }) => y)));
    }
    expect(rows.flat()).toHaveLength(750);
  });
});

describe("page numbers", () => {
  it("are those of the pages that the headings stand on", () => {
    const { pages } = extreme("nine domains");
    const standing = new Map(
      pages.flatMap((page, index) =>
        linesOf(page).flatMap(({ id }) => (id === undefined ? [] : [[id, index + 1] as const])),
      ),
    );
    const printed = pages.flatMap((page) =>
      linesOf(page).flatMap(({ _pageNodeRef: node, inlines }) => [
        node,
        ...inlines.map((inline) => inline._pageNodeRef),
      ]),
    );
    const targets = printed.filter((node) => node !== undefined);
    expect(targets.length).toBeGreaterThan(40);
    for (const node of targets) {
      if (!("id" in node) || node.id === undefined) throw new Error("A page number is that of an id");
      expect(node.positions?.[0]?.pageNumber).toBe(standing.get(node.id));
    }
  });
});

describe("identifiers of 40 characters in 8 columns", () => {
  const { pages } = extreme("tables of 8 columns with identifiers of 40 characters");
  const parts = new Map<object, string[]>();
  for (const page of pages)
    for (const line of linesOf(page))
      if (line.owner) parts.set(line.owner, [...(parts.get(line.owner) ?? []), textOf(line)]);

  it.each(identifiers.slice(0, 4))("break behind punctuation or before a capital: %s", (name) => {
    const found = [...parts.values()].filter((lines) => lines.join("") === name);
    expect(found.length).toBeGreaterThan(10);
    const marked = markBreaks(name).split(breakMark);
    const joints = new Set(marked.map((_, index) => marked.slice(0, index + 1).join("")));
    for (const lines of found)
      for (const [index] of lines.entries()) expect(joints).toContain(lines.slice(0, index + 1).join(""));
  });
});
