/** Lines for the events of a cell or item: as few as say them, else each under its name (名称：). */
import type { Direction, YearEvent, YearQuantity } from "../programme-year.ts";
import { eventFact } from "./cell-facts.ts";
import { printDate } from "./era-date.ts";
import type { CellWords } from "./messages.ja.ts";
import { readLines, type YearContext } from "./read-back.ts";
import { type Rest, stateLine } from "./stated.ts";

type EventsToPrint = Rest &
  Readonly<{ events: readonly YearEvent[]; quantities: readonly YearQuantity[]; first: readonly string[] }>;

/** Nothing more where the words above already give the events. */
export function composeEvents(toPrint: EventsToPrint): readonly string[] {
  const { events, quantities, first, entry, context, stated } = toPrint;
  const says = (lines: readonly string[]) => {
    const read = readLines([...first, ...lines, ...entry.notes], entry, context).events;
    return read.length === events.length && read.every((one, index) => isSame(one, events[index]));
  };
  if (!events.some((event) => stated.status.has(event))) {
    if ((events.length === 0 && first.length === 0) || says([])) return [];
    const [only] = events;
    if (events.length === 1 && only !== undefined) {
      const keys = eventKeys(only, quantities, context);
      const plain = first.length === 0 ? [only.name, ...keys] : keys;
      if (says(plain)) return plain;
    }
  }
  // The name of an item may sound like an event when none was entered.
  if (events.length === 0) return [`${context.words.name}：${context.words.notStated}`];
  return events.flatMap((event) => keyedLines(event, toPrint));
}

function keyedLines(event: YearEvent, { quantities, first, entry, context, stated }: EventsToPrint): readonly string[] {
  const { words } = context;
  const keyed = [`${words.name}：${event.name}`, ...eventKeys(event, quantities, context)];
  const read = readLines([...first, ...keyed, ...entry.notes], entry, context).events.at(-1);
  const { direction, place, status } = event;
  return [
    ...keyed,
    ...(place === null && typeof read?.place === "string" ? [`${words.place}：${words.notStated}`] : []),
    ...(read?.direction === direction ? [] : [directionLine(direction, words)]),
    ...(read?.status === status && !stated.status.has(event) ? [] : [stateLine(status, context)]),
  ];
}

function directionLine(direction: Direction | null, words: CellWords): string {
  return `${words.direction}：${direction === null ? words.notStated : words.directions[direction]}`;
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
  const estimate = isEstimate ? `（${words.estimate}）` : "";
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
