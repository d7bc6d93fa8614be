/**
 * The words of a year's cell, from what was entered and nothing else.
 *
 * The wording as entered is printed as it stands. Where there is none, each item, event and number gets its line under
 * the keys that annual reports use (開催日：, 開催場所：), so that a reader, ours included, records the same facts. A key 状況
 * is added only where the lines alone would say something else.
 */
import type { Post, YearEntry, YearEvent, YearItem, YearQuantity } from "../programme-year.ts";
import type { ItemStatus } from "../year-status.ts";
import { bare, type CellPart, eventFact, factsOfCell, itemFact, peopleFact } from "./cell-facts.ts";
import { composeFigures, composePeople } from "./compose-figures.ts";
import { printDate } from "./era-date.ts";
import type { CellWords } from "./messages.ja.ts";
import { readLines, type YearContext } from "./read-back.ts";

/** Parts of a year whose status the cell says outright, because its other words would be read as another one. */
type Stated = ReadonlySet<"year" | YearItem | YearEvent>;

/**
 * Lines of the cell: the wording as entered, then what was entered besides and the wording does not tell. The whole cell
 * is read back, since one part lends its status to another; what comes back otherwise is stated, until nothing is left.
 */
export function composeYear(entry: YearEntry, context: YearContext): readonly string[] {
  let stated: Stated = new Set();
  for (;;) {
    const lines = composeCell(entry, context, stated);
    const more = new Set([...stated, ...differing(entry, readLines(lines, entry, context), lines)]);
    if (more.size === stated.size) return lines;
    stated = more;
  }
}

/** A cell that would be empty says its status. */
function differing(entry: YearEntry, read: YearEntry, lines: readonly string[]): Stated {
  const events = read.events.map(eventFact);
  const items = read.items.map(itemFact);
  const isShifted = read.events.length !== entry.events.length;
  return new Set([
    ...(read.status === entry.status && lines.length > 0 ? [] : (["year"] as const)),
    ...entry.items.filter((item, index) => itemFact(item) !== items[index]),
    ...entry.events.filter((event, index) => isShifted || eventFact(event) !== events[index]),
  ]);
}

function composeCell(entry: YearEntry, context: YearContext, stated: Stated): readonly string[] {
  const state = stated.has("year") ? [stateLine(entry.status, context)] : [];
  const written = entry.text.trim() === "" ? [] : entry.text.split("\n");
  const told = written.length === 0 ? [] : readLines(written, entry, context).items.map(({ label }) => bare(label));
  const left = entry.items.filter(({ label }) => !told.includes(bare(label)));
  const notes = entry.notes.filter((note) => !written.includes(note));
  const rest = { entry: { ...entry, notes }, context, stated };
  const first = [...state, ...(written.length > 0 ? written : headLines(entry))];
  const isInHead = (label: string | null) => !left.some((item) => sameItem(item.label, label));
  const head = scopeOf(null, first, isInHead, rest);
  const items = left.flatMap((item) => {
    return scopeOf(item, itemLines(item, context), (label) => sameItem(item.label, label), rest);
  });
  const people = peopleLeft(entry, [...head, ...items, ...notes], context);
  return [...head, ...people, ...items, ...notes];
}

function stateLine(status: ItemStatus, { words }: YearContext): string {
  return `${words.state}：${words.status[status]}`;
}

type Rest = Readonly<{ entry: YearEntry; context: YearContext; stated: Stated }>;

function scopeOf(
  item: YearItem | null,
  first: readonly string[],
  isOwn: (label: string | null) => boolean,
  rest: Rest,
): readonly string[] {
  const lines = linesBelow(first, isOwn, rest);
  const { entry, context, stated } = rest;
  if (item === null) return [...first, ...lines];
  const read = readLines([...first, ...lines, ...entry.notes], entry, context).items[0]?.status;
  if (read === item.status && !stated.has(item)) return [...first, ...lines];
  // Events take over the status of their item, so they are set anew below the one that is stated.
  const saying = [...first, stateLine(item.status, context)];
  return [...saying, ...linesBelow(saying, isOwn, rest)];
}

function linesBelow(first: readonly string[], isOwn: (label: string | null) => boolean, rest: Rest): readonly string[] {
  const { entry, context } = rest;
  const events = entry.events.filter((one) => isOwn(one.item));
  const quantities = entry.quantities.filter((one) => isOwn(one.item));
  const eventLines = composeEvents({ events, quantities, first, ...rest });
  const base = [...first, ...eventLines, ...entry.notes];
  return [...eventLines, ...composeFigures(quantities, base, entry, context)];
}

function sameItem(a: string | null, b: string | null): boolean {
  return bare(a) === bare(b);
}

/** Items carry their own reasons; a year without any prints its own. */
function headLines({ items, reasonAsPrinted }: YearEntry): readonly string[] {
  const isInItem = items.some((item) => item.reasonAsPrinted === reasonAsPrinted);
  return reasonAsPrinted === null || isInItem ? [] : reasonAsPrinted.split("\n");
}

