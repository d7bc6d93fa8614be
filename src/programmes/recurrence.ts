/**
 * Meetings that take turns (隔年, ２年ごとに交互の地): when and where the next one is to be expected.
 *
 * Always an estimate (見込み): it is computed from the last turn on record and from the name of the meeting, in which
 * the two sides stand (鹿児島・香港交流会議). What cannot be told stays null.
 */
import type { FiscalYear } from "../kernel/fiscal-year.ts";
import { matchKey } from "../kernel/name-key.ts";
import { readPrinted } from "../kernel/printed-text.ts";
import type { Partner, ProgrammeFacts, Recurrence } from "./programme.ts";
import type { YearEntry, YearEvent } from "./programme-year.ts";
import { isActive } from "./year-status.ts";

export type Turn = Readonly<{ fiscalYear: FiscalYear; name: string; edition: number | null; place: string | null }>;

export type NextTurn = Readonly<{
  kind: "estimate";
  fiscalYear: FiscalYear;
  /** Name of the meeting with the number of that turn. */
  name: string;
  edition: number | null;
  /** Null when the sides do not alternate, or when it cannot be told whose turn it is. */
  place: string | null;
  /** The turn on record from which it was computed. */
  basis: Turn;
}>;

export type NoNextTurn = Readonly<{ kind: "unknown"; reason: "no_recurrence" | "no_turn_on_record" }>;

const DIGITS = "一二三四五六七八九";
const EVERY =
  /(?<count>\d{1,2}|[二三四五六七八九]) *(?:か|ヶ|カ|ケ)? *年 *(?:ごと|毎|に *(?:1|一) *(?:回|度))(?:に)?(?<turns>[^。、,]{0,4}(?:交互|持ち回り)(?:の地)?)?/u;
const BIENNIAL = /隔年(?:で|に|ごとに?)?(?<turns>[^。、,]{0,4}(?:交互|持ち回り)(?:の地)?)?/u;

/** 2年おき is left alone: offices mean two different things by it. */
export function readRecurrence(text: string): Recurrence | null {
  const { plain, quote } = readPrinted(text);
  const match = EVERY.exec(plain) ?? BIENNIAL.exec(plain);
  if (match === null) return null;
  const said = match.groups?.count;
  const everyYears = said === undefined ? 2 : /\d/u.test(said) ? Number(said) : DIGITS.indexOf(said) + 1;
  if (everyYears < 1) return null;
  const held = /^(?:において|で|に)?(?:開催|実施)/u.exec(plain.slice(match.index + match[0].length))?.[0] ?? "";
  const asPrinted = quote(match.index, match.index + match[0].length + held.length);
  return { everyYears, isAlternating: match.groups?.turns !== undefined, asPrinted };
}

/**
 * @param after the estimate lies after this fiscal year; without it, after the last turn on record.
 */
export function nextTurn(
  { recurrence, years, partners }: Pick<ProgrammeFacts, "recurrence" | "years" | "partners">,
  after?: FiscalYear,
): NextTurn | NoNextTurn {
  if (recurrence === null) return { kind: "unknown", reason: "no_recurrence" };
  const last = lastTurn(years);
  if (last === undefined) return { kind: "unknown", reason: "no_turn_on_record" };
  const { everyYears, isAlternating } = recurrence;
  const steps = Math.max(1, Math.floor(((after ?? last.fiscalYear) - last.fiscalYear) / everyYears) + 1);
  const edition = last.edition === null ? null : last.edition + steps;
  return {
    kind: "estimate",
    fiscalYear: last.fiscalYear + steps * everyYears,
    name: edition === null ? last.name : renumber(last.name, edition),
    edition,
    place: isAlternating ? placeOf(last, steps, partners) : last.place,
    basis: last,
  };
}

/** Whether the recurrence expects a turn in that fiscal year; null when it cannot be told. */
export function isTurnYear(
  programme: Pick<ProgrammeFacts, "recurrence" | "years">,
  fiscalYear: FiscalYear,
): boolean | null {
  const last = programme.recurrence === null ? undefined : lastTurn(programme.years, fiscalYear);
  if (programme.recurrence === null || last === undefined) return null;
  return (fiscalYear - last.fiscalYear) % programme.recurrence.everyYears === 0;
}

/** Numbered meetings count before events without a number. */
function lastTurn(years: readonly YearEntry[], before = Number.POSITIVE_INFINITY): Turn | undefined {
  const turns = years
    .filter(({ fiscalYear }) => fiscalYear < before)
    .flatMap(({ fiscalYear, events }) =>
      events.filter(isTurn).map(({ name, edition, place }): Turn => ({ fiscalYear, name, edition, place })),
    );
  const numbered = turns.filter(({ edition }) => edition !== null);
  return (numbered.length > 0 ? numbered : turns).toSorted((a, b) => a.fiscalYear - b.fiscalYear).at(-1);
}

function isTurn({ status, isEstimate }: YearEvent): boolean {
  return isActive(status) && !isEstimate;
}

/** 第24回 → 第25回, in the width in which it was printed. */
function renumber(name: string, edition: number): string {
  return name.replace(/第\s*([\d０-９]+)\s*回/u, (_, digits: string) => {
    const isWide = /[０-９]/u.test(digits);
    const number = isWide
      ? `${edition}`.replace(/\d/gu, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
      : edition;
    return `第${number}回`;
  });
}

/** The two sides a meeting is named after: 第８回鹿児島県・全羅北道交流協議会 → 鹿児島県, 全羅北道. */
export function sidesOf(name: string): readonly [string, string] | null {
  const bare = readPrinted(name)
    .plain.replace(/^[「『]?/u, "")
    .replace(/第 *\d+ *回 */u, "");
  const match =
    /^([^・「」]+)・([^・「」]+?)(?:友好|経済|文化|国際|青少年|定期)*(?:交流|協議|会議|会談|フォーラム|サミット)/u.exec(
      bare,
    );
  const [, first, second] = match ?? [];
  return first === undefined || second === undefined ? null : [first.trim(), second.trim()];
}

function placeOf({ name, place }: Turn, steps: number, partners: readonly Partner[]): string | null {
  const sides = sidesOf(name);
  if (sides === null || place === null) return null;
  const at = sides.findIndex((side) => namesOf(side, partners).some((one) => isIn(place, one)));
  if (at < 0) return null;
  const side = sides[(at + steps) % 2];
  return side === undefined ? null : presentName(side, partners);
}

/** A renamed partner is also found by the name that the meeting keeps (全羅北道 in 全北特別自治道全州市). */
function namesOf(side: string, partners: readonly Partner[]): readonly string[] {
  const own = partners.filter(({ name, formerName }) => isIn(formerName ?? name, side) || isIn(side, name));
  return [side, ...own.flatMap(({ name, formerName }) => (formerName === null ? [name] : [name, formerName]))];
}

function presentName(side: string, partners: readonly Partner[]): string {
  return partners.find(({ formerName }) => formerName !== null && isIn(side, formerName))?.name ?? side;
}

/** 鹿児島 and 鹿児島県 are one place here. */
function isIn(place: string, name: string): boolean {
  const key = matchKey(name.replace(/[県府市町村省州]$/u, ""));
  return key !== "" && matchKey(place).includes(key);
}
