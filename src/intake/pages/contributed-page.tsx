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
import type { ContributedCandidate } from "../contributed-drafts.ts";
import { placeOfDraft } from "../place-of-draft.ts";
import type { ContributedPageProps } from "./contributed-view.ts";
import { CorrectionsSection } from "./corrections-section.tsx";
import { blockingReasons } from "./draft-actions.tsx";
import { addressOf } from "./draft-address.ts";
import { DraftNavigation } from "./draft-page.tsx";
import { draftWords } from "./draft-words.ts";
import { FindingInView } from "./finding-in-view.tsx";
import { HistorySection } from "./history-section.tsx";
import { IntakeFrame } from "./intake-frame.tsx";
import { SourcePane } from "./source-pane.tsx";
import { UndoLink } from "./undo-link.tsx";
import { WhoseNotice } from "./whose-notice.tsx";
import { words } from "./words.ts";

export function ContributedPage(props: ContributedPageProps) {
  const { context, document, draft, counts } = props;
  const { lang } = context;
  const text = draftWords(lang, props.contribution.noun);
  const place = `${props.contribution.noun[lang]} ${placeOfDraft(draft.record)}`;
  return (
    <IntakeFrame
      context={context}
      title={`${place} ${draft.record.title}`}
      crumbs={[{ label: document.name, href: pathIn(lang, `/imports/${document.id}`) }, { label: place }]}
      bar={<Actions {...props} />}
    >
      <PageHead kicker={`${place}　${text.kicker(draft.position, counts.total)}`} title={draft.record.title} proper />
      <StateNotices {...props} />
      <WhoseNotice {...props} path={addressOf(draft)} />
      <FindingInView {...props} />
      <div class="review mt-l">
        <SourcePane {...props} />
        <ReadPane {...props} />
      </div>
      <CorrectionsSection {...props} />
      <Candidates {...props} />
      <DraftNavigation {...props} noun={props.contribution.noun} />
      <HistorySection context={context} title={text.history} events={props.events} />
    </IntakeFrame>
  );
}

function StateNotices({ context, draft, contribution }: ContributedPageProps) {
  const { lang, query } = context;
  const { states } = words(lang);
  const text = draftWords(lang, contribution.noun);
  const done = text.doneNotices[query.get("done") ?? ""];
  const record = draft.recordId;
  const recorded = /^[A-Z]\d{6,}$/.exec(query.get("record") ?? "")?.[0];
  return (
    <>
      {done === undefined ? null : (
        <Notice kind="ok" title={done} announce>
          {recorded === undefined ? null : (
            <p>
              <Link href={pathIn(lang, contribution.addressOf(recorded))}>{`${text.openRecord} ${recorded}`}</Link>
            </p>
          )}
          <UndoLink context={context} documentId={draft.documentId} />
        </Notice>
      )}
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
  const { draft: text, correction } = words(lang);
  return (
    <section class="pane" aria-labelledby="record-title">
      <header>
        <h2 id="record-title">{draft.asRead === null ? text.record : correction.corrected}</h2>
        {draft.state === "pending" ? <Link href={pathIn(lang, `${addressOf(draft)}/edit`)}>{text.fix}</Link> : null}
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
      <p class="sub">{candidates.length === 1 ? text.candidatesLead : text.several(candidates.length)}</p>
      {candidates.map((candidate) => (
        <Candidate {...props} candidate={candidate} />
      ))}
    </Section>
  );
}

type Difference = ContributedCandidate["differing"][number];

function Candidate(props: ContributedPageProps & Readonly<{ candidate: ContributedCandidate }>) {
  const { context, document, draft, contribution, whose, candidate } = props;
  const { lang } = context;
  const { contributed: text } = words(lang);
  const { recordId, version, title, reasons, adds, differing } = candidate;
  return (
    <form class="stack mt" method="post" action={pathIn(lang, `/imports/${document.id}/drafts/${draft.position}/link`)}>
      <h3>
        <Link href={pathIn(lang, contribution.addressOf(recordId))}>{`${recordId}　${title}`}</Link>
      </h3>
      <input type="hidden" name="version" value={`${draft.version}`} />
      <input type="hidden" name="record" value={recordId} />
      <input type="hidden" name="recordVersion" value={`${version}`} />
      <input type="hidden" name="owner" value={whose.owner ?? ""} />
      {reasons.length === 0 ? null : <p class="sub">{text.why(reasons.join("、"))}</p>}
      <p>{adds.length === 0 ? text.addsNothing : text.adds(adds.join("、"))}</p>
      {differing.length === 0 ? (
        <p class="sub">{text.differsNone}</p>
      ) : (
        <DataTable<Difference>
          caption={text.differs}
          rows={differing}
          columns={[
            { label: text.item, header: true, cell: ({ label }) => label },
            {
              label: text.recorded,
              wide: true,
              cell: ({ recorded }) => <span class="printed wording">{recorded}</span>,
            },
            { label: text.stated, wide: true, cell: ({ stated }) => <span class="printed wording">{stated}</span> },
            {
              label: text.take,
              cell: ({ name, label }) => (
                <label class="check">
                  <input type="checkbox" name="take" value={name} />
                  <span class="nowrap">
                    {text.take}
                    <span class="vh">{text.takeOne(label)}</span>
                  </span>
                </label>
              ),
            },
          ]}
        />
      )}
      <div class="row">
        <Button look={candidate === props.candidates[0] && candidate.looksSame ? "main" : "outline"}>
          {text.joinOf(recordId)}
        </Button>
      </div>
    </form>
  );
}

function Actions(props: ContributedPageProps) {
  const { context, document, draft, counts, candidates, contribution, whose } = props;
  const { lang } = context;
  const { contributed, whose: whoseWords } = words(lang);
  const text = draftWords(lang, contribution.noun);
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
  const becomes = whose.owner === null ? [] : [whoseWords.owner(whose.ownerName)];
  return (
    <ActionBar
      label={text.actions}
      reasonId="blocked"
      reason={[...reasons, ...doubts, ...becomes, text.left(counts.pending)].join(" ")}
    >
      <form class="row" method="post" action={`${address}/accept`}>
        <input type="hidden" name="version" value={`${draft.version}`} />
        {same === undefined ? null : <input type="hidden" name="another" value="yes" />}
        {whose.owner === null ? (
          <label>
            {contributed.owner} <input class="input" name="owner" size={8} required autocomplete="off" />
          </label>
        ) : (
          <input type="hidden" name="owner" value={whose.owner} />
        )}
        <Button look={same === undefined ? "main" : "outline"} blockedBy={reasons.length > 0 ? "blocked" : undefined}>
          {same === undefined ? text.accept : contributed.acceptAnother}
        </Button>
      </form>
      <ButtonLink href={`${address}/edit`}>{text.edit}</ButtonLink>
      <ButtonLink look="plain" href={`${address}/skip`}>
        {text.skip}
      </ButtonLink>
    </ActionBar>
  );
}
