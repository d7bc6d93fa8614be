/** Taking away one year's column: what goes, why, and that the history brings it back. */
import { Button, ButtonLink, Notice, PageHead, pathIn, TextInput } from "../../../ui/index.ts";
import { programmeAddress } from "../../programme-address.ts";
import type { YearEntry } from "../../programme-year.ts";
import { ProgrammeFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { EntryView } from "../record/entry-view.tsx";
import { words } from "../words.ts";
import { fiscalYearText } from "../year-words.ts";

export type RemovalPageProps = Readonly<{
  page: PageContext;
  id: string;
  title: string;
  entry: YearEntry;
  version: number;
  reason: string;
  refused?: string | undefined;
}>;

export function RemovalPage({ page, id, title, entry, version, reason, refused }: RemovalPageProps) {
  const { entryForm, column, form } = words(page.lang);
  const { removal: w } = entryForm;
  const own = pathIn(page.lang, programmeAddress(id));
  const action = `${own}/years/${entry.fiscalYear}/${entry.column}`;
  const heading = w.title(entryForm.title(fiscalYearText(entry.fiscalYear, page.lang), column[entry.column]));
  return (
    <ProgrammeFrame page={page} title={heading} crumbs={[{ label: title, href: own }, { label: heading }]}>
      <PageHead kicker={title} title={heading} lead={w.lead} />
      {refused === undefined ? null : (
        <div class="mt-l">
          <Notice kind="err" title={form.refused} announce>
            <p>{refused}</p>
          </Notice>
        </div>
      )}
      <div class="fy mt-l">
        <div class="pair">
          <div>
            <EntryView entry={entry} />
          </div>
        </div>
      </div>
      <form class="stack-l mt-l" method="post" action={action} novalidate>
        <input type="hidden" name="version" value={String(version)} />
        <TextInput name="reason" label={w.reason} hint={form.reasonHint} value={reason} />
        <div class="row">
          <Button look="danger" name="act" value="removed">
            {w.sure}
          </Button>
          <ButtonLink look="plain" href={action}>
            {form.cancel}
          </ButtonLink>
        </div>
      </form>
    </ProgrammeFrame>
  );
}
