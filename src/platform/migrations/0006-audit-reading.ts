import type { Migration } from "../database/migrate.ts";

/**
 * Days of the audit are found without reading all of it. Functions that answer policies about people and bodies are
 * called by those who signed in only; by default PostgreSQL lets everybody.
 */
export const auditReading: Migration = {
  id: "platform/0006-audit-reading",
  sql: `
create index on audit_event (at);
revoke execute on function marks_of_body(text), works_for(text, text, date), may_change_account(text) from public;
grant execute on function marks_of_body(text), works_for(text, text, date), may_change_account(text) to app_editor;
`,
};
