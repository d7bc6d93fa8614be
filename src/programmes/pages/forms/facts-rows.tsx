/** Rows of a programme's form: its partners, and the dated facts of the relationship (あゆみ). */
import { countryText, type NamedPartner } from "../../../registry/index.ts";
import { type Lang, Select, TextInput, useLang } from "../../../ui/index.ts";
import { RELATION_KINDS } from "../../programme.ts";
import { useWords, words } from "../words.ts";
import { FACT_ROW_FIELDS, type FactRowKind, type FactsInput, isEmptyFactRow } from "./facts-input.ts";
import { MOST_ROWS, type Row } from "./form-rows.ts";
import type { SaysAt } from "./form-says.ts";
import type { Asked } from "./row-order.ts";
import { RowSet } from "./row-set.tsx";

export type FactRowsProps = Readonly<{
  kind: FactRowKind;
  input: FactsInput;
  says: SaysAt;
  action: string;
  asked: Asked | undefined;
  /** Offered while a partner is typed. */
  partners?: readonly NamedPartner[] | undefined;
}>;

export function FactRows({ kind, input, says, action, asked, partners = [] }: FactRowsProps) {
  const { factsForm: w, entryForm } = useWords();
  return (
    <>
      {kind === "partners" && partners.length > 0 ? <Suggestions partners={partners} /> : null}
      <RowSet
        {...{ kind, action, asked, label: w.rowNames[kind], rows: input[kind] }}
        isEmpty={(row) => isEmptyFactRow(kind, row)}
        nameOf={(row) => row.name ?? row.text ?? ""}
        main={(row, index) =>
          FACT_ROW_FIELDS[kind].map((field) => (
            <RowField name={`${kind}.${index}.${field}`} kind={kind} field={field} row={row} says={says} />
          ))
        }
        more={() => null}
      />
      {input[kind].length > MOST_ROWS ? <p class="hint">{entryForm.beyond(MOST_ROWS)}</p> : null}
    </>
  );
}

type RowFieldProps = Readonly<{ name: string; kind: FactRowKind; field: string; row: Row; says: SaysAt }>;

function RowField({ name, kind, field, row, says }: RowFieldProps) {
  const { factsForm: w, relation } = useWords();
  const [labels, hints]: readonly Readonly<Record<string, string>>[] = [w.rowLabels, w.rowHints];
  const key = `${kind}.${field}`;
  const props = {
    ...{ name, label: labels?.[key] ?? "", hint: hints?.[key], error: says(name), value: row[field] ?? "" },
    optionalWords: "",
  };
  if (key === "partners.name") return <TextInput {...props} suggestions={SUGGESTIONS} />;
  if (field !== "kind") return <TextInput {...props} />;
  return <Select {...props} options={RELATION_KINDS.map((value) => ({ value, label: relation[value] }))} />;
}

const SUGGESTIONS = "known-partners";

/** The browser offers them while one types. */
function Suggestions({ partners }: Readonly<{ partners: readonly NamedPartner[] }>) {
  const lang = useLang();
  return (
    <datalist id={SUGGESTIONS}>
      {partners.map(({ name, country }) => (
        <option value={name}>{country === null ? "" : countryText(country, lang)}</option>
      ))}
    </datalist>
  );
}

/** What the field is called above the form. */
export function factLabel(field: string, lang: Lang): string {
  const { factsForm: w, entryForm } = words(lang);
  const [kind = "", index = "0", name = ""] = field.split(".");
  const labels: Readonly<Record<string, string>> = { ...w.labels, ...w.rowLabels };
  if (name === "") return labels[kind] ?? "";
  const kinds: Readonly<Record<string, string>> = w.rowNames;
  return entryForm.rowField(kinds[kind] ?? "", Number(index) + 1, labels[`${kind}.${name}`] ?? "");
}
