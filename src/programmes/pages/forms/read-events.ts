/** Reads a row of the events into an event. The number in its name and the number of its own field go together. */
import { DIRECTIONS, type YearEvent } from "../../programme-year.ts";
import { YEAR_STATUSES } from "../../year-status.ts";
import { dateTold, type EntryReading, linesOf, orNull, readWhole, required } from "./entry-reading.ts";
import type { PlacedRow } from "./form-rows.ts";
import { readDate } from "./read-date.ts";
import { numberText } from "./rows-of-entry.ts";

/** @param item label of the sub-item it stands in. */
export function readEvent(
  placed: PlacedRow,
  was: YearEvent | undefined,
  item: string | null,
  reading: EntryReading,
): YearEvent {
  if (was !== undefined && placed.isUntouched) return { ...was, item };
  const { row, at } = placed;
  const date = readDate(row.date ?? "", was?.date ?? null, reading.base.fiscalYear, dateTold(reading, at("date")));
  const related = row.related ?? "";
  const event: YearEvent = {
    ...{ name: required(placed, "name", reading), edition: readEdition(placed, was, reading), date },
    place: orNull(row.place),
    status: YEAR_STATUSES.find((known) => known === row.status) ?? reading.status,
    direction: DIRECTIONS.find((known) => known === row.direction) ?? null,
    related: related === was?.related.join("\n") ? was.related : linesOf(related),
    ...{ item, isEstimate: row.estimate === "yes" },
  };
  doubtEstimate(event, was, at, reading);
  return event;
}

/** A field left as it was follows the name: whoever writes 第10回 into it does not look for the number as well. */
function readEdition(placed: PlacedRow, was: YearEvent | undefined, reading: EntryReading): number | null {
  const { row, at } = placed;
  const named = editionOf(row.name ?? "");
  const said = readWhole(placed, "edition", /^第|回$/gu, reading);
  const isLeft = (row.edition ?? "") === numberText(was?.edition ?? null);
  if (isLeft && row.name !== was?.name) return named ?? said;
  if (said !== null && named !== null && said !== named) {
    reading.doubts.push({ field: at("edition"), said: { kind: "edition_differs", named, said } });
  }
  return said;
}

/** 第24回 */
export function editionOf(name: string): number | null {
  const found = /第\s*(\d{1,6})\s*回/u.exec(name.normalize("NFKC"))?.[1];
  return found === undefined ? null : Number(found) || null;
}

/** 見込み with a date of its own, or of something that took place, is most likely settled. */
function doubtEstimate(
  { isEstimate, name, date, status }: YearEvent,
  was: YearEvent | undefined,
  at: PlacedRow["at"],
  { doubts }: EntryReading,
): void {
  const isDated = date !== null && was?.isEstimate === true && was.date === null;
  const tookPlace = status === "held" || status === "partly_held" || status === "held_in_writing";
  if (isEstimate && (isDated || tookPlace)) {
    doubts.push({ field: at("estimate"), said: { kind: "estimate_settled", name } });
  }
}
