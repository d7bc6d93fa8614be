/** Handing over: first whose work goes to whom, then what moves and whether roles end, then one button. */
import type { OpenWork } from "../../platform/index.ts";
import {
  Button,
  ButtonLink,
  CheckList,
  DataTable,
  ErrorSummary,
  type FieldProblem,
  Link,
  PageHead,
  pathIn,
  Section,
  Select,
  TextInput,
} from "../../ui/index.ts";
import { type Body, bodyAddress } from "../bodies/body.ts";
import type { AssignmentInBody, Colleague } from "../members/member-store.ts";
import { MemberFrame, Refusal } from "../members/pages/member-frame.tsx";
import { dayOfInstant, dayWords, type OfficePage } from "../office-page.tsx";
import { roleName } from "../permissions/words.ts";
import type { HandoverWords } from "./messages.ja.ts";
import { handoverWords } from "./words.ts";

/** Somebody whose work can move: colleagues of today and people who left something open. */
export type Leaving = Colleague & Readonly<{ open: number }>;

export type HandoverInput = Readonly<{ endsRoles: boolean; lastDay: string; reason: string }>;

export type Preview = Readonly<{
  from: Leaving;
  to: Colleague;
  work: readonly OpenWork[];
  roles: readonly AssignmentInBody[];
  input: HandoverInput;
}>;

export type HandoverPageProps = Readonly<{
  page: OfficePage;
  body: Body;
  leaving: readonly Leaving[];
  colleagues: readonly Colleague[];
  chosen: Readonly<{ from: string; to: string }>;
  preview?: Preview | undefined;
  problem?: FieldProblem | undefined;
  refused?: string | undefined;
}>;

export function HandoverPage(props: HandoverPageProps) {
  const { page, body, preview, problem, refused } = props;
  const w = handoverWords(page.lang);
  return (
    <MemberFrame page={page} body={body} title={w.title} behind="body">
      <PageHead kicker={body.name} title={w.title} lead={w.lead} />
      {problem === undefined ? null : <ErrorSummary problems={[problem]} />}
      <Refusal title={w.refused} text={refused} />
      {preview === undefined ? <Choice {...props} w={w} /> : <Confirm {...{ page, body, problem, w }} {...preview} />}
    </MemberFrame>
  );
}

function Choice({
  page,
  body,
  leaving,
  colleagues,
  chosen,
  problem,
  w,
}: HandoverPageProps & Readonly<{ w: HandoverWords }>) {
  const error = (field: string) => (problem?.field === field ? problem.message : undefined);
  return (
    <form
      class="stack-l narrow mt-l"
      method="get"
      action={pathIn(page.lang, `${bodyAddress(body.id)}/handover`)}
      novalidate
    >
      <Select
        required
        name="from"
        label={w.from}
        hint={w.fromHint}
        value={chosen.from}
        error={error("from")}
        options={leaving.map(({ id, displayName, open }) => ({ value: id, label: w.withCount(displayName, open) }))}
      />
      <Select
        required
        name="to"
        label={w.to}
        hint={w.toHint}
        value={chosen.to}
        error={error("to")}
        options={colleagues.map(({ id, displayName }) => ({ value: id, label: displayName }))}
      />
      <Button look="main">{w.look}</Button>
    </form>
  );
}

type ConfirmProps = Preview &
  Readonly<{ page: OfficePage; body: Body; problem: FieldProblem | undefined; w: HandoverWords }>;

function Confirm({ page, body, from, to, work, roles, input, problem, w }: ConfirmProps) {
  const { lang } = page;
  const own = pathIn(lang, `${bodyAddress(body.id)}/handover`);
  const lead =
    work.length === 0 ? w.previewNone(from.displayName) : w.previewLead(from.displayName, to.displayName, work.length);
  return (
    <form method="post" action={own} novalidate>
      <input type="hidden" name="from" value={from.id} />
      <input type="hidden" name="to" value={to.id} />
      <input type="hidden" name="counted" value={String(work.length)} />
      <Section id="moves" title={w.previewTitle}>
        <p class="mb">{lead}</p>
        {work.length === 0 ? null : <WorkTable page={page} work={work} w={w} />}
      </Section>
      {roles.length === 0 ? null : (
        <Section id="roles" title={w.rolesTitle}>
          <div class="stack-l narrow">
            <p>
              {w.rolesNow(from.displayName)}　{roles.map(({ role }) => roleName(role, lang)).join("・")}
            </p>
            <CheckList
              name="endsRoles"
              label={w.rolesTitle}
              hint={w.rolesHint}
              choices={[{ value: "yes", label: w.rolesEnd(from.displayName) }]}
              chosen={input.endsRoles ? ["yes"] : []}
            />
            <TextInput
              name="lastDay"
              label={w.lastDay}
              hint={w.dayHint}
              value={input.lastDay}
              error={problem?.field === "lastDay" ? problem.message : undefined}
            />
          </div>
        </Section>
      )}
      <div class="stack-l narrow mt-l">
        <TextInput name="reason" label={w.reason} hint={w.reasonHint} value={input.reason} />
        <div class="row">
          <Button look="main">{w.button}</Button>
          <ButtonLink look="plain" href={`${own}?from=${from.id}&to=${to.id}&again=1`}>
            {w.another}
          </ButtonLink>
        </div>
      </div>
    </form>
  );
}

export function WorkTable({
  page: { lang },
  work,
  w,
}: Readonly<{ page: OfficePage; work: readonly OpenWork[]; w: HandoverWords }>) {
  return (
    <DataTable<OpenWork>
      caption={w.caption(work.length)}
      rows={work}
      columns={[
        {
          label: w.work,
          header: true,
          cell: ({ title, address }) => <Link href={pathIn(lang, address)}>{title}</Link>,
        },
        { label: w.due, cell: ({ dueOn }) => (dueOn === null ? w.noDue : dayWords(dueOn, lang)) },
        { label: w.since, cell: ({ openedAt }) => dayOfInstant(openedAt, lang) },
      ]}
    />
  );
}
