/** The form of one fiscal year and column: status and reason, then rows of parts, events, figures and people, and money. */
import type { Child } from "hono/jsx";
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Link,
  Notice,
  type Option,
  PageHead,
  pathIn,
  Select,
  TextArea,
  TextInput,
  useLang,
} from "../../../ui/index.ts";
import { programmeAddress } from "../../programme-address.ts";
import { DIRECTIONS, type YearColumn } from "../../programme-year.ts";
import { POST_STATUSES, YEAR_STATUSES } from "../../year-status.ts";
import { ProgrammeFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { useWords, words } from "../words.ts";
import { fiscalYearText } from "../year-words.ts";
import { type EntryInput, ROW_FIELDS, ROW_KINDS, type RowKind } from "./entry-input.ts";
import { type Personal, PersonalDataFields } from "./personal-data.tsx";
import type { EntryDoubt, EntryProblem } from "./read-entry.ts";

export type EntryPageProps = Readonly<{
  page: PageContext;
  id: string;
  title: string;
  fiscalYear: number;
  column: YearColumn;
  input: EntryInput;
  problems?: readonly EntryProblem[];
  /** Asked about before saving; saved when sent again with the box ticked. */
  doubts?: readonly EntryDoubt[];
  personal?: Personal | undefined;
  refused?: string | undefined;
}>;

export function EntryPage(props: EntryPageProps) {
  const { page, id, title, fiscalYear, column, input, problems = [], doubts = [], personal, refused } = props;
  const { entryForm: w, column: columns, form } = words(page.lang);
  const own = pathIn(page.lang, programmeAddress(id));
  const heading = w.title(fiscalYearText(fiscalYear, page.lang), columns[column]);
  return (
    <ProgrammeFrame page={page} title={heading} crumbs={[{ label: title, href: own }, { label: heading }]}>
      <PageHead kicker={title} title={heading} lead={input.from === "plan" ? w.fromPlanLead : w.lead} />
      <form class="stack-l mt-l" method="post" action={`${own}/years/${fiscalYear}/${column}`} novalidate>
        <ErrorSummary problems={problems.map((problem) => summaryLine(problem, page))} />
        {refused === undefined ? null : (
          <Notice kind="err" title={form.refused} announce>
            <p>{refused}</p>
          </Notice>
        )}
        <Doubts doubts={doubts} />
        {(["version", "opened", "from"] as const).map((name) => (
          <input type="hidden" name={name} value={input[name]} />
        ))}
        <Status input={input} problems={problems} />
        {ROW_KINDS.map((kind) => (
          <Rows kind={kind} input={input} problems={problems} />
        ))}
        <Money input={input} problems={problems} />
        <TextArea name="text" label={w.text} hint={w.textHint} value={input.text} />
        <TextArea name="notes" label={w.notes} hint={w.notesHint} value={input.notes} rows={3} />
        {personal === undefined ? null : <PersonalDataFields {...personal} />}
        <TextInput name="reason" label={form.reason} hint={form.reasonHint} value={input.reason} />
        <div class="row">
          <Button look="main" name="act" value="save">
            {form.save}
          </Button>
          <ButtonLink look="plain" href={own}>
            {form.cancel}
          </ButtonLink>
        </div>
      </form>
    </ProgrammeFrame>
  );
}

function summaryLine(problem: EntryProblem, { lang }: PageContext) {
  const { entryForm: w } = words(lang);
  const [kind = "", index = "0", field = ""] = problem.field.split(".");
  const labels: Readonly<Record<string, string>> = w.fields;
  const kinds: Readonly<Record<string, string>> = w.kinds;
  const label =
    field === "" ? (labels[kind] ?? "") : w.rowField(kinds[kind] ?? "", Number(index) + 1, labels[field] ?? "");
  return { field: problem.field, label, message: w.problems[problem.code](problem.text) };
}

type PartProps = Readonly<{ input: EntryInput; problems: readonly EntryProblem[] }>;

function Doubts({ doubts }: Readonly<{ doubts: readonly EntryDoubt[] }>) {
  const { entryForm: w } = useWords();
  if (doubts.length === 0) return null;
  return (
    <Notice kind="warn" title={w.doubtsTitle} announce id="doubts">
      <ul>
        {doubts.map((doubt) => (
          <li>
            <DoubtText doubt={doubt} />
          </li>
        ))}
      </ul>
      <label class="check mt-s">
        <input type="checkbox" name="sure" value="yes" />
        <span>{w.sure}</span>
      </label>
    </Notice>
  );
}

function DoubtText({ doubt }: Readonly<{ doubt: EntryDoubt }>): Child {
  const { entryForm: w } = useWords();
  if (doubt.kind === "weekday") {
    const { day, said, is } = doubt.weekday;
    return <Link href={`#${doubt.field}`}>{w.weekday(day, said, is)}</Link>;
  }
  const { code, values } = doubt.disagreement;
  const said: Readonly<Record<string, string | number>> = values;
  return w.disagreements[code](said);
}

function Status({ input, problems }: PartProps) {
  const { entryForm: w, status } = useWords();
  return (
    <>
      <Select
        required
        {...controlOf("status", w.fields.status, problems, useLang())}
        value={input.status}
        options={YEAR_STATUSES.map((value) => ({ value, label: status[value] }))}
      />
      <TextInput
        name="reasonAsPrinted"
        label={w.reasonAsPrinted}
        hint={w.reasonAsPrintedHint}
        value={input.reasonAsPrinted}
      />
    </>
  );
}

function controlOf(name: string, label: string, problems: readonly EntryProblem[], lang: PageContext["lang"]) {
  const problem = problems.find(({ field }) => field === name);
  const { entryForm } = words(lang);
  return { name, label, error: problem === undefined ? undefined : entryForm.problems[problem.code](problem.text) };
}

function Rows({ kind, input, problems }: PartProps & Readonly<{ kind: RowKind }>) {
  const { entryForm: w } = useWords();
  return (
    <fieldset class="rowset">
      <legend class="h-card">{w.kinds[kind]}</legend>
      <p class="hint">{w.kindHints[kind]}</p>
      {input[kind].map((row, index) => (
        <div class="rowfields">
          <input type="hidden" name={`${kind}.${index}.base`} value={row.base ?? ""} />
          {ROW_FIELDS[kind].map((field) => (
            <RowField kind={kind} index={index} field={field} value={row[field] ?? ""} problems={problems} />
          ))}
        </div>
      ))}
      <Button small name="act" value={`add:${kind}`}>
        {w.addRow(w.kinds[kind])}
      </Button>
    </fieldset>
  );
}

type RowFieldProps = Readonly<{
  kind: RowKind;
  index: number;
  field: string;
  value: string;
  problems: readonly EntryProblem[];
}>;

function RowField({ kind, index, field, value, problems }: RowFieldProps) {
  const { entryForm: w } = useWords();
  const lang = useLang();
  const labels: Readonly<Record<string, string>> = w.fields;
  const label = w.numbered(labels[field] ?? "", index + 1);
  const props = { ...controlOf(`${kind}.${index}.${field}`, label, problems, lang), value, optionalWords: "" };
  const options = useOptions(kind, field);
  if (options === undefined) return <TextInput {...props} keyboard={field === "count" ? "numeric" : undefined} />;
  return <Select {...props} options={options} emptyLabel={field === "status" ? w.sameStatus : w.notSaid} />;
}

function useOptions(kind: RowKind, field: string): readonly Option[] | undefined {
  const { status, direction } = useWords();
  if (field === "direction") return DIRECTIONS.map((value) => ({ value, label: direction[value] }));
  if (field !== "status") return undefined;
  const known = kind === "items" ? [...YEAR_STATUSES, ...POST_STATUSES] : YEAR_STATUSES;
  return known.map((value) => ({ value, label: status[value] }));
}

function Money({ input, problems }: PartProps) {
  const { entryForm: w } = useWords();
  const lang = useLang();
  return (
    <fieldset class="rowset">
      <legend class="h-card">{w.money}</legend>
      <div class="rowfields">
        {(["planned", "settled"] as const).map((name) => (
          <TextInput {...controlOf(name, w.fields[name], problems, lang)} value={input[name]} keyboard="numeric" />
        ))}
      </div>
      <TextArea
        {...controlOf("sources", w.fields.sources, problems, lang)}
        hint={w.sourcesHint}
        value={input.sources}
        rows={2}
      />
    </fieldset>
  );
}
