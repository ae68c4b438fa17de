// Which of many phrases stand in which of many texts, word for word, in one walk over the texts.

/** Words that a phrase is looked up by; of a shorter one all. */
const openingWords = 3;

/**
 * The texts that state a phrase, as ascending indices, by phrase; phrases are words joined by spaces. The time is linear in the
 * length of the texts, if phrases are of bounded length.
 */
export function findPhrases(
  texts: readonly (readonly string[])[],
  phrases: ReadonlySet<string>,
): Map<string, number[]> {
  const lengths = new Map<string, Set<number>>();
  const openings = new Set<number>();
  for (const phrase of phrases) {
    const words = phrase.split(" ");
    const opening = words.slice(0, openingWords);
    openings.add(opening.length);
    const key = opening.join(" ");
    lengths.set(key, (lengths.get(key) ?? new Set()).add(words.length));
  }
  const found = new Map<string, number[]>();
  for (const [index, words] of texts.entries())
    for (const at of words.keys())
      for (const opening of openings)
        for (const length of lengths.get(words.slice(at, at + opening).join(" ")) ?? []) {
          const phrase = words.slice(at, at + length).join(" ");
          if (!phrases.has(phrase)) continue;
          const holders = found.get(phrase) ?? [];
          found.set(phrase, holders);
          if (holders.at(-1) !== index) holders.push(index);
        }
  return found;
}
