/** What a person may do with a programme now, the next thing first; pages offer nothing else. */
import { type Actor, actorName, isPermitted, type Tx } from "../platform/index.ts";
import { ownersAskingApproval } from "./body-query.ts";
import { marksOfOwner, type RecordedProgramme } from "./recorded-programme.ts";

export type ProgrammeAct = "review" | "edit" | "submit" | "take_back" | "publish" | "withdraw";

export async function actsOnProgramme(
  tx: Tx,
  actor: Actor,
  saved: RecordedProgramme,
): Promise<readonly ProgrammeAct[]> {
  const marks = marksOfOwner(saved.owner);
  const mayEdit = isPermitted(actor, "programme.edit", marks);
  const mayApprove = isPermitted(actor, "programme.approve", marks);
  if (!mayEdit && !mayApprove) return [];
  const asksApproval = (await ownersAskingApproval(tx, actor, [saved.owner])).has(saved.owner);
  return actsOf(saved, { mayEdit, mayApprove, asksApproval, isOwn: saved.submission?.by === actorName(actor) });
}

type Duty = Readonly<{ mayEdit: boolean; mayApprove: boolean; asksApproval: boolean; isOwn: boolean }>;

function actsOf({ state, publication }: RecordedProgramme, duty: Duty): readonly ProgrammeAct[] {
  const { mayEdit, mayApprove, asksApproval, isOwn } = duty;
  if (state === "in_review") {
    return [...(mayApprove && !isOwn ? ["review" as const] : []), ...(mayEdit ? ["take_back" as const] : [])];
  }
  const mayDecide = mayApprove || (mayEdit && !asksApproval);
  const isToSubmit = state !== "approved" || publication === "unpublished";
  const mayPublish = mayDecide && publication !== "published" && (!asksApproval || state === "approved");
  const mayWithdraw = publication === "published" ? mayDecide : publication === "unpublished" && (mayEdit || mayDecide);
  return [
    ...(mayEdit ? ["edit" as const] : []),
    ...(mayEdit && asksApproval && isToSubmit ? ["submit" as const] : []),
    ...(mayPublish ? ["publish" as const] : []),
    ...(mayWithdraw ? ["withdraw" as const] : []),
  ];
}
