// How tall the strips of a galley are when a page begins and ends with given ones.
import { shareOut, type ColumnGroup } from "./columns.ts";
import type { Galley } from "./galley.ts";
import { whole, type Strip } from "./strips.ts";

/** Between the edge of a page's text and the text of a box that goes on across it, in points. */
export const openPadding = 6;

/** A strip that is followed or preceded by others of its columns is known by them. */
export interface Measured {
  strip: Strip;
  /** As in the galley, but for the balancing of columns above. */
  top: number;
  bottom: number;
  /** What to add to the galley's heights to have these. */
  lift: number;
  /** Whether a box goes on across a page break before the strip. */
  isOpen: boolean;
}

/** The columns of a galley as they would stand on one page. */
interface MeasuredGroup {
  top: number;
  bottom: number;
}

/** A galley's strips with their heights. */
export class Measure {
  readonly strips: readonly Measured[];
  private readonly places: Map<Strip, number> = new Map();
  private readonly groups: Map<ColumnGroup, MeasuredGroup> = new Map();

  private readonly mostHeader: number;

  /** `height` is that of a page's text. */
  constructor(galley: Galley, height: number) {
    this.mostHeader = height / 3;
    let lift = 0;
    this.strips = galley.strips.map((strip, index): Measured => {
      this.places.set(strip, index);
      const { group } = strip;
      if (!group) return { strip, top: strip.top + lift, bottom: strip.bottom + lift, lift, isOpen: false };
      const { of, entry } = group;
      const top = of.top + lift;
      if (!this.groups.has(of)) this.groups.set(of, { top, bottom: top + shareOut(of, 0, of.entries.length).height });
      const bottom = this.groups.get(of)?.bottom ?? top;
      const measured = { strip, top: strip.top + lift, bottom: bottom + strip.bottom - of.bottom, lift, isOpen: false };
      if (entry === of.entries.length - 1) lift += bottom - top - (of.bottom - of.top);
      return measured;
    });
    for (const { first, last } of galley.frames) {
      const [from, to] = [this.placeOf(first), this.placeOf(last)];
      for (const measured of this.strips.slice(from + 1, to + 1)) measured.isOpen = true;
    }
  }

  /** Index of the strip. */
  placeOf(strip: Strip): number {
    const place = this.places.get(whole(strip));
    if (place === undefined) throw new Error("A strip is not in its galley");
    return place;
  }

  /** Height of what is repeated above the strip where it comes first on a page. */
  headerHeight(first: number): number {
    const rows = this.headerRows(first);
    const [top, bottom] = [rows[0], rows.at(-1)];
    return top && bottom ? bottom.bottom - top.top : 0;
  }

  /** The strips of that header; none if it would fill a third of the page. */
  headerRows(first: number): Measured[] {
    const { header } = this.at(first).strip;
    if (!header) return [];
    const rows = [...new Set(header.strips.map((row) => this.placeOf(row)))].map((place) => this.at(place));
    const [top, bottom] = [rows[0]?.top ?? 0, rows.at(-1)?.bottom ?? 0];
    return bottom - top <= this.mostHeader ? rows : [];
  }

  /** Where the text of a page would begin in the galley whose first strip is this. */
  topOf(first: number): number {
    const measured = this.at(first);
    const { group } = measured.strip;
    if (!group || group.entry === 0) return measured.top;
    const { bottom } = this.groupAt(group.of);
    return bottom - shareOut(group.of, group.entry, group.of.entries.length).height;
  }

  /** Where the text of that page would end whose last strip is this. */
  bottomOf(first: number, last: number): number {
    const measured = this.at(last);
    const { group } = measured.strip;
    if (!group) return measured.bottom;
    const { of, entry } = group;
    const from = this.strips[first]?.strip.group;
    const isCut = from?.of === of && from.entry > 0;
    if (entry === of.entries.length - 1) return measured.bottom;
    const start = isCut ? this.topOf(first) : this.groupAt(of).top;
    return start + shareOut(of, isCut ? from.entry : 0, entry + 1).height;
  }

  /** Height of a page's text with what the cuts add; `galleyTop` is where the first page of the galley begins. */
  height(first: number, last: number, galleyTop: number): number {
    const top =
      first === 0 ? galleyTop : this.topOf(first) - (this.isOpen(first) ? openPadding : 0) - this.headerHeight(first);
    return this.bottomOf(first, last) + (this.isOpen(last + 1) ? openPadding : 0) - top;
  }

  /** Whether a box goes on across a page break before the strip. */
  isOpen(place: number): boolean {
    return this.strips[place]?.isOpen ?? false;
  }

  /** The strip at this place. */
  at(place: number): Measured {
    const measured = this.strips[place];
    if (!measured) throw new Error("A galley has no such strip");
    return measured;
  }

  /** Where its columns stand. */
  groupAt(group: ColumnGroup): MeasuredGroup {
    const measured = this.groups.get(group);
    if (!measured) throw new Error("Columns that are not in their galley");
    return measured;
  }
}
