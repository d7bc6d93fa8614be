/**
 * Events of one scope: what took place or is planned, with its edition, date and place.
 *
 * They are told by a key (開催日：…), by a date in the bracket that ends a line (…出展（７月）), by a number (第26回…), or by
 * a date inside a sentence (…12月20日に３期目のＭＯＵを締結した). What has none of these is no event.
 */

import type { FiscalYear } from "../../kernel/fiscal-year.ts";
import type { DateProblem } from "../../kernel/partial-date.ts";
import { type FoundDate, findEventDates } from "../event-dates.ts";
import { directionWords } from "../messages.ja.ts";
import type { Partner } from "../programme.ts";
import { DIRECTIONS, type Direction, type YearEvent } from "../programme-year.ts";
import type { StatedDate } from "../stated-date.ts";
import type { YearStatus } from "../year-status.ts";
import { directionOf, placeOfVisit } from "./direction.ts";
import { closeGaps, splitTrailingBracket } from "./printed-words.ts";
import type { Labelled, Scope } from "./scope.ts";
import { PEOPLE_KEY, REASON_KEY, readState, STATE_KEY } from "./stated-status.ts";
import { readStatusLine, saysNotStated } from "./status-words.ts";

export type EventContext = Readonly<{
  fiscalYear: FiscalYear;
  /** Status of the scope. */
  status: YearStatus;
  /** The name of an event that has none of its own. */
  fallbackName: string;
  item: string | null;
  partners: readonly Partner[];
  /** It did not take place: only an event with a key or a number of its own is still named. */
  isFailed: boolean;
}>;

/** An event whose status the print gives (状況：…, 開催日：未定) keeps it; the others take over that of their scope. */
export type FoundEvent = Readonly<{ event: YearEvent; isStatusStated: boolean }>;

export type Events = Readonly<{
  events: readonly FoundEvent[];
  found: readonly FoundDate[];
  problems: readonly DateProblem[];
  /** Values of date keys in which no date could be read. */
  undated: readonly string[];
}>;

const DATE_KEY =
  /^(?:(?:開催|実施|派遣|受入れ?|訪問|滞在|研修|留学|活動|開設|会期)?(?:日|日程|期日|日時|年月日|期間|時期|月日|予定日)|会期|とき|日時|いつ)$/u;
const PLACE_KEY =
  /^(?:(?:開催|実施|派遣|訪問|受入|留学|滞在|活動|研修)?(?:場所|会場|地|先|場)|ところ|会場|場所|訪問国|派遣国)$/u;
const RELATED_KEY =
  /^(?:関連事業|関連行事|(?:主な)?(?:活動)?内容|事業内容|実施内容|プログラム|行事|概要|テーマ|議題)$/u;

/** Begins an event of its own inside one cell: 名称：第2回… */
const NAME_KEY = /^名称$/u;
const DIRECTION_KEY = /^(?:派遣・受入|派遣受入)$/u;
/** Written by our own report beside a date that nobody has decided. */
const ESTIMATE = /[（(]見込み?[）)]\s*$/u;

export function isDateKey(label: string): boolean {
  return DATE_KEY.test(label);
}

export function isWordsKey(label: string): boolean {
  const keys = [PLACE_KEY, RELATED_KEY, NAME_KEY, DIRECTION_KEY, STATE_KEY, REASON_KEY];
  return label === PEOPLE_KEY || keys.some((key) => key.test(label));
}

export function readEvents(scope: Scope, context: EventContext): Events {
  const named = namedScopes(scope);
  if (named.length > 0 && named.every(({ texts }) => saysNotStated(texts[0] ?? ""))) return listed([], []);
  if (named.length > 0) return joinEvents(named.map((one) => underName(one.texts[0] ?? "", readKeyed(one, context))));
  return readUnnamed(scope, context);
}

/** Behind 名称 nothing but the name stands: it is kept as it is. */
function underName(name: string, found: Events): Events {
  if (name === "") return found;
  return { ...found, events: found.events.map((one) => ({ ...one, event: { ...one.event, name } })) };
}

/** One scope for each 名称, with the keys down to the next. */
function namedScopes(scope: Scope): readonly Scope[] {
  const starts = scope.labelled.flatMap(({ label }, index) => (NAME_KEY.test(label) ? [index] : []));
  return starts.map((start, index) => {
    const own = scope.labelled.slice(start, starts[index + 1] ?? scope.labelled.length);
    return { ...scope, mark: null, label: "", texts: [own[0]?.value ?? ""], labelled: own.slice(1) };
  });
}

