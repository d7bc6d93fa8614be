/** Writes down a promise of an agreement (申し送り), and marks one as kept or open again. */
import { findPersonalMailboxes } from "../../kernel/mailbox.ts";
import { type Outcome, refuse, succeed } from "../../kernel/outcome.ts";
import { type Actor, isPermitted, recordAudit, type Tx } from "../../platform/index.ts";
import { marksOf } from "../agreement-keys.ts";
import { findAgreement } from "../agreement-store.ts";
import type { RecordedAgreement } from "../recorded-agreement.ts";
import { insertPromise, setKept } from "./promise-store.ts";

export const LONGEST_PROMISE = 500;

export type PromiseToKeep = Readonly<{
  agreementId: string;
  text: string;
  madeOn: string | null;
  dueOn: string | null;
}>;

export type PromiseProblem = Readonly<{
  code:
    | "agreement_not_found"
    | "not_permitted"
    | "promise_missing"
    | "promise_too_long"
    | "personal_mailbox_in_promise"
    | "promise_days_reversed"
    | "promise_settled";
}>;

export async function recordPromise(
  tx: Tx,
  actor: Actor,
  { agreementId, madeOn, dueOn, ...said }: PromiseToKeep,
): Promise<Outcome<number, PromiseProblem>> {
  const found = await findOwn(tx, actor, agreementId);
  if (!found.ok) return found;
  const agreement = found.value;
  const text = said.text.trim();
  if (text === "") return refuse({ code: "promise_missing" });
  if (text.length > LONGEST_PROMISE) return refuse({ code: "promise_too_long" });
  if (findPersonalMailboxes(text).length > 0) return refuse({ code: "personal_mailbox_in_promise" });
  if (madeOn !== null && dueOn !== null && dueOn < madeOn) return refuse({ code: "promise_days_reversed" });
  const id = await insertPromise(tx, { agreementNo: agreement.no, text, madeOn, dueOn });
  await audit(tx, "promise.recorded", agreement, { promise: id, text, madeOn, dueOn });
  return succeed(id);
}

export type Settlement = Readonly<{ agreementId: string; promiseId: number; isKept: boolean }>;

export async function settlePromise(
  tx: Tx,
  actor: Actor,
  { agreementId, promiseId, isKept }: Settlement,
): Promise<Outcome<number, PromiseProblem>> {
  const found = await findOwn(tx, actor, agreementId);
  if (!found.ok) return found;
  if (!(await setKept(tx, found.value.no, promiseId, isKept))) return refuse({ code: "promise_settled" });
  await audit(tx, isKept ? "promise.kept" : "promise.reopened", found.value, { promise: promiseId });
  return succeed(promiseId);
}

async function findOwn(tx: Tx, actor: Actor, id: string): Promise<Outcome<RecordedAgreement, PromiseProblem>> {
  const agreement = await findAgreement(tx, id);
  if (agreement === undefined) return refuse({ code: "agreement_not_found" });
  return isPermitted(actor, "agreement.edit", marksOf(agreement))
    ? succeed(agreement)
    : refuse({ code: "not_permitted" });
}

function audit(tx: Tx, action: string, agreement: RecordedAgreement, after: object): Promise<void> {
  return recordAudit(tx, {
    action,
    subject: { kind: "agreement", id: agreement.id },
    marks: marksOf(agreement),
    after,
  });
}
