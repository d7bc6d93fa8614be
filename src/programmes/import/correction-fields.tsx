/** The controls of a draft's parts, with the field names of the programmes' own forms. */
import { Button, ErrorSummary, type Lang, Notice, type Option, Select, TextArea, TextInput } from "../../ui/index.ts";
import { type EntryInput, ROW_FIELDS, ROW_KINDS, type RowKind } from "../pages/forms/entry-input.ts";
import type { FactsInput, FactsProblem, FactText } from "../pages/forms/facts-input.ts";
import type { EntryProblem } from "../pages/forms/read-entry.ts";
import { words } from "../pages/words.ts";
import { OPERATOR_KINDS } from "../programme.ts";
import { DIRECTIONS, YEAR_COLUMNS, type YearColumn } from "../programme-year.ts";
import { POST_STATUSES, YEAR_STATUSES } from "../year-status.ts";
import { correctionWords as en } from "./messages.en.ts";
import { correctionWords as ja } from "./messages.ja.ts";

/** What stands in the way of a record; `field` null when no single control is at fault. */
export type Told = readonly Readonly<{ field: string | null; message: string }>[];
export type YearOf = Readonly<{ year: string; column: YearColumn }>;

type HeadProps = Readonly<{ input: FactsInput; problems: readonly FactsProblem[]; told: Told; lang: Lang }>;

const LINES = ["number", "parentTitle", "titleNote", "start", "section"] as const;

export function HeadCorrection({ input, problems, told, lang }: HeadProps) {
  const { factsForm: w, record } = words(lang);
  const labels: Readonly<Record<string, string>> = w.labels;
  const hints: Readonly<Record<string, string>> = w.hints;
  const errorOf = (field: string) => {
    const problem = problems.find((one) => one.field === field);
    return problem === undefined ? undefined : w.problems[problem.code](problem.text);
  };
  const line = (name: FactText, required = false) => (
    <TextInput
      {...{ name, required, label: labels[name] ?? "", hint: hints[name], value: input[name], error: errorOf(name) }}
    />
  );
  const labelOf = (field: string) =>
    field.startsWith("partners.") ? w.partnerCountry(Number(field.split(".")[1]) + 1) : (labels[field] ?? "");
  return (
    <>
      <ErrorSummary
        problems={problems.map(({ field, code, text }) => ({
          ...{ field, label: labelOf(field), message: w.problems[code](text) },
        }))}
      />
      <NotRecordable told={told} lang={lang} />
      {line("title", true)}
      {LINES.map((name) => line(name))}
      <TextArea name="overview" label={w.labels.overview} value={input.overview} />
      {line("recurrence")}
      {line("operator")}
      <Select
        name="operatorKind"
        label={w.operatorKind}
        emptyLabel={null}
        value={input.operatorKind}
        options={OPERATOR_KINDS.map((value) => ({ value, label: record.operatorKinds[value] }))}
      />
      <fieldset class="rowset">
        <legend class="h-card">{w.labels.partners}</legend>
        {input.partners.map(({ name, formerName, country }, index) => {
          const at = `partners.${index}`;
          return (
            <div class="rowfields">
              <TextInput name={`${at}.name`} label={w.partnerName(index + 1)} value={name} optionalWords="" />
              <TextInput
                name={`${at}.formerName`}
                label={w.partnerFormerName(index + 1)}
                value={formerName}
                optionalWords=""
              />
              <TextInput
                name={`${at}.country`}
                label={w.partnerCountry(index + 1)}
                value={country}
                optionalWords=""
                error={errorOf(`${at}.country`)}
              />
            </div>
          );
        })}
        <Button small name="act" value="add">
          {w.addPartner}
        </Button>
      </fieldset>
    </>
  );
}

type EntryProps = Readonly<{ input: EntryInput; year: YearOf; problems: readonly EntryProblem[] }> &
  Readonly<{ told: Told; lang: Lang }>;

