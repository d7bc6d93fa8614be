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
import { nameOf, placeBehind, placeHeldAt, wordsAround } from "./event-words.ts";
import { splitLabelState } from "./label-state.ts";
import { isDateKey, isPlaceKey, isRelatedKey } from "./line-keys.ts";
import { closeGaps, splitOutsideBrackets, splitTrailingBracket } from "./printed-words.ts";
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

/** Begins an event of its own inside one cell: 名称：第2回… */
const NAME_KEY = /^名称$/u;
const DIRECTION_KEY = /^(?:派遣・受入|派遣受入)$/u;
/** Written by our own report beside a date that nobody has decided. */
const ESTIMATE = /[（(]見込み?[）)]\s*$/u;

export function isWordsKey(label: string): boolean {
  const keys = [NAME_KEY, DIRECTION_KEY, STATE_KEY, REASON_KEY];
  return label === PEOPLE_KEY || isPlaceKey(label) || isRelatedKey(label) || keys.some((key) => key.test(label));
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

function isKeyed({ labelled }: Scope): boolean {
  return labelled.some(({ label }) => isDateKey(label) || isPlaceKey(label));
}

/** One event for each date; with several places, each date has the place that stands with it. */
function readKeyed(scope: Scope, context: EventContext): Events {
  const placed = scope.labelled.filter(({ label }) => isPlaceKey(label));
  if (placed.length > 1) {
    return joinEvents(withOnePlaceEach(scope).map((one) => readKeyed(one, context)));
  }
  const dated = scope.labelled.filter(({ label }) => isDateKey(label));
  const held = [...scope.texts].map(placeHeldAt).find((place) => place !== null) ?? null;
  return keyedEvents(scope, context, dated, placed[0]?.value ?? held);
}

/** A second key of the same kind begins the next: 開催日, 場所, 開催日, 場所. */
function withOnePlaceEach(scope: Scope): readonly Scope[] {
  const groups: Labelled[][] = [[]];
  for (const one of scope.labelled) {
    const open = groups.at(-1) ?? [];
    const isSecond = [isDateKey, isPlaceKey].some(
      (isKey) => isKey(one.label) && open.some(({ label }) => isKey(label)),
    );
    if (isSecond) groups.push([one]);
    else open.push(one);
  }
  return groups.map((labelled) => ({ ...scope, labelled }));
}

function readUnnamed(scope: Scope, context: EventContext): Events {
  if (isKeyed(scope)) return readKeyed(scope, context);
  const words = scope.mark === null ? (scope.texts[0] ?? "") : scope.label;
  if (context.isFailed) {
    const isNumbered = editionOf(words) !== null;
    return listed(isNumbered ? [makeEvent(withoutStatus(words), context, null)] : [], []);
  }
  const found = joinEvents(readLines(scope, context));
  if (found.events.length > 0) return found;
  const isNumbered = editionOf(words) !== null && isAboutMeeting(words);
  return isNumbered ? { ...found, events: [assumed(makeEvent(words, context, null))] } : found;
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
  const said =
    scope.mark === null
      ? scope.texts.find((text) => readStatusLine(text) === null && text.length <= LONGEST_NAME)
      : scope.label;
  const name = said === undefined || said.trim() === "" ? context.fallbackName : withoutStatus(said);
  const related = scope.labelled.filter(({ label }) => isRelatedKey(label)).flatMap(({ value }) => splitRelated(value));
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
  return splitLabelState(label).name;
}

/** 観光セミナー・商談会，県産品フェアなど: at commas outside brackets. */
function splitRelated(value: string): readonly string[] {
  return splitOutsideBrackets(value, /[，、]/u);
}

/** Every line for itself; one that names nothing takes its name from the words above it. */
function readLines(scope: Scope, context: EventContext): readonly Events[] {
  const lines = [...(scope.label === "" ? [] : [scope.label]), ...scope.texts].filter(
    (text) => !/^\s*[（(]?※/u.test(text),
  );
  let above = "";
  return lines.map((text) => {
    const events = bracketEvents(text, above, context) ?? sentenceEvents(text, above, context);
    if (events.events.length === 0 && text.length <= LONGEST_NAME && !/。$/u.test(text)) above = withoutStatus(text);
    return events;
  });
}

/** …への出展（７月）, 連絡会議（８月，長沙市）. */
function bracketEvents(text: string, above: string, context: EventContext): Events | null {
  const { before, inside } = splitTrailingBracket(text);
  const inBracket = inside === null ? [] : occasions(inside, context);
  if (inside === null || inBracket.length === 0 || occasions(before, context).length > 0) return null;
  const place = placeIn(inside, inBracket);
  const name = nameOf(before) || above;
  return listed(
    inBracket.map(({ date }) => at(makeEvent(name, context, date), place)),
    inBracket,
  );
}

/** A sentence names its event behind the date: 令和５年12月20日に３期目のＭＯＵを締結した; a line before it: 受入　７月26日. */
function sentenceEvents(text: string, above: string, context: EventContext): Events {
  const held = placeHeldAt(text);
  const made = piecesOf(text, context).flatMap((piece) =>
    occasions(piece, context).map((found) => {
      const { name, place } = wordsAround(piece, found.start, found.end);
      return { found, event: assumed(at(makeEvent(name || above, context, found.date), place ?? held)) };
    }),
  );
  return {
    events: made.map(({ event }) => event),
    found: made.map(({ found }) => found),
    problems: findEventDates(text, context.fiscalYear).problems,
    undated: [],
  };
}

/** 派遣 1名（4月～8月）、受入 1名（9月）: each piece with a date is an event of its own. */
function piecesOf(text: string, context: EventContext): readonly string[] {
  const pieces = splitOutsideBrackets(text, /[、，]/u);
  return pieces.filter((piece) => occasions(piece, context).length > 0).length > 1 ? pieces : [text];
}

function placeIn(inside: string, dates: readonly FoundDate[]): string | null {
  const rest = dates.reduce((text, { date }) => text.replace(date.asPrinted, ""), inside);
  return placeBehind(rest.replace(/^[\s、，]+/u, ""));
}

function at(event: YearEvent, place: string | null): YearEvent {
  return place === null ? event : { ...event, place };
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
    name: name === "" ? (item ?? fallbackName) : name,
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

const LONGEST_NAME = 60;

function isAboutMeeting(words: string): boolean {
  return words.length <= LONGEST_NAME && readStatusLine(words) === null;
}
