/** Pages around the form of an agreement: a new record, an existing one, a change for approval. */
import type { Child } from "hono/jsx";
import { Button, ButtonLink, Notice, PageHead, pathIn, TextInput, useLang } from "../../../ui/index.ts";
import { agreementAddress } from "../../criteria-address.ts";
import type { PersonalDataWarning } from "../../problems.ts";
import type { Proposal } from "../../proposal.ts";
import type { FactName } from "../../recorded-agreement.ts";
import { PersonalDataConfirmation, PersonalDataNotice } from "../approval/personal-data-notice.tsx";
import { RegistryFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { useWords, words } from "../words.ts";
import { AgreementForm, SourceFacts } from "./agreement-form.tsx";
import { control, type FormPartProps } from "./form-control.ts";
import type { FormInput } from "./form-input.ts";
import type { InputProblem } from "./input-problem.ts";

/** What looks like personal data and would be published by saving; asked for once the form was sent. */
export type Personal = Readonly<{ warnings: readonly PersonalDataWarning[]; confirmation: string }>;

export type FormPageProps = Readonly<{
  page: PageContext;
  input: FormInput;
  problems: readonly InputProblem[];
  personal?: Personal | undefined;
}>;

export function NewAgreementPage({ page, input, problems, personal }: FormPageProps) {
  const { form } = words(page.lang);
  return (
    <RegistryFrame page={page} title={form.newTitle} crumbs={[{ label: form.newTitle }]}>
      <PageHead title={form.newTitle} lead={form.newLead} />
      <div class="mt-l">
        <AgreementForm
          isNew
          action={pathIn(page.lang, "/agreements/new")}
          input={input}
          problems={problems}
          save={form.save}
        >
          <PersonalData personal={personal} />
          <Buttons save={form.save} cancelHref={pathIn(page.lang, "/agreements")} />
        </AgreementForm>
      </div>
    </RegistryFrame>
  );
}

/** A change that another person approves. */
export type Proposing = Readonly<{
  message: string;
  messageError?: string | undefined;
  /** The returned proposal that is corrected here. */
  returned?: Proposal | undefined;
  /** Facts that others changed too since it was made. */
  inConflict: readonly FactName[];
}>;

export type EditPageProps = FormPageProps &
  Readonly<{ id: string; title: string; proposing?: Proposing | undefined; refused?: string | undefined }>;

export function EditAgreementPage(props: EditPageProps) {
  const { page, input, problems, id, title, proposing, personal, refused } = props;
  const { form, record, proposing: w, approval } = words(page.lang);
  const own = pathIn(page.lang, agreementAddress(id));
  const heading = proposing === undefined ? form.editTitle(title) : w.title(title);
  const crumb = proposing === undefined ? record.edit : w.crumb;
  return (
    <RegistryFrame page={page} title={heading} crumbs={[{ label: title, href: own }, { label: crumb }]}>
      <PageHead
        proper
        kicker={form.editKicker(id, Number(input.opened))}
        title={heading}
        lead={proposing === undefined ? form.editLead : `${w.lead}${form.editLead}`}
      />
      <div class="stack mt-l">
        {refused === undefined ? null : (
          <Notice kind="err" title={approval.refused} announce>
            <p>{refused}</p>
          </Notice>
        )}
        {proposing === undefined ? null : <Returned {...proposing} />}
      </div>
      <div class="mt-l">
        <AgreementForm
          action={pathIn(page.lang, `${agreementAddress(id)}/edit`)}
          input={input}
          problems={problems}
          save={proposing === undefined ? form.save : w.button}
        >
          <SourceFacts input={input} problems={problems} />
          <Reason input={input} problems={problems} />
          {proposing === undefined ? <PersonalData personal={personal} /> : <Message {...proposing} />}
          <Buttons save={proposing === undefined ? form.save : w.button} cancelHref={own} />
        </AgreementForm>
      </div>
    </RegistryFrame>
  );
}

function PersonalData({ personal }: Pick<FormPageProps, "personal">): Child {
  if (personal === undefined || personal.warnings.length === 0) return null;
  return (
    <section class="stack">
      <PersonalDataNotice warnings={personal.warnings} />
      <PersonalDataConfirmation value={personal.confirmation} isMissing />
    </section>
  );
}

function Returned({ returned, inConflict }: Proposing) {
  const { proposing: w, facts, separator } = useWords();
  if (returned === undefined) return null;
  return (
    <Notice kind="warn" title={w.returnedTitle}>
      <p class="strong">{w.returnedText(returned.decisionReason ?? "")}</p>
      {inConflict.length === 0 ? null : <p>{w.conflict(inConflict.map((name) => facts[name]).join(separator))}</p>}
    </Notice>
  );
}

function Message({ message, messageError, returned }: Proposing) {
  const { approval: w } = useWords();
  return (
    <>
      {returned === undefined ? null : <input type="hidden" name="proposal" value={String(returned.id)} />}
      <TextInput name="message" label={w.askMessage} hint={w.askMessageHint} value={message} error={messageError} />
    </>
  );
}

function Reason({ input, problems }: FormPartProps) {
  const { form } = useWords();
  const lang = useLang();
  return <TextInput hint={form.reasonHint} {...control("reason", form.reason, problems, lang)} value={input.reason} />;
}

function Buttons({ save, cancelHref }: Readonly<{ save: string; cancelHref: string }>) {
  const { form } = useWords();
  return (
    <div class="row">
      <Button look="main" name="act" value="save">
        {save}
      </Button>
      <ButtonLink look="plain" href={cancelHref}>
        {form.cancel}
      </ButtonLink>
    </div>
  );
}
