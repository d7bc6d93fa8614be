/** One person of a body: roles here and elsewhere, another role, the account. */
import {
  Button,
  ButtonLink,
  type Column,
  DataTable,
  ErrorSummary,
  Fact,
  Facts,
  type FieldProblem,
  PageHead,
  pathIn,
  Section,
  Tag,
  TextInput,
} from "../../../ui/index.ts";
import { type Body, mayInBody } from "../../bodies/body.ts";
import { Saved } from "../../bodies/pages/bodies-page.tsx";
import type { OfficePage } from "../../office-page.tsx";
import { roleName } from "../../permissions/words.ts";
import { mayGive } from "../may-manage.ts";
import type { AssignmentInBody, BodyMember } from "../member-store.ts";
import { stateOn } from "../role-period.ts";
import { memberWords, periodWords } from "../words.ts";
import { MemberFrame, memberAddress, Refusal } from "./member-frame.tsx";
import { RoleFields, type RoleInput } from "./role-fields.tsx";

export type PersonPageProps = Readonly<{
  page: OfficePage;
  body: Body;
  person: BodyMember;
  input: RoleInput;
  problem?: FieldProblem | undefined;
  refused?: string | undefined;
  saved?: string | undefined;
}>;

export function PersonPage({ page, body, person, input, problem, refused, saved }: PersonPageProps) {
  const { lang, actor } = page;
  const w = memberWords(lang);
  const canManage = mayInBody(actor, "member.manage", body);
  const isSelf = actor.kind === "member" && actor.accountId === person.id;
  const here = person.assignments.filter(({ bodyId }) => bodyId === body.id);
  const elsewhere = person.assignments.filter(({ bodyId }) => bodyId !== body.id);
  return (
    <MemberFrame page={page} body={body} title={person.displayName}>
      <PageHead proper kicker={body.name} title={person.displayName} />
      {problem === undefined ? null : <ErrorSummary problems={[problem]} />}
      <Refusal title={w.refused} text={refused} />
      <Saved text={saved} />
      {canManage ? <Account page={page} body={body} person={person} isSelf={isSelf} /> : null}
      <Section id="here" title={w.rolesHere(body.name)}>
        <Roles page={page} body={body} person={person} assignments={here} canManage={canManage} />
      </Section>
      {elsewhere.length === 0 ? null : (
        <Section id="elsewhere" title={w.rolesElsewhere}>
          <p class="mb">{w.rolesElsewhereLead}</p>
          <Roles page={page} body={body} person={person} assignments={elsewhere} canManage={false} showsBody />
        </Section>
      )}
      {canManage && !isSelf && !person.isDisabled && !body.isDisabled ? (
        <Section id="give" title={w.give}>
          <form
            class="stack-l narrow"
            method="post"
            action={`${pathIn(lang, memberAddress(body.id, person.id))}/roles`}
            novalidate
          >
            <p>{w.giveLead}</p>
            <RoleFields {...{ page, body, input, problem }} />
            <TextInput name="reason" label={w.reason} hint={w.reasonHint} value={input.reason} />
            <Button look="main">{w.giveButton}</Button>
          </form>
        </Section>
      ) : null}
    </MemberFrame>
  );
}

type AccountProps = Readonly<{ page: OfficePage; body: Body; person: BodyMember; isSelf: boolean }>;

function Account({ page, body, person, isSelf }: AccountProps) {
  const { lang } = page;
  const w = memberWords(lang);
  const own = pathIn(lang, memberAddress(body.id, person.id));
  return (
    <div class="mt-l">
      <Facts>
        <Fact term={w.email}>{person.email}</Fact>
        <Fact term={w.state}>{person.isDisabled ? <Tag kind="est">{w.disabled}</Tag> : w.inUse}</Fact>
      </Facts>
      {isSelf ? null : (
        <form class="row mt" method="post" action={`${own}/sessions/end`}>
          <ButtonLink href={`${own}/use`}>{person.isDisabled ? w.useEnable : w.useDisable}</ButtonLink>
          {person.isDisabled ? null : <Button>{w.signOut}</Button>}
        </form>
      )}
    </div>
  );
}

type RolesProps = Readonly<{
  page: OfficePage;
  body: Body;
  person: BodyMember;
  assignments: readonly AssignmentInBody[];
  canManage: boolean;
  showsBody?: boolean;
}>;

function Roles({ page, body, person, assignments, canManage, showsBody = false }: RolesProps) {
  const { lang, today, actor } = page;
  const w = memberWords(lang);
  const canEnd = (one: AssignmentInBody) =>
    canManage && mayGive(actor, one.role, body) && stateOn(one, today) !== "ended";
  const to = ({ id }: AssignmentInBody) => pathIn(lang, `${memberAddress(body.id, person.id)}/roles/${id}`);
  const state = (one: AssignmentInBody) => {
    const now = stateOn(one, today);
    return now === "now" ? null : <Tag kind={now === "later" ? "re" : "plain"}>{w[now]}</Tag>;
  };
  const columns: readonly Column<AssignmentInBody>[] = [
    {
      label: w.role,
      header: true,
      cell: (one) => (
        <>
          {roleName(one.role, lang)} {state(one)}
        </>
      ),
    },
    ...(showsBody ? [{ label: w.body, cell: ({ bodyName }: AssignmentInBody) => bodyName }] : []),
    { label: w.period, cell: (one) => periodWords(one, lang) },
    { label: w.reason, cell: ({ reason }) => reason ?? <span class="sub">{w.noReason}</span> },
    ...(canManage
      ? [
          {
            label: w.end,
            cell: (one: AssignmentInBody) =>
              canEnd(one) ? (
                <ButtonLink small href={to(one)}>
                  {w.end}
                  <span class="vh">{roleName(one.role, lang)}</span>
                </ButtonLink>
              ) : null,
          },
        ]
      : []),
  ];
  return (
    <DataTable<AssignmentInBody>
      caption={w.roles}
      captionHidden
      rows={assignments}
      empty={<p>{w.noRoles}</p>}
      columns={columns}
    />
  );
}
