/**
 * The facts of a year's cell that print can carry, in a form that compares: what a reader of the printed report would
 * record, wording of the whole and places left out.
 *
 * Print does not carry: identities, fields, the tables' budget, and whether a number in a column 「計画（実績を含む）」 is a
 * plan or a result.
 */

import type { YearEntry, YearEvent, YearItem } from "../programme-year.ts";
import type { StatedDate } from "../stated-date.ts";

export type CellFacts = Readonly<{
  status: string;
  reason: string | null;
  items: readonly string[];
  events: readonly string[];
  quantities: readonly string[];
  people: readonly string[];
  notes: readonly string[];
}>;

/** A part of a cell that print either carries as it was entered or does not. */
export type CellPart = keyof CellFacts;

export function factsOfCell(entry: YearEntry): CellFacts {
  return {
    status: entry.status,
    reason: bare(entry.reasonAsPrinted),
    items: entry.items.map(itemFact),
    events: inOrderOfItems(entry).map(eventFact),
    // Which of two numbers stands first says nothing.
    quantities: entry.quantities.map(quantityFact).toSorted(),
    people: entry.people.map(peopleFact).toSorted(),
    notes: notesOf(entry),
  };
}

/** Print has the events of an item below it, in the order in which they were entered. */
export function inOrderOfItems({ items, events }: Pick<YearEntry, "items" | "events">): readonly YearEvent[] {
  const labels = items.map(({ label }) => bare(label));
  const at = ({ item }: YearEvent) => labels.indexOf(bare(item));
  return events.toSorted((a, b) => at(a) - at(b));
}

/** Those in the wording count as well; print puts ※ in front of every note, and they stand anywhere. */
function notesOf({ notes, text }: YearEntry): readonly string[] {
  const written = text.split("\n").filter((line) => line.trim().startsWith("※"));
  return [...new Set([...notes, ...written].map((note) => (bare(note) ?? "").replace(/^※/u, "")))].toSorted();
}

export function bare(text: string | null): string | null {
  return text === null ? null : text.normalize("NFKC").replace(/\s+/gu, "");
}

export function dateFact(date: StatedDate | null): unknown {
  return date === null || date.precision === "none" ? null : [date.from, date.to, date.precision];
}

export function itemFact({ level, label, status, reasonAsPrinted, post }: YearItem): string {
  const own = post && [bare(post.title), bare(post.nationality), post.country, post.status, post.yearOfService];
  return fact(level, label, status, bare(reasonAsPrinted), own, post && dateFact(post.since));
}

export function eventFact(event: YearEvent): string {
  const { name, edition, date, place, status, direction, related, item, isEstimate } = event;
  const words = related.map(bare);
  return fact(name, edition, dateFact(date), bare(place), status, direction, words, bare(item), isEstimate);
}

export function quantityFact(quantity: YearEntry["quantities"][number]): string {
  const { label, value, range, unit, isApproximate, asOf, period, subsetOf, item } = quantity;
  const own = [value, range?.from, range?.to, unit, isApproximate];
  return fact(label, own, dateFact(asOf), dateFact(period), bare(subsetOf), bare(item));
}

export function peopleFact({ direction, label, place, country, count }: YearEntry["people"][number]): string {
  return fact(direction, label, bare(place), country, count);
}

function fact(...parts: readonly unknown[]): string {
  return JSON.stringify(parts.map((part) => (typeof part === "string" ? bare(part) : part)));
}
