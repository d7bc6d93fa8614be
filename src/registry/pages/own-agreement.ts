/** Pages below an agreement that only those open who edit it: its promises, its contact persons. */
import { refusePage } from "../../office/index.ts";
import { isPermitted, type RequestContext, type Tx } from "../../platform/index.ts";
import { marksOf } from "../agreement-keys.ts";
import { findAgreement } from "../agreement-store.ts";
import type { RecordedAgreement } from "../recorded-agreement.ts";

/** @returns how to answer, once the transaction is committed. */
export type Answer = () => Response | Promise<Response>;

/** The work on the agreement of the address; an answer in its place where there is none, or it is not the actor's to edit. */
export async function withOwnAgreement(
  tx: Tx,
  c: RequestContext,
  work: (tx: Tx, agreement: RecordedAgreement) => Promise<Answer>,
): Promise<Answer> {
  const agreement = await findAgreement(tx, c.req.param("id") ?? "");
  if (agreement === undefined) return () => c.notFound();
  return isPermitted(c.get("actor"), "agreement.edit", marksOf(agreement)) ? work(tx, agreement) : () => refusePage(c);
}
