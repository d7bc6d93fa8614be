/**
 * Events as a calendar feed (ICS, RFC 5545) of whole days. An event of which only the month is known gets no day of its
 * own: it stands over its months, its title says so, and like all others it takes up nobody's time.
 */
import { createHash } from "node:crypto";
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { matchKey } from "../../../kernel/name-key.ts";
import { type Lang, pathIn } from "../../../ui/index.ts";
import type { ListedEvent } from "../../events-query.ts";
import { programmeAddress } from "../../programme-address.ts";
import type { YearStatus } from "../../year-status.ts";
import { words } from "../words.ts";
import { dateText } from "../year-words.ts";

/** How soon a calendar that has subscribed should look again. */
const LOOK_AGAIN_SECONDS = 24 * 60 * 60;

/** @param origin where the addresses of programmes lead: https://…; what has no date is left out. */
export function eventCalendar(events: readonly ListedEvent[], lang: Lang, origin: string): string {
  const { calendar: w } = words(lang);
  const calendar = ical({
    ...{ name: w.icsName, method: ICalCalendarMethod.PUBLISH, ttl: LOOK_AGAIN_SECONDS },
    prodId: { company: "Kakehashi", product: "Programmes", language: lang.toUpperCase() },
  });
  const idOf = identities();
  for (const event of events) {
    const { firstDay, lastDay, place, programmeId, updatedAt } = event;
    if (firstDay === null || !isOnCalendar(event)) continue;
    const status = calendarStatus(event);
    calendar.createEvent({
      ...{ id: idOf(event), start: firstDay, end: dayAfter(lastDay ?? firstDay), allDay: true },
      ...{ stamp: new Date(updatedAt), lastModified: new Date(updatedAt) },
      ...{ summary: titleOf(event, lang), description: notesOf(event, lang).join("\n") },
      ...(place === null ? {} : { location: place }),
      ...(status === null ? {} : { status }),
      transparency: ICalEventTransparency.TRANSPARENT,
      url: `${origin}${pathIn(lang, programmeAddress(programmeId))}`,
    });
  }
  return calendar.toString();
}

/** A year alone is too wide for a calendar. */
export function isOnCalendar({ precision }: Pick<ListedEvent, "precision">): boolean {
  return precision === "day" || precision === "month";
}

function titleOf(event: ListedEvent, lang: Lang): string {
  const { calendar: w } = words(lang);
  const { name, precision, firstDay: from, lastDay: to } = event;
  if (precision !== "month") return name;
  return w.icsMonthTitle(name, dateText({ from, to, precision, asPrinted: event.asPrinted ?? "" }, lang));
}

function notesOf(event: ListedEvent, lang: Lang): readonly string[] {
  const { calendar: w, status } = words(lang);
  const notes = [
    event.programmeTitle,
    status[event.status],
    event.asPrinted,
    event.precision === "day" ? null : w.icsMonthOnly,
    event.isEstimate ? w.icsEstimate : null,
  ];
  return notes.filter((note) => note !== null);
}

/**
 * The same event keeps its identity when its plan becomes a result and when others are entered before it: programme,
 * fiscal year and name make it, and a number where one year has several of one name.
 */
function identities(): (event: ListedEvent) => string {
  const seen = new Map<string, number>();
  return ({ programmeId, fiscalYear, name }) => {
    const hash = createHash("sha256").update(matchKey(name)).digest("hex").slice(0, 12);
    const own = `${programmeId}-${fiscalYear}-${hash}`;
    const nth = (seen.get(own) ?? 0) + 1;
    seen.set(own, nth);
    return `${own}${nth === 1 ? "" : `-${nth}`}@kakehashi`;
  };
}

const CANCELLED: readonly YearStatus[] = ["cancelled", "none", "none_biennial"];
const UNCERTAIN: readonly YearStatus[] = ["undecided", "under_adjustment"];
const HELD: readonly YearStatus[] = ["held", "partly_held", "held_in_writing"];

/** A plan is neither confirmed nor doubtful, and says nothing. */
function calendarStatus({ status, isEstimate }: ListedEvent): ICalEventStatus | null {
  if (CANCELLED.includes(status)) return ICalEventStatus.CANCELLED;
  if (isEstimate || UNCERTAIN.includes(status)) return ICalEventStatus.TENTATIVE;
  return HELD.includes(status) ? ICalEventStatus.CONFIRMED : null;
}

/** The end of a whole-day event is the day on which it is over. */
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
