/** That somebody saw the links of a letter: about the account it leads into, where there is one yet. */
import { sql } from "kysely";
import { recordAudit, type Tx } from "../../platform/index.ts";

/** @param to the address is looked up and not kept. */
export async function auditReading(tx: Tx, name: string, to: string): Promise<void> {
  const { rows } = await sql<{ id: string; marks: string[] }>`
    select id, marks_of_account(id) as marks from account where email = ${to}`.execute(tx);
  const [account] = rows;
  await recordAudit(tx, {
    action: "letter.opened",
    subject: account === undefined ? { kind: "letter", id: name } : { kind: "account", id: account.id },
    marks: account?.marks ?? ["*"],
    after: { letter: name },
  });
}
