/**
 * One cell of a programme's box (令和５年度実績, 令和６年度計画（実績を含む）) as a year entry: status with its reason, sub-items,
 * events, figures, people, posts. Everything that was not understood is handed back beside it.
 */
import type { FiscalYear } from "../../kernel/fiscal-year.ts";
import type { DateProblem } from "../../kernel/partial-date.ts";
import { partOfYear } from "../compare-years.ts";
import type { SaidWeekday } from "../event-dates.ts";
import type { Partner, Relation } from "../programme.ts";
import type { YearColumn, YearEntry, YearEvent, YearQuantity } from "../programme-year.ts";
import type { StatedDate } from "../stated-date.ts";
import { combineStatuses, isActive, type YearStatus } from "../year-status.ts";
import { readAsOf } from "./as-of.ts";
import { beginsFacts, readFactLines } from "./fact-lines.ts";
import { isDateKey } from "./line-keys.ts";
import type { LogicalLine } from "./logical-lines.ts";
import { readRelations } from "./relations.ts";
import { type Scope, splitScopes } from "./scope.ts";
import { defaultStatus, readPostsOf, readScope, type ScopeReading } from "./scope-reading.ts";
import { saysNoPeople } from "./stated-status.ts";

export type YearCell = Readonly<{ fiscalYear: FiscalYear; column: YearColumn; lines: readonly LogicalLine[] }>;

export type ProgrammeContext = Readonly<{
  /** Without the parent line: the name of an event that has none. */
  title: string;
  partners: readonly Partner[];
}>;

export type UnreadInYear = Readonly<{
  dates: readonly DateProblem[];
  undated: readonly string[];
  weekdays: readonly (SaidWeekday & Readonly<{ asPrinted: string }>)[];
  figures: readonly string[];
  countries: readonly string[];
  isBlank: boolean;
}>;

export type YearReading = Readonly<{ entry: YearEntry; relations: readonly Relation[]; unread: UnreadInYear }>;

export function readYear(cell: YearCell, programme: ProgrammeContext): YearReading {
  const at = cell.lines.findIndex(({ text }) => beginsFacts(text));
  if (at < 0) return readWording(cell, programme);
  // Facts that are stated one by one stand for themselves; what stands above them is wording.
  const said = readWording({ ...cell, lines: cell.lines.slice(0, at) }, programme);
  const facts = readFactLines(
    cell.lines.slice(at + 1).map(({ text }) => text),
    cell,
  );
  return { ...said, entry: { ...said.entry, ...facts, lines: linesOf(cell.lines) }, unread: NOTHING_UNREAD };
}

const NOTHING_UNREAD: UnreadInYear = {
  ...{ dates: [], undated: [], weekdays: [], figures: [], countries: [], isBlank: false },
};

function readWording(cell: YearCell, programme: ProgrammeContext): YearReading {
  const scopes = splitScopes(cell.lines);
  const notes = scopes.flatMap((scope) => scope.notes);
  const { fiscalYear, column } = cell;
  const hasPosts = scopes.some((scope) => readPostsOf(scope, fiscalYear).length > 0);
  const reader = { fiscalYear, column, ...programme, innerName: innerNameIn(notes), hasPosts };
  const read = scopes.map((scope) => readScope(scope, reader));
  const asOf = readAsOf(notes.join("\n"), cell.fiscalYear);
  const quantities = read.flatMap(({ figures }) => figures.quantities).map((one) => withAsOf(one, asOf));
  const items = read.flatMap((one) => one.items);
  const events = read.flatMap((one) => one.events);
  const isWithoutPeople = scopes.some(({ labelled }) => saysNoPeople(labelled));
  const people = isWithoutPeople ? [] : read.flatMap(({ figures }) => figures.people);
  const text = cell.lines.map((line) => line.text).join("\n");
  const { status, reasonAsPrinted } = settleStatus(read, { fiscalYear, column, items, events, quantities, text });
  return {
    entry: {
      ...{ fiscalYear, column, status, reasonAsPrinted, items, events, quantities, people },
      ...{ budget: null, notes, text, lines: linesOf(cell.lines) },
    },
    relations: [...read.flatMap(({ scope }) => relationsIn(scope)), ...events.flatMap(signedDuring)],
    unread: gatherUnread(read, text),
  };
}

type Evidence = Pick<YearEntry, "fiscalYear" | "column" | "items" | "events" | "quantities" | "text">;
type Settled = Readonly<{ status: YearStatus; reasonAsPrinted: string | null }>;

