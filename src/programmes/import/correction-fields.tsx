/** The controls of a draft's parts: the parts of the programmes' own forms, around a draft. */
import { Button, ErrorSummary, type Lang, Notice, Select, TextArea, TextInput } from "../../ui/index.ts";
import { DoubtsNotice } from "../pages/forms/doubts-notice.tsx";
import type { EntryInput } from "../pages/forms/entry-input.ts";
import { EntryParts, StatusFields } from "../pages/forms/entry-parts.tsx";
import type { EntryDoubt, EntryProblem } from "../pages/forms/entry-reading.ts";
import { summaryLine } from "../pages/forms/entry-rows.tsx";
import type { FactsInput, FactText } from "../pages/forms/facts-input.ts";
import { FactRows, factLabel } from "../pages/forms/facts-rows.tsx";
import { Fold } from "../pages/forms/fold.tsx";
import { doubtText, factsSayAt, saysAt } from "../pages/forms/form-says.ts";
import type { FactsProblem } from "../pages/forms/read-facts.ts";
import type { Asked } from "../pages/forms/row-order.ts";
import { words } from "../pages/words.ts";
import { OPERATOR_KINDS } from "../programme.ts";
import { YEAR_COLUMNS, type YearColumn } from "../programme-year.ts";
import { correctionWords as en } from "./messages.en.ts";
import { correctionWords as ja } from "./messages.ja.ts";

/** What stands in the way of a record; `field` null when no single control is at fault. */
export type Told = readonly Readonly<{ field: string | null; message: string }>[];

type Shown = Readonly<{ doubts: readonly EntryDoubt[]; told: Told; lang: Lang }> &
  Readonly<{
    /** Address the form is sent to. */
    action: string;
    /** What was just asked for besides saving. */
    asked: Asked | undefined;
  }>;

export type HeadProps = Shown & Readonly<{ input: FactsInput; problems: readonly FactsProblem[] }>;

const LINES = ["start", "section", "parentTitle", "titleNote", "number"] as const;

export function HeadCorrection({ input, problems, doubts, told, action, asked, lang }: HeadProps) {
  const { factsForm: w, record } = words(lang);
  const labels: Readonly<Record<string, string>> = w.labels;
  const hints: Readonly<Record<string, string>> = w.hints;
  const says = factsSayAt(problems, doubts, lang);
  const messageOf = ({ code, text }: FactsProblem) => w.problems[code](text);
  const line = (name: FactText, required = false) => (
    <TextInput
      {...{ name, required, label: labels[name] ?? "", hint: hints[name], value: input[name], error: says(name) }}
    />
  );
  return (
    <>
      <ErrorSummary
        problems={problems.map((problem) => ({
          ...{ field: problem.field, label: factLabel(problem.field, lang), message: messageOf(problem) },
        }))}
      />
      <Notices {...{ doubts, told, lang }} />
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
      {line("operatorAsPrinted")}
      {(["partners", "relations"] as const).map((kind) => (
        <Fold id={`part-${kind}`} label={w.parts[kind]} hint={w.partHints[kind]} isOpen>
          <FactRows {...{ kind, input, says, action, asked }} />
        </Fold>
      ))}
    </>
  );
}

/** Which year and column the entry is of, as typed. */
export type YearOf = Readonly<{ year: string; fiscalYear: number; column: YearColumn }>;

export type EntryProps = Shown &
  Readonly<{
    input: EntryInput;
    year: YearOf;
    problems: readonly EntryProblem[];
  }>;

export function EntryCorrection(props: EntryProps) {
  const { input, year, problems, doubts, told, asked, action, lang } = props;
  const { column } = words(lang);
  const own = lang === "ja" ? ja : en;
  const says = saysAt({ problems, doubts }, year, lang);
  return (
    <>
      <ErrorSummary problems={problems.map((problem) => summaryLine(problem, lang))} />
      <Notices {...{ doubts, told: told.filter(({ field }) => field === null), year, lang }} />
      <div class="rowfields">
        <TextInput
          {...{ name: "fiscalYear", label: own.year, hint: own.yearHint, value: year.year, required: true }}
          error={told.find(({ field }) => field === "fiscalYear")?.message}
        />
        <Select
          {...{ name: "column", label: own.column, emptyLabel: null, value: year.column }}
          options={YEAR_COLUMNS.map((value) => ({ value, label: column[value] }))}
        />
      </div>
      <StatusFields input={input} says={says} />
      <EntryParts {...{ input, says, action, asked }} showsWording={input.text !== "" || input.notes !== ""} />
      <div class="row">
        <Button small name="act" value="remove">
          {own.remove}
        </Button>
      </div>
    </>
  );
}

type NoticesProps = Pick<Shown, "doubts" | "told" | "lang"> & Readonly<{ year?: YearOf }>;

function Notices({ doubts, told, lang, year }: NoticesProps) {
  return (
    <>
      <DoubtsNotice
        doubts={doubts.map((doubt) => ({
          ...{ href: doubt.field === null ? null : `#${doubt.field}`, doubt },
          text: doubtText(doubt.said, year ?? null, lang),
        }))}
      />
      {told.length === 0 ? null : (
        <Notice kind="err" title={(lang === "ja" ? ja : en).refused} announce>
          <ul>
            {told.map(({ message }) => (
              <li>{message}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