export function EntryCorrection({ input, year, problems, told, lang }: EntryProps) {
  const { entryForm: w, column, status } = words(lang);
  const own = lang === "ja" ? ja : en;
  const yearError = told.find(({ field }) => field === "fiscalYear")?.message;
  return (
    <>
      <ErrorSummary problems={problems.map((problem) => summaryOf(problem, lang))} />
      <NotRecordable told={told.filter(({ field }) => field === null)} lang={lang} />
      <div class="rowfields">
        <TextInput
          name="fiscalYear"
          label={own.year}
          hint={own.yearHint}
          value={year.year}
          error={yearError}
          required
        />
        <Select
          name="column"
          label={own.column}
          emptyLabel={null}
          value={year.column}
          options={YEAR_COLUMNS.map((value) => ({ value, label: column[value] }))}
        />
      </div>
      <Select
        required
        {...controlOf("status", w.fields.status, problems, lang)}
        value={input.status}
        options={YEAR_STATUSES.map((value) => ({ value, label: status[value] }))}
      />
      <TextInput
        name="reasonAsPrinted"
        label={w.reasonAsPrinted}
        hint={w.reasonAsPrintedHint}
        value={input.reasonAsPrinted}
      />
      {ROW_KINDS.map((kind) => (
        <Rows {...{ kind, input, problems, lang }} />
      ))}
      {(["planned", "settled"] as const).map((name) => (
        <TextInput {...controlOf(name, w.fields[name], problems, lang)} value={input[name]} keyboard="numeric" />
      ))}
      <TextArea {...controlOf("sources", w.fields.sources, problems, lang)} value={input.sources} rows={2} />
      <TextArea name="text" label={w.text} hint={w.textHint} value={input.text} />
      <TextArea name="notes" label={w.notes} hint={w.notesHint} value={input.notes} rows={3} />
      <Button small name="act" value="remove">
        {own.remove}
      </Button>
    </>
  );
}

function NotRecordable({ told, lang }: Readonly<{ told: Told; lang: Lang }>) {
  if (told.length === 0) return null;
  return (
    <Notice kind="err" title={(lang === "ja" ? ja : en).refused} announce>
      <ul>
        {told.map(({ message }) => (
          <li>{message}</li>
        ))}
      </ul>
    </Notice>
  );
}

function summaryOf(problem: EntryProblem, lang: Lang) {
  const { entryForm: w } = words(lang);
  const [kind = "", index = "0", field = ""] = problem.field.split(".");
  const labels: Readonly<Record<string, string>> = w.fields;
  const kinds: Readonly<Record<string, string>> = w.kinds;
  const label =
    field === "" ? (labels[kind] ?? "") : w.rowField(kinds[kind] ?? "", Number(index) + 1, labels[field] ?? "");
  return { field: problem.field, label, message: w.problems[problem.code](problem.text) };
}

function controlOf(name: string, label: string, problems: readonly EntryProblem[], lang: Lang) {
  const problem = problems.find(({ field }) => field === name);
  const { entryForm } = words(lang);
  return { name, label, error: problem === undefined ? undefined : entryForm.problems[problem.code](problem.text) };
}

type RowsProps = Pick<EntryProps, "input" | "problems" | "lang"> & Readonly<{ kind: RowKind }>;

function Rows({ kind, input, problems, lang }: RowsProps) {
  const { entryForm: w } = words(lang);
  const labels: Readonly<Record<string, string>> = w.fields;
  return (
    <fieldset class="rowset">
      <legend class="h-card">{w.kinds[kind]}</legend>
      <p class="hint">{w.kindHints[kind]}</p>
      {input[kind].map((row, index) => (
        <div class="rowfields">
          <input type="hidden" name={`${kind}.${index}.base`} value={row.base ?? ""} />
          {ROW_FIELDS[kind].map((field) => {
            const label = w.numbered(labels[field] ?? "", index + 1);
            const control = controlOf(`${kind}.${index}.${field}`, label, problems, lang);
            const options = optionsFor(kind, field, lang);
            const value = row[field] ?? "";
            if (options === undefined) return <TextInput {...control} value={value} optionalWords="" />;
            const emptyLabel = field === "status" ? w.sameStatus : w.notSaid;
            return <Select {...control} {...{ value, options, emptyLabel }} optionalWords="" />;
          })}
        </div>
      ))}
      <Button small name="act" value={`add:${kind}`}>
        {w.addRow(w.kinds[kind])}
      </Button>
    </fieldset>
  );
}

function optionsFor(kind: RowKind, field: string, lang: Lang): readonly Option[] | undefined {
  const { status, direction } = words(lang);
  if (field === "direction") return DIRECTIONS.map((value) => ({ value, label: direction[value] }));
  if (field !== "status") return undefined;
  const known = kind === "items" ? [...YEAR_STATUSES, ...POST_STATUSES] : YEAR_STATUSES;
  return known.map((value) => ({ value, label: status[value] }));
}
