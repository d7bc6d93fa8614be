/**
 * One scope of a year's cell (the lines before the first mark, or a sub-item) with its status, events and figures.
 */
import type { FiscalYear } from "../../kernel/fiscal-year.ts";
import { findEventDates } from "../event-dates.ts";
import type { Partner } from "../programme.ts";
import type { Direction, PeopleCount, Post, YearColumn, YearEvent, YearItem, YearQuantity } from "../programme-year.ts";
import { isWithoutResult, type YearStatus } from "../year-status.ts";
import { readCountsInText, readKeyedFigures } from "./counts-in-text.ts";
import { directionOf } from "./direction.ts";
import { type Events, isWordsKey, readEvents } from "./events.ts";
import { type FigureContext, type Figures, isCountedKey, NO_FIGURES, readLabelledFigures } from "./figures.ts";
import { splitLabelState } from "./label-state.ts";
import { isDateKey, isEventKey } from "./line-keys.ts";
import { readPosts } from "./posts.ts";
import type { Scope } from "./scope.ts";
import { readItemState, readReason, readState } from "./stated-status.ts";
import { readStatusLine, type SaidStatus } from "./status-words.ts";

export type ScopeReading = Readonly<{
  scope: Scope;
  said: SaidStatus | null;
  /** 状況：… of the scope itself: it goes before everything the words let one think. */
  stated: YearStatus | null;
  /** 理由：… of the scope itself; undefined where it says nothing. */
  reason: string | null | undefined;
  /** One, or one for each post of its line; none for the lines before the first mark. */
  items: readonly YearItem[];
  events: readonly YearEvent[];
  dates: Omit<Events, "events">;
  figures: Figures;
}>;

export type ScopeReader = Readonly<{
  fiscalYear: FiscalYear;
  column: YearColumn;
  /** The programme's title without its parent line: the name of an event that has none. */
  title: string;
  partners: readonly Partner[];
  /** What a number in brackets counts, from a note. */
  innerName: string | null;
  /** Numbers of people in a year with posts count posts. */
  hasPosts: boolean;
}>;

export function readScope(scope: Scope, reader: ScopeReader): ScopeReading {
  const { fiscalYear, column, title, partners, innerName, hasPosts } = reader;
  const posts = readPostsOf(scope, fiscalYear);
  const [post = null] = posts;
  const named = scope.labelled.findIndex((one) => one.label === "名称");
  const own = named < 0 ? scope.labelled : scope.labelled.slice(0, named);
  const stated = readState(own);
  const reason = readReason(own);
  const said = withStated(post === null ? (statusOf(scope) ?? readStatusLine(reason ?? "")) : null, stated);
  const label = scope.mark === null ? null : labelOf(scope);
  const direction = directionOf(`${scope.label} ${scope.mark === null ? title : ""}`, partners);
  const plan = column === "plan" ? true : column === "result" ? false : null;
  const known = { fiscalYear, plan, item: label, direction, innerName, country: soleCountry(partners) };
  const figures = readFigures(scope, hasPosts, known, partners);
  const assumed = stated ?? said?.status ?? defaultStatus(column, true);
  const context = { fiscalYear, status: assumed, fallbackName: title, item: label, partners, isFailed: isFailed(said) };
  const readings = post === null ? readEvents(scope, context) : NO_EVENTS;
  const isConcrete = readings.events.some(({ event }) => event.date !== null) || figures.quantities.length > 0;
  const status = stated ?? said?.status ?? defaultStatus(column, isConcrete);
  const { events: found, ...dates } = readings;
  const events = found.map(({ event, isStatusStated }) => (isStatusStated ? event : { ...event, status }));
  const rest = { scope, said, stated, reason, events, dates, figures };
  if (scope.mark === null || label === null) return { ...rest, items: [] };
  const items = (posts.length === 0 ? [null] : posts).map((own): YearItem => {
    const saidReason = own?.reasonAsPrinted ?? said?.reason ?? null;
    return {
      ...{ mark: scope.mark, level: scope.level, label: own === null ? label : `${own.nationality}籍${own.title}` },
      status: readItemState(scope.labelled) ?? own?.status ?? status,
      reasonAsPrinted: reason === undefined ? saidReason : reason,
      ...{ text: scope.text, post: own },
    };
  });
  return { ...rest, items };
}

/** The status comes from the key, the reason from the sentence. */
function withStated(said: SaidStatus | null, stated: YearStatus | null): SaidStatus | null {
  return stated === null || said === null ? said : { ...said, status: stated };
}

const NO_EVENTS: Events = { events: [], found: [], problems: [], undated: [] };

function isFailed(said: SaidStatus | null): boolean {
  return (
    said !== null && (isWithoutResult(said.status) || said.status === "undecided" || said.status === "under_adjustment")
  );
}

