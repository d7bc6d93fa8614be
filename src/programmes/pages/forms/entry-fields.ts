/**
 * The fields of the form of a fiscal year, row by row: those asked for at once, and those that few rows need and that
 * stand folded below them. Each fact of an entry has its field here; a test walks the schema and says so.
 */
import type { Row } from "./form-rows.ts";

export const ROW_KINDS = ["events", "items", "posts", "quantities", "people", "sources"] as const;
export type RowKind = (typeof ROW_KINDS)[number];

type RowFields = Readonly<{ main: readonly string[]; more: readonly string[] }>;

export const ROW_FIELDS = {
  events: { main: ["name", "date", "place", "status", "direction"], more: ["item", "edition", "related", "estimate"] },
  items: { main: ["mark", "label", "status", "reason"], more: ["level", "text"] },
  posts: {
    main: ["title", "nationality", "status", "yearOfService", "since", "reason"],
    more: ["country", "mark", "label", "level", "text"],
  },
  quantities: {
    main: ["label", "value", "unit", "asOf"],
    more: ["period", "plan", "subsetOf", "approximate", "item", "asPrinted"],
  },
  people: { main: ["direction", "place", "count"], more: ["label", "country", "plan", "asPrinted"] },
  sources: { main: ["name", "amount"], more: [] },
} as const satisfies Record<RowKind, RowFields>;

export function fieldsOf(kind: RowKind): readonly string[] {
  return [...ROW_FIELDS[kind].main, ...ROW_FIELDS[kind].more];
}

export type ControlKind = "line" | "number" | "area" | "choice" | "tick";

const CONTROLS: Readonly<Record<string, ControlKind>> = {
  ...{ status: "choice", direction: "choice", plan: "choice", level: "choice", item: "choice", subsetOf: "choice" },
  ...{ estimate: "tick", approximate: "tick", related: "area", text: "area" },
  ...{ yearOfService: "number", edition: "number", count: "number", amount: "number" },
};

export function controlOf(field: string): ControlKind {
  return CONTROLS[field] ?? "line";
}

/** Choices and ticks alone make no row: they are filled before anybody has written anything. */
export function isEmptyRow(kind: RowKind, row: Row): boolean {
  return fieldsOf(kind).every((field) => ["choice", "tick"].includes(controlOf(field)) || (row[field] ?? "") === "");
}

/** Filled by themselves, or of little use to who has not asked for them. */
const QUIET = ["plan", "asPrinted", "edition", "posts.mark", "posts.label", "people.label"];

/** Whether the folded part of a row says something that has to be seen. */
export function saysMore(kind: RowKind, row: Row): boolean {
  return ROW_FIELDS[kind].more.some((field) => {
    if (field === "level") return row.level === "2";
    return !QUIET.includes(field) && !QUIET.includes(`${kind}.${field}`) && (row[field] ?? "") !== "";
  });
}
