/** What a reader may do with a record now, so that pages offer that and nothing else. The use cases ask again. */
import { type Actor, actorName, isPermitted, type Tx } from "../platform/index.ts";
import { marksOf } from "./agreement-keys.ts";
import { asksApproval } from "./body-query.ts";
import type { Proposal } from "./proposal.ts";
import type { RecordedAgreement } from "./recorded-agreement.ts";

export type RecordAct =
  | "edit"
  /** A change for approval. */
  | "propose"
  | "ask_approval"
  | "review"
  | "take_back"
  | "publish"
  | "withdraw"
  | "merge";

type Rights = Readonly<{
  /** Edits, and another person approves. */
  prepares: boolean;
  /** Edits, and it takes effect. */
  edits: boolean;
  approves: boolean;
}>;

/** @returns the next thing to do first. */
export async function actsOn(
  tx: Tx,
  actor: Actor,
  agreement: RecordedAgreement,
  proposal: Proposal | undefined,
): Promise<readonly RecordAct[]> {
  if (agreement.mergedInto !== null) return [];
  const marks = marksOf(agreement);
  const mayEdit = isPermitted(actor, "agreement.edit", marks);
  const asks = mayEdit && (await asksApproval(tx, actor));
  const rights = {
    prepares: asks,
    edits: mayEdit && !asks,
    approves: isPermitted(actor, "agreement.approve", marks),
  };
  const waits = proposal?.state === "open";
  const reviews = waits && rights.approves && proposal.proposedBy !== actorName(actor) ? (["review"] as const) : [];
  const isReturnedChange = proposal?.state === "returned" && proposal.kind === "change";
  const takesBack = mayEdit && (waits || isReturnedChange) ? (["take_back"] as const) : [];
  return [...reviews, ...ownActs(agreement, rights, proposal), ...takesBack];
}

function ownActs(
  { publication, version }: RecordedAgreement,
  rights: Rights,
  proposal: Proposal | undefined,
): readonly RecordAct[] {
  const waits = proposal?.state === "open";
  const { prepares, edits, approves } = rights;
  const decides = edits || approves;
  if (publication === "in_review") return [];
  if (publication === "draft") {
    if (edits) return ["publish", "edit", "withdraw"];
    if (!prepares) return [];
    // Sending it is a version, returning it the next one; what was returned is corrected before it is sent again.
    const isUncorrected = proposal?.state === "returned" && version === proposal.baseVersion + 1;
    return isUncorrected ? ["edit", "ask_approval", "withdraw"] : ["ask_approval", "edit", "withdraw"];
  }
  const changing = edits ? (["edit"] as const) : [];
  if (publication === "published") {
    const proposing = prepares && !waits ? (["propose"] as const) : [];
    return [...changing, ...proposing, ...(decides ? (["merge", "withdraw"] as const) : [])];
  }
  const editing = prepares ? (["edit"] as const) : [];
  if (decides) return [...changing, ...(edits ? (["merge"] as const) : []), "publish", ...editing];
  return prepares ? ["ask_approval", ...editing] : [];
}
