// Places in exam.yaml, where findings about the whole bank point.
import { wholeFile, type Position } from "../diagnostic.ts";
import { pathInGuide, type Bank } from "../model/bank.ts";

/** The place of the value at a JSON pointer; the whole file for the empty pointer. */
export function examPlaceOf(bank: Bank, pointer: string): { path: string; at: Position } {
  return {
    path: pathInGuide(bank, "exam.yaml"),
    at: (pointer === "" ? undefined : bank.examPlaces[pointer]) ?? wholeFile,
  };
}
