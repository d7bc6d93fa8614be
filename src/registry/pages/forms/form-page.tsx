/** Pages around the form of an agreement: a new record, an existing one. */
import { Button, ButtonLink, PageHead, pathIn, TextInput, useLang } from "../../../ui/index.ts";
import { agreementAddress } from "../../criteria-address.ts";
import { RegistryFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { useWords, words } from "../words.ts";
import { AgreementForm, SourceFacts } from "./agreement-form.tsx";
import { control, type FormPartProps } from "./form-control.ts";
import type { FormInput } from "./form-input.ts";
import type { InputProblem } from "./input-problem.ts";

export type FormPageProps = Readonly<{ page: PageContext; input: FormInput; problems: readonly InputProblem[] }>;

export function NewAgreementPage({ page, input, problems }: FormPageProps) {
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
          <Buttons cancelHref={pathIn(page.lang, "/agreements")} />
        </AgreementForm>
      </div>
    </RegistryFrame>
  );
}

export type EditPageProps = FormPageProps & Readonly<{ id: string; title: string }>;

export function EditAgreementPage({ page, input, problems, id, title }: EditPageProps) {
  const { form, record } = words(page.lang);
  const own = pathIn(page.lang, agreementAddress(id));
  return (
    <RegistryFrame
      page={page}
      title={form.editTitle(title)}
      crumbs={[{ label: title, href: own }, { label: record.edit }]}
    >
      <PageHead
        proper
        kicker={form.editKicker(id, Number(input.opened))}
        title={form.editTitle(title)}
        lead={form.editLead}
      />
      <div class="mt-l">
        <AgreementForm
          action={pathIn(page.lang, `${agreementAddress(id)}/edit`)}
          input={input}
          problems={problems}
          save={form.save}
        >
          <SourceFacts input={input} problems={problems} />
          <Reason input={input} problems={problems} />
          <Buttons cancelHref={own} />
        </AgreementForm>
      </div>
    </RegistryFrame>
  );
}

function Reason({ input, problems }: FormPartProps) {
  const { form } = useWords();
  const lang = useLang();
  return <TextInput hint={form.reasonHint} {...control("reason", form.reason, problems, lang)} value={input.reason} />;
}

function Buttons({ cancelHref }: Readonly<{ cancelHref: string }>) {
  const { form } = useWords();
  return (
    <div class="row">
      <Button look="main" name="act" value="save">
        {form.save}
      </Button>
      <ButtonLink look="plain" href={cancelHref}>
        {form.cancel}
      </ButtonLink>
    </div>
  );
}
