/** The form of a programme itself. Three fields make a record: title, whose it is, since when. */
import { FIELDS, fieldText } from "../../../registry/index.ts";
import {
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
import type { FactsInput, FactsProblem, FactText } from "./facts-input.ts";
import { type Personal, PersonalDataFields } from "./personal-data.tsx";

export type FactsPageProps = Readonly<{
  page: PageContext;
  /** Null for a new programme. */
  record: Readonly<{ id: string; title: string }> | null;
  input: FactsInput;
  problems?: readonly FactsProblem[];
  personal?: Personal | undefined;
  refused?: string | undefined;
}>;

export function FactsPage({ page, record, input, problems = [], personal, refused }: FactsPageProps) {
  const { factsForm: w, form } = words(page.lang);
  const { lang } = page;
  const back = pathIn(lang, record === null ? "/programmes" : programmeAddress(record.id));
  const title = record === null ? w.newTitle : w.editTitle;
  const crumbs = [...(record === null ? [] : [{ label: record.title, href: back }]), { label: title }];
  return (
    <ProgrammeFrame
      page={page}
      title={title}
      crumbs={crumbs}
      current={record === null ? "new-programme" : "programmes"}
    >
      <PageHead kicker={record?.title} title={title} lead={record === null ? w.newLead : w.editLead} />
      <form
        class="stack-l mt-l"
        method="post"
        action={record === null ? pathIn(lang, "/programmes/new") : `${back}/edit`}
        novalidate
      >
        <ErrorSummary
          problems={problems.map(({ field, code, text }) => ({
            field,
            label: fieldLabel(field, lang),
            message: w.problems[code](text),
          }))}
        />
        {refused === undefined ? null : (
          <Notice kind="err" title={form.refused} announce>
            <p>{refused}</p>
          </Notice>
        )}
        <input type="hidden" name="version" value={input.version} />
        <Line name="title" input={input} problems={problems} required />
        {record === null ? (
          <Line name="owner" input={input} problems={problems} required />
        ) : (
          <input type="hidden" name="owner" value={input.owner} />
        )}
        <Line name="start" input={input} problems={problems} />
        <TextArea name="overview" label={w.labels.overview} value={input.overview} />
        <PartnerRows input={input} problems={problems} />
        <Line name="recurrence" input={input} problems={problems} />
        <CheckList
          name="fields"
          label={w.labels.fields}
          choices={FIELDS.map((field) => ({ value: field, label: fieldText(field, lang) }))}
          chosen={input.fields}
        />
        {(["section", "number", "parentTitle", "titleNote", "operator"] as const).map((name) => (
          <Line name={name} input={input} problems={problems} />
        ))}
        <OperatorKind input={input} />
        <TextArea
          name="agreementIds"
          label={w.labels.agreementIds}
          hint={w.hints.agreementIds}
          value={input.agreementIds}
          error={errorOf("agreementIds", problems, lang)}
          rows={2}
        />
        {personal === undefined ? null : <PersonalDataFields {...personal} />}
        {record === null ? null : (
          <TextInput name="reason" label={form.reason} hint={form.reasonHint} value={input.reason} />
        )}
        <div class="row">
          <Button look="main" name="act" value="save">
            {form.save}
          </Button>
          <ButtonLink look="plain" href={back}>
            {form.cancel}
          </ButtonLink>
        </div>
      </form>
    </ProgrammeFrame>
  );
}

function fieldLabel(field: string, lang: PageContext["lang"]): string {
  const { labels, partnerCountry } = words(lang).factsForm;
  const known: Readonly<Record<string, string>> = labels;
  return field.startsWith("partners.") ? partnerCountry(Number(field.split(".")[1]) + 1) : (known[field] ?? "");
}

function errorOf(field: string, problems: readonly FactsProblem[], lang: PageContext["lang"]): string | undefined {
  const problem = problems.find((one) => one.field === field);
  return problem === undefined ? undefined : words(lang).factsForm.problems[problem.code](problem.text);
}

type LineProps = Readonly<{
  name: FactText;
  input: FactsInput;
  problems: readonly FactsProblem[];
  required?: boolean | undefined;
}>;

function Line({ name, input, problems, required }: LineProps) {
  const { labels, hints } = useWords().factsForm;
  const lang = useLang();
  const known: Readonly<Record<string, string>> = labels;
  const hint: Readonly<Record<string, string>> = hints;
  return (
    <TextInput
      name={name}
      label={known[name] ?? ""}
      hint={hint[name]}
      required={required}
      value={input[name]}
      error={errorOf(name, problems, lang)}
    />
  );
}

function PartnerRows({ input, problems }: Readonly<{ input: FactsInput; problems: readonly FactsProblem[] }>) {
  const { factsForm: w } = useWords();
  const lang = useLang();
  return (
    <fieldset class="rowset">
      <legend class="h-card">{w.labels.partners}</legend>
      {input.partners.map(({ name, formerName, country }, index) => (
        <div class="rowfields">
          <TextInput name={`partners.${index}.name`} label={w.partnerName(index + 1)} value={name} optionalWords="" />
          <TextInput
            name={`partners.${index}.formerName`}
            label={w.partnerFormerName(index + 1)}
            value={formerName}
            optionalWords=""
          />
          <TextInput
            name={`partners.${index}.country`}
            label={w.partnerCountry(index + 1)}
            value={country}
            optionalWords=""
            error={errorOf(`partners.${index}.country`, problems, lang)}
          />
        </div>
      ))}
      <Button small name="act" value="add">
        {w.addPartner}
      </Button>
    </fieldset>
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
