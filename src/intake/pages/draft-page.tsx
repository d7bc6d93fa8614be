/**
 * Review of one draft: one finding at a time, the source text beside what was read, records it may be, and what to
 * do. The finding in view marks its line; its number stands at the line, and at the list of the other findings.
 */
import { ButtonLink, Link, Notice, PageHead, pathIn } from "../../ui/index.ts";
import { placeOfDraft } from "../place-of-draft.ts";
import { CandidatesSection } from "./candidates-section.tsx";
import { DraftActions } from "./draft-actions.tsx";
import type { DraftPageProps, ReviewProps } from "./draft-view.ts";
import { draftWords, type Noun } from "./draft-words.ts";
import { EditedSection } from "./edited-section.tsx";
import { FindingInView } from "./finding-in-view.tsx";
import { HistorySection } from "./history-section.tsx";
import { IntakeFrame } from "./intake-frame.tsx";
import { RecordPane } from "./record-pane.tsx";
import { SourcePane } from "./source-pane.tsx";
import { UndoLink } from "./undo-link.tsx";
import { words } from "./words.ts";

export function DraftPage(props: DraftPageProps) {
  const { context, document, draft, counts } = props;
  const { lang } = context;
  const { draft: text, document: documentText } = words(lang);
  const title = draft.record.title === "" ? documentText.untitled : draft.record.title;
  const place = placeOfDraft(draft.record);
  return (
    <IntakeFrame
      context={context}
      title={`${place} ${title}`}
      crumbs={[{ label: document.name, href: pathIn(lang, `/imports/${document.id}`) }, { label: place }]}
      bar={<DraftActions {...props} />}
    >
      <PageHead kicker={`${place}　${text.kicker(draft.position, counts.total)}`} title={title} proper />
      <DoneNotice {...props} />
      <StateNotice context={context} draft={draft} />
      <FindingInView {...props} />
      <div class="review mt-l">
        <SourcePane {...props} />
        <RecordPane {...props} />
      </div>
      <EditedSection {...props} />
      <CandidatesSection {...props} />
      <DraftNavigation {...props} />
      <HistorySection context={context} title={text.history} events={props.events} />
    </IntakeFrame>
  );
}

function DoneNotice({ context, document }: Pick<DraftPageProps, "context" | "document">) {
  const { lang, query } = context;
  const { draft: text } = words(lang);
  const done = text.doneNotices[query.get("done") ?? ""];
  if (done === undefined) return null;
  const agreement = /^A\d{6,}$/.exec(query.get("agreement") ?? "")?.[0];
  return (
    <Notice kind="ok" title={done} announce>
      {agreement === undefined ? null : (
        <p>
          <Link href={pathIn(lang, `/agreements/${agreement}`)}>{`${text.openRecord} ${agreement}`}</Link>
        </p>
      )}
      <UndoLink context={context} documentId={document.id} />
    </Notice>
  );
}

function StateNotice({ context: { lang }, draft }: Pick<DraftPageProps, "context" | "draft">) {
  const { draft: text, states } = words(lang);
  if (draft.state === "pending") return null;
  return (
    <Notice kind="gray" title={states[draft.state]}>
      {draft.state === "skipped" ? <p>{text.skipped(draft.reason ?? "")}</p> : null}
      {draft.agreementId === null ? null : (
        <p>
          <Link
            href={pathIn(lang, `/agreements/${draft.agreementId}`)}
          >{`${text.openRecord} ${draft.agreementId}`}</Link>
        </p>
      )}
    </Notice>
  );
}

export function DraftNavigation({
  context: { lang },
  document,
  neighbours,
  noun,
}: Pick<ReviewProps, "context" | "document" | "neighbours"> & Readonly<{ noun?: Noun }>) {
  const text = draftWords(lang, noun);
  const address = (position: number) => pathIn(lang, `/imports/${document.id}/drafts/${position}`);
  return (
    <nav class="row mt-l" aria-label={text.neighbours}>
      {neighbours.previous === null ? null : (
        <ButtonLink href={address(neighbours.previous)}>{text.previous}</ButtonLink>
      )}
      {neighbours.next === null ? null : <ButtonLink href={address(neighbours.next)}>{text.next}</ButtonLink>}
      <ButtonLink look="plain" href={pathIn(lang, `/imports/${document.id}`)}>
        {text.back}
      </ButtonLink>
    </nav>
  );
}
