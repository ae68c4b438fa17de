// "Did you mean": the one nearest of the known names, for every stage.
import { distance } from "fastest-levenshtein";

/** Names longer than this are never misspelt names; it bounds the work on hostile ones. */
const longestName = 200;

/**
 * The candidate nearest to a word, or null if none is near or two are equally near. Near is at most a third of the word's
 * length in edits, at least 1, case ignored.
 */
export function findNear(word: string, candidates: Iterable<string>): string | null {
  if (word.length > longestName) return null;
  let nearest: string[] = [];
  let limit = Math.max(1, Math.floor(word.length / 3));
  for (const candidate of new Set(candidates)) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const edits = countEdits(word.toLowerCase(), candidate.toLowerCase(), limit);
    if (edits > limit) continue;
    nearest = edits < limit ? [candidate] : [...nearest, candidate];
    limit = edits;
  }
  return nearest.length === 1 ? (nearest[0] ?? null) : null;
}

/** The end of a message about an unknown name: empty if no candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = findNear(word, candidates);
  return near === null ? "" : `, did you mean \`${near}\`?`;
}

/** `didYouMean` for the names in one file, the first few only: a hostile file may hold thousands that lead nowhere. */
export function suggestFirst(most = 20): (word: string, list: () => Iterable<string>) => string {
  let given = 0;
  return (word, list) => (given++ < most ? didYouMean(word, list()) : "");
}

/**
 * Levenshtein distance in which one swap of neighbours (`tsak`), the commonest slip, counts as one edit. Exact only up to
 * the limit, which saves nearly all the work.
 */
function countEdits(word: string, candidate: string, limit: number): number {
  const edits = distance(word, candidate);
  if (edits < 2 || edits > limit + 1) return edits;
  for (let i = 1; i < word.length; i++) {
    const swapped = word.slice(0, i - 1) + word.charAt(i) + word.charAt(i - 1) + word.slice(i + 1);
    if (distance(swapped, candidate) === edits - 2) return edits - 1;
  }
  return edits;
}
