/** Taking an account out of use, or back: says what happens, asks why. */
import { Button, ButtonLink, PageHead, pathIn, TextInput } from "../../../ui/index.ts";
import type { Body } from "../../bodies/body.ts";
import type { OfficePage } from "../../office-page.tsx";
import type { BodyMember } from "../member-store.ts";
import { memberWords } from "../words.ts";
import { MemberFrame, memberAddress, Refusal } from "./member-frame.tsx";

export type UsePageProps = Readonly<{
  page: OfficePage;
  body: Body;
  person: BodyMember;
  reason?: string | undefined;
  reasonError?: string | undefined;
  refused?: string | undefined;
}>;

export function UsePage({ page, body, person, reason = "", reasonError, refused }: UsePageProps) {
  const { lang } = page;
  const w = memberWords(lang);
  const own = pathIn(lang, memberAddress(body.id, person.id));
  const title = person.isDisabled ? w.useEnable : w.useDisable;
  return (
    <MemberFrame page={page} body={body} title={title} way={[{ label: person.displayName, href: own }]}>
      <div class="narrow">
        <PageHead
          kicker={person.displayName}
          title={title}
          lead={person.isDisabled ? w.useEnableLead : w.useDisableLead}
        />
        <Refusal title={w.refused} text={refused} />
        <form class="stack-l mt-l" method="post" action={`${own}/use`} novalidate>
          <input type="hidden" name="use" value={person.isDisabled ? "enable" : "disable"} />
          <TextInput required name="reason" label={w.reason} hint={w.reasonHint} value={reason} error={reasonError} />
          <div class="row">
            <Button look={person.isDisabled ? "main" : "danger"}>
              {person.isDisabled ? w.useEnableButton : w.useDisableButton}
            </Button>
            <ButtonLink look="plain" href={own}>
              {w.cancel}
            </ButtonLink>
          </div>
        </form>
      </div>
    </MemberFrame>
  );
}
