// Many phrases looked up in a text at once, in time that does not depend on their number.

/** Phrases by their first token, then the next; the value stands where a phrase ends. */
export interface PhraseTree<T> {
  value?: T;
  next: Map<string, PhraseTree<T>>;
}

/** A phrase in a text. */
export interface FoundPhrase<T> {
  start: number;
  end: number;
  value: T;
}

/** A tree of phrases with their values; of two equal phrases the later one counts. */
export function plantPhrases<T>(phrases: Iterable<readonly [phrase: string, value: T]>): PhraseTree<T> {
  const root: PhraseTree<T> = { next: new Map() };
  for (const [phrase, value] of phrases) {
    let node = root;
    for (const { key } of tokensOf(phrase.trim())) {
      const next: PhraseTree<T> = node.next.get(key) ?? { next: new Map() };
      node.next.set(key, next);
      node = next;
    }
    node.value = value;
  }
  return root;
}

/** The phrases of a text from left to right, the longest at each place; whole words, case as written, blanks of any length. */
export function* findPhrasesOf<T>(tree: PhraseTree<T>, text: string): Iterable<FoundPhrase<T>> {
  const tokens = [...tokensOf(text)];
  for (let first = 0; first < tokens.length;) {
    let node = tree.next.get(tokens[first]?.word ?? "");
    let longest: { last: number; value: T } | null = null;
    for (let last = first; node !== undefined; last++) {
      if (node.value !== undefined) longest = { last, value: node.value };
      node = node.next.get(tokens[last + 1]?.key ?? "");
    }
    if (longest !== null)
      yield { start: tokens[first]?.start ?? 0, end: tokens[longest.last]?.end ?? 0, value: longest.value };
    first = (longest?.last ?? first) + 1;
  }
}

interface Token {
  word: string;
  /** The word with what parts it from the token before: nothing, a blank, or the end of a block. */
  key: string;
  start: number;
  end: number;
}

/** Words, and every other sign on its own. */
function* tokensOf(text: string): Iterable<Token> {
  let before = 0;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}_]+|[^\s\p{L}\p{M}\p{N}_]/gu)) {
    const gap = text.slice(before, index);
    const parted = gap === "" || before === 0 ? "" : gap.includes("\n\n") ? "\n" : " ";
    yield { word, key: parted + word, start: index, end: index + word.length };
    before = index + word.length;
  }
}
