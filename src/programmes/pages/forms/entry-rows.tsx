/** The parts of a fiscal year's form that consist of rows: which control each field has, and what it offers. */
import { type Lang, type Option, Select, TextArea, TextInput, useLang } from "../../../ui/index.ts";
import { DIRECTIONS } from "../../programme-year.ts";
import { POST_STATUSES, YEAR_STATUSES } from "../../year-status.ts";
import { useWords, words } from "../words.ts";
import { controlOf, fieldsOf, isEmptyRow, ROW_FIELDS, type RowKind, saysMore } from "./entry-fields.ts";
import type { EntryInput } from "./entry-input.ts";
import type { EntryProblem } from "./entry-reading.ts";
import { Fold } from "./fold.tsx";
import { MOST_ROWS, type Row, rowRef } from "./form-rows.ts";
import type { SaysAt } from "./form-says.ts";
import { ITEM_STATUSES } from "./read-items.ts";
import type { Asked } from "./row-order.ts";
import { RowSet } from "./row-set.tsx";
import { TickField } from "./tick-field.tsx";

export type EntryRowsProps = Readonly<{
  kind: RowKind;
  input: EntryInput;
  says: SaysAt;
  action: string;
  /** What was just asked for besides saving. */
  asked: Asked | undefined;
  /** Opened although empty: it was asked for, or most people need it. */
  isWanted: boolean;
}>;

export function FoldedRows({ kind, input, says, action, asked, isWanted }: EntryRowsProps) {
  const { entryForm: w } = useWords();
  const filled = countRows(kind, input);
  const isSaid = input[kind].some((_, index) => fieldsOf(kind).some((field) => says(`${kind}.${index}.${field}`)));
  return (
    <Fold
      id={`part-${kind}`}
      label={w.sectionOf(w.kinds[kind], filled)}
      hint={w.kindHints[kind]}
      isOpen={isWanted || asked?.kind === kind || isSaid || filled > 0}
    >
      <RowsOf {...{ kind, input, says, action, asked }} />
    </Fold>
  );
}

export function countRows(kind: RowKind, input: EntryInput): number {
  return input[kind].filter((row) => row.base !== "" || !isEmptyRow(kind, row)).length;
}

export function RowsOf({ kind, input, says, action, asked }: Omit<EntryRowsProps, "isWanted">) {
  const { entryForm: w } = useWords();
  const field = (row: Row, index: number, name: string) => (
    <RowField kind={kind} index={index} field={name} value={row[name] ?? ""} input={input} says={says} />
  );
  const { main, more } = ROW_FIELDS[kind];
  return (
    <>
      <RowSet
        {...{ kind, action, asked, label: w.kinds[kind], rows: input[kind] }}
        isEmpty={(row) => isEmptyRow(kind, row)}
        nameOf={(row) => nameOfRow(kind, row)}
        main={(row, index) => main.map((name) => field(row, index, name))}
        more={(row, index) =>
          more.length === 0
            ? null
            : {
                isOpen: saysMore(kind, row) || more.some((name) => says(`${kind}.${index}.${name}`) !== undefined),
                content: more.map((name) => field(row, index, name)),
              }
        }
      />
      {input[kind].length > MOST_ROWS ? <p class="hint">{w.beyond(MOST_ROWS)}</p> : null}
    </>
  );
}

export function nameOfRow(kind: RowKind, row: Row): string {
  if (kind === "posts") return [row.nationality, row.title].filter(Boolean).join(" ");
  if (kind === "items") return [row.mark, row.label].filter(Boolean).join(" ");
  if (kind === "people") return row.place || row.country || row.label || "";
  return row.name ?? row.label ?? "";
}

type RowFieldProps = Readonly<{
  kind: RowKind;
  index: number;
  field: string;
  value: string;
  input: EntryInput;
  says: SaysAt;
}>;

