/** Sending a draft to be approved: says what happens, shows what looks like personal data, takes a word to the approver. */
import { Button, ButtonLink, Notice, PageHead, pathIn, TextInput } from "../../../ui/index.ts";
import { agreementAddress } from "../../criteria-address.ts";
import { warnPersonalData } from "../../personal-data-warnings.ts";
import type { RecordedAgreement } from "../../recorded-agreement.ts";
import { RegistryFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { words } from "../words.ts";
import { PersonalDataNotice } from "./personal-data-notice.tsx";

export type AskPageProps = Readonly<{
  page: PageContext;
  agreement: RecordedAgreement;
  message: string;
  refused?: string | undefined;
  messageError?: string | undefined;
}>;

export function AskPage({ page, agreement, message, refused, messageError }: AskPageProps) {
  const { approval: w, form } = words(page.lang);
  const own = pathIn(page.lang, agreementAddress(agreement.id));
  const crumbs = [{ label: agreement.title, href: own }, { label: w.askTitle }];
  return (
    <RegistryFrame page={page} title={w.askTitle} crumbs={crumbs}>
      <PageHead kicker={agreement.title} title={w.askTitle} lead={w.askLead} />
      <div class="stack mt-l">
        {refused === undefined ? null : (
          <Notice kind="err" title={w.refused} announce>
            <p>{refused}</p>
          </Notice>
        )}
        <PersonalDataNotice warnings={warnPersonalData(agreement)} />
      </div>
      <form class="stack-l mt-l" method="post" action={`${own}/approval`} novalidate>
        <input type="hidden" name="version" value={String(agreement.version)} />
        <TextInput name="message" label={w.askMessage} hint={w.askMessageHint} value={message} error={messageError} />
        <div class="row">
          <Button look="main">{w.askButton}</Button>
          <ButtonLink look="plain" href={own}>
            {form.cancel}
          </ButtonLink>
        </div>
      </form>
    </RegistryFrame>
  );
}
