/** The form in which a person corrects a draft before accepting it. Two empty rows wait for more parties and dates. */
import { type FactProblem, FIELDS, fieldName, registryMessages } from "../../registry/index.ts";
import {
  Button,
  ButtonLink,
  CheckList,
  ErrorSummary,
  type FieldProblem,
  type Lang,
  PageHead,
  pathIn,
  Select,
  TextArea,
  TextInput,
} from "../../ui/index.ts";
import type { ImportDraft } from "../imported-document.ts";
import { placeOfDraft } from "../place-of-draft.ts";
import { DATE_ROLES, type TypedDate, type TypedFacts, type TypedParty, type TypingProblem } from "./facts-form.ts";
import { IntakeFrame } from "./intake-frame.tsx";
import type { PageContext } from "./page-context.ts";
import { words } from "./words.ts";

export type EditPageProps = Readonly<{
  context: PageContext;
  draft: ImportDraft;
  typed: TypedFacts;
  problems?: readonly FieldProblem[];
}>;

const EMPTY_ROWS = 2;

export function EditPage({ context, draft, typed, problems = [] }: EditPageProps) {
  const { lang } = context;
  const { edit: text, draft: draftText } = words(lang);
  const back = pathIn(lang, `/imports/${draft.documentId}/drafts/${draft.position}`);
  const errorAt = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const { facts } = draftText;
  return (
    <IntakeFrame
      context={context}
      title={text.title}
      crumbs={[{ label: placeOfDraft(draft.record), href: back }, { label: text.title }]}
    >
      <PageHead kicker={`${placeOfDraft(draft.record)}　${draft.record.title}`} title={text.title} lead={text.lead} />
      <ErrorSummary problems={problems} />
      <form class="stack-l mt-l narrow" method="post" action={`${back}/edit`}>
        <input type="hidden" name="version" value={`${draft.version}`} />
        <TextInput name="title" label={facts.title} value={typed.title} error={errorAt("title")} required />
        <Select
          name="main"
          label={text.main}
          value={typed.main}
          error={errorAt("main")}
          options={FIELDS.map((field) => ({ value: field, label: fieldName(field) }))}
        />
        <CheckList
          name="further"
          label={text.further}
          chosen={typed.further}
          choices={FIELDS.map((field) => ({ value: field, label: fieldName(field) }))}
        />
        <TextArea
          name="japan"
          label={facts.japan}
          hint={text.japanHint}
          value={typed.japan}
          rows={3}
          error={errorAt("japan")}
          required
        />
        <ForeignRows lang={lang} parties={typed.foreign} errorAt={errorAt} />
        <DateRows lang={lang} dates={typed.dates} errorAt={errorAt} />
        <TextArea
          name="background"
          label={facts.background}
          value={typed.background}
          rows={6}
          error={errorAt("background")}
        />
        <TextArea
          name="activities"
          label={facts.activities}
          value={typed.activities}
          rows={6}
          error={errorAt("activities")}
        />
        <TextArea name="outcomes" label={facts.outcomes} value={typed.outcomes} rows={6} error={errorAt("outcomes")} />
        <TextArea
          name="urls"
          label={facts.urls}
          hint={text.perLine}
          value={typed.urls}
          rows={2}
          error={errorAt("urls")}
        />
        <TextArea
          name="departments"
          label={facts.departments}
          hint={text.perLine}
          value={typed.departments}
          rows={2}
          error={errorAt("departments")}
        />
        <TextArea
          name="phones"
          label={facts.phones}
          hint={text.perLine}
          value={typed.phones}
          rows={2}
          error={errorAt("phones")}
        />
        <div class="row">
          <Button look="main">{text.accept}</Button>
          <ButtonLink look="plain" href={back}>
            {text.cancel}
          </ButtonLink>
        </div>
      </form>
    </IntakeFrame>
  );
}

type ErrorAt = (field: string) => string | undefined;