function RowField({ kind, index, field, value, input, says }: RowFieldProps) {
  const { entryForm: w } = useWords();
  const name = `${kind}.${index}.${field}`;
  const hints: Readonly<Record<string, string>> = w.fieldHints;
  const props = {
    ...{ name, label: useFieldLabel(kind, field), hint: hints[`${kind}.${field}`] },
    ...{ error: says(name), value, optionalWords: "" },
  };
  const choices = useChoices(kind, field, input, `${kind}.${index}`);
  switch (controlOf(field)) {
    case "tick":
      return <TickField {...props} />;
    case "area":
      return <TextArea {...props} rows={3} />;
    case "choice":
      return <Select {...props} options={choices.options} emptyLabel={choices.emptyLabel} />;
    default:
      return <TextInput {...props} keyboard={controlOf(field) === "number" ? "numeric" : undefined} />;
  }
}

function useFieldLabel(kind: RowKind, field: string): string {
  return fieldLabel(kind, field, useLang());
}

export function fieldLabel(kind: RowKind, field: string, lang: ReturnType<typeof useLang>): string {
  const { entryForm: w } = words(lang);
  const [own, all]: readonly Readonly<Record<string, string>>[] = [w.fieldsIn, w.fields];
  return own?.[`${kind}.${field}`] ?? all?.[field] ?? "";
}

type Choices = Readonly<{ options: readonly Option[]; emptyLabel: string | null | undefined }>;

/** @param own the row the choice stands in. */
function useChoices(kind: RowKind, field: string, input: EntryInput, own: string): Choices {
  const { status, direction, entryForm: w } = useWords();
  const named = (values: readonly string[], names: Readonly<Record<string, string>>) =>
    values.map((value) => ({ value, label: names[value] ?? "" }));
  switch (field) {
    case "direction":
      return { options: named(DIRECTIONS, direction), emptyLabel: w.notSaid };
    case "plan":
      return { options: named(["plan", "actual"], w.plans), emptyLabel: w.notSaid };
    case "level":
      return { options: named(["1", "2"], w.levels), emptyLabel: null };
    case "item":
      return { options: useRowChoices(["items", "posts"], input, own, field), emptyLabel: w.none };
    case "subsetOf":
      return { options: useRowChoices(["quantities"], input, own, field), emptyLabel: w.none };
    case "status":
      if (kind === "posts") return { options: named(POST_STATUSES, status), emptyLabel: undefined };
      return { options: named(kind === "items" ? ITEM_STATUSES : YEAR_STATUSES, status), emptyLabel: w.sameStatus };
    default:
      return { options: [], emptyLabel: undefined };
  }
}

/** Other rows of this form, also those still to be written; and a name of no row, where that is what is saved. */
function useRowChoices(
  kinds: readonly ("items" | "posts" | "quantities")[],
  input: EntryInput,
  own: string,
  field: string,
): readonly Option[] {
  const { entryForm: w } = useWords();
  const [ownKind = "", ownIndex = "0"] = own.split(".");
  const rows = kinds.flatMap((kind) =>
    input[kind].flatMap((row, index) => {
      const isSpare = kind === "posts" && row.base === "" && isEmptyRow(kind, row);
      if (isSpare || `${kind}.${index}` === own) return [];
      const label = w.rowChoice(index + 1, nameOfRow(kind, row));
      return [{ value: rowRef(row), label: kind === "posts" ? `${w.kinds.posts} ${label}` : label }];
    }),
  );
  const chosen = input[ownKind as RowKind][Number(ownIndex)]?.[field] ?? ""; // of the row itself
  const isOnlyWords = chosen.startsWith("=");
  return isOnlyWords ? [...rows, { value: chosen, label: w.onlyWords(chosen.slice(1)) }] : rows;
}

/** A problem in the summary above the form: which row of what, and what is wrong. */
export function summaryLine({ field, code, text }: EntryProblem, lang: Lang) {
  const { entryForm: w } = words(lang);
  const [kind = "", index = "0", name = ""] = field.split(".");
  const labels: Readonly<Record<string, string>> = w.fields;
  const kinds: Readonly<Record<string, string>> = w.kinds;
  const label =
    name === ""
      ? (labels[kind] ?? "")
      : w.rowField(kinds[kind] ?? "", Number(index) + 1, fieldLabel(kind as RowKind, name, lang)); // fields of rows
  return { field, label, message: w.problems[code](text) };
}
