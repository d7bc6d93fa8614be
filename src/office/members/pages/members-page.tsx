/** People of a body with their roles; those who left below; invitations without an answer. */
import {
  Button,
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  type Lang,
  Link,
  PageHead,
  pathIn,
  Section,
  Tag,
} from "../../../ui/index.ts";
import { type Body, bodyAddress, mayInBody } from "../../bodies/body.ts";
import { Saved } from "../../bodies/pages/bodies-page.tsx";
import { dayOfInstant, type OfficePage } from "../../office-page.tsx";
import { roleName } from "../../permissions/words.ts";
import type { AssignmentInBody, BodyMember, OpenInvitation } from "../member-store.ts";
import { stateOn } from "../role-period.ts";
import { memberWords, periodWords } from "../words.ts";
import { MemberFrame, memberAddress } from "./member-frame.tsx";

export type MembersPageProps = Readonly<{
  page: OfficePage;
  body: Body;
  members: readonly BodyMember[];
  invitations: readonly OpenInvitation[];
  saved?: string | undefined;
}>;

export function MembersPage({ page, body, members, invitations, saved }: MembersPageProps) {
  const { lang, actor, today } = page;
  const w = memberWords(lang);
  const canManage = mayInBody(actor, "member.manage", body);
  const isHere = (one: BodyMember) =>
    one.assignments.some(({ bodyId, ...held }) => bodyId === body.id && stateOn(held, today) !== "ended");
  const here = members.filter(isHere);
  const former = members.filter((one) => !isHere(one));
  const own = bodyAddress(body.id);
  const invite = canManage ? (
    <ButtonLink look="main" href={pathIn(lang, `${own}/members/invite`)}>
      {w.invite}
    </ButtonLink>
  ) : undefined;
  return (
    <MemberFrame page={page} body={body} title={w.title} behind="body">
      <PageHead
        kicker={body.name}
        title={w.title}
        lead={w.lead}
        actions={
          canManage ? (
            <>
              <ButtonLink href={pathIn(lang, `${own}/handover`)}>{w.handover}</ButtonLink>
              {invite}
            </>
          ) : undefined
        }
      />
      <Saved text={saved} />
      <DataTable<BodyMember>
        caption={w.caption(here.length)}
        rows={here}
        empty={<EmptyState title={w.empty} lead={w.emptyLead} />}
        columns={columns(page, body, canManage)}
      />
      {canManage ? <Invitations {...{ page, body, invitations }} /> : null}
      {former.length === 0 ? null : (
        <div class="mt-xl">
          <DataTable<BodyMember>
            caption={w.formerCaption(former.length)}
            rows={former}
            columns={columns(page, body, canManage)}
          />
        </div>
      )}
    </MemberFrame>
  );
}

function columns(page: OfficePage, body: Body, canManage: boolean): readonly Column<BodyMember>[] {
  const { lang, today } = page;
  const w = memberWords(lang);
  const here = ({ assignments }: BodyMember) => assignments.filter(({ bodyId }) => bodyId === body.id);
  const elsewhere = ({ assignments }: BodyMember) =>
    assignments.filter((one) => one.bodyId !== body.id && stateOn(one, today) !== "ended");
  const open: readonly Column<BodyMember>[] = [
    {
      label: w.name,
      header: true,
      cell: (one) => (
        <>
          <Link href={pathIn(lang, memberAddress(body.id, one.id))}>{one.displayName}</Link>
          {one.isSample ? (
            <>
              {" "}
              <Tag>{w.sample}</Tag>
            </>
          ) : null}
        </>
      ),
    },
    { label: w.roles, wide: true, cell: (one) => <RoleList assignments={here(one)} lang={lang} today={today} /> },
  ];
  const managed: readonly Column<BodyMember>[] = [
    {
      label: w.elsewhere,
      cell: (one) => {
        const names = [...new Set(elsewhere(one).map(({ bodyName }) => bodyName))];
        return names.length === 0 ? <span class="sub">{w.nowhereElse}</span> : names.join(lang === "ja" ? "、" : ", ");
      },
    },
    { label: w.state, cell: ({ isDisabled }) => (isDisabled ? <Tag kind="est">{w.disabled}</Tag> : w.inUse) },
  ];
  return canManage ? [...open, ...managed] : open;
}

type RoleListProps = Readonly<{ assignments: readonly AssignmentInBody[]; lang: Lang; today: string }>;

/** The word for the state stands with what is not in force now. */
function RoleList({ assignments, lang, today }: RoleListProps) {
  const w = memberWords(lang);
  return (
    <ul class="stack-s">
      {assignments.map((one) => {
        const state = stateOn(one, today);
        return (
          <li>
            <span class="strong">{roleName(one.role, lang)}</span>
            {state === "now" ? null : (
              <>
                {" "}
                <Tag kind={state === "later" ? "re" : "plain"}>{w[state]}</Tag>
              </>
            )}
            <br />
            <span class="sub">{periodWords(one, lang)}</span>
          </li>
        );
      })}
    </ul>
  );
}

type InvitationsProps = Readonly<{ page: OfficePage; body: Body; invitations: readonly OpenInvitation[] }>;

function Invitations({ page, body, invitations }: InvitationsProps) {
  const { lang } = page;
  const w = memberWords(lang);
  if (invitations.length === 0) return null;
  const address = (id: number) => pathIn(lang, `${bodyAddress(body.id)}/members/invitations/${id}/revoke`);
  return (
    <Section id="invitations" title={w.invitations}>
      <DataTable<OpenInvitation>
        caption={w.invitationsCaption(invitations.length)}
        rows={invitations}
        columns={[
          { label: w.email, header: true, cell: ({ email }) => email },
          { label: w.role, cell: ({ role }) => roleName(role, lang) },
          { label: w.period, cell: (one) => periodWords(one, lang) },
          {
            label: w.expires,
            cell: ({ isExpired, expiresAt }) =>
              isExpired ? <Tag kind="est">{w.expired}</Tag> : dayOfInstant(expiresAt, lang),
          },
          {
            label: w.revoke,
            cell: ({ id, email }) => (
              <form method="post" action={address(id)}>
                <Button look="plain" small>
                  {w.revoke}
                  <span class="vh">{w.revokeOf(email)}</span>
                </Button>
              </form>
            ),
          },
        ]}
      />
    </Section>
  );
}
