/** Sending for approval, publishing, withdrawing: says what happens, asks for a word or a reason. */
import { Button, ButtonLink, Notice, PageHead, pathIn, TextInput } from "../../../ui/index.ts";
import { programmeAddress } from "../../programme-address.ts";
import type { RecordedProgramme } from "../../recorded-programme.ts";
import { type Personal, PersonalDataFields } from "../forms/personal-data.tsx";
import { ProgrammeFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { words } from "../words.ts";

export type PlainAct = "submit" | "publish" | "withdraw";

export type ActPageProps = Readonly<{
  page: PageContext;
  act: PlainAct;
  programme: RecordedProgramme;
  text?: string | undefined;
  error?: string | undefined;
  personal?: Personal | undefined;
  refused?: string | undefined;
}>;

export function ActPage({ page, act, programme, text = "", error, personal, refused }: ActPageProps) {
  const { actPages, form } = words(page.lang);
  const w = actPages[act];
  const own = pathIn(page.lang, programmeAddress(programme.id));
  return (
    <ProgrammeFrame
      page={page}
      title={w.title}
      crumbs={[{ label: programme.facts.title, href: own }, { label: w.title }]}
    >
      <PageHead kicker={programme.facts.title} title={w.title} lead={w.lead} />
      {refused === undefined ? null : (
        <Notice kind="err" title={form.refused} announce>
          <p>{refused}</p>
        </Notice>
      )}
      <form class="stack-l mt-l" method="post" action={`${own}/${act}`} novalidate>
        <input type="hidden" name="version" value={String(programme.version)} />
        {personal === undefined ? null : <PersonalDataFields {...personal} />}
        <TextInput name="text" required={act === "withdraw"} label={w.label} hint={w.hint} value={text} error={error} />
        <div class="row">
          <Button look={act === "withdraw" ? "danger" : "main"}>{w.button}</Button>
          <ButtonLink look="plain" href={own}>
            {form.cancel}
          </ButtonLink>
        </div>
      </form>
    </ProgrammeFrame>
  );
}