function ForeignRows({
  lang,
  parties,
  errorAt,
}: Readonly<{ lang: Lang; parties: readonly TypedParty[]; errorAt: ErrorAt }>) {
  const { edit: text } = words(lang);
  const rows = withEmptyRows(parties, { name: "", country: "" });
  return (
    <fieldset class="stack">
      <legend class="strong">{text.foreign}</legend>
      {rows.map(({ name, country }, index) => (
        <>
          <TextInput
            name="foreignName"
            id={`foreign-${index}`}
            label={text.foreignName(index + 1)}
            value={name}
            error={errorAt(`foreign-${index}`)}
            required={index === 0}
          />
          <CountryInput lang={lang} index={index} country={country} error={errorAt(`foreignCountry-${index}`)} />
        </>
      ))}
    </fieldset>
  );
}

type CountryInputProps = Readonly<{ lang: Lang; index: number; country: string; error: string | undefined }>;

function CountryInput({ lang, index, country, error }: CountryInputProps) {
  const { edit: text } = words(lang);
  return (
    <TextInput
      name="foreignCountry"
      id={`foreignCountry-${index}`}
      label={text.foreignCountry(index + 1)}
      hint={index === 0 ? text.countryHint : undefined}
      value={country}
      error={error}
    />
  );
}

function DateRows({ lang, dates, errorAt }: Readonly<{ lang: Lang; dates: readonly TypedDate[]; errorAt: ErrorAt }>) {
  const { edit: text } = words(lang);
  const rows = withEmptyRows(dates, { printed: "", read: "", role: "signed" });
  return (
    <fieldset class="stack">
      <legend class="strong">{text.dates}</legend>
      {rows.map(({ printed, read, role }, index) => (
        <>
          <TextInput
            name="datePrinted"
            id={`datePrinted-${index}`}
            label={text.datePrinted(index + 1)}
            value={printed}
            error={errorAt(`datePrinted-${index}`)}
          />
          <TextInput
            name="dateRead"
            id={`dateRead-${index}`}
            label={text.dateRead(index + 1)}
            hint={index === 0 ? text.dateReadHint : undefined}
            value={read}
            error={errorAt(`dateRead-${index}`)}
          />
          <Select
            name="dateRole"
            id={`dateRole-${index}`}
            label={text.dateRole(index + 1)}
            emptyLabel={null}
            value={role}
            options={DATE_ROLES.map((value) => ({ value, label: text.roles[value] }))}
          />
        </>
      ))}
    </fieldset>
  );
}

function withEmptyRows<T>(rows: readonly T[], empty: T): readonly T[] {
  return [...rows, ...Array.from({ length: EMPTY_ROWS }, () => empty)];
}

export function typingProblems(problems: readonly TypingProblem[], lang: Lang): readonly FieldProblem[] {
  const { edit: text } = words(lang);
  return problems.map((problem): FieldProblem => {
    if (problem.code === "country_unknown") {
      const label = text.foreignCountry(problem.index + 1);
      return { field: `foreignCountry-${problem.index}`, label, message: text.countryUnknown(problem.text) };
    }
    if (problem.code === "date_unreadable") {
      const label = text.dateRead(problem.index + 1);
      return { field: `dateRead-${problem.index}`, label, message: text.dateUnreadable(problem.text) };
    }
    const label = text.datePrinted(problem.index + 1);
    return { field: `datePrinted-${problem.index}`, label, message: text.dateWithoutPrinted };
  });
}

/** The registry names a fact and an entry of it; the form has one control for most facts. */
export function factProblems(problems: readonly FactProblem[]): readonly FieldProblem[] {
  return problems.map(({ fact, code, index }) => {
    const controls: Readonly<Record<string, string>> = {
      foreign: `foreign-${index ?? 0}`,
      dates: `datePrinted-${index ?? 0}`,
      listings: "main",
    };
    return {
      field: controls[fact] ?? fact,
      label: registryMessages.facts[fact],
      message: registryMessages.factProblems[code],
    };
  });
}
