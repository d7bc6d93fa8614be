/** Events as a calendar file (ICS): whole days; an event without a day lasts its month and says that it has none. */
import ical, { ICalCalendarMethod } from "ical-generator";
import type { Lang } from "../../../ui/index.ts";
import { pathIn } from "../../../ui/index.ts";
import type { ListedEvent } from "../../events-query.ts";
import { programmeAddress } from "../../programme-address.ts";
import { words } from "../words.ts";

/** @param origin where the addresses of programmes lead: https://…; what has no date is left out. */
export function eventCalendar(events: readonly ListedEvent[], lang: Lang, origin: string): string {
  const { calendar: w, status } = words(lang);
  const calendar = ical({ name: w.icsName, method: ICalCalendarMethod.PUBLISH });
  for (const event of events) {
    if (event.firstDay === null || !isOnCalendar(event)) continue;
    const { programmeId, fiscalYear, column, position, lastDay } = event;
    const notes = [
      event.programmeTitle,
      status[event.status],
      event.asPrinted,
      event.precision === "day" ? null : w.icsMonthOnly,
      event.isEstimate ? w.icsEstimate : null,
    ];
    calendar.createEvent({
      id: `${programmeId}-${fiscalYear}-${column}-${position}@kakehashi`,
      start: event.firstDay,
      end: dayAfter(lastDay ?? event.firstDay),
      allDay: true,
      stamp: new Date(0),
      summary: event.name,
      ...(event.place === null ? {} : { location: event.place }),
      description: notes.filter((note) => note !== null).join("\n"),
      url: `${origin}${pathIn(lang, programmeAddress(programmeId))}`,
    });
  }
  return calendar.toString();
}

/** A year alone is too wide for a calendar. */
export function isOnCalendar({ precision }: Pick<ListedEvent, "precision">): boolean {
  return precision === "day" || precision === "month";
}

/** The end of a whole-day event is the day on which it is over. */
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
