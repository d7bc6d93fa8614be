/**
 * A date cell that says more than one date: 締結 and 更新, 当初 and 現行, one date for each party, a date and its term.
 *
 * Every date becomes a mention with its role and its own printed wording. A first date without words is the signing;
 * a later one, or a period, stays unlabelled: nobody said what it is.
 */
import { type DateRole, partyAround, roleAfter, roleBefore } from "./date-label.ts";
import { type DateReading, findDate } from "./date-reading.ts";
import { type DateProblem, datumOf, type PartialDate, type Precision, type YearConflict } from "./partial-date.ts";
import { type PrintedText, readPrinted } from "./printed-text.ts";

export type { DateRole } from "./date-label.ts";

export type DateMention = Readonly<{
  /** The wording of this date alone, brackets as printed; of a beginning with its words (平成4（1992）年から開始). */
  asPrinted: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD; null when it cannot be a date. Of a period its beginning, of a term (有効期間) its end. */
  date: string | null;
  from: string | null;
  to: string | null;
  precision: Precision;
  role: DateRole;
  party: string | null;
  conflict: YearConflict | null;
  problem: DateProblem | null;
}>;

type Surroundings = Readonly<{ before: string; after: string }>;

export function readDateStatement(text: string): readonly DateMention[] {
  const printed = readPrinted(text);
  const readings = listReadings(printed);
  const surroundings = readSurroundings(printed.plain, readings);
  return readings.map((reading, index) =>
    toMention(printed, reading, surroundings[index] ?? { before: "", after: "" }, index === 0),
  );
}

function listReadings(text: PrintedText): readonly DateReading[] {
  const readings: DateReading[] = [];
  for (let next = findDate(text, 0); next !== null; next = findDate(text, next.end)) readings.push(next);
  return readings;
}

function toMention(printed: PrintedText, reading: DateReading, around: Surroundings, isFirst: boolean): DateMention {
  const { outcome, start, end } = reading;
  const said = roleAfter(around.after);
  const party = partyAround(around.before, around.after);
  const date = outcome.ok ? outcome.value : null;
  const role = said?.role ?? roleBefore(around.before) ?? unspokenRole(date, party, isFirst);
  const reach = said?.role === "started" ? said.length : 0;
  return {
    asPrinted: printed.quote(start, end + reach),
    date: date === null ? null : datumByRole(date, role),
    from: date?.from ?? null,
    to: date?.to ?? null,
    precision: date?.precision ?? "none",
    role,
    party,
    conflict: date?.conflict ?? null,
    problem: outcome.ok ? null : outcome.problem,
  };
}

function unspokenRole(date: PartialDate | null, party: string | null, isFirst: boolean): DateRole {
  if (date !== null && date.from !== null && date.to === null) return "started";
  if (date !== null && isPeriod(date)) return "unlabelled";
  return isFirst || party !== null ? "signed" : "unlabelled";
}

function isPeriod({ from, to, precision }: PartialDate): boolean {
  if (from === null || to === null) return true;
  const shared = precision === "day" ? 10 : precision === "month" ? 7 : 4;
  if (precision === "fiscalYear") return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 1;
  return from.slice(0, shared) !== to.slice(0, shared);
}

function datumByRole(date: PartialDate, role: DateRole): string | null {
  return role === "expires" && date.to !== null ? datumOf({ ...date, from: lastUnit(date) }) : datumOf(date);
}

/** A fiscal year is named by its first calendar year, so its last day alone would name the next one. */
function lastUnit({ from, to, precision }: PartialDate): string | null {
  return precision === "fiscalYear" && to !== null ? `${Number(to.slice(0, 4)) - 1}` : (to ?? from);
}

/** Shares the words between two dates out: what stands behind the first one, and what leads to the second one. */
function readSurroundings(plain: string, readings: readonly DateReading[]): readonly Surroundings[] {
  const gaps = [0, ...readings.map(({ end }) => end)].map((from, index) =>
    clip(plain.slice(from, readings[index]?.start ?? plain.length)),
  );
  const first = gaps[0] ?? "";
  const isLabelledBefore = roleBefore(first) !== null || partyAround(first, "") !== null;
  const parted = gaps.map((gap) => partGap(gap, isLabelledBefore));
  return readings.map((_, index) => ({
    before: index === 0 ? first : (parted[index]?.head ?? ""),
    after: index === readings.length - 1 ? (gaps[index + 1] ?? "") : (parted[index + 1]?.tail ?? ""),
  }));
}

const LONGEST_LABEL = 80;

/** Only words near a date can belong to it. */
function clip(gap: string): string {
  if (gap.length <= 2 * LONGEST_LABEL) return gap;
  return `${gap.slice(0, LONGEST_LABEL)}\n${gap.slice(-LONGEST_LABEL)}`;
}

const lastChunk = /[^\s、。,;]*\s*$/u;
const closedBracket = /^ *\([^()]*\)/u;
const separator = /[\s、。,;(※]/u;

function partGap(gap: string, isLabelledBefore: boolean): Readonly<{ tail: string; head: string }> {
  const bracket = closedBracket.exec(gap)?.[0];
  if (bracket !== undefined && !isLabelledBefore) return { tail: bracket, head: gap.slice(bracket.length) };
  const isLeading = isLabelledBefore || /[:：]\s*$/u.test(gap);
  const at = isLeading ? gap.search(lastChunk) : gap.search(separator);
  return at < 0 ? { tail: gap, head: "" } : { tail: gap.slice(0, at), head: gap.slice(at) };
}
