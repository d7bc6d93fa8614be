/** The form of one fiscal year and column: status and reason first, the rest in parts that fold. */
import { ActionBar, Button, ButtonLink, ErrorSummary, Notice, PageHead, pathIn, TextInput } from "../../../ui/index.ts";
import { programmeAddress } from "../../programme-address.ts";
import type { YearColumn } from "../../programme-year.ts";
import type { CellPart } from "../../report/cell-facts.ts";
import { ProgrammeFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { useWords, words } from "../words.ts";
import { fiscalYearText } from "../year-words.ts";
import { DoubtsNotice } from "./doubts-notice.tsx";
import type { EntryInput } from "./entry-input.ts";
import { EntryParts, StatusFields, useEntryParts } from "./entry-parts.tsx";
import type { EntryDoubt, EntryProblem } from "./entry-reading.ts";
import { summaryLine } from "./entry-rows.tsx";
import { Contents, SaveOnEnter } from "./fold.tsx";
import { doubtText, saysAt } from "./form-says.ts";
import { LostNote } from "./lost-note.tsx";
import { type Personal, PersonalDataFields } from "./personal-data.tsx";
import type { Asked } from "./row-order.ts";

export type EntryPageProps = Readonly<{
  page: PageContext;
  id: string;
  title: string;
  fiscalYear: number;
  column: YearColumn;
  input: EntryInput;
  /** What was just asked for besides saving. */
  asked?: Asked | undefined;
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
        <StatusFields input={input} says={says} />
        <PartsList input={input} />
        <EntryParts {...{ input, says, action, asked: props.asked, showsWording: false }} />
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

function PartsList({ input }: Pick<EntryPageProps, "input">) {
  return <Contents parts={useEntryParts(input)} />;
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
