/** Ending a role on a day, or cancelling one that has not begun: says what happens, asks when and why. */
import { Button, ButtonLink, ErrorSummary, type FieldProblem, PageHead, pathIn, TextInput } from "../../../ui/index.ts";
import type { Body } from "../../bodies/body.ts";
import { dayWords, type OfficePage } from "../../office-page.tsx";
import { roleName } from "../../permissions/words.ts";
import type { AssignmentInBody, BodyMember } from "../member-store.ts";
import { stateOn } from "../role-period.ts";
import { memberWords, periodWords } from "../words.ts";
import { MemberFrame, memberAddress, Refusal } from "./member-frame.tsx";

export type EndRolePageProps = Readonly<{
  page: OfficePage;
  body: Body;
  person: BodyMember;
  assignment: AssignmentInBody;
  lastDay?: string | undefined;
  reason?: string | undefined;
  problem?: FieldProblem | undefined;
  refused?: string | undefined;
}>;

export function EndRolePage(props: EndRolePageProps) {
  const { page, body, person, assignment, problem, refused } = props;
  const { lang, actor, today } = page;
  const w = memberWords(lang);
  const own = pathIn(lang, memberAddress(body.id, person.id));
  const isLater = stateOn(assignment, today) === "later";
  const isSelf = actor.kind === "member" && actor.accountId === person.id;
  const title = `${w.end}　${roleName(assignment.role, lang)}`;
  const lastDay = props.lastDay ?? dayWords(assignment.validTo ?? today, lang);
  const role = `${own}/roles/${assignment.id}`;
  return (
    <MemberFrame page={page} body={body} title={title} way={[{ label: person.displayName, href: own }]}>
      <div class="narrow">
        <PageHead kicker={person.displayName} title={title} lead={periodWords(assignment, lang)} />
        {problem === undefined ? null : <ErrorSummary problems={[problem]} />}
        <Refusal title={w.refused} text={refused} />
        {isSelf ? <p class="mt strong">{w.own}</p> : null}
        <form class="stack-l mt-l" method="post" action={`${role}/${isLater ? "cancel" : "end"}`} novalidate>
          <p>{isLater ? w.cancelLead : w.endLead}</p>
          {isLater ? null : (
            <TextInput
              required
              name="lastDay"
              label={w.endDay}
              hint={w.dayHint}
              value={lastDay}
              error={problem?.message}
            />
          )}
          <TextInput name="reason" label={w.reason} hint={w.reasonHint} value={props.reason ?? ""} />
          <div class="row">
            <Button look="danger">{isLater ? w.cancelButton : w.endButton}</Button>
            <ButtonLink look="plain" href={own}>
              {w.cancel}
            </ButtonLink>
          </div>
        </form>
      </div>
    </MemberFrame>
  );
}
