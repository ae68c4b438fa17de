// The order of an index: decided by the text and the language's alphabet alone, never by the machine's locale.

/** How texts of one language are ordered and grouped. */
export interface IndexOrder {
  /** Negative, zero or positive; zero for equal texts alone. */
  compare: (a: string, b: string) => number;
  /** The letter that heads a text's group: as the alphabet writes it, or null before the letters and `""` behind all alphabets. */
  letterOf: (text: string) => string | null;
}

/** Ranks: a gap between words before digits, digits before the alphabet's letters, and these before all others. */
const letters = 1_000_000;
const others = 2_000_000;

/**
 * An order for an alphabet, whose letters come in the sequence given. Case and what is neither letter nor digit do not count; a
 * letter with a mark that the alphabet does not name counts as its base; runs of digits count as numbers. Texts that are equal so
 * far go by their code units.
 */
export function orderBy(alphabet: string): IndexOrder {
  const ranks = new Map([...alphabet.normalize("NFC")].map((letter, index) => [letter, letters + index]));
  const keys = new Map<string, number[]>();
  const keyOf = (text: string): number[] => {
    const known = keys.get(text) ?? rank(text, ranks);
    keys.set(text, known);
    return known;
  };
  return {
    compare(a, b) {
      const [left, right] = [keyOf(a), keyOf(b)];
      const at = left.findIndex((value, index) => value !== right[index]);
      const first = at < 0 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
      return first !== 0 ? first : a < b ? -1 : Number(a > b);
    },
    letterOf(text) {
      const [first = 0] = keyOf(text);
      if (first < letters) return null;
      if (first < others) return [...ranks.keys()][first - letters] ?? null;
      const letter = String.fromCodePoint(first - others);
      // Scripts without case, such as ideographs, would have a group a character.
      return letter === letter.toUpperCase() ? "" : letter;
    },
  };
}

function rank(text: string, ranks: ReadonlyMap<string, number>): number[] {
  // `toLowerCase` follows Unicode and asks no locale (ECMA-262, String.prototype.toLowerCase).
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[0-9]+|[\p{L}\p{M}]|[\p{N}]|[^\p{L}\p{M}\p{N}]+/gu) ?? [];
  const key = words.flatMap((part): number[] => {
    if (/^[0-9]/u.test(part)) return [1 + Math.min(Number(part), letters - 2)];
    const own = ranks.get(part);
    if (own !== undefined) return [own];
    if (!/^[\p{L}\p{N}]/u.test(part)) return /^\p{M}/u.test(part) ? [] : [0];
    const base = part.normalize("NFD").replaceAll(/\p{M}/gu, "").normalize("NFC");
    return [...base].map((letter) => ranks.get(letter) ?? others + (letter.codePointAt(0) ?? 0));
  });
  // What opens or ends a text without being a letter or digit, such as a quotation mark, does not count.
  return key.slice(key[0] === 0 ? 1 : 0, key.length > 1 && key.at(-1) === 0 ? -1 : undefined);
}
