/** For members: how far a record is from being public, who waits for whom, and what was returned and why. */
import type { Child } from "hono/jsx";
import { ButtonLink, Notice, pathIn, useLang } from "../../../ui/index.ts";
import { agreementAddress } from "../../criteria-address.ts";
import type { Proposal } from "../../proposal.ts";
import type { RecordAct } from "../../record-acts.ts";
import type { RecordedAgreement } from "../../recorded-agreement.ts";
import { instantText } from "../date-view.ts";
import { useWords } from "../words.ts";
import { personText } from "./person-text.ts";

export type StateNoticeProps = Readonly<{
  agreement: RecordedAgreement;
  proposal: Proposal | undefined;
  acts: readonly RecordAct[];
}>;

export function StateNotice({ agreement, proposal, acts }: StateNoticeProps) {
  const { publication, mergedInto } = agreement;
  if (mergedInto !== null) return null;
  const returned = proposal?.state === "returned" && publication !== "withdrawn" ? proposal : undefined;
  return (
    <>
      {returned === undefined ? null : <Returned proposal={returned} />}
      {publication === "draft" && returned === undefined ? <Draft mustAsk={acts.includes("ask_approval")} /> : null}
      {proposal?.state === "open" ? <Waiting id={agreement.id} proposal={proposal} /> : null}
    </>
  );
}

function Draft({ mustAsk }: Readonly<{ mustAsk: boolean }>) {
  const { approval: w } = useWords();
  return (
    <Notice kind="gray" title={w.draftTitle}>
      <p>{mustAsk ? w.draftText : w.draftDirect}</p>
    </Notice>
  );
}

function Returned({ proposal }: Readonly<{ proposal: Proposal }>) {
  const { approval: w } = useWords();
  const lang = useLang();
  const { decidedAt, decidedBy, deciderName, decisionReason, kind } = proposal;
  return (
    <Notice kind="warn" title={w.returnedTitle}>
      <p>{w.returnedText(instantText(decidedAt ?? "", lang), personText(decidedBy ?? "", deciderName, lang))}</p>
      <p class="strong">{w.reason(decisionReason ?? "")}</p>
      {kind === "change" ? <p>{w.returnedChange}</p> : null}
    </Notice>
  );
}

function Waiting({ id, proposal }: Readonly<{ id: string; proposal: Proposal }>) {
  const { approval: w, acts } = useWords();
  const lang = useLang();
  const { kind, proposedAt, proposedBy, proposerName, message } = proposal;
  const isChange = kind === "change";
  const said = [instantText(proposedAt, lang), personText(proposedBy, proposerName, lang)] as const;
  const text: Child = isChange ? w.changeText(...said) : w.waitingText(...said);
  return (
    <Notice title={isChange ? w.changeTitle : w.waitingTitle}>
      <p>{text}</p>
      {message === null ? null : <p>{w.message(message)}</p>}
      <div class="row mt-s">
        <ButtonLink small href={pathIn(lang, `${agreementAddress(id)}/review`)}>
          {isChange ? acts.showChange : acts.showRequest}
        </ButtonLink>
      </div>
    </Notice>
  );
}
