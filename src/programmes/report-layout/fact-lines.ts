/** Reads the lines of `fact-keys`: one fact a line, taken as it stands, nothing inferred. */
import { findCountry } from "../../kernel/country.ts";
import type { FiscalYear } from "../../kernel/fiscal-year.ts";
import { findEventDates } from "../event-dates.ts";
import { directionWords, programmeWords, statusWords } from "../messages.ja.ts";
import {
  DIRECTIONS,
  type Direction,
  type PeopleCount,
  type Post,
  type YearColumn,
  type YearEntry,
  type YearEvent,
  type YearItem,
  type YearQuantity,
} from "../programme-year.ts";
import type { StatedDate } from "../stated-date.ts";
import { type ItemStatus, POST_STATUSES, type PostStatus, YEAR_STATUSES, type YearStatus } from "../year-status.ts";
import { editionOf } from "./events.ts";
import { FACT_KEYS, FACTS_BEGIN, type FactKey } from "./fact-keys.ts";

export type StatedFacts = Pick<
  YearEntry,
  "status" | "reasonAsPrinted" | "items" | "events" | "quantities" | "people" | "notes"
>;

/** A fact that begins a row, with the facts below it. */
type Group = { begin: FactKey | null; value: string; facts: Map<FactKey, string[]>; item: string | null };
type Place = Readonly<{ fiscalYear: FiscalYear; column: YearColumn }>;

const BEGINNINGS: readonly FactKey[] = ["item", "subItem", "event", "quantity", "people"];
const KEYS = new Map(Object.entries(FACT_KEYS).map(([name, key]) => [squeeze(key), name as FactKey])); // its own keys

export function beginsFacts(line: string): boolean {
  return squeeze(line) === squeeze(`${FACTS_BEGIN.key}：${FACTS_BEGIN.value}`);
}

export function readFactLines(lines: readonly string[], { fiscalYear, column }: Place): StatedFacts {
  const [entry, ...rows] = groupLines(lines);
  const of = (...begins: readonly FactKey[]) => rows.filter(({ begin }) => begin !== null && begins.includes(begin));
  const plan = column === "plan_including_results" ? null : column === "plan";
  return {
    status: statusIn(entry, YEAR_STATUSES) ?? "undecided",
    reasonAsPrinted: first(entry, "reason"),
    items: of("item", "subItem").map(readItem(fiscalYear)),
    events: of("event").map(readEvent(fiscalYear)),
    quantities: of("quantity").map(readQuantity(fiscalYear, plan)),
    people: of("people").map(readPeople(plan)),
    notes: entry?.facts.get("note") ?? [],
  };
}

/** The first group is the entry's own. A line without a key goes on with the value above: a page broke it. */
function groupLines(lines: readonly string[]): readonly Group[] {
  const groups: Group[] = [{ begin: null, value: "", facts: new Map(), item: null }];
  let item: string | null = null;
  let goOn: (words: string) => void = () => {};
  for (const line of lines) {
    const [, before = "", value = line] = /^(.{1,16}?)[：:](.*)$/su.exec(line) ?? [];
    const key = KEYS.get(squeeze(before));
    const open = groups.at(-1);
    if (key === undefined || open === undefined) goOn(line.trim());
    else if (BEGINNINGS.includes(key)) {
      const group: Group = { begin: key, value: value.trim(), facts: new Map(), item: null };
      groups.push(group);
      const isItem = key === "item" || key === "subItem";
      if (isItem) item = group.value;
      else group.item = item;
      goOn = (words) => {
        group.value += words;
        if (isItem) item = group.value;
      };
    } else {
      const said = open.facts.get(key) ?? [];
      open.facts.set(key, said);
      said.push(value.trim());
      goOn = (words) => said.push((said.pop() ?? "") + words);
    }
  }
  return groups;
}

function readItem(fiscalYear: FiscalYear) {
  return (group: Group): YearItem => {
    const post = readPost(group, fiscalYear);
    const status: ItemStatus = statusIn(group, [...YEAR_STATUSES, ...POST_STATUSES]) ?? "undecided";
    return {
      ...{ mark: first(group, "mark"), level: group.begin === "item" ? 1 : 2, label: group.value, status },
      ...{ reasonAsPrinted: first(group, "reason"), text: "", post },
    };
  };
}

