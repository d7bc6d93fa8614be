/** Taking an agreement out of what the public reads, or putting it back: says what happens, asks why. */
import { Button, ButtonLink, Notice, PageHead, pathIn, TextInput } from "../../../ui/index.ts";
import { agreementAddress } from "../../criteria-address.ts";
import { warnPersonalData } from "../../personal-data-warnings.ts";
import type { RecordedAgreement } from "../../recorded-agreement.ts";
import { PersonalDataConfirmation, PersonalDataNotice } from "../approval/personal-data-notice.tsx";
import { RegistryFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { words } from "../words.ts";

export type PublicationAct = "withdraw" | "publish";

export type PublicationPageProps = Readonly<{
  page: PageContext;
  act: PublicationAct;
  agreement: RecordedAgreement;
  reason: string;
  refused?: string | undefined;
  reasonError?: string | undefined;
  confirmation?: string | undefined;
  isUnconfirmed?: boolean | undefined;
}>;

export function PublicationPage(props: PublicationPageProps) {
  const { page, act, agreement, reason, refused, reasonError, confirmation = "", isUnconfirmed = false } = props;
  const { publication: w, form } = words(page.lang);
  const own = pathIn(page.lang, agreementAddress(agreement.id));
  const isWithdrawal = act === "withdraw";
  const warnings = isWithdrawal ? [] : warnPersonalData(agreement);
  const title = isWithdrawal ? w.withdrawTitle : w.publishTitle;
  return (
    <RegistryFrame page={page} title={title} crumbs={[{ label: agreement.title, href: own }, { label: title }]}>
      <PageHead kicker={agreement.title} title={title} lead={isWithdrawal ? w.withdrawLead : w.publishLead} />
      {refused === undefined ? null : (
        <Notice kind="err" title={w.refused} announce>
          <p>{refused}</p>
        </Notice>
      )}
      {warnings.length === 0 ? null : (
        <div class="mt-l">
          <PersonalDataNotice warnings={warnings} />
        </div>
      )}
      <form class="stack-l mt-l" method="post" action={`${own}/${act}`} novalidate>
        <input type="hidden" name="version" value={String(agreement.version)} />
        {warnings.length === 0 ? null : <PersonalDataConfirmation value={confirmation} isMissing={isUnconfirmed} />}
        <TextInput
          required={isWithdrawal}
          name="reason"
          label={w.reason}
          hint={w.reasonHint}
          value={reason}
          error={reasonError}
        />
        <div class="row">
          <Button look={isWithdrawal ? "danger" : "main"}>{isWithdrawal ? w.withdrawButton : w.publishButton}</Button>
          <ButtonLink look="plain" href={own}>
            {form.cancel}
          </ButtonLink>
        </div>
      </form>
    </RegistryFrame>
  );
}
