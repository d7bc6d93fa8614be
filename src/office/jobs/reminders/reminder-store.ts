/** Of what a person is to be reminded today: open work with a day, and roles that end. Read by the machine alone. */
import { sql } from "kysely";
import { isRole, type Role, type Tx } from "../../../platform/index.ts";
import { isReminderDayOfRole, isReminderDayOfWork } from "./reminder-days.ts";

export type DueWork = Readonly<{ accountId: string; title: string; dueOn: string; body: string }>;
export type EndingRole = Readonly<{ accountId: string; role: Role; lastDay: string; body: string }>;
export type Reminded = Readonly<{ accountId: string; email: string; name: string }>;
export type Reminders = Readonly<{ work: readonly DueWork[]; roles: readonly EndingRole[] }>;

/** @param accountId only that person's; everybody's when left out. */
export async function remindersOf(tx: Tx, today: string, accountId: string | null = null): Promise<Reminders> {
  const work = await sql<DueWork>`
    select w.account_id as "accountId", w.title, w.due_on as "dueOn", coalesce(b.name, '') as body
      from work_item w join account a on a.id = w.account_id left join body b on b.id = w.body_id
     where w.closed_at is null and w.due_on <= ${today}::date + 3 and a.disabled_at is null
       and (${accountId}::text is null or a.id = ${accountId})
     order by w.due_on, w.title`.execute(tx);
  const roles = await sql<EndingRole>`
    select r.account_id as "accountId", r.role, r.valid_to as "lastDay", b.name as body
      from role_assignment r join account a on a.id = r.account_id join body b on b.id = r.body_id
     where r.valid_to between ${today}::date and ${today}::date + 14 and a.disabled_at is null
       and (${accountId}::text is null or a.id = ${accountId})
       and not exists (select from role_assignment later where later.account_id = r.account_id
         and later.body_id = r.body_id and later.role = r.role and coalesce(later.valid_to, 'infinity') > r.valid_to)
     order by r.valid_to, b.name`.execute(tx);
  return {
    work: work.rows.filter(({ dueOn }) => isReminderDayOfWork(today, dueOn)),
    roles: roles.rows.filter(({ role, lastDay }) => isRole(role) && isReminderDayOfRole(today, lastDay)),
  };
}

export async function findReminded(tx: Tx, accountId: string): Promise<Reminded | undefined> {
  const { rows } = await sql<Reminded>`select id as "accountId", email, display_name as name from account
    where id = ${accountId} and disabled_at is null`.execute(tx);
  return rows[0];
}

/** Who runs the system today and can be written to; sample accounts have no mailbox. */
export async function systemAdministrators(tx: Tx, today: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.id from account a join role_assignment r on r.account_id = a.id join body b on b.id = r.body_id
     where r.role = 'system_administrator' and ${today}::date between r.valid_from and coalesce(r.valid_to, 'infinity')
       and a.disabled_at is null and not a.is_sample and b.disabled_at is null order by a.id`.execute(tx);
  return rows.map(({ id }) => id);
}
