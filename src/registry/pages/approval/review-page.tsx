/** Deciding about a request: what would be published or changed, who asked and why; approve, return, or take back. */
import { Button, ButtonLink, Notice, PageHead, Panel, Parties, pathIn, TextInput, useLang } from "../../../ui/index.ts";
import { agreementAddress } from "../../criteria-address.ts";
import type { PersonalDataWarning } from "../../problems.ts";
import type { JoinedChange, Proposal } from "../../proposal.ts";
import type { RecordAct } from "../../record-acts.ts";
import type { RecordedAgreement } from "../../recorded-agreement.ts";
import { instantText } from "../date-view.ts";
import { RegistryFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { foreignViews, japanViews } from "../record/party-views.tsx";
import { RecordFacts } from "../record/record-facts.tsx";
import { Texts } from "../record/record-texts.tsx";
import { useWords, words } from "../words.ts";
import { Differences } from "./differences.tsx";
import { personText } from "./person-text.ts";
import { PersonalDataConfirmation, PersonalDataNotice } from "./personal-data-notice.tsx";

export type Typed = Readonly<{ note: string; confirmation: string; reason: string }>;
export const NOTHING_TYPED: Typed = { note: "", confirmation: "", reason: "" };

export type ReviewPageProps = Readonly<{
  page: PageContext;
  agreement: RecordedAgreement;
  proposal: Proposal;
  /** Of a change: the record as it would be, and what others changed meanwhile. */
  change: JoinedChange | null;
  warnings: readonly PersonalDataWarning[];
  acts: readonly RecordAct[];
  isOwn: boolean;
  typed?: Typed | undefined;
  refused?: string | undefined;
  errors?: Readonly<{ reason?: string; note?: string; confirmation?: boolean }> | undefined;
}>;

export function ReviewPage(props: ReviewPageProps) {
  const { page, agreement, proposal, change, warnings, acts, isOwn, refused } = props;
  const { approval: w } = words(page.lang);
  const own = pathIn(page.lang, agreementAddress(agreement.id));
  const title = change === null ? w.reviewTitle : w.reviewChangeTitle;
  const mayDecide = acts.includes("review");
  const lead = mayDecide ? (change === null ? w.reviewLead : w.reviewChangeLead) : isOwn ? w.ownLead : w.readLead;
  return (
    <RegistryFrame page={page} title={title} crumbs={[{ label: agreement.title, href: own }, { label: title }]}>
      <PageHead kicker={agreement.title} title={title} lead={lead} />
      <div class="stack mt-l">
        {refused === undefined ? null : (
          <Notice kind="err" title={w.refused} announce>
            <p>{refused}</p>
          </Notice>
        )}
        <Asked proposal={proposal} />
        {change === null ? null : <Meanwhile change={change} />}
        <PersonalDataNotice
          warnings={warnings}
          lead={mayDecide ? words(page.lang).personalData.approverLead : undefined}
        />
      </div>
      <div class="mt-l">
        {change === null ? <Contents agreement={agreement} /> : <Differences now={agreement} proposed={change.facts} />}
      </div>
      {mayDecide ? <Decision {...props} /> : null}
      {acts.includes("take_back") ? <TakeBack {...props} /> : null}
    </RegistryFrame>
  );
}

function Asked({ proposal }: Readonly<{ proposal: Proposal }>) {
  const { approval: w } = useWords();
  const lang = useLang();
  const { proposedAt, proposedBy, proposerName, message, reason } = proposal;
  return (
    <Notice title={w.askedBy(instantText(proposedAt, lang), personText(proposedBy, proposerName, lang))}>
      {reason === null ? null : <p>{w.changeReason(reason)}</p>}
      {message === null ? null : <p>{w.message(message)}</p>}
    </Notice>
  );
}

function Meanwhile({ change: { changedMeanwhile, inConflict } }: Readonly<{ change: JoinedChange }>) {
  const { approval: w, facts, separator } = useWords();
  const named = (names: JoinedChange["inConflict"]) => names.map((name) => facts[name]).join(separator);
  if (inConflict.length > 0) {
    return (
      <Notice kind="warn" title={w.conflictTitle}>
        <p>{w.conflictText(named(inConflict))}</p>
      </Notice>
    );
  }
  if (changedMeanwhile.length === 0) return null;
  return (
    <Notice title={w.meanwhileTitle}>
      <p>{w.meanwhileText(named(changedMeanwhile))}</p>
    </Notice>
  );
}

function Contents({ agreement }: Readonly<{ agreement: RecordedAgreement }>) {
  const { approval: w } = useWords();
  const lang = useLang();
  return (
    <>
      <h2 class="mb">{w.contents}</h2>
      <h3 class="proper">{agreement.title}</h3>
      <Parties japan={japanViews(agreement, lang)} foreign={foreignViews(agreement, lang)} />
      <RecordFacts facts={agreement} />
      <Texts facts={agreement} />
    </>
  );
}

function Decision(props: ReviewPageProps) {
  const { agreement, proposal, change, warnings, typed = NOTHING_TYPED, errors = {} } = props;
  const { approval: w } = useWords();
  const own = pathIn(useLang(), agreementAddress(agreement.id));
  const canApprove = change === null || change.inConflict.length === 0;
  return (
    <div class="stack-l mt-xl">
      {canApprove ? (
        <Panel look="key" title={w.approveHeading} id="approve">
          <form class="stack mt-s" method="post" action={`${own}/review/approve`} novalidate>
            <Looked proposal={proposal} version={agreement.version} />
            {warnings.length === 0 ? null : (
              <PersonalDataConfirmation value={typed.confirmation} isMissing={errors.confirmation === true} />
            )}
            <TextInput
              name="note"
              label={w.approveNote}
              hint={w.approveNoteHint}
              value={typed.note}
              error={errors.note}
            />
            <div class="row">
              <Button look="main">{w.approveButton}</Button>
            </div>
          </form>
        </Panel>
      ) : null}
      <Panel look="plain" title={w.returnHeading} id="return">
        <form class="stack mt-s" method="post" action={`${own}/review/return`} novalidate>
          <Looked proposal={proposal} version={agreement.version} />
          <TextInput
            required
            name="reason"
            label={w.returnReason}
            hint={w.returnHint}
            value={typed.reason}
            error={errors.reason}
          />
          <div class="row">
            <Button look={canApprove ? "outline" : "main"}>{w.returnButton}</Button>
          </div>
        </form>
      </Panel>
    </div>
  );
}

/** What the person looked at: deciding about anything newer is noticed. */
function Looked({ proposal, version }: Readonly<{ proposal: Proposal; version: number }>) {
  return (
    <>
      <input type="hidden" name="proposal" value={String(proposal.id)} />
      <input type="hidden" name="version" value={String(version)} />
    </>
  );
}

function TakeBack({ agreement, proposal, change }: ReviewPageProps) {
  const { approval: w, acts, form } = useWords();
  const own = pathIn(useLang(), agreementAddress(agreement.id));
  return (
    <Panel look="plain" title={w.takeBackHeading} id="take-back">
      <p>{change === null ? w.takeBackText : w.takeBackChange}</p>
      <form class="row mt-s" method="post" action={`${own}/review/take-back`}>
        <Looked proposal={proposal} version={agreement.version} />
        <Button>{acts.take_back}</Button>
        <ButtonLink look="plain" href={own}>
          {form.cancel}
        </ButtonLink>
      </form>
    </Panel>
  );
}
