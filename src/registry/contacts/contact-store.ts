/** Contact persons (連絡担当者) of agreements as rows. The public and other bodies find none. */
import { sql } from "kysely";
import type { Tx } from "../../platform/index.ts";

export const SIDES = ["foreign", "japan"] as const;
export type Side = (typeof SIDES)[number];

export type AgreementContact = Readonly<{
  id: number;
  agreementNo: number;
  side: Side;
  name: string;
  /** Department and title. */
  post: string | null;
  /** How to reach the person's office, in which language. */
  note: string | null;
}>;

/** Those abroad first, in the order in which they were written down. */
export async function listContacts(tx: Tx, agreementNos: readonly number[]): Promise<readonly AgreementContact[]> {
  const { rows } = await sql<AgreementContact>`
    select c.id, c.agreement_no as "agreementNo", c.side, c.name, c.post, c.note from agreement_contact c
    where c.agreement_no = any(${[...agreementNos]}) order by c.side, c.id`.execute(tx);
  return rows;
}

export type NewContact = Omit<AgreementContact, "id">;

export async function insertContact(tx: Tx, { agreementNo, side, name, post, note }: NewContact): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into agreement_contact (agreement_no, side, name, post, note)
    values (${agreementNo}, ${side}, ${name}, ${post}, ${note}) returning id`.execute(tx);
  const [written] = rows;
  if (written === undefined) throw new Error("insert into agreement_contact returned nothing");
  return written.id;
}

/** @returns false when it was gone already, or is not the actor's to remove. */
export async function deleteContact(tx: Tx, agreementNo: number, id: number): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from agreement_contact
    where id = ${id} and agreement_no = ${agreementNo}`.execute(tx);
  return numAffectedRows === 1n;
}
