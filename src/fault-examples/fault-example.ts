// What an example of a fault is: a few lines of one file, wrong and right.

/** Where examples stand, as a reader finds it; the guide is the one of tests/helpers/example-guide.ts. */
export const places = {
  item: "the front matter or a heading of an item",
  stem: "the stem of an item",
  choices: "the choices of an item",
  explanation: "a text, such as an explanation",
  references: "the references of an item",
  steps: "the steps of an item of type `ordering`",
  matches: "the table of an item of type `matching`",
  domain: "a file in `domains/`",
  facts: "a topic in `domains/`",
  "exam.yaml": "`exam.yaml`",
  "guide.md": "`guide.md`",
  "terms.yaml": "`terms.yaml`",
  "words.txt": "`words.txt`",
  "tables/limits.yaml": "a file in `tables/`",
  "certpress.config.yaml": "`certpress.config.yaml`",
} as const;

export type ExamplePlace = keyof typeof places;

/** One fault and its mend, which is clean in a sound guide. */
export interface FaultExample {
  place: ExamplePlace;
  /** Empty where what is right is missing. */
  wrong: string;
  right: string;
}
