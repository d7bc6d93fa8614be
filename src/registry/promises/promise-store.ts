/** Promises (申し送り) of agreements as rows. The public and other bodies find none. */
import { sql } from "kysely";
import type { Tx } from "../../platform/index.ts";

export type AgreementPromise = Readonly<{
  id: number;
  agreementNo: number;
  text: string;
  /** YYYY-MM-DD */
  madeOn: string | null;
  dueOn: string | null;
  isKept: boolean;
}>;

const COLUMNS = sql`p.id, p.agreement_no as "agreementNo", p.text, p.made_on as "madeOn", p.due_on as "dueOn",
  p.kept_at is not null as "isKept"`;

/** Open ones first, the nearest due first. */
export async function listPromises(tx: Tx, agreementNos: readonly number[]): Promise<readonly AgreementPromise[]> {
  const { rows } = await sql<AgreementPromise>`select ${COLUMNS} from agreement_promise p
    where p.agreement_no = any(${[...agreementNos]}) order by p.kept_at is not null, p.due_on nulls last, p.id`.execute(
    tx,
  );
  return rows;
}

export type NewPromise = Pick<AgreementPromise, "agreementNo" | "text" | "madeOn" | "dueOn">;

export async function insertPromise(tx: Tx, { agreementNo, text, madeOn, dueOn }: NewPromise): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into agreement_promise (agreement_no, text, made_on, due_on)
    values (${agreementNo}, ${text}, ${madeOn}, ${dueOn}) returning id`.execute(tx);
  const [written] = rows;
  if (written === undefined) throw new Error("insert into agreement_promise returned nothing");
  return written.id;
}

/** @returns false when it was so already, or is not the actor's to settle. */
export async function setKept(tx: Tx, agreementNo: number, id: number, isKept: boolean): Promise<boolean> {
  const { numAffectedRows } = await sql`update agreement_promise
    set kept_at = case when ${isKept} then now() end,
        kept_by = case when ${isKept} then current_setting('kakehashi.actor') end
    where id = ${id} and agreement_no = ${agreementNo} and (kept_at is null) = ${isKept}`.execute(tx);
  return numAffectedRows === 1n;
}
