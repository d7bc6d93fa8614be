/** Two versions of one entry: how they differ in words, and what is saved when some of it is kept as it was saved. */
import { isDeepStrictEqual } from "node:util";
import type { Lang } from "../../../ui/index.ts";
import type { YearEntry } from "../../programme-year.ts";
import { words } from "../words.ts";
import type { Difference } from "./conflict-page.tsx";
import { inputOfEntry, ROW_FIELDS, ROW_KINDS, type RowKind } from "./entry-input.ts";

const PARTS = ["status", "reasonAsPrinted", ...ROW_KINDS, "budget", "notes", "text"] as const;
type Part = (typeof PARTS)[number];

/** What I changed is kept to begin with, what only the other changed is kept as saved. */
export function differencesOf(saved: YearEntry, mine: YearEntry, base: YearEntry, lang: Lang): readonly Difference[] {
  const { entryForm } = words(lang);
  const labels: Readonly<Record<string, string>> = { ...entryForm.fields, ...entryForm.kinds };
  return PARTS.filter((part) => !isDeepStrictEqual(saved[part], mine[part])).map((part) => ({
    field: part,
    label: labels[part] ?? entryForm.money,
    saved: partText(saved, part, lang),
    mine: partText(mine, part, lang),
    keep: isDeepStrictEqual(mine[part], base[part]) ? "saved" : "mine",
  }));
}

export function withKept(mine: YearEntry, saved: YearEntry, kept: ReadonlySet<string>): YearEntry {
  const taken = PARTS.filter((part) => kept.has(part)).map((part) => [part, saved[part]] as const);
  return { ...mine, ...Object.fromEntries(taken) };
}

function partText(entry: YearEntry, part: Part, lang: Lang): string {
  const { status } = words(lang);
  const input = inputOfEntry(entry, 0, "", lang);
  if (part === "status") return status[entry.status];
  if (part === "budget") return [input.planned, input.settled, input.sources].filter(Boolean).join("\n");
  if (isRowKind(part)) return input[part].map((row) => rowText(row, part)).join("\n");
  return input[part];
}

function isRowKind(part: Part): part is RowKind {
  return (ROW_KINDS as readonly string[]).includes(part);
}

function rowText(row: Readonly<Record<string, string>>, kind: RowKind): string {
  return ROW_FIELDS[kind].flatMap((field) => row[field] || []).join("　");
}
