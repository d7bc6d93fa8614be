/** Deciding about a programme: who asked, what would be published, approve or return; and taking the request back. */
import { isDeepStrictEqual } from "node:util";
import { instantText } from "../../../registry/index.ts";
import { Button, ButtonLink, Notice, PageHead, Panel, pathIn, TextInput, useLang } from "../../../ui/index.ts";
import type { ProgrammeAct } from "../../programme-acts.ts";
import { programmeAddress } from "../../programme-address.ts";
import { differingProgrammeFacts, type RecordedProgramme } from "../../recorded-programme.ts";
import { type Personal, PersonalDataFields } from "../forms/personal-data.tsx";
import { ProgrammeFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { EntryView } from "../record/entry-view.tsx";
import { useWords, words } from "../words.ts";
import { fiscalYearText } from "../year-words.ts";

export type ReviewPageProps = Readonly<{
  page: PageContext;
  programme: RecordedProgramme;
  acts: readonly ProgrammeAct[];
  returnText?: string | undefined;
  returnError?: string | undefined;
  personal?: Personal | undefined;
  refused?: string | undefined;
}>;

export function ReviewPage(props: ReviewPageProps) {
  const { page, programme, acts, refused } = props;
  const { review: w, form } = words(page.lang);
  const own = pathIn(page.lang, programmeAddress(programme.id));
  return (
    <ProgrammeFrame
      page={page}
      title={w.title}
      crumbs={[{ label: programme.facts.title, href: own }, { label: w.title }]}
    >
      <PageHead kicker={programme.facts.title} title={w.title} lead={w.lead} />
      <div class="stack mt-l">
        {refused === undefined ? null : (
          <Notice kind="err" title={form.refused} announce>
            <p>{refused}</p>
          </Notice>
        )}
        <Asked programme={programme} />
      </div>
      <Contents programme={programme} />
      {acts.includes("review") ? <Decision {...props} /> : null}
      {acts.includes("take_back") ? <TakeBack programme={programme} /> : null}
    </ProgrammeFrame>
  );
}

function Asked({ programme: { submission } }: Readonly<{ programme: RecordedProgramme }>) {
  const { review: w } = useWords();
  const lang = useLang();
  if (submission === null) return null;
  return (
    <Notice title={w.asked(instantText(submission.at, lang), submission.name)}>
      {submission.message === null ? null : <p>{submission.message}</p>}
    </Notice>
  );
}

/** Facts and years that are new or differ from what is public now. */
function Contents({ programme: { facts, published } }: Readonly<{ programme: RecordedProgramme }>) {
  const { review: w, facts: names, separator, column } = useWords();
  const lang = useLang();
  const known = published?.facts ?? null;
  const differing = known === null ? [] : differingProgrammeFacts(known, facts).filter((name) => name !== "years");
  const changed = facts.years.filter((entry) => !(known?.years ?? []).some((one) => isDeepStrictEqual(one, entry)));
  const removed = (known?.years ?? []).filter(
    (one) => !facts.years.some((entry) => entry.fiscalYear === one.fiscalYear && entry.column === one.column),
  );
  return (
    <section class="mt-l" aria-labelledby="contents">
      <h2 id="contents">{known === null ? w.whole : w.changes}</h2>
      {known === null ? <p class="wording mt-s">{facts.overview}</p> : null}
      {differing.length === 0 ? null : (
        <p class="mt-s">{w.facts(differing.map((name) => names[name]).join(separator))}</p>
      )}
      {differing.includes("overview") ? <p class="wording mt-s asprinted">{facts.overview}</p> : null}
      <div class="years mt">
        {changed.toReversed().map((entry) => (
          <section class="fy">
            <header>
              <h3>{fiscalYearText(entry.fiscalYear, lang)}</h3>
              <span>{column[entry.column]}</span>
            </header>
            <div class="pair">
              <div>
                <EntryView entry={entry} />
              </div>
            </div>
          </section>
        ))}
      </div>
      {removed.map((entry) => (
        <p>{w.removed(fiscalYearText(entry.fiscalYear, lang), column[entry.column])}</p>
      ))}
    </section>
  );
}

function Decision({ programme, returnText = "", returnError, personal }: ReviewPageProps) {
  const { review: w } = useWords();
  const own = pathIn(useLang(), programmeAddress(programme.id));
  const version = <input type="hidden" name="version" value={String(programme.version)} />;
  return (
    <div class="stack-l mt-xl">
      <Panel look="key" title={w.approve} id="approve">
        <form class="stack mt-s" method="post" action={`${own}/review/approve`} novalidate>
          {version}
          {personal === undefined ? null : <PersonalDataFields {...personal} />}
          <TextInput name="note" label={w.note} />
          <div class="row">
            <Button look="main">{w.approveButton}</Button>
          </div>
        </form>
      </Panel>
      <Panel look="plain" title={w.return} id="return">
        <form class="stack mt-s" method="post" action={`${own}/review/return`} novalidate>
          {version}
          <TextInput
            required
            name="reason"
            label={w.returnReason}
            hint={w.returnHint}
            value={returnText}
            error={returnError}
          />
          <div class="row">
            <Button>{w.returnButton}</Button>
          </div>
        </form>
      </Panel>
    </div>
  );
}

function TakeBack({ programme }: Readonly<{ programme: RecordedProgramme }>) {
  const { review: w, form } = useWords();
  const own = pathIn(useLang(), programmeAddress(programme.id));
  return (
    <div class="mt-xl">
      <Panel look="plain" title={w.takeBack} id="take-back">
        <p>{w.takeBackText}</p>
        <form class="row mt-s" method="post" action={`${own}/review/take-back`}>
          <input type="hidden" name="version" value={String(programme.version)} />
          <Button>{w.takeBackButton}</Button>
          <ButtonLink look="plain" href={own}>
            {form.cancel}
          </ButtonLink>
        </form>
      </Panel>
    </div>
  );
}
