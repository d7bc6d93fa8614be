/** Taking an agreement out of what the public reads, or putting it back: says what happens, asks why. */
import { Button, ButtonLink, Notice, PageHead, pathIn, TextInput } from "../../../ui/index.ts";
import { agreementAddress } from "../../criteria-address.ts";
import type { RecordedAgreement } from "../../recorded-agreement.ts";
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
}>;

export function PublicationPage({ page, act, agreement, reason, refused, reasonError }: PublicationPageProps) {
  const { publication: w, form } = words(page.lang);
  const own = pathIn(page.lang, agreementAddress(agreement.id));
  const isWithdrawal = act === "withdraw";
  const title = isWithdrawal ? w.withdrawTitle : w.publishTitle;
  return (
    <RegistryFrame page={page} title={title} crumbs={[{ label: agreement.title, href: own }, { label: title }]}>
      <PageHead kicker={agreement.title} title={title} lead={isWithdrawal ? w.withdrawLead : w.publishLead} />
      {refused === undefined ? null : (
        <Notice kind="err" title={w.refused} announce>
          <p>{refused}</p>
        </Notice>
      )}
      <form class="stack-l mt-l" method="post" action={`${own}/${act}`} novalidate>
        <input type="hidden" name="version" value={String(agreement.version)} />
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
