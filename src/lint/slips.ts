// What an unknown word was meant to be: known words that one slip of the hand turns into it.

/** Words as a search for slips sees them. */
export interface Vocabulary {
  isKnown: (word: string) => boolean;
  /** Whether the guide uses a word elsewhere. */
  isUsual: (word: string) => boolean;
  /** Letters that a hand may hit. */
  letters: readonly string[];
}

// Shorter words have so many neighbours that a near one says nothing; longer ones are no words.
const shortest = 5;
const longest = 30;
// A word of this length with any near word is seldom a new one; a shorter one must be near to a word of the guide.
const telling = 9;

/**
 * Known words at one slip from an unknown word, the likeliest first: two letters swapped, one missing, one too many, one
 * mistaken. None if the word is likely a new one: a known word with an ending, or near to nothing that the guide says and
 * short, joined from two, or another letter away. Hands seldom miss the first letter, and a letter more or less at the end is
 * an ending.
 */
export function findSlips(word: string, { isKnown, isUsual, letters }: Vocabulary): string[] {
  if (word.length < shortest || word.length > longest || isDerived(word, isKnown)) return [];
  const edits = [...new Set(editsOf(word, letters))].filter((edit) => edit !== word);
  const isJoined = isCompound(word, isKnown);
  // Another last letter of two words in one is an ending too.
  const isEnding = (edit: string): boolean => edit.length === word.length && edit.startsWith(word.slice(0, -1));
  const usual = edits.filter((edit) => isUsual(edit) && isKnown(edit) && !(isJoined && isEnding(edit)));
  if (usual.length > 0 || isJoined || word.length < telling) return usual;
  // Of two long words that differ in one letter, both are as likely to be meant, unless the guide uses one.
  return edits.filter((edit) => !isMistaken(word, edit) && isKnown(edit));
}

/** Whether a word is another one with another letter in the place of one. */
function isMistaken(word: string, other: string): boolean {
  if (word.length !== other.length) return false;
  return [...word].filter((letter, at) => letter !== other.charAt(at)).length === 1;
}

/** Whether a known word is left without an ending of a letter or two. */
function isDerived(word: string, isKnown: Vocabulary["isKnown"]): boolean {
  return [1, 2].some((ending) => word.length - ending >= 3 + ending && isKnown(word.slice(0, -ending)));
}

/** Whether the word is two known ones, at least one of which is long enough to say something. */
function isCompound(word: string, isKnown: Vocabulary["isKnown"]): boolean {
  for (let at = 2; at <= word.length - 2; at++) {
    if (Math.max(at, word.length - at) >= 4 && isKnown(word.slice(0, at)) && isKnown(word.slice(at))) return true;
  }
  return false;
}

/** Words at one edit, the likelier edits first. */
function* editsOf(word: string, letters: readonly string[]): Iterable<string> {
  const { length } = word;
  const head = (at: number): string => word.slice(0, at);
  for (let at = 0; at < length - 1; at++) yield head(at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  for (let at = 1; at < length; at++) for (const letter of letters) yield head(at) + letter + word.slice(at);
  for (let at = 1; at < length - 1; at++) yield head(at) + word.slice(at + 1);
  for (let at = 1; at < length; at++) for (const letter of letters) yield head(at) + letter + word.slice(at + 1);
}