function joinEvents(all: readonly Events[]): Events {
  return {
    events: all.flatMap(({ events }) => events),
    found: all.flatMap(({ found }) => found),
    problems: all.flatMap(({ problems }) => problems),
    undated: all.flatMap(({ undated }) => undated),
  };
}

function readKeyed(scope: Scope, context: EventContext): Events {
  const dated = scope.labelled.filter(({ label }) => DATE_KEY.test(label));
  const placed = scope.labelled.find(({ label }) => PLACE_KEY.test(label));
  return keyedEvents(scope, context, dated, placed?.value ?? null);
}

function readUnnamed(scope: Scope, context: EventContext): Events {
  const dated = scope.labelled.filter(({ label }) => DATE_KEY.test(label));
  const placed = scope.labelled.find(({ label }) => PLACE_KEY.test(label));
  if (dated.length > 0 || placed !== undefined) return readKeyed(scope, context);
  const words = scope.mark === null ? (scope.texts[0] ?? "") : scope.label;
  if (context.isFailed) {
    const isNumbered = editionOf(words) !== null;
    return listed(isNumbered ? [makeEvent(withoutStatus(words), context, null)] : [], []);
  }
  const { before, inside } = splitTrailingBracket(words);
  const inBracket = inside === null ? [] : occasions(inside, context);
  if (inBracket.length > 0)
    return listed(
      inBracket.map(({ date }) => makeEvent(before, context, date)),
      inBracket,
    );
  if (editionOf(words) !== null && isAboutMeeting(words)) return listed([makeEvent(words, context, null)], []);
  return sentenceEvents(scope, context);
}

function listed(events: readonly YearEvent[], found: readonly FoundDate[]): Events {
  return { events: events.map(assumed), found, problems: [], undated: [] };
}

function assumed(event: YearEvent): FoundEvent {
  return { event, isStatusStated: false };
}

/** An event needs a month or a day; a year or a fiscal year says no more than the column does. */
function occasions(text: string, { fiscalYear }: EventContext): readonly FoundDate[] {
  const { dates } = findEventDates(text, fiscalYear);
  return dates.filter(
    ({ date, end }) => (date.precision === "day" || date.precision === "month") && !isAsOf(text.slice(end)),
  );
}

function isAsOf(behind: string): boolean {
  return /^\s*末?日?\s*(?:現在|時点)/u.test(behind);
}

function keyedEvents(scope: Scope, context: EventContext, dated: readonly Labelled[], place: string | null): Events {
  const said = scope.mark === null ? scope.texts.find((text) => readStatusLine(text) === null) : scope.label;
  const name = said === undefined || said.trim() === "" ? context.fallbackName : withoutStatus(said);
  const related = scope.labelled
    .filter(({ label }) => RELATED_KEY.test(label))
    .flatMap(({ value }) => splitRelated(value));
  const stated = readState(scope.labelled);
  const direction = readDirection(scope.labelled);
  const build = (date: StatedDate | null, said: YearStatus | null, isEstimate = false): FoundEvent => ({
    event: {
      ...makeEvent(name, { ...context, status: stated ?? said ?? context.status }, date),
      ...(place === null || place === "" ? {} : { place: saysNotStated(place) ? null : place.trim() }),
      ...(direction === undefined ? {} : { direction }),
      ...{ related, isEstimate },
    },
    isStatusStated: stated !== null || said !== null,
  });
  const readings = dated.map(({ value }) => ({ value, ...findEventDates(value, context.fiscalYear) }));
  const events = readings.flatMap(({ value, dates }) => {
    const isEstimate = ESTIMATE.test(value);
    if (dates.length > 0) return dates.map(({ date }) => build(date, null, isEstimate));
    return [build(null, readStatusLine(splitTrailingBracket(value).before)?.status ?? null, isEstimate)];
  });
  return {
    events: events.length > 0 ? events : [build(null, null)],
    found: readings.flatMap(({ dates }) => dates),
    problems: readings.flatMap(({ problems }) => problems),
    undated: readings.flatMap(({ value, dates, problems }) =>
      dates.length === 0 &&
      problems.length === 0 &&
      readStatusLine(value) === null &&
      !saysNotStated(value) &&
      !ESTIMATE.test(value)
        ? [value]
        : [],
    ),
  };
}

