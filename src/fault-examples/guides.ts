// Examples of the faults of all other files.
import type { FaultId } from "../faults.ts";
import type { FaultExample } from "./fault-example.ts";

/** By the id of the fault. */
export const guideFaults: Readonly<Partial<Record<FaultId, FaultExample>>> = {
  "heading-order": {
    place: "domain",
    wrong: "### Buckets",
    right: `## Basics

What the section is for.

### Buckets`,
  },
  "heading-skipped": {
    place: "guide.md",
    wrong: `An introduction.

### Who it is for`,
    right: `An introduction.

## Who it is for`,
  },
  "topic-id-missing": { place: "domain", wrong: "### 🪣", right: "### Buckets" },
  "topic-id-duplicate": {
    place: "domain",
    wrong: `### Buckets

A bucket holds objects.

### Buckets

They have names.`,
    right: `### Buckets

A bucket holds objects.`,
  },
  "fact-malformed": { place: "facts", wrong: "- **Key**:", right: "- **Key**: The name of an object." },
  "fact-duplicate": {
    place: "facts",
    wrong: `- **Object**: A file with a key.
- **Object**: What a bucket holds.`,
    right: `- **Object**: A file with a key.
- **Key**: The name of an object.`,
  },
  "fact-misplaced": {
    place: "facts",
    wrong: `- **Object**: A file with a key.
  - **Key**: The name of an object.`,
    right: `- **Object**: A file with a key.
- **Key**: The name of an object.`,
  },
  "pin-misplaced": {
    place: "domain",
    wrong: `<!-- id: pails -->

### Buckets`,
    right: "### Buckets",
  },
  "section-lead-missing": {
    place: "domain",
    wrong: `## Basics

### Buckets`,
    right: `## Basics

What the section is for.

### Buckets`,
  },
  "table-kind-unknown": {
    place: "facts",
    wrong: `| Name | Limits |
| --- | --- |
| Key | 1024 bytes |`,
    right: `| Name | Limit |
| --- | --- |
| Key | 1024 bytes |`,
  },
  "table-kind-malformed": { place: "tables/limits.yaml", wrong: "key: Title", right: "key: Name" },
  "table-row-width": {
    place: "facts",
    wrong: `| Name | Limit |
| --- | --- |
| Key | 1024 bytes | UTF-8 |`,
    right: `| Name | Limit |
| --- | --- |
| Key | 1024 bytes |`,
  },
  "table-row-duplicate": {
    place: "facts",
    wrong: `| Name | Limit |
| --- | --- |
| Key | 1024 bytes |
| Key | 2048 bytes |`,
    right: `| Name | Limit |
| --- | --- |
| Key | 1024 bytes |`,
  },
  "table-cell-invalid": {
    place: "facts",
    wrong: `| Name | Limit |
| --- | --- |
| Key | |`,
    right: `| Name | Limit |
| --- | --- |
| Key | 1024 bytes |`,
  },
  "blueprint-duplicate": { place: "exam.yaml", wrong: "    - id: D1", right: "    - id: D2" },
  "blueprint-weight-sum": { place: "exam.yaml", wrong: "      weight: 67", right: "      weight: 66.7" },
  "domain-table-missing": {
    place: "guide.md",
    wrong: "| Part | Topic | Weight |",
    right: "| Domain | Topic | Weight |",
  },
  "domain-table-mismatch": {
    place: "guide.md",
    wrong: "| D2 | The Second Domain | 66.7% |",
    right: "| D2 | Second Domain | 66.7% |",
  },
  "domain-title-mismatch": { place: "domain", wrong: "# The First Domain", right: "# First Domain" },
  "domain-unknown": { place: "domain", wrong: "domain: D7", right: "domain: D1" },
  "term-duplicate": {
    place: "terms.yaml",
    wrong: `  - term: Example Pond
    replacement: Example Lake
    since: 2026-01-01
  - term: Example Pond
    replacement: Example Sea
    since: 2026-01-01
`,
    right: `  - term: Example Pond
    replacement: Example Lake
    since: 2026-01-01
`,
  },
  "term-replacement-outdated": {
    place: "terms.yaml",
    wrong: `  - term: Example Pond
    replacement: Example Lake
    since: 2026-01-01
  - term: Example Lake
    replacement: Example Sea
    since: 2026-01-01
`,
    right: `  - term: Example Pond
    replacement: Example Lake
    since: 2026-01-01
`,
  },
  "term-phrase-foreign": {
    place: "terms.yaml",
    wrong: `  - term: Example Pond
    replacement: Example Lake
    since: 2026-01-01
    allow: [Example Lake Classic]
`,
    right: `  - term: Example Pond
    replacement: Example Lake
    since: 2026-01-01
    allow: [Example Pond Classic]
`,
  },
  "word-list-malformed": {
    place: "words.txt",
    wrong: `parquet
Parquet file`,
    right: `parquet
shard`,
  },
  "config-rule-unknown": {
    place: "certpress.config.yaml",
    wrong: `rules:
  rationale-mising: error`,
    right: `rules:
  rationale-missing: error`,
  },
  "config-option-unknown": {
    place: "certpress.config.yaml",
    wrong: `options:
  bank-coverage:
    share: 20`,
    right: `options:
  bank-coverage:
    percent: 20`,
  },
  "config-option-value": {
    place: "certpress.config.yaml",
    wrong: `options:
  bank-coverage:
    percent: 200`,
    right: `options:
  bank-coverage:
    percent: 20`,
  },
  "config-path-unmatched": {
    place: "certpress.config.yaml",
    wrong: `overrides:
  - paths: [items/**]
    rules: { references-missing: off }`,
    right: `overrides:
  - paths: [content/*/items]
    rules: { references-missing: off }`,
  },
  "theme-contrast": {
    place: "certpress.config.yaml",
    wrong: `theme:
  colors:
    link: "#7aa7f0"`,
    right: `theme:
  colors:
    link: "#1f4fa3"`,
  },
  "language-unknown": { place: "exam.yaml", wrong: "language: tlh", right: "language: en" },
};
