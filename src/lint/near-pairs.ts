// Pairs of items that share most of their shingles, found through an inverted index instead of comparing all with all.
import { shingleSetsOf } from "./shingles.ts";

/** Two items by index, and the Jaccard similarity of their shingles: shared / all, from 0 to 1. */
export interface NearPair {
  earlier: number;
  later: number;
  similarity: number;
}

/** What counts as near. */
export interface Nearness {
  /** The least similarity, above 0. */
  similarity: number;
  /** A shingle of more items than this is a set phrase: it counts, but leads to no pair. It bounds the work. */
  mostItems: number;
}

/**
 * All pairs at least as similar as asked that share a shingle of few items; by later item, then earlier. The time is linear
 * in the number of items, the similarity exact.
 */
export function* findNearPairs(items: Iterable<readonly string[]>, nearness: Nearness): Iterable<NearPair> {
  const { sets, size } = shingleSetsOf(items);
  const { leads, starts, entries } = createIndex(sets, size, nearness.mostItems);
  const common = sets.map((set) => set.filter((shingle) => leads[shingle] === 0));
  /** Behind the last item entered under each shingle. */
  const ends = starts.slice();
  /** How many leading shingles the later item shares with each earlier one. */
  const shared = new Int32Array(sets.length);
  for (const [later, set] of sets.entries()) {
    const candidates: number[] = [];
    for (const shingle of set) {
      if (leads[shingle] === 0) continue;
      const end = ends[shingle] ?? 0;
      for (let at = starts[shingle] ?? 0; at < end; at++) {
        const earlier = entries[at] ?? 0;
        const count = shared[earlier] ?? 0;
        if (count === 0) candidates.push(earlier);
        shared[earlier] = count + 1;
      }
      entries[end] = later;
      ends[shingle] = end + 1;
    }
    const found: NearPair[] = [];
    for (const earlier of candidates) {
      const [own, other] = [common[later] ?? none, common[earlier] ?? none];
      const total = set.length + (sets[earlier] ?? none).length;
      const leading = shared[earlier] ?? 0;
      shared[earlier] = 0;
      // The set phrases are compared only where they can make up for what is missing.
      if (jaccard(leading + Math.min(own.length, other.length), total) < nearness.similarity) continue;
      const similarity = jaccard(leading + countShared(own, other), total);
      if (similarity >= nearness.similarity) found.push({ earlier, later, similarity });
    }
    yield* found.sort((a, b) => a.earlier - b.earlier);
  }
}

/** The Jaccard similarity of the shingles of two items; 0 if neither has any. */
export function similarityOf(a: readonly string[], b: readonly string[]): number {
  const [own = none, other = none] = shingleSetsOf([a, b]).sets;
  return own.length + other.length === 0 ? 0 : jaccard(countShared(own, other), own.length + other.length);
}

const none = new Int32Array();

/** Of two sets with `total` members, those that are in both counted twice. */
const jaccard = (shared: number, total: number): number => shared / (total - shared);

interface Index {
  /** By shingle: 1 if few enough items have it for it to lead to pairs. */
  leads: Uint8Array;
  /** By shingle: where its items begin among the entries. */
  starts: Int32Array;
  /** Room for the items of every shingle that leads to pairs. */
  entries: Int32Array;
}

function createIndex(sets: readonly Int32Array[], size: number, mostItems: number): Index {
  const holders = new Int32Array(size);
  for (const set of sets) for (const shingle of set) holders[shingle] = (holders[shingle] ?? 0) + 1;
  const leads = Uint8Array.from(holders, (count) => (count <= mostItems ? 1 : 0));
  const starts = new Int32Array(size);
  let room = 0;
  for (const [shingle, count] of holders.entries()) {
    starts[shingle] = room;
    if (leads[shingle] === 1) room += count;
  }
  return { leads, starts, entries: new Int32Array(room) };
}

/** How many numbers two ascending lists share. */
function countShared(a: Int32Array, b: Int32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) count++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return count;
}