function readPost(group: Group, fiscalYear: FiscalYear): Post | null {
  const title = first(group, "post");
  if (title === null) return null;
  const status: PostStatus = statusIn(group, POST_STATUSES, "appointment") ?? "new";
  const years = Number(first(group, "yearOfService")?.normalize("NFKC") ?? 0);
  return {
    ...{ title, nationality: first(group, "nationality") ?? "", country: countryIn(group), status },
    yearOfService: years > 0 ? years : null,
    since: dateIn(group, "since", fiscalYear),
    reasonAsPrinted: first(group, "absence"),
  };
}

const ESTIMATE = new RegExp(`\\(${programmeWords.estimate}\\)$`, "u");

function readEvent(fiscalYear: FiscalYear) {
  return (group: Group): YearEvent => {
    const edition = Number(first(group, "edition")?.normalize("NFKC") ?? editionOf(group.value) ?? 0);
    const status: YearStatus = statusIn(group, YEAR_STATUSES) ?? "undecided";
    return {
      ...{ name: group.value, edition: edition > 0 ? edition : null, date: dateIn(group, "date", fiscalYear), status },
      ...{ place: first(group, "place"), direction: directionIn(group), related: group.facts.get("related") ?? [] },
      ...{ item: first(group, "ofItem") ?? group.item, isEstimate: ESTIMATE.test(squeeze(first(group, "date") ?? "")) },
    };
  };
}

function readQuantity(fiscalYear: FiscalYear, plan: boolean | null) {
  return (group: Group): YearQuantity => {
    const said = (first(group, "value") ?? "").normalize("NFKC").replace(/[,\s]/gu, "");
    const [from = "", to] = said.split("~");
    const end = (digits: string | undefined) =>
      digits === undefined || digits === "" || !Number.isFinite(Number(digits)) ? null : Number(digits);
    const unit = first(group, "unit");
    return {
      ...{ label: group.value, value: to === undefined ? end(from) : null },
      range: to === undefined ? null : { from: end(from), to: end(to) },
      ...{ unit, isApproximate: first(group, "rough") !== null, asOf: dateIn(group, "asOf", fiscalYear) },
      ...{ period: dateIn(group, "period", fiscalYear), subsetOf: first(group, "subsetOf"), plan },
      ...{ item: first(group, "ofItem") ?? group.item, asPrinted: `${first(group, "value") ?? ""}${unit ?? ""}` },
    };
  };
}

function readPeople(plan: boolean | null) {
  return (group: Group): PeopleCount => {
    const count = Number((first(group, "count") ?? "").normalize("NFKC").replace(/[^\d-]/gu, ""));
    return {
      ...{ direction: directionIn(group), label: group.value, place: first(group, "place") },
      ...{ country: countryIn(group), count: Number.isFinite(count) ? count : 0, plan },
      asPrinted: first(group, "count") ?? "",
    };
  };
}

function first(group: Group | undefined, key: FactKey): string | null {
  const value = group?.facts.get(key)?.[0] ?? "";
  return value === "" ? null : value;
}

function statusIn<S extends ItemStatus>(
  group: Group | undefined,
  all: readonly S[],
  key: FactKey = "status",
): S | undefined {
  const said = squeeze(first(group, key) ?? "");
  return all.find((status) => squeeze(statusWords[status]) === said);
}

function directionIn(group: Group): Direction | null {
  const said = squeeze(first(group, "direction") ?? "");
  return DIRECTIONS.find((direction) => directionWords[direction] === said) ?? null;
}

/** A code that has no name in the list is printed as the code. */
function countryIn(group: Group): string | null {
  const said = squeeze(first(group, "country") ?? "");
  return findCountry(said)?.code ?? (/^[A-Z]{2}$/u.test(said) ? said : null);
}

function dateIn(group: Group, key: FactKey, fiscalYear: FiscalYear): StatedDate | null {
  return findEventDates(first(group, key) ?? "", fiscalYear).dates[0]?.date ?? null;
}

function squeeze(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}
