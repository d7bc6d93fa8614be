/**
 * The words of a year's cell, from what was entered and nothing else.
 *
 * The wording as entered is printed as it stands, and beside it what it does not tell, so that a reader, ours included,
 * records the same facts. The whole cell is read back, since one part lends its status to another; what comes back
 * otherwise is stated (状況, 理由). Where wording cannot say it, every fact is stated on a line of its own (記録：以下のとおり).
 */
import type { YearEntry } from "../programme-year.ts";
import { type CellPart, eventFact, factsOfCell, inOrderOfItems, itemFact } from "./cell-facts.ts";
import { composeFacts } from "./compose-facts.ts";
import { composeWording } from "./compose-wording.ts";
import { readLines, type YearContext } from "./read-back.ts";
import { NOTHING_STATED, type Stated } from "./stated.ts";

export function composeYear(entry: YearEntry, context: YearContext): readonly string[] {
  let stated = NOTHING_STATED;
  for (;;) {
    const lines = composeWording(entry, context, stated);
    const read = readLines(lines, entry, context);
    if (lines.length > 0 && lostBetween(entry, read).length === 0) return lines;
    const more = withDifferences(stated, entry, read, lines);
    if (sizeOf(more) === sizeOf(stated)) return inFacts(entry, context);
    stated = more;
  }
}

function inFacts(entry: YearEntry, { words }: YearContext): readonly string[] {
  const written = entry.text.trim() === "" ? [] : entry.text.split("\n");
  return [...written, ...composeFacts(entry, words)];
}

function withDifferences(stated: Stated, entry: YearEntry, read: YearEntry, lines: readonly string[]): Stated {
  const events = inOrderOfItems(read).map(eventFact);
  const items = read.items.map(itemFact);
  const isShifted = read.events.length !== entry.events.length;
  const otherItems = entry.items.filter((item, index) => itemFact(item) !== items[index]);
  const otherReason = lostBetween(entry, read).includes("reason");
  return {
    status: new Set([
      ...stated.status,
      // A cell that would be empty says its status.
      ...(read.status === entry.status && lines.length > 0 ? [] : (["year"] as const)),
      ...otherItems,
      ...inOrderOfItems(entry).filter((event, index) => isShifted || eventFact(event) !== events[index]),
    ]),
    reasons: new Set([
      ...stated.reasons,
      ...entry.items.filter((item, index) => item.reasonAsPrinted !== (read.items[index]?.reasonAsPrinted ?? null)),
      ...(otherReason ? (["year"] as const) : []),
    ]),
    isWithoutPeople: stated.isWithoutPeople || (entry.people.length === 0 && read.people.length > 0),
  };
}

function sizeOf({ status, reasons, isWithoutPeople }: Stated): number {
  return status.size + reasons.size + Number(isWithoutPeople);
}

/** What a reader of the cell would not record as it was entered: empty when print carries it all. */
export function lostInCell(entry: YearEntry, context: YearContext): readonly CellPart[] {
  return lostBetween(entry, readLines(composeYear(entry, context), entry, context));
}

function lostBetween(entry: YearEntry, read: YearEntry): readonly CellPart[] {
  const [own, back] = [factsOfCell(entry), factsOfCell(read)];
  return (Object.keys(own) as CellPart[]) // keys of the literal
    .filter((key) => JSON.stringify(own[key]) !== JSON.stringify(back[key]));
}
