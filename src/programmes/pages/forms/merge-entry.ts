/** Two versions of one entry: how they differ in words, and what is saved when some of it is kept as it was saved. */
import { isDeepStrictEqual } from "node:util";
import type { Lang } from "../../../ui/index.ts";
import { differInOrderOnly } from "../../order-only.ts";
import type { YearEntry } from "../../programme-year.ts";
import { words } from "../words.ts";
import type { Difference } from "./conflict-page.tsx";
import { fieldsOf, type RowKind } from "./entry-fields.ts";
import { inputOfEntry } from "./entry-input.ts";
import type { Row } from "./form-rows.ts";

const PARTS = [
  "status",
  "reasonAsPrinted",
  "items",
  "events",
  "quantities",
  "people",
  "budget",
  "notes",
  "text",
] as const;
type Part = (typeof PARTS)[number];

/** What I changed is kept to begin with, what only the other changed is kept as saved. */
export function differencesOf(saved: YearEntry, mine: YearEntry, base: YearEntry, lang: Lang): readonly Difference[] {
  const { entryForm } = words(lang);
  const labels: Readonly<Record<string, string>> = { ...entryForm.fields, ...entryForm.kinds };
  const labelOf = (part: Part) => {
    const label = labels[part] ?? entryForm.money;
    return differInOrderOnly(saved[part], mine[part]) ? entryForm.orderOnly(label) : label;
  };
  return PARTS.filter((part) => !isDeepStrictEqual(saved[part], mine[part])).map((part) => ({
    ...{ field: part, label: labelOf(part) },
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
  const lines = (kind: RowKind) => input[kind].map((row) => rowText(row, kind, entry, lang));
  switch (part) {
    case "status":
      return status[entry.status];
    case "items":
      return [...lines("items"), ...lines("posts")].join("\n");
    case "budget":
      return [input.planned, input.settled, ...lines("sources"), input.budgetAsPrinted].filter(Boolean).join("\n");
    case "events":
    case "quantities":
    case "people":
      return lines(part).join("\n");
    default:
      return input[part];
  }
}

/** Choices in the words of the form, references by the names of their rows. */
function rowText(row: Row, kind: RowKind, { items, quantities }: YearEntry, lang: Lang): string {
  const { status, direction, entryForm } = words(lang);
  const named: Readonly<Record<string, string>> = { ...status, ...direction, ...entryForm.plans };
  const nameOf = (ref: string, rows: readonly Readonly<{ label: string }>[]) =>
    ref.startsWith("b") ? (rows[Number(ref.slice(1))]?.label ?? "") : ref.slice(1);
  return fieldsOf(kind)
    .flatMap((field): string | readonly [] => {
      const text = row[field] ?? "";
      if (text === "" || field === "level") return [];
      if (field === "item") return nameOf(text, items);
      if (field === "subsetOf") return entryForm.innerOf(nameOf(text, quantities));
      if (field === "estimate" || field === "approximate") return entryForm.fields[field];
      return field === "status" || field === "direction" || field === "plan" ? (named[text] ?? text) : text;
    })
    .join("　");
}
