// The paper sizes that a guide can be printed on.

/** Page sizes in points (ISO 216 A4; ANSI/ASME Y14.1 A). */
export const pageSizes: Record<"A4" | "LETTER", { width: number; height: number }> = {
  A4: { width: 595.28, height: 841.89 },
  LETTER: { width: 612, height: 792 },
};
