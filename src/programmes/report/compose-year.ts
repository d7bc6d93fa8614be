/**
 * The words of a year's cell, from what was entered and nothing else.
 *
 * The wording as entered is printed as it stands. Where there is none, each item, event and number gets its line under
 * the keys that annual reports use (開催日：, 開催場所：), so that a reader, ours included, records the same facts. A key 状況
 * is added only where the lines alone would say something else.
 */
import type { Post, YearEntry, YearEvent, YearItem, YearQuantity } from "../programme-year.ts";
import { bare, eventFact, factsOfCell, peopleFact } from "./cell-facts.ts";
import { composeFigures, composePeople } from "./compose-figures.ts";
import { printDate } from "./era-date.ts";
import type { CellWords } from "./messages.ja.ts";
import { readLines, type YearContext } from "./read-back.ts";

/** Lines of the cell: the wording as entered, then what was entered besides and the wording does not tell. */
export function composeYear(entry: YearEntry, context: YearContext): readonly string[] {
  const lines = composeBelow([], entry, context);
  if (lines.length > 0 && readLines(lines, entry, context).status === entry.status) return lines;
  // A cell that would be empty says its status; so does one whose lines would be read as another.
  return composeBelow([`${context.words.state}：${context.words.status[entry.status]}`], entry, context);
}

function composeBelow(state: readonly string[], entry: YearEntry, context: YearContext): readonly string[] {
  const written = entry.text.trim() === "" ? [] : entry.text.split("\n");
  const told = written.length === 0 ? [] : readLines(written, entry, context).items.map(({ label }) => bare(label));
  const left = entry.items.filter(({ label }) => !told.includes(bare(label)));
  const notes = entry.notes.filter((note) => !written.includes(note));
  const rest = { ...entry, notes };
  const first = [...state, ...(written.length > 0 ? written : headLines(entry))];
  const isInHead = (label: string | null) => !left.some((item) => sameItem(item.label, label));
  const head = scopeOf(null, first, isInHead, rest, context);
  const items = left.flatMap((item) => {
    return scopeOf(item, itemLines(item, context), (label) => sameItem(item.label, label), rest, context);
  });
  const people = peopleLeft(entry, [...head, ...items, ...notes], context);
  return [...head, ...people, ...items, ...notes];
}

function scopeOf(
  item: YearItem | null,
  first: readonly string[],
  isOwn: (label: string | null) => boolean,
  entry: YearEntry,
  context: YearContext,
): readonly string[] {
  const lines = linesBelow(first, isOwn, entry, context);
  const state = stateOfItem(item, [...first, ...lines, ...entry.notes], entry, context);
  if (state.length === 0) return [...first, ...lines];
  // Events take over the status of their item, so they are set anew below the one that is stated.
  const stated = [...first, ...state];
  return [...stated, ...linesBelow(stated, isOwn, entry, context)];
}

function linesBelow(
  first: readonly string[],
  isOwn: (label: string | null) => boolean,
  entry: YearEntry,
  context: YearContext,
): readonly string[] {
  const events = entry.events.filter((one) => isOwn(one.item));
  const quantities = entry.quantities.filter((one) => isOwn(one.item));
  const eventLines = composeEvents({ events, quantities, first, entry, context });
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

type EventsToPrint = Readonly<{
  events: readonly YearEvent[];
  quantities: readonly YearQuantity[];
  first: readonly string[];
  entry: YearEntry;
  context: YearContext;
}>;

/** Nothing more where the words above already give the events. */
function composeEvents({ events, quantities, first, entry, context }: EventsToPrint): readonly string[] {
  const says = (lines: readonly string[]) => {
    const read = readLines([...first, ...lines, ...entry.notes], entry, context).events;
    return read.length === events.length && read.every((one, index) => isSame(one, events[index]));
  };
  if ((events.length === 0 && first.length === 0) || says([])) return [];
  const [only] = events;
  if (events.length === 1 && only !== undefined) {
    const keys = eventKeys(only, quantities, context);
    const plain = first.length === 0 ? [only.name, ...keys] : keys;
    if (says(plain)) return plain;
  }
  return events.flatMap((event) => keyedLines(event, eventKeys(event, quantities, context), first, entry, context));
}

function keyedLines(
  event: YearEvent,
  keys: readonly string[],
  first: readonly string[],
  entry: YearEntry,
  { words, ...rest }: YearContext,
): readonly string[] {
  const keyed = [`${words.name}：${event.name}`, ...keys];
  const read = readLines([...first, ...keyed, ...entry.notes], entry, { words, ...rest }).events.at(-1);
  const { direction, status } = event;
  return [
    ...keyed,
    ...(direction === null || read?.direction === direction
      ? []
      : [`${words.direction}：${words.directions[direction]}`]),
    ...(read?.status === status ? [] : [`${words.state}：${words.status[status]}`]),
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

function stateOfItem(
  item: YearItem | null,
  lines: readonly string[],
  entry: YearEntry,
  context: YearContext,
): readonly string[] {
  if (item === null) return [];
  const read = readLines(lines, entry, context).items[0]?.status;
  return read === item.status ? [] : [`${context.words.state}：${context.words.status[item.status]}`];
}

/** People that no number of the cell tells of already. */
function peopleLeft(entry: YearEntry, lines: readonly string[], context: YearContext): readonly string[] {
  if (entry.people.length === 0) return [];
  const told = readLines(lines, entry, context).people.map(peopleFact);
  const left = entry.people.filter((one) => !told.includes(peopleFact(one)));
  return composePeople(left, entry, context);
}

/** What a reader of the cell would not record as it was entered: empty when print carries it all. */
export function lostInCell(entry: YearEntry, context: YearContext): readonly string[] {
  const read = factsOfCell(readLines(composeYear(entry, context), entry, context));
  const own = factsOfCell(entry);
  return (Object.keys(own) as (keyof typeof own)[]) // keys of the literal above
    .filter((key) => JSON.stringify(own[key]) !== JSON.stringify(read[key]));
}
