// The list of reports, by the name that --format takes.
import { compact } from "./compact.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { pretty } from "./pretty.ts";
import type { Report } from "./report.ts";
import { sarif } from "./sarif.ts";

export const reports = { pretty, compact, json, github, sarif, gitlab, junit } satisfies Record<string, Report>;

export type ReportFormat = keyof typeof reports;
