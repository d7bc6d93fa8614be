/** Inviting somebody into a body by e-mail, in a role, from a day on. */
import { Button, ButtonLink, ErrorSummary, type FieldProblem, PageHead, pathIn, TextInput } from "../../../ui/index.ts";
import { type Body, bodyAddress } from "../../bodies/body.ts";
import type { OfficePage } from "../../office-page.tsx";
import { memberWords } from "../words.ts";
import { MemberFrame, Refusal } from "./member-frame.tsx";
import { RoleFields, type RoleInput } from "./role-fields.tsx";

export type InviteInput = RoleInput & Readonly<{ email: string }>;

export type InvitePageProps = Readonly<{
  page: OfficePage;
  body: Body;
  input: InviteInput;
  problem?: FieldProblem | undefined;
  refused?: string | undefined;
}>;

export function InvitePage({ page, body, input, problem, refused }: InvitePageProps) {
  const { lang } = page;
  const w = memberWords(lang);
  const list = pathIn(lang, `${bodyAddress(body.id)}/members`);
  return (
    <MemberFrame page={page} body={body} title={w.inviteTitle}>
      <div class="narrow">
        <PageHead kicker={body.name} title={w.inviteTitle} lead={w.inviteLead} />
        {problem === undefined ? null : <ErrorSummary problems={[problem]} />}
        <Refusal title={w.refused} text={refused} />
        <form class="stack-l mt-l" method="post" action={`${list}/invite`} novalidate>
          <TextInput
            required
            name="email"
            label={w.email}
            hint={w.emailHint}
            value={input.email}
            error={problem?.field === "email" ? problem.message : undefined}
          />
          <RoleFields {...{ page, body, input, problem }} />
          <div class="row">
            <Button look="main">{w.inviteButton}</Button>
            <ButtonLink look="plain" href={list}>
              {w.cancel}
            </ButtonLink>
          </div>
        </form>
      </div>
    </MemberFrame>
  );
}
