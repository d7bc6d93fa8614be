/** What the reader may do with a record, the next thing first and filled; nothing else is offered. */
import { Button, ButtonLink, pathIn, useLang } from "../../../ui/index.ts";
import { agreementAddress } from "../../criteria-address.ts";
import type { Proposal } from "../../proposal.ts";
import type { RecordAct } from "../../record-acts.ts";
import type { RecordedAgreement } from "../../recorded-agreement.ts";
import { useWords } from "../words.ts";

export type ActBarProps = Readonly<{
  agreement: RecordedAgreement;
  proposal: Proposal | undefined;
  acts: readonly RecordAct[];
}>;

const PATHS: Readonly<Record<Exclude<RecordAct, "take_back">, string>> = {
  edit: "edit",
  propose: "edit",
  ask_approval: "approval",
  review: "review",
  publish: "publish",
  withdraw: "withdraw",
  merge: "merge",
};

export function ActBar({ agreement, proposal, acts }: ActBarProps) {
  const { record } = useWords();
  if (acts.length === 0) return null;
  return (
    <nav class="row mt-l noprint" aria-label={record.actions}>
      {acts.map((act, index) => (
        <Act act={act} isMain={index === 0} agreement={agreement} proposal={proposal} />
      ))}
    </nav>
  );
}

type ActProps = Readonly<{
  act: RecordAct;
  isMain: boolean;
  agreement: RecordedAgreement;
  proposal: Proposal | undefined;
}>;

function Act({ act, isMain, agreement, proposal }: ActProps) {
  const lang = useLang();
  const label = useActLabel(act, agreement, proposal);
  const own = pathIn(lang, agreementAddress(agreement.id));
  const look = isMain ? "main" : act === "withdraw" || act === "publish" ? "plain" : "outline";
  if (act !== "take_back") {
    return (
      <ButtonLink look={look} href={`${own}/${PATHS[act]}`}>
        {label}
      </ButtonLink>
    );
  }
  return (
    <form method="post" action={`${own}/review/take-back`}>
      <input type="hidden" name="proposal" value={String(proposal?.id)} />
      <Button>{label}</Button>
    </form>
  );
}

function useActLabel(act: RecordAct, { publication }: RecordedAgreement, proposal: Proposal | undefined): string {
  const { acts } = useWords();
  const isReturned = proposal?.state === "returned";
  if (act === "propose" && isReturned) return acts.correct;
  if (act === "ask_approval" && isReturned) return acts.askAgain;
  if (act === "take_back" && isReturned) return acts.dropChange;
  if (act === "withdraw" && publication === "draft") return acts.giveUp;
  return acts[act];
}
