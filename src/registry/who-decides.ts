/**
 * Who decides about agreements (公開の承認): with a body that asks for approval, editing prepares and another person
 * approves; with any other body, whoever edits a record also publishes it.
 *
 * A use case gets the actor as its argument, after the transaction; the transaction's own claims say the same to the
 * policies of the database, which ask again (`agreement_marks_decided`).
 */
import { type Actor, isPermitted, type Marks, type Tx } from "../platform/index.ts";
import { asksApproval } from "./body-query.ts";

export type Duty =
  /** Changes take effect at once. */
  | "decides"
  /** Changes are proposed and wait for another person. */
  | "prepares"
  | "none";

/** What the actor's editing of a record with these marks amounts to. */
export async function dutyOfEditing(tx: Tx, actor: Actor, marks: Marks): Promise<Duty> {
  if (!isPermitted(actor, "agreement.edit", marks)) return "none";
  return (await asksApproval(tx, actor)) ? "prepares" : "decides";
}

/** May the actor publish, withdraw and merge records with these marks? */
export async function mayDecide(tx: Tx, actor: Actor, marks: Marks): Promise<boolean> {
  if (isPermitted(actor, "agreement.approve", marks)) return true;
  return (await dutyOfEditing(tx, actor, marks)) === "decides";
}
