import type { Migration } from "../database/migrate.ts";

/**
 * Doors that stood open in the database behind those of the application.
 *
 * One-time links and their sessions lead to who may do everything, so only the machine itself reads and writes them:
 * not even a member's forgotten check may add a session. No account can be named `system`. Open work of a body is for
 * those who may know its members; a judge or a researcher there sees only what is one's own.
 */
export const closedDoors: Migration = {
  id: "platform/0005-closed-doors",
  sql: `
${["platform_invitation", "platform_session"]
  .map(
    (table) => `
drop policy editors_all on ${table};
create policy machine_only on ${table} for all to app_editor
  using ((select current_setting('kakehashi.actor', true)) = 'system')
  with check ((select current_setting('kakehashi.actor', true)) = 'system');`,
  )
  .join("\n")}

alter policy colleagues_read on work_item
  using (account_id = (select current_setting('kakehashi.actor', true))
    or body_id = (select nullif(current_setting('kakehashi.body', true), ''))
      and (select marks_covered('member.read')) <> '{}'
    or marks_of_body(body_id) && (select marks_covered('member.manage'))
    or (select marks_covered('member.manage')) @> '{*}');
alter policy colleagues_assign on work_item
  using (body_id = (select nullif(current_setting('kakehashi.body', true), ''))
      and (select marks_covered('member.read')) <> '{}'
    or marks_of_body(body_id) && (select marks_covered('member.manage')));
`,
};
