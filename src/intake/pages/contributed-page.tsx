/**
 * Review of one draft of another slice's record: the same page as an agreement's, with what the slice says was read,
 * the records it may be, and what joining would add to each. Nothing is joined by itself.
 */
import {
  ActionBar,
  Button,
  ButtonLink,
  DataTable,
  Fact,
  Link,
  Notice,
  PageHead,
  pathIn,
  Section,
} from "../../ui/index.ts";
import type { ContributedCandidate, ContributedDrafts } from "../contributed-drafts.ts";
import type { ContributedRecord } from "../draft-record.ts";
import type { StoredDraft } from "../imported-document.ts";
import { placeOfDraft } from "../place-of-draft.ts";
import { blockingReasons } from "./draft-actions.tsx";
import { DraftNavigation } from "./draft-page.tsx";
import type { ReviewProps } from "./draft-view.ts";
import { FindingInView } from "./finding-in-view.tsx";
import { HistorySection } from "./history-section.tsx";
import { IntakeFrame } from "./intake-frame.tsx";
import { SourcePane } from "./source-pane.tsx";
import { words } from "./words.ts";

export type ContributedPageProps = ReviewProps &
  Readonly<{
    draft: StoredDraft & Readonly<{ record: ContributedRecord }>;
    contribution: ContributedDrafts;
    candidates: readonly ContributedCandidate[];
    /** Whose record it becomes; null where it has to be said. */
    owner: string | null;
  }>;

export function ContributedPage(props: ContributedPageProps) {
  const { context, document, draft, counts } = props;
  const { lang } = context;
  const { draft: text } = words(lang);
  const place = placeOfDraft(draft.record);
  return (
    <IntakeFrame
      context={context}
      title={`${place} ${draft.record.title}`}
      crumbs={[{ label: document.name, href: pathIn(lang, `/imports/${document.id}`) }, { label: place }]}
      bar={<Actions {...props} />}
    >
      <PageHead kicker={`${place}　${text.kicker(draft.position, counts.total)}`} title={draft.record.title} proper />
      <StateNotices {...props} />
      <FindingInView {...props} />
      <div class="review mt-l">
        <SourcePane {...props} />
        <ReadPane {...props} />
      </div>
      <Candidates {...props} />
      <DraftNavigation {...props} />
      <HistorySection context={context} title={text.history} events={props.events} />
    </IntakeFrame>
  );
}

function StateNotices({ context: { lang, query }, draft, contribution }: ContributedPageProps) {
  const { draft: text, states } = words(lang);
  const done = text.doneNotices[query.get("done") ?? ""];
  const record = draft.recordId;
  return (
    <>
      {done === undefined ? null : <Notice kind="ok" title={done} announce />}
      {draft.state === "pending" ? null : (
        <Notice kind="gray" title={states[draft.state]}>
          {draft.state === "skipped" ? <p>{text.skipped(draft.reason ?? "")}</p> : null}
          {record === null ? null : (
            <p>
              <Link href={pathIn(lang, contribution.addressOf(record))}>{`${text.openRecord} ${record}`}</Link>
            </p>
          )}
        </Notice>
      )}
    </>
  );
}

function ReadPane({ context: { lang }, draft, contribution }: ContributedPageProps) {
  const { draft: text } = words(lang);
  return (
    <section class="pane" aria-labelledby="record-title">
      <header>
        <h2 id="record-title">{text.record}</h2>
      </header>
      <div class="in">
        <dl class="parsed">
          {contribution.show(draft.record.facts, lang).map(({ term, lines }) => (
            <Fact term={term}>
              {lines.length === 0 ? null : (
                <ul>
                  {lines.map((line) => (
                    <li class="wording">{line}</li>
                  ))}
                </ul>
              )}
            </Fact>
          ))}
        </dl>
      </div>
    </section>
  );
}

function Candidates(props: ContributedPageProps) {
  const { context, draft, candidates } = props;
  const { contributed: text } = words(context.lang);
  if (draft.state !== "pending" || candidates.length === 0) return null;
  return (
    <Section id="candidates" title={text.candidates}>
      <p class="sub">{text.candidatesLead}</p>
      {candidates.map((candidate) => (
        <Candidate {...props} candidate={candidate} />
      ))}
    </Section>
  );
}

type Difference = ContributedCandidate["differing"][number];

function Candidate(props: ContributedPageProps & Readonly<{ candidate: ContributedCandidate }>) {
  const { context, document, draft, contribution, owner, candidate } = props;
  const { lang } = context;
  const { contributed: text } = words(lang);
  const { recordId, version, title, adds, differing } = candidate;
  return (
    <form class="stack mt" method="post" action={pathIn(lang, `/imports/${document.id}/drafts/${draft.position}/link`)}>
      <h3>
        <Link href={pathIn(lang, contribution.addressOf(recordId))}>{`${recordId}　${title}`}</Link>
      </h3>
      <input type="hidden" name="version" value={`${draft.version}`} />
      <input type="hidden" name="record" value={recordId} />
      <input type="hidden" name="recordVersion" value={`${version}`} />
      <input type="hidden" name="owner" value={owner ?? ""} />
      <p>{adds.length === 0 ? text.addsNothing : text.adds(adds.join("、"))}</p>
      {differing.length === 0 ? (
        <p class="sub">{text.differsNone}</p>
      ) : (
        <DataTable<Difference>
          caption={text.differs}
          rows={differing}
          columns={[
            { label: text.item, header: true, cell: ({ label }) => label },
            { label: text.recorded, wide: true, cell: ({ recorded }) => recorded },
            { label: text.stated, wide: true, cell: ({ stated }) => stated },
            {
              label: text.take,
              cell: ({ name, label }) => (
                <label>
                  <input type="checkbox" name="take" value={name} />
                  {` ${text.takeOne(label)}`}
                </label>
              ),
            },
          ]}
        />
      )}
      <div class="row">
        <Button look={candidate.looksSame ? "main" : "outline"}>{text.join}</Button>
      </div>
    </form>
  );
}

function Actions(props: ContributedPageProps) {
  const { context, document, draft, counts, candidates, owner } = props;
  const { lang } = context;
  const { draft: text, contributed } = words(lang);
  const address = pathIn(lang, `/imports/${document.id}/drafts/${draft.position}`);
  if (draft.state !== "pending") {
    return (
      <ActionBar label={text.actions} reason={text.left(counts.pending)}>
        <ButtonLink href={`${address}/reopen`}>{text.reopen}</ButtonLink>
      </ActionBar>
    );
  }
  const reasons = blockingReasons(props);
  const same = candidates.find(({ looksSame }) => looksSame);
  const doubts = same === undefined ? [] : [contributed.looksRecorded(same.recordId)];
  return (
    <ActionBar
      label={text.actions}
      reasonId="blocked"
      reason={[...reasons, ...doubts, text.left(counts.pending)].join(" ")}
    >
      <form class="row" method="post" action={`${address}/accept`}>
        <input type="hidden" name="version" value={`${draft.version}`} />
        {same === undefined ? null : <input type="hidden" name="another" value="yes" />}
        <label>
          {contributed.owner}{" "}
          <input class="input" name="owner" value={owner ?? ""} size={8} required autocomplete="off" />
        </label>
        <Button look={same === undefined ? "main" : "outline"} blockedBy={reasons.length > 0 ? "blocked" : undefined}>
          {same === undefined ? text.accept : contributed.acceptAnother}
        </Button>
      </form>
      <ButtonLink look="plain" href={`${address}/skip`}>
        {text.skip}
      </ButtonLink>
    </ActionBar>
  );
}
