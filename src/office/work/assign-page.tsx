/** Who shall have this work: the colleagues of today. */
import type { OpenWork } from "../../platform/index.ts";
import { Button, ButtonLink, Fact, Facts, Notice, PageHead, pathIn, Select } from "../../ui/index.ts";
import type { Colleague } from "../members/member-store.ts";
import { OfficeFrame, type OfficePage } from "../office-page.tsx";
import { workWords } from "./words.ts";

export type AssignPageProps = Readonly<{
  page: OfficePage;
  work: OpenWork;
  colleagues: readonly Colleague[];
  refused?: string | undefined;
  toError?: string | undefined;
}>;

export function AssignPage({ page, work, colleagues, refused, toError }: AssignPageProps) {
  const { lang, actor } = page;
  const w = workWords(lang);
  const list = pathIn(lang, "/today");
  const own = actor.kind === "member" ? actor.accountId : "";
  const name = ({ id, displayName }: Colleague) => (id === own ? w.me(displayName) : displayName);
  const options = colleagues
    .filter(({ id }) => id !== work.accountId)
    .map((one) => ({ value: one.id, label: name(one) }));
  return (
    <OfficeFrame page={page} title={w.assignTitle} way={[{ label: w.title, href: list }]} current="today">
      <div class="narrow">
        <PageHead kicker={work.title} title={w.assignTitle} lead={w.assignLead} />
        {refused === undefined ? null : (
          <Notice kind="err" title={w.refused} announce>
            <p>{refused}</p>
          </Notice>
        )}
        <Facts>
          <Fact term={w.now}>{work.holder ?? w.nobody}</Fact>
        </Facts>
        <form class="stack-l mt-l" method="post" action={pathIn(lang, "/today/assign")} novalidate>
          <input type="hidden" name="kind" value={work.kind} />
          <input type="hidden" name="subject" value={work.subjectId} />
          <input type="hidden" name="from" value={work.accountId ?? ""} />
          <Select
            required
            name="to"
            label={w.to}
            options={options}
            value={work.accountId === null ? own : ""}
            error={toError}
          />
          <div class="row">
            <Button look="main">{w.assignButton}</Button>
            <ButtonLink look="plain" href={list}>
              {w.cancel}
            </ButtonLink>
          </div>
        </form>
      </div>
    </OfficeFrame>
  );
}
