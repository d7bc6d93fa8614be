/** One body: what it is, what can be done for it, and its settings. */
import {
  Button,
  CheckList,
  Fact,
  Facts,
  Link,
  Notice,
  PageHead,
  pathIn,
  Section,
  TextInput,
} from "../../../ui/index.ts";
import { OfficeFrame, type OfficePage } from "../../office-page.tsx";
import { type Body, bodyAddress, mayInBody } from "../body.ts";
import type { BodyWords } from "../messages.ja.ts";
import { bodyWords } from "../words.ts";
import { Saved } from "./bodies-page.tsx";

export type BodyPageProps = Readonly<{
  page: OfficePage;
  body: Body;
  canDisable: boolean;
  saved?: string | undefined;
  refused?: string | undefined;
}>;

export function BodyPage({ page, body, canDisable, saved, refused }: BodyPageProps) {
  const { lang, actor } = page;
  const w = bodyWords(lang);
  const canManage = mayInBody(actor, "body.manage", body);
  return (
    <OfficeFrame
      page={page}
      title={body.name}
      way={[{ label: w.title, href: pathIn(lang, "/bodies") }]}
      current="bodies"
    >
      <PageHead kicker={w.kinds[body.kind]} title={body.name} lead={body.unit ?? undefined} proper />
      <Saved text={saved} />
      {refused === undefined ? null : (
        <Notice kind="err" title={w.refused} announce>
          <p>{refused}</p>
        </Notice>
      )}
      <div class="with-side mt-l">
        <div>
          <Tasks page={page} body={body} w={w} />
          {canManage ? <Settings page={page} body={body} w={w} canDisable={canDisable} /> : null}
        </div>
        <aside aria-label={w.about}>
          <section class="card soft">
            <h2>{w.about}</h2>
            <AboutBody body={body} w={w} />
          </section>
        </aside>
      </div>
    </OfficeFrame>
  );
}

function AboutBody({ body, w }: Readonly<{ body: Body; w: BodyWords }>) {
  return (
    <Facts tight>
      {body.governmentCode === null ? null : <Fact term={w.code}>{body.governmentCode}</Fact>}
      <Fact term={w.unit}>{body.unit ?? w.noUnit}</Fact>
      <Fact term={w.approval}>{body.asksApproval ? w.approvalAsked : w.approvalNotAsked}</Fact>
      <Fact term={w.use}>{body.isDisabled ? w.disabled : w.inUse}</Fact>
    </Facts>
  );
}

function Tasks({ page, body, w }: Readonly<{ page: OfficePage; body: Body; w: BodyWords }>) {
  const { lang, actor } = page;
  const own = bodyAddress(body.id);
  const tasks = [
    { when: mayInBody(actor, "member.read", body), href: `${own}/members`, label: w.toMembers, note: w.toMembersNote },
    {
      when: mayInBody(actor, "member.manage", body),
      href: `${own}/handover`,
      label: w.toHandover,
      note: w.toHandoverNote,
    },
    { when: mayInBody(actor, "member.read", body), href: `${own}/notes`, label: w.toNotes, note: w.toNotesNote },
    {
      when: mayInBody(actor, "audit.read", body),
      href: `/audit?body=${body.id}`,
      label: w.toAudit,
      note: w.toAuditNote,
    },
  ];
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks" class="mb">
        {w.tasks}
      </h2>
      <ul class="linklist">
        {tasks
          .filter(({ when }) => when)
          .map(({ href, label, note }) => (
            <li>
              <Link class="t" href={pathIn(lang, href)}>
                {label}
              </Link>
              <br />
              <span class="m">{note}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}

type SettingsProps = Readonly<{ page: OfficePage; body: Body; w: BodyWords; canDisable: boolean }>;

function Settings({ page, body, w, canDisable }: SettingsProps) {
  return (
    <Section id="settings" title={w.settings}>
      <form class="stack-l" method="post" action={pathIn(page.lang, bodyAddress(body.id))} novalidate>
        <input type="hidden" name="version" value={String(body.version)} />
        <TextInput name="unit" label={w.unit} hint={w.unitHint} value={body.unit ?? ""} />
        <CheckList
          pick="one"
          required
          name="approval"
          label={w.approval}
          hint={w.approvalHint}
          choices={[
            { value: "asked", label: w.approvalAsked },
            { value: "none", label: w.approvalNotAsked },
          ]}
          chosen={[body.asksApproval ? "asked" : "none"]}
        />
        {canDisable ? (
          <CheckList
            pick="one"
            required
            name="use"
            label={w.use}
            hint={w.disableHint}
            choices={[
              { value: "in_use", label: w.inUse },
              { value: "disabled", label: w.disabled },
            ]}
            chosen={[body.isDisabled ? "disabled" : "in_use"]}
          />
        ) : null}
        <TextInput name="reason" label={w.reason} />
        <Button look="main">{w.save}</Button>
      </form>
    </Section>
  );
}
