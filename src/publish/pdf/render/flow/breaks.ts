// Where the pages of a galley break: the breaks that together cost least, found in one walk from the end.
import type { Measure } from "./measure.ts";
import { costs } from "./strips.ts";

/** Pages emptier than this look unfinished. */
const mostEmpty = 1 / 3;

/** Cost of a page of which this share is left empty below its text. */
function emptinessCost(share: number): number {
  const thirds = Math.max(0, share) / mostEmpty;
  return thirds <= 1 ? 140 * thirds ** 2 : 2000 * thirds;
}

/** Every page costs this, so that none is made for small gains. */
const pageCost = 20;

/** Cost of a last page that holds next to nothing. */
const remnantCost = 60;
const remnant = 60;

/** The place of the first strip of every page; `height` is that of a page's text, and the galley begins at `top`. */
export function pageStarts(measure: Measure, height: number, top: number): number[] {
  const count = measure.strips.length;
  const best = new Float64Array(count + 1);
  const next = new Int32Array(count + 1);
  let last = count - 1;
  for (let first = count - 1; first >= 0; first--) {
    while (last > first && measure.height(first, last, top) > height + 0.01) last--;
    best[first] = Infinity;
    for (let end = last; end >= first; end--) {
      const used = measure.height(first, end, top);
      const share = (height - used) / height;
      if (share > 0.7 && (best[first] ?? 0) < costs.forbidden) break;
      const isEnd = end === count - 1;
      const own = isEnd
        ? used < remnant && first > 0
          ? remnantCost
          : 0
        : emptinessCost(share) + breakCost(measure, end + 1);
      const cost = own + pageCost + (best[end + 1] ?? 0);
      if (cost < (best[first] ?? 0)) [best[first], next[first]] = [cost, end + 1];
    }
  }
  const starts: number[] = [];
  for (let start = 0; start < count; start = next[start] ?? count) starts.push(start);
  return starts;
}

function breakCost(measure: Measure, place: number): number {
  const isGlued = measure.at(place - 1).strip.glued;
  return measure.at(place).strip.cost + (isGlued ? costs.forbidden : 0);
}
