// The texts of a language's dictionaries, and the names that they are found by.

/** The texts of a language's dictionaries. */
export interface DictionaryTexts {
  /** Hunspell's .aff file. */
  affixes: string;
  /** Hunspell's .dic file. */
  words: string;
  /** Word lists in cspell's format: one word a line, with marks for compounds. */
  lists: readonly string[];
}

/**
 * Names of the packages that may hold the Hunspell dictionary of a BCP 47 tag, the best first: `dictionary-en-us`, then
 * `dictionary-en`. A package without region is spelt as in the language's likeliest one (CLDR), so that it is none for
 * another: `en-GB` is not to be judged by American spelling.
 */
export function dictionaryPackages(tag: string): string[] {
  const subtags = tag.toLowerCase().split("-");
  const [language = "", ...others] = subtags;
  const region = others.find((subtag) => /^(?:[a-z]{2}|\d{3})$/.test(subtag));
  const isLikeliest = region === undefined || region === new Intl.Locale(language).maximize().region?.toLowerCase();
  return [...new Set([subtags.join("-"), ...(isLikeliest ? [language] : [])])].map((name) => `dictionary-${name}`);
}
