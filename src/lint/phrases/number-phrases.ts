// Words by which a language writes numbers, whatever the language.

/** A unit and what it holds of the base of its kind, so that 500 GB and 1 TB compare. */
export interface Unit {
  /** Empty for what only turns a number round or repeats it. */
  kind: string;
  factor: number;
}

/** What a language must have for choices that are numbers. All words are in lower case. */
export interface NumberPhrases {
  /** Words of numbers below 100, of zero and of infinity. */
  words: ReadonlyMap<string, number>;
  /** `first`, `second`… */
  ordinals: ReadonlyMap<string, number>;
  /** Endings of an ordinal in digits. */
  ordinalEndings: ReadonlySet<string>;
  /** `hundred` and above, and their abbreviations. */
  multipliers: ReadonlyMap<string, number>;
  units: ReadonlyMap<string, Unit>;
  /** Names and abbreviations of months, from 1. */
  months: ReadonlyMap<string, number>;
  /** Phrases before a number of what lies below it, and above it. */
  below: ReadonlySet<string>;
  above: ReadonlySet<string>;
  /** The same behind a number. */
  orBelow: ReadonlySet<string>;
  orAbove: ReadonlySet<string>;
  /** Words that may stand right before a number without naming a thing by it, as `Port 22` and `TLS 1.2` do. */
  leads: ReadonlySet<string>;
  /** Between the ends of a range, besides dashes. */
  rangeWords: ReadonlySet<string>;
  /** Before the ends of a range, and between them. */
  between: readonly [string, string];
  /** 1 for those that count forward, -1 for those that count back. */
  eras: ReadonlyMap<string, 1 | -1>;
  /** A stem about versions, which are no decimal numbers. */
  versions: RegExp;
  /** Before noon, then after it. */
  halfDays: readonly [string, string];
  /** A normalized choice that refuses a number. */
  undetermined: RegExp;
}