function itemLines(item: YearItem, { words }: YearContext): readonly string[] {
  const mark = item.mark ?? "・";
  if (item.text.trim() !== "") return item.text.split("\n");
  if (item.post !== null) return [`${mark}${postWords(item.post, words)}`];
  const reason = item.reasonAsPrinted;
  const isSaid = reason === null || bare(item.label)?.includes(bare(reason) ?? "") === true;
  return [`${mark}${gapBehind(mark)}${item.label}`, ...(isSaid ? [] : [reason])];
}

function gapBehind(mark: string): string {
  return /^[・⑴-⒇]/u.test(mark) ? "" : " ";
}

/** 英国籍CIR：8月に新規任用（1年目）. */
function postWords(
  { title, nationality, status, since, yearOfService, reasonAsPrinted }: Post,
  words: CellWords,
): string {
  const began = since === null ? "" : `${printDate(since)}に`;
  const service = yearOfService === null ? "" : words.yearOfService(yearOfService);
  const says =
    status === "not_arrived" && reasonAsPrinted !== null ? reasonAsPrinted : `${began}${words.post[status]}${service}`;
  return `${nationality}籍${title}：${says}`;
}

type EventsToPrint = Rest &
  Readonly<{ events: readonly YearEvent[]; quantities: readonly YearQuantity[]; first: readonly string[] }>;

/** Nothing more where the words above already give the events. */
function composeEvents(toPrint: EventsToPrint): readonly string[] {
  const { events, quantities, first, entry, context, stated } = toPrint;
  const says = (lines: readonly string[]) => {
    const read = readLines([...first, ...lines, ...entry.notes], entry, context).events;
    return read.length === events.length && read.every((one, index) => isSame(one, events[index]));
  };
  if (!events.some((event) => stated.has(event))) {
    if ((events.length === 0 && first.length === 0) || says([])) return [];
    const [only] = events;
    if (events.length === 1 && only !== undefined) {
      const keys = eventKeys(only, quantities, context);
      const plain = first.length === 0 ? [only.name, ...keys] : keys;
      if (says(plain)) return plain;
    }
  }
  return events.flatMap((event) => keyedLines(event, toPrint));
}

function keyedLines(event: YearEvent, { quantities, first, entry, context, stated }: EventsToPrint): readonly string[] {
  const { words } = context;
  const keyed = [`${words.name}：${event.name}`, ...eventKeys(event, quantities, context)];
  const read = readLines([...first, ...keyed, ...entry.notes], entry, context).events.at(-1);
  const { direction, status } = event;
  return [
    ...keyed,
    ...(direction === null || read?.direction === direction
      ? []
      : [`${words.direction}：${words.directions[direction]}`]),
    ...(read?.status === status && !stated.has(event) ? [] : [stateLine(status, context)]),
  ];
}

/** Statuses of items and years come last and may still change what an event takes over. */
function isSame(read: YearEvent, event: YearEvent | undefined): boolean {
  return event !== undefined && eventFact(read) === eventFact(event);
}

function eventKeys(
  { date, place, related, isEstimate }: YearEvent,
  quantities: readonly YearQuantity[],
  { words }: YearContext,
): readonly string[] {
  const estimate = isEstimate && date !== null ? `（${words.estimate}）` : "";
  const length = quantities.find(
    ({ period }) => period !== null && period.from === date?.from && period.to === date.to,
  );
  const when = date === null ? words.notStated : printDate(date);
  return [
    length === undefined ? `${words.date}：${when}${estimate}` : `${bareLabel(length)}：${length.asPrinted}`,
    ...(place === null ? [] : [`${words.place}：${place}`]),
    ...(related.length === 0 ? [] : [`${words.related}：${related.join("，")}`]),
  ];
}

/** ① puts the item's name before the key; the cell prints the key alone. */
function bareLabel({ label, item }: YearQuantity): string {
  return item !== null && label.startsWith(`${item} `) ? label.slice(item.length + 1) : label;
}

/** People that no number of the cell tells of already. */
function peopleLeft(entry: YearEntry, lines: readonly string[], context: YearContext): readonly string[] {
  if (entry.people.length === 0) return [];
  const told = readLines(lines, entry, context).people.map(peopleFact);
  const left = entry.people.filter((one) => !told.includes(peopleFact(one)));
  return composePeople(left, entry, context);
}

/** What a reader of the cell would not record as it was entered: empty when print carries it all. */
export function lostInCell(entry: YearEntry, context: YearContext): readonly CellPart[] {
  const read = factsOfCell(readLines(composeYear(entry, context), entry, context));
  const own = factsOfCell(entry);
  return (Object.keys(own) as CellPart[]) // keys of the literal above
    .filter((key) => JSON.stringify(own[key]) !== JSON.stringify(read[key]));
}
