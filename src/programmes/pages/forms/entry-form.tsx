/** The form of one fiscal year and column: status and reason first, the rest in parts that fold. */
import {
  ActionBar,
  Button,
  ButtonLink,
  ErrorSummary,
  Notice,
  PageHead,
  pathIn,
  Select,
  TextArea,
  TextInput,
} from "../../../ui/index.ts";
import { programmeAddress } from "../../programme-address.ts";
import type { YearColumn } from "../../programme-year.ts";
import type { CellPart } from "../../report/cell-facts.ts";
import { YEAR_STATUSES } from "../../year-status.ts";
import { ProgrammeFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { useWords, words } from "../words.ts";
import { fiscalYearText } from "../year-words.ts";
import { DoubtsNotice } from "./doubts-notice.tsx";
import { ROW_KINDS } from "./entry-fields.ts";
import type { EntryInput } from "./entry-input.ts";
import type { EntryDoubt, EntryProblem } from "./entry-reading.ts";
import { countRows, FoldedRows, RowsOf, summaryLine } from "./entry-rows.tsx";
import { Contents, Fold, type Part, SaveOnEnter } from "./fold.tsx";
import { doubtText, type SaysAt, saysAt } from "./form-says.ts";
import { LostNote } from "./lost-note.tsx";
import { type Personal, PersonalDataFields } from "./personal-data.tsx";

export type EntryPageProps = Readonly<{
  page: PageContext;
  id: string;
  title: string;
  fiscalYear: number;
  column: YearColumn;
  input: EntryInput;
  /** Kind of rows that was just asked for. */
  asked?: string | undefined;
  problems?: readonly EntryProblem[];
  /** Asked about before saving; saved when sent again with the box ticked. */
  doubts?: readonly EntryDoubt[];
  personal?: Personal | undefined;
  refused?: string | undefined;
  /** What print cannot carry of the entry as it is saved. */
  lost?: readonly CellPart[];
  /** There is an entry to take away. */
  isSaved: boolean;
}>;

export function EntryPage(props: EntryPageProps) {
  const {
    page,
    id,
    title,
    fiscalYear,
    column,
    input,
    problems = [],
    doubts = [],
    personal,
    refused,
    lost = [],
  } = props;
  const { entryForm: w, column: columns, form } = words(page.lang);
  const own = pathIn(page.lang, programmeAddress(id));
  const heading = w.title(fiscalYearText(fiscalYear, page.lang), columns[column]);
  const year = { fiscalYear, column };
  const says = saysAt({ problems, doubts }, year, page.lang);
  const action = `${own}/years/${fiscalYear}/${column}`;
  return (
    <ProgrammeFrame page={page} title={heading} crumbs={[{ label: title, href: own }, { label: heading }]}>
      <PageHead kicker={title} title={heading} lead={input.from === "plan" ? w.fromPlanLead : w.lead} />
      <form class="stack-l mt-l" method="post" action={action} novalidate>
        <SaveOnEnter />
        <ErrorSummary problems={problems.map((problem) => summaryLine(problem, page.lang))} />
        {refused === undefined ? null : (
          <Notice kind="err" title={form.refused} announce>
            <p>{refused}</p>
          </Notice>
        )}
        <DoubtsNotice
          doubts={doubts.map((doubt) => ({
            ...{ href: hrefOf(doubt, own), text: doubtText(doubt.said, year, page.lang), doubt },
          }))}
        />
        {(["version", "opened", "from"] as const).map((name) => (
          <input type="hidden" name={name} value={input[name]} />
        ))}
        <Status input={input} says={says} />
        <Parts {...props} says={says} action={action} />
        {personal === undefined ? null : <PersonalDataFields {...personal} />}
        <TextInput name="reason" label={form.reason} hint={form.reasonHint} value={input.reason} />
        <ActionBar label={form.save}>
          <Button look="main" name="act" value="save">
            {form.save}
          </Button>
          <ButtonLink look="plain" href={own}>
            {form.cancel}
          </ButtonLink>
        </ActionBar>
        <LostNote parts={lost} />
        {props.isSaved ? <Removal /> : null}
      </form>
    </ProgrammeFrame>
  );
}

/** Before the first fiscal year: that is put right on the programme itself. */
function hrefOf({ field, said }: EntryDoubt, own: string): string | null {
  if (field !== null) return `#${field}`;
  const isStart = said.kind === "disagreement" && said.disagreement.code === "result_before_start";
  return isStart ? `${own}/edit#start` : null;
}

type PartProps = Readonly<{ input: EntryInput; says: SaysAt }>;

function Status({ input, says }: PartProps) {
  const { entryForm: w, status } = useWords();
  return (
    <>
      <Select
        required
        {...{ name: "status", label: w.fields.status, error: says("status"), value: input.status }}
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

/** Most years need their events; what else is needed is opened by who needs it. */
function Parts({ input, says, action, asked }: EntryPageProps & Readonly<{ says: SaysAt; action: string }>) {
  const { entryForm: w } = useWords();
  const kinds = ROW_KINDS.filter((kind) => kind !== "sources");
  const parts: readonly Part[] = [
    ...kinds.map((kind) => ({ id: `part-${kind}`, label: w.sectionOf(w.kinds[kind], countRows(kind, input)) })),
    { id: "part-money", label: w.money },
    { id: "part-wording", label: w.wording },
  ];
  return (
    <>
      <Contents parts={parts} />
      <div class="parts">
        {kinds.map((kind) => (
          <FoldedRows {...{ kind, input, says, action }} isWanted={kind === "events" || asked === `add:${kind}`} />
        ))}
        <Money {...{ input, says, action }} isWanted={asked === "add:sources"} />
        <Wording input={input} says={says} />
      </div>
    </>
  );
}

function Money({ input, says, action, isWanted }: PartProps & Readonly<{ action: string; isWanted: boolean }>) {
  const { entryForm: w } = useWords();
  const isSaid = ["planned", "settled"].some((name) => says(name) !== undefined);
  const isFilled = [input.planned, input.settled, input.budgetAsPrinted].some((text) => text !== "");
  return (
    <Fold id="part-money" label={w.money} isOpen={isWanted || isSaid || isFilled || countRows("sources", input) > 0}>
      <div class="rowfields">
        {(["planned", "settled"] as const).map((name) => (
          <TextInput
            {...{ name, label: w.fields[name], value: input[name], error: says(name) }}
            keyboard="numeric"
            optionalWords=""
          />
        ))}
      </div>
      <p class="hint">{w.kindHints.sources}</p>
      <RowsOf kind="sources" {...{ input, says, action }} />
      <TextArea
        {...{ name: "budgetAsPrinted", label: w.fields.budgetAsPrinted, hint: w.budgetAsPrintedHint }}
        value={input.budgetAsPrinted}
        rows={2}
      />
    </Fold>
  );
}

function Wording({ input }: PartProps) {
  const { entryForm: w } = useWords();
  return (
    <Fold id="part-wording" label={w.wording} isOpen={false}>
      <TextArea name="text" label={w.fields.text} hint={w.textHint} value={input.text} />
      <TextArea name="notes" label={w.fields.notes} hint={w.notesHint} value={input.notes} rows={3} />
    </Fold>
  );
}

/** For an entry made by mistake; the next page says what goes and asks for the reason. */
function Removal() {
  const { entryForm: w } = useWords();
  return (
    <details class="disc">
      <summary>{w.removal.open}</summary>
      <p>{w.removal.text}</p>
      <div class="row mt-s">
        <Button small name="act" value="remove">
          {w.removal.button}
        </Button>
      </div>
    </details>
  );
}
