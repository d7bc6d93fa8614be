/**
 * A year's cell in the words of an annual report: the wording as entered, each item under its mark, events and numbers
 * under the keys that such reports use (開催日：, 開催場所：). 状況 and 理由 only where they are asked for.
 */
import type { Post, YearEntry, YearItem } from "../programme-year.ts";
import { PEOPLE_KEY } from "../report-layout/stated-status.ts";
import { bare, peopleFact } from "./cell-facts.ts";
import { composeEvents } from "./compose-events.ts";
import { composeFigures, composePeople } from "./compose-figures.ts";
import { printDate } from "./era-date.ts";
import type { CellWords } from "./messages.ja.ts";
import { readLines, type YearContext } from "./read-back.ts";
import { type Rest, type Stated, stateLine } from "./stated.ts";

export function composeWording(entry: YearEntry, context: YearContext, stated: Stated): readonly string[] {
  const written = entry.text.trim() === "" ? [] : entry.text.split("\n");
  const told = written.length === 0 ? [] : readLines(written, entry, context).items.map(({ label }) => bare(label));
  const left = entry.items.filter(({ label }) => !told.includes(bare(label)));
  const notes = entry.notes.filter((note) => !written.includes(note)).map(withSign);
  const rest = { entry: { ...entry, notes }, context, stated };
  const first = [
    ...(stated.status.has("year") ? [stateLine(entry.status, context)] : []),
    ...(stated.reasons.has("year") ? [reasonLine(entry.reasonAsPrinted, context)] : []),
    ...written,
    ...(written.length > 0 || stated.reasons.has("year") ? [] : headLines(entry)),
  ];
  const isInHead = (label: string | null) => !left.some((item) => sameItem(item.label, label));
  const head = scopeOf(null, first, isInHead, rest);
  const items = left.flatMap((item) => {
    return scopeOf(item, itemLines(item, rest), (label) => sameItem(item.label, label), rest);
  });
  const people = peopleLeft(rest, [...head, ...items, ...notes]);
  return [...head, ...people, ...items, ...notes];
}

/** ※ makes a note a note. */
function withSign(note: string): string {
  return note.startsWith("※") ? note : `※${note}`;
}

function reasonLine(reason: string | null, { words }: YearContext): string {
  return `${words.reason}：${reason?.replace(/\s+/gu, " ") ?? words.notStated}`;
}

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
  if (read === item.status && !stated.status.has(item)) return [...first, ...lines];
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

function itemLines(item: YearItem, { context, stated }: Rest): readonly string[] {
  const reason = stated.reasons.has(item) ? reasonLine(item.reasonAsPrinted, context) : item.reasonAsPrinted;
  const mark = item.mark ?? "・";
  if (item.text.trim() !== "") return item.text.split("\n");
  if (item.post !== null) return [`${mark}${postWords(item.post, context.words)}`];
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

/** People that no number of the cell tells of already. */
function peopleLeft({ entry, context, stated }: Rest, lines: readonly string[]): readonly string[] {
  if (stated.isWithoutPeople) return [`${PEOPLE_KEY}：${context.words.notStated}`];
  if (entry.people.length === 0) return [];
  const told = readLines(lines, entry, context).people.map(peopleFact);
  const left = entry.people.filter((one) => !told.includes(peopleFact(one)));
  return composePeople(left, entry, context);
}
