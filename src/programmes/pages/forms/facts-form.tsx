/** The form of a programme itself. Three fields make a record: title, whose it is, since when; the rest folds. */
import type { Child } from "hono/jsx";
import { FIELDS, fieldText, type NamedPartner } from "../../../registry/index.ts";
import {
  ActionBar,
  Button,
  ButtonLink,
  CheckList,
  ErrorSummary,
  Notice,
  PageHead,
  pathIn,
  Select,
  TextArea,
  TextInput,
  useLang,
} from "../../../ui/index.ts";
import { OPERATOR_KINDS } from "../../programme.ts";
import { programmeAddress } from "../../programme-address.ts";
import { ProgrammeFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { useWords, words } from "../words.ts";
import { type AgreementOffer, NO_OFFER } from "./agreement-choice.ts";
import { AgreementFields } from "./agreement-fields.tsx";
import { DoubtsNotice } from "./doubts-notice.tsx";
import type { EntryDoubt } from "./entry-reading.ts";
import { type FactsInput, type FactText, isEmptyFactRow } from "./facts-input.ts";
import { FactRows, factLabel } from "./facts-rows.tsx";
import { Contents, Fold, type Part, SaveOnEnter } from "./fold.tsx";
import { doubtText, factsSayAt, type SaysAt } from "./form-says.ts";
import { type Personal, PersonalDataFields } from "./personal-data.tsx";
import type { FactsProblem } from "./read-facts.ts";
import type { Asked } from "./row-order.ts";

export type FactsPageProps = Readonly<{
  page: PageContext;
  /** Null for a new programme. */
  record: Readonly<{ id: string; title: string }> | null;
  input: FactsInput;
  /** What was just asked for besides saving. */
  asked?: Asked | undefined;
  /** Agreements that are linked and those that were searched for. */
  offer?: AgreementOffer | undefined;
  /** Offered while a partner is typed. */
  partners?: readonly NamedPartner[] | undefined;
  problems?: readonly FactsProblem[];
  doubts?: readonly EntryDoubt[];
  personal?: Personal | undefined;
  refused?: string | undefined;
}>;

export function FactsPage(props: FactsPageProps) {
  const { page, record, input, asked, offer, partners, problems = [], doubts = [], personal } = props;
  const { factsForm: w, form } = words(page.lang);
  const { lang } = page;
  const back = pathIn(lang, record === null ? "/programmes" : programmeAddress(record.id));
  const action = record === null ? pathIn(lang, "/programmes/new") : `${back}/edit`;
  const title = record === null ? w.newTitle : w.editTitle;
  const says = factsSayAt(problems, doubts, lang);
  return (
    <ProgrammeFrame
      page={page}
      title={title}
      crumbs={[...(record === null ? [] : [{ label: record.title, href: back }]), { label: title }]}
      current={record === null ? "new-programme" : "programmes"}
    >
      <PageHead kicker={record?.title} title={title} lead={record === null ? w.newLead : w.editLead} />
      <form class="stack-l mt-l" method="post" action={action} novalidate>
        <SaveOnEnter />
        <Told {...props} />
        {(["version", "opened"] as const).map((name) => (
          <input type="hidden" name={name} value={input[name]} />
        ))}
        <Line name="title" input={input} says={says} required />
        {record === null ? (
          <Line name="owner" input={input} says={says} required />
        ) : (
          <input type="hidden" name="owner" value={input.owner} />
        )}
        <Line name="start" input={input} says={says} />
        <TextArea name="overview" label={w.labels.overview} value={input.overview} />
        <Parts {...{ input, says, action, asked, offer, partners }} />
        {personal === undefined ? null : <PersonalDataFields {...personal} />}
        {record === null ? null : (
          <TextInput name="reason" label={form.reason} hint={form.reasonHint} value={input.reason} />
        )}
        <ActionBar label={form.save}>
          <Button look="main" name="act" value="save">
            {form.save}
          </Button>
          <ButtonLink look="plain" href={back}>
            {form.cancel}
          </ButtonLink>
        </ActionBar>
      </form>
    </ProgrammeFrame>
  );
}

/** Above the form: what is wrong, what was refused, what is asked. */
function Told({ page: { lang }, problems = [], doubts = [], refused }: FactsPageProps) {
  const { factsForm: w, form } = words(lang);
  return (
    <>
      <ErrorSummary
        problems={problems.map(({ field, code, text }) => ({
          ...{ field, label: factLabel(field, lang), message: w.problems[code](text) },
        }))}
      />
      {refused === undefined ? null : (
        <Notice kind="err" title={form.refused} announce>
          <p>{refused}</p>
        </Notice>
      )}
      <DoubtsNotice
        doubts={doubts.map((doubt) => ({
          ...{ href: `#${doubt.field}`, text: doubtText(doubt.said, null, lang), doubt },
        }))}
      />
    </>
  );
}

type PartProps = Readonly<{ input: FactsInput; says: SaysAt }>;

const PARTS = ["partners", "turns", "relations", "naming", "operation", "agreements"] as const;
type PartName = (typeof PARTS)[number];

const TEXTS_OF: Readonly<Record<PartName, readonly FactText[]>> = {
  ...{ partners: [], relations: [], turns: ["recurrence"], agreements: ["agreementIds"] },
  ...{ naming: ["section", "number", "parentTitle", "titleNote"], operation: ["operator", "operatorAsPrinted"] },
};

type PartsProps = PartProps & Pick<FactsPageProps, "asked" | "offer" | "partners"> & Readonly<{ action: string }>;

/** Of a new programme only what is wrong or asked for is open: three fields are enough. */
function Parts({ input, says, action, asked, offer = NO_OFFER, partners }: PartsProps) {
  const { factsForm: w, entryForm } = useWords();
  const filled = (kind: "partners" | "relations") => input[kind].filter((row) => !isEmptyFactRow(kind, row)).length;
  const counts: Readonly<Partial<Record<PartName, number>>> = {
    ...{ partners: filled("partners"), relations: filled("relations"), agreements: input.agreements.length },
  };
  const label = (part: PartName) => entryForm.sectionOf(w.parts[part], counts[part] ?? 0);
  const parts = PARTS.map((part): Part => ({ id: `part-${part}`, label: label(part) }));
  const isFound = offer.found !== null;
  const isOpen = (part: PartName) =>
    asked?.kind === part || (part === "agreements" && isFound) || isSaidIn(part, input, says) || isFilled(part, input);
  const fold = (part: PartName, content: Child) => (
    <Fold id={`part-${part}`} label={label(part)} isOpen={isOpen(part)} hint={w.partHints[part]}>
      {content}
    </Fold>
  );
  const lines = (part: PartName) => TEXTS_OF[part].map((name) => <Line name={name} input={input} says={says} />);
  return (
    <>
      <Contents parts={parts} />
      <div class="parts">
        {fold("partners", <FactRows kind="partners" {...{ input, says, action, asked, partners }} />)}
        {fold("turns", <Turns input={input} says={says} />)}
        {fold("relations", <FactRows kind="relations" {...{ input, says, action, asked }} />)}
        {fold("naming", lines("naming"))}
        {fold("operation", [...lines("operation"), <OperatorKind input={input} />])}
        {fold("agreements", <AgreementFields {...{ input, says, offer, action }} />)}
      </div>
    </>
  );
}

function isSaidIn(part: PartName, input: FactsInput, says: SaysAt): boolean {
  if (part !== "partners" && part !== "relations") return TEXTS_OF[part].some((name) => says(name) !== undefined);
  return input[part].some((row, index) => Object.keys(row).some((field) => says(`${part}.${index}.${field}`)));
}

function isFilled(part: PartName, input: FactsInput): boolean {
  if (part === "turns" && input.fields.length > 0) return true;
  if (part === "agreements" && input.agreements.length + input.agreementsShown.length > 0) return true;
  if (part === "partners" || part === "relations") return input[part].some((row) => !isEmptyFactRow(part, row));
  return TEXTS_OF[part].some((name) => input[name] !== "");
}

type LineProps = PartProps & Readonly<{ name: FactText; required?: boolean | undefined }>;

function Line({ name, input, says, required }: LineProps) {
  const { labels, hints } = useWords().factsForm;
  const known: Readonly<Record<string, string>> = labels;
  const hint: Readonly<Record<string, string>> = hints;
  return (
    <TextInput
      {...{ name, label: known[name] ?? "", hint: hint[name], required, value: input[name], error: says(name) }}
    />
  );
}

function Turns({ input, says }: PartProps) {
  const { factsForm: w } = useWords();
  const lang = useLang();
  return (
    <>
      <Line name="recurrence" input={input} says={says} />
      <CheckList
        name="fields"
        label={w.labels.fields}
        choices={FIELDS.map((field) => ({ value: field, label: fieldText(field, lang) }))}
        chosen={input.fields}
      />
    </>
  );
}

function OperatorKind({ input }: Readonly<{ input: FactsInput }>) {
  const { factsForm: w, record } = useWords();
  return (
    <Select
      name="operatorKind"
      label={w.operatorKind}
      emptyLabel={null}
      value={input.operatorKind}
      options={OPERATOR_KINDS.map((value) => ({ value, label: record.operatorKinds[value] }))}
    />
  );
}
