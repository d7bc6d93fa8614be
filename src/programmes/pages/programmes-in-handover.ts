/** A body's programmes for its 引継書: what each is, its next anniversary, and the exchanges that took place last. */
import { fiscalYearOf } from "../../kernel/fiscal-year.ts";
import type { HandoverProvider, HandoverRelation } from "../../office/index.ts";
import type { Lang } from "../../ui/index.ts";
import { listOwnProgrammes } from "../own-programmes-query.ts";
import { programmeAddress } from "../programme-address.ts";
import { latestEntry } from "../programme-year.ts";
import type { RecordedProgramme } from "../recorded-programme.ts";
import { isActive } from "../year-status.ts";
import { words } from "./words.ts";
import { dateText, shortYearText } from "./year-words.ts";

const MOST_EXCHANGES = 3;
const EVERY = 10;

export const programmesInHandover: HandoverProvider = async (tx, { body, lang, today }) => {
  const programmes = await listOwnProgrammes(tx, body.governmentCode ?? body.id);
  const kept = programmes.filter(({ publication }) => publication !== "withdrawn");
  return { title: words(lang).place, relations: kept.map((one) => relationOf(one, lang, today)) };
};

function relationOf({ id, facts }: RecordedProgramme, lang: Lang, today: string): HandoverRelation {
  return {
    name: facts.title,
    href: programmeAddress(id),
    background: facts.overview,
    promises: [],
    nextAnniversary: nextAnniversary(facts.startFiscalYear?.fiscalYear ?? null, today, lang),
    lastExchanges: lastExchanges(facts, today, lang),
  };
}

function nextAnniversary(start: number | null, today: string, lang: Lang): HandoverRelation["nextAnniversary"] {
  if (start === null) return null;
  const years = Math.max(EVERY, Math.ceil((fiscalYearOf(today) - start) / EVERY) * EVERY);
  return { years, when: shortYearText(start + years, lang) };
}

/** Newest first; of each year what is known in the end, and no estimate and nothing still to come. */
function lastExchanges({ years }: RecordedProgramme["facts"], today: string, lang: Lang) {
  const fiscalYears = [...new Set(years.map(({ fiscalYear }) => fiscalYear))];
  const events = fiscalYears.flatMap((fiscalYear) => latestEntry(years, fiscalYear)?.events ?? []);
  return events
    .flatMap(({ name, date, status, isEstimate }) =>
      date?.from == null || date.from > today || isEstimate || !isActive(status)
        ? []
        : [{ name, date, day: date.from }],
    )
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))
    .slice(0, MOST_EXCHANGES)
    .map(({ name, date }) => ({ when: dateText(date, lang), title: name }));
}
