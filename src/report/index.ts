// The list of reports, by the name that --format takes.
import { compact } from "./compact.ts";
import { github } from "./github.ts";
import { json } from "./json.ts";
import { pretty } from "./pretty.ts";
import type { Report } from "./report.ts";

export const reports = { pretty, compact, json, github } satisfies Record<string, Report>;

export type ReportFormat = keyof typeof reports;