/** Sub-items make the whole; without any, the sentence that says one; else what the column and its figures allow. */
function settleStatus(read: readonly ScopeReading[], evidence: Evidence): Settled {
  const heads = read.filter((one) => one.items.length === 0);
  const stated = heads.find((one) => one.stated !== null)?.stated ?? null;
  const reason = heads.find((one) => one.reason !== undefined)?.reason;
  const settled = statusFrom(read, evidence);
  return {
    status: stated ?? settled.status,
    reasonAsPrinted: reason === undefined ? settled.reasonAsPrinted : reason,
  };
}

function statusFrom(read: readonly ScopeReading[], evidence: Evidence): Settled {
  const { column, items, events, quantities, text } = evidence;
  const said = read.flatMap((one) => (one.items.length === 0 ? (one.said ?? []) : []));
  const heads = said.map(({ status }) => status);
  const reasons = [
    ...new Set([...said, ...items.map(({ reasonAsPrinted: reason }) => ({ reason }))].map(({ reason }) => reason)),
  ];
  const [reason = null] = reasons;
  if (text === "") return { status: column === "result" ? "none" : "undecided", reasonAsPrinted: null };
  if (items.length > 0) {
    const combined = combineStatuses([...heads, ...items.map(({ status }) => status)]);
    const concrete = defaultStatus(column, quantities.length > 0 || events.some(({ date }) => date !== null));
    return {
      status: combined ?? concrete,
      reasonAsPrinted: reasons.length === 1 ? reason : (said.at(-1)?.reason ?? null),
    };
  }
  const last = said.at(-1);
  if (last !== undefined) {
    const hasTakenPlace = events.some(({ date, status }) => date !== null && isActive(status));
    const isMixed = column === "result" && hasTakenPlace && !isActive(last.status);
    return { status: isMixed ? "partly_held" : last.status, reasonAsPrinted: last.reason };
  }
  const isRunning = column !== "plan" && events.length === 0 && quantities.length > 0;
  if (isRunning && quantities.every((one) => partOfYear(one, evidence) !== null)) {
    return { status: "in_progress", reasonAsPrinted: null };
  }
  const isConcrete = quantities.length > 0 || events.some(({ date }) => date !== null);
  return { status: defaultStatus(column, isConcrete), reasonAsPrinted: null };
}

/** ※令和６年12月末現在 goes for every figure that has no date of its own. */
function withAsOf(quantity: YearQuantity, asOf: StatedDate | null): YearQuantity {
  if (asOf === null || quantity.asOf !== null || quantity.period !== null) return quantity;
  return { ...quantity, asOf, plan: quantity.plan ?? false };
}

/** ※（ ）は外国人の内数. */
function innerNameIn(notes: readonly string[]): string | null {
  const name = /[（(]\s*[）)]\s*(?:内|書き)?\s*は、?(?:うち)?(?<name>[^。]{1,20}?)(?:の|で)?(?:内数|内訳|内書)/u.exec(
    notes.join("\n"),
  )?.groups?.name;
  return name?.trim() ?? null;
}

function relationsIn({ labelled, label, texts }: Scope): readonly Relation[] {
  const keyed = labelled
    .filter((one) => !isDateKey(one.label))
    .flatMap(({ label: key, value }) =>
      readRelations(`${value}${key}`).map((relation) => ({ ...relation, text: `${label} ${key}：${value}`.trim() })),
    );
  const formal = texts.flatMap(readRelations).filter(({ kind }) => FORMAL.includes(kind));
  return [...keyed, ...formal];
}

/** 連携協定締結式 among what an event held. */
function signedDuring({ related, date }: YearEvent): readonly Relation[] {
  const signed = related.filter((one) => /(?:協定|覚書|盟約|MOU|ＭＯＵ).{0,6}(?:締結|調印|署名)/u.test(one));
  return signed.map((text) => ({ kind: "signed", date, text }));
}

/** What a year's text tells about the relationship itself; visits and beginnings of events are events. */
const FORMAL: readonly string[] = ["renamed", "signed", "renewed", "confirmed", "expired"];

function linesOf(lines: readonly LogicalLine[]): readonly [number, number] | null {
  const numbers = lines.flatMap(({ at }) => at.line ?? []);
  return numbers.length === 0 ? null : [Math.min(...numbers), Math.max(...numbers)];
}

function gatherUnread(read: readonly ScopeReading[], text: string): UnreadInYear {
  const found = read.flatMap(({ dates }) => dates.found);
  return {
    dates: read.flatMap(({ dates }) => dates.problems),
    undated: read.flatMap(({ dates }) => dates.undated),
    weekdays: found.flatMap(({ wrongWeekdays, date }) =>
      wrongWeekdays.map((one) => ({ ...one, asPrinted: date.asPrinted })),
    ),
    figures: read.flatMap(({ figures }) => figures.unread),
    countries: read.flatMap(({ figures }) => figures.unknownCountries),
    isBlank: text === "",
  };
}