export function readPostsOf(scope: Scope, fiscalYear: FiscalYear): readonly Post[] {
  return readPosts(scope.mark === null ? (scope.labelled[0]?.text ?? "") : scope.label, fiscalYear);
}

/** What the label says besides its name, the label itself, else the last line that says one. */
function statusOf(scope: Scope): SaidStatus | null {
  const besides = splitLabelState(scope.label).said;
  if (besides !== null) return besides;
  const own = scope.label === "" ? null : readStatusLine(scope.label);
  return own ?? scope.texts.map(readStatusLine).findLast((said) => said !== null) ?? keyedStatus(scope);
}

/** 友好会議：中止, 実施状況：書面開催; what 日程 or 場所 says goes for that alone. */
function keyedStatus({ labelled }: Scope): SaidStatus | null {
  const own = labelled.filter(({ label }) => !isEventKey(label) && !isWordsKey(label) && !isCountedKey(label));
  return own.map(({ value }) => readStatusLine(value)).findLast((said) => said !== null) ?? null;
}

function labelOf(scope: Scope): string {
  return splitLabelState(scope.label).name;
}

/** In a column that may hold both, what has neither a date nor a number is an intention. */
export function defaultStatus(column: YearColumn, isConcrete: boolean): YearStatus {
  if (column === "result") return "held";
  return column === "plan" || !isConcrete ? "planned" : "planned_or_held";
}

function soleCountry(partners: readonly Partner[]): string | null {
  const codes = [...new Set(partners.map(({ country }) => country))];
  return codes.length === 1 ? (codes[0] ?? null) : null;
}

function readFigures(scope: Scope, hasPosts: boolean, context: FigureContext, partners: readonly Partner[]): Figures {
  const prefix = /^[①-⑳]/u.test(scope.mark ?? "") ? `${scope.label} ` : "";
  const labelled = scope.labelled.map(({ label, value }): Figures => {
    if (isDateKey(label)) return { ...NO_FIGURES, quantities: durationIn(label, value, context) };
    if (isWordsKey(label)) return NO_FIGURES;
    return readKeyedFigures(`${prefix}${label}`, value, context);
  });
  const sentences = [...(scope.label === "" ? [] : [scope.label]), ...scope.texts];
  const counted = sentences.map((text): Figures => {
    const own = scope.mark === null ? (directionOf(text, partners) ?? context.direction) : context.direction;
    const figures = readCountsInText(text, { ...context, direction: own });
    return hasPosts
      ? { ...figures, people: [] }
      : { ...figures, people: [...figures.people, ...peopleIn(`${scope.label} ${text}`, figures, own, context)] };
  });
  const all = [...labelled, ...counted];
  return {
    quantities: all.flatMap(({ quantities }) => quantities),
    people: all.flatMap(({ people }) => people),
    unread: all.flatMap(({ unread }) => unread),
    unknownCountries: all.flatMap(({ unknownCountries }) => unknownCountries),
  };
}

/** ８名を派遣: numbers of people in a sentence that sends or receives, but for those a bracket gives by country. */
function peopleIn(
  text: string,
  { quantities, people }: Figures,
  direction: Direction | null,
  { country }: FigureContext,
): readonly PeopleCount[] {
  if (!/派遣|受け?入/u.test(text)) return [];
  const isGiven = (asPrinted: string) => people.some((one) => one.asPrinted === asPrinted);
  return quantities.flatMap(({ label, value, unit, plan, asPrinted, subsetOf }): readonly PeopleCount[] => {
    const own = /^派遣/u.test(label) ? "sent" : /^受け?入/u.test(label) ? "received" : direction;
    if (own === null || value === null || subsetOf !== null || !/^[名人]$/u.test(unit ?? "")) return [];
    return isGiven(asPrinted) ? [] : [{ direction: own, label, place: null, country, count: value, plan, asPrinted }];
  });
}

/** 期間：７月19日～８月１日（全14日間）, （11か月）. */
function durationIn(
  label: string,
  value: string,
  { fiscalYear, plan, item, ...context }: FigureContext,
): readonly YearQuantity[] {
  const length = /[（(]\s*全?\s*(?<count>[\d０-９]{1,3}\s*(?:日間|日|か月|カ月|ヶ月|ケ月|ヵ月)(?:間)?)\s*[）)]/u.exec(
    value,
  )?.groups?.count;
  if (length === undefined) return [];
  const { quantities } = readLabelledFigures(label, length, { ...context, fiscalYear, plan, item });
  const [period = null] = findEventDates(value, fiscalYear).dates.map(({ date }) => date);
  return quantities.map((one) => ({ ...one, period, asPrinted: value }));
}
