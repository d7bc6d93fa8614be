/** Every fact of a year on a line of its own, under the keys of `fact-keys`; reading them gives the same facts. */
import { countryName, findCountry } from "../../kernel/country.ts";
import type { FiscalYear } from "../../kernel/fiscal-year.ts";
import { findEventDates } from "../event-dates.ts";
import type { PeopleCount, Post, YearEntry, YearEvent, YearItem, YearQuantity } from "../programme-year.ts";
import { editionOf } from "../report-layout/events.ts";
import { FACT_KEYS, FACTS_BEGIN, type FactKey } from "../report-layout/fact-keys.ts";
import type { StatedDate } from "../stated-date.ts";
import { bare, dateFact } from "./cell-facts.ts";
import { composeDate, printDate } from "./era-date.ts";
import type { CellWords } from "./messages.ja.ts";

type Context = Readonly<{ fiscalYear: FiscalYear; words: CellWords }>;

export function composeFacts(entry: YearEntry, words: CellWords): readonly string[] {
  const { fiscalYear, items, events, quantities, people } = entry;
  const context: Context = { fiscalYear, words };
  /** Of two sub-items of one name the first has the rows. */
  const placed = items.map(({ label }) => bare(label));
  const at = (label: string | null) => (label === null ? -1 : placed.indexOf(bare(label)));
  const rowsAt = (index: number) => [
    ...events.filter(({ item }) => at(item) === index).flatMap((one) => eventLines(one, index < 0, context)),
    ...quantities.filter(({ item }) => at(item) === index).flatMap((one) => quantityLines(one, index < 0, context)),
  ];
  return [
    `${FACTS_BEGIN.key}：${FACTS_BEGIN.value}`,
    ...line("status", words.status[entry.status]),
    ...line("reason", entry.reasonAsPrinted),
    ...entry.notes.flatMap((note) => line("note", note)),
    ...rowsAt(-1),
    ...people.flatMap((one) => peopleLines(one, words)),
    ...items.flatMap((item, index) => [...itemLines(item, context), ...rowsAt(index)]),
  ];
}

/** No line where nothing is to say; what breaks over lines is put on one. */
function line(key: FactKey, value: string | null): readonly string[] {
  const said = value?.replace(/\s+/gu, " ").trim() ?? "";
  return said === "" ? [] : [`${FACT_KEYS[key]}：${said}`];
}

/** A row begins with its name, even an empty one. */
function begin(key: FactKey, name: string): string {
  return `${FACT_KEYS[key]}：${name.replace(/\s+/gu, " ").trim()}`;
}

function itemLines({ level, mark, label, status, reasonAsPrinted, post }: YearItem, context: Context) {
  return [
    begin(level === 1 ? "item" : "subItem", label),
    ...line("mark", mark),
    ...line("status", context.words.status[status]),
    ...line("reason", reasonAsPrinted),
    ...(post === null ? [] : postLines(post, context)),
  ];
}

function postLines(
  { title, nationality, country, status, since, yearOfService, reasonAsPrinted }: Post,
  context: Context,
) {
  return [
    ...line("post", title),
    ...line("nationality", nationality),
    ...line("country", countryWords(country)),
    ...line("appointment", context.words.status[status]),
    ...line("since", dateWords(since, context)),
    ...line("yearOfService", yearOfService === null ? null : String(yearOfService)),
    ...line("absence", reasonAsPrinted),
  ];
}

function eventLines(event: YearEvent, isApart: boolean, context: Context) {
  const { name, edition, date, place, status, direction, related, item, isEstimate } = event;
  const { words } = context;
  const estimate = isEstimate ? `（${words.estimate}）` : "";
  const isNumbered = edition === editionOf(name);
  return [
    begin("event", name),
    ...line("edition", isNumbered ? null : String(edition ?? 0)),
    ...line("date", `${dateWords(date, context) ?? ""}${estimate}`),
    ...line("place", place),
    ...line("direction", direction === null ? null : words.directions[direction]),
    ...related.flatMap((one) => line("related", one)),
    ...line("status", words.status[status]),
    ...(isApart ? line("ofItem", item) : []),
  ];
}

function quantityLines(quantity: YearQuantity, isApart: boolean, context: Context) {
  const { label, value, range, unit, isApproximate, asOf, period, subsetOf, item } = quantity;
  const digits = (number: number | null) => (number === null ? "" : printNumber(number));
  return [
    begin("quantity", label),
    ...line("value", range === null ? digits(value) : `${digits(range.from)}～${digits(range.to)}`),
    ...line("unit", unit),
    ...line("rough", isApproximate ? "約" : null),
    ...line("asOf", dateWords(asOf, context)),
    ...line("period", dateWords(period, context)),
    ...line("subsetOf", subsetOf),
    ...(isApart ? line("ofItem", item) : []),
  ];
}

function peopleLines({ direction, label, place, country, count }: PeopleCount, words: CellWords) {
  return [
    begin("people", label),
    ...line("direction", direction === null ? null : words.directions[direction]),
    ...line("place", place),
    ...line("country", countryWords(country)),
    ...line("count", String(count)),
  ];
}

/** Thousands in groups; every decimal that was entered. */
export function printNumber(number: number): string {
  return number.toLocaleString("en", { maximumFractionDigits: 20 });
}

function countryWords(country: string | null): string | null {
  if (country === null) return null;
  const name = countryName(country, "ja");
  return findCountry(name)?.code === country ? name : country;
}

/** The wording that was entered, when it gives the date in this fiscal year; else the date in full. */
function dateWords(date: StatedDate | null, { fiscalYear }: Context): string | null {
  if (date === null) return null;
  const wanted = JSON.stringify(dateFact(date));
  const isRead = (text: string) => {
    const [only = null, ...more] = findEventDates(text, fiscalYear).dates;
    return more.length === 0 && JSON.stringify(dateFact(only?.date ?? null)) === wanted;
  };
  const candidates = [printDate(date), composeDate(date)];
  return candidates.find(isRead) ?? candidates.at(-1) ?? null;
}
