// All examples of faults. Those without one are seen by no few lines: sizes, encodings, missing files, pages of the web.
import type { FaultId } from "../faults.ts";
import type { FaultExample } from "./fault-example.ts";
import { guideFaults } from "./guides.ts";
import { itemFaults } from "./items.ts";

/** By the id of the fault. */
export const faultExamples: Readonly<Partial<Record<FaultId, FaultExample>>> = { ...itemFaults, ...guideFaults };