/** Null where the print says that there is none, undefined where it says nothing. */
function readDirection(labelled: readonly Labelled[]): Direction | null | undefined {
  const value = labelled.find(({ label }) => DIRECTION_KEY.test(label))?.value;
  if (value !== undefined && saysNotStated(value)) return null;
  return DIRECTIONS.find((direction) => directionWords[direction] === value);
}

function withoutStatus(label: string): string {
  const { before, inside } = splitTrailingBracket(label);
  return inside !== null && readStatusLine(inside) !== null ? before : label;
}

/** 観光セミナー・商談会，県産品フェアなど: at commas outside brackets. */
function splitRelated(value: string): readonly string[] {
  const parts: string[] = [""];
  let depth = 0;
  for (const character of value) {
    if (/[（(「]/u.test(character)) depth++;
    if (/[）)」]/u.test(character)) depth--;
    if (depth <= 0 && /[，、]/u.test(character)) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** A sentence names its event behind the date: 令和５年12月20日に３期目のＭＯＵを締結した. */
function sentenceEvents(scope: Scope, context: EventContext): Events {
  const texts = [...(scope.label === "" ? [] : [scope.label]), ...scope.texts].filter(
    (text) => !/^\s*[（(]?※/u.test(text),
  );
  const made = texts.flatMap((text) =>
    occasions(text, context).map((found) => ({
      found,
      event: makeEvent(clauseBehind(text, found.end) ?? nameWithout(text, found), context, found.date),
    })),
  );
  const problems = texts.flatMap((text) => findEventDates(text, context.fiscalYear).problems);
  return {
    events: made.map(({ event }) => assumed(event)),
    found: made.map(({ found }) => found),
    problems,
    undated: [],
  };
}

const LONGEST_CLAUSE = 60;

function clauseBehind(text: string, end: number): string | null {
  const behind = /^\s*(?:付けで|付で|に|には|から|より)?\s*[，、]?\s*(?<clause>[^。\n]+)/u.exec(text.slice(end))?.groups
    ?.clause;
  const clause = behind?.replace(/(?:を行った|を行う|した|する|しました|予定)?[。]?\s*$/u, "").trim() ?? "";
  return clause.length < 3 || clause.length > LONGEST_CLAUSE || /^[）)」]/u.test(clause) ? null : clause;
}

function nameWithout(text: string, { start, end }: FoundDate): string {
  const before = text.slice(0, start).replace(/[（(]\s*$/u, "");
  const rest = `${before}${before === "" ? text.slice(end) : ""}`.replace(/^[\s（(）)]+|[\s（(、，。]+$/gu, "");
  return rest === "" ? text.slice(0, LONGEST_CLAUSE) : rest.slice(0, LONGEST_CLAUSE);
}

function makeEvent(
  words: string,
  { status, item, fallbackName, partners }: EventContext,
  date: StatedDate | null,
): YearEvent {
  const printed = closeGaps(words);
  const edition = editionOf(printed);
  const name = edition === null ? printed : nameOfMeeting(printed);
  return {
    name: name === "" ? fallbackName : name,
    ...{ edition, date, place: placeOfVisit(printed), status, direction: directionOf(printed, partners) },
    ...{ related: [], item, isEstimate: false },
  };
}

/** 24 for 第24回. */
export function editionOf(text: string): number | null {
  const digits = /第\s*([\d０-９]{1,4})\s*回/u.exec(text)?.[1];
  const edition = digits === undefined ? 0 : Number(digits.normalize("NFKC"));
  return edition > 0 ? edition : null;
}

/** 「第24回鹿児島・香港交流会議」の開催 → 第24回鹿児島・香港交流会議. */
function nameOfMeeting(printed: string): string {
  const quoted = /「(?<name>[^「」]*第\s*[\d０-９]+\s*回[^「」]*)」/u.exec(printed)?.groups?.name;
  return (quoted ?? printed).replace(/(?:の|を)?(?:開催|実施)(?:した|する)?。?$/u, "").trim();
}

function isAboutMeeting(words: string): boolean {
  return words.length <= LONGEST_CLAUSE && readStatusLine(words) === null;
}
