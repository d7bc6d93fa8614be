import type { Migration } from "../../platform/index.ts";

/**
 * Handovers (人事異動の引き継ぎ): what moved from whom to whom in one step, so that the step can be taken back while
 * nothing of it has moved on. `moved` are keys of open work; `ended` are roles with the last day they had before.
 */
export const handoverMigration: Migration = {
  id: "office/0001-handover",
  sql: `
create table work_handover (
  id integer primary key generated always as identity,
  body_id text not null references body (id),
  from_account text not null references account (id),
  to_account text not null references account (id),
  last_day date,
  moved jsonb not null,
  ended jsonb not null,
  reason text,
  done_at timestamptz not null default now(),
  done_by text not null default current_setting('kakehashi.actor'),
  undone_at timestamptz,
  undone_by text,
  check (from_account <> to_account),
  check ((undone_at is null) = (undone_by is null))
);
create index on work_handover (body_id, id desc);
alter table work_handover enable row level security;
create policy administrators_read on work_handover for select to app_editor
  using (marks_of_body(body_id) && (select marks_covered('member.manage')));
create policy administrators_add on work_handover for insert to app_editor
  with check (marks_of_body(body_id) && (select marks_covered('member.manage'))
    and done_by = (select current_setting('kakehashi.actor', true)));
create policy administrators_undo on work_handover for update to app_editor
  using (undone_at is null and marks_of_body(body_id) && (select marks_covered('member.manage')))
  with check (undone_by = (select current_setting('kakehashi.actor', true)));
grant select, insert on work_handover to app_editor;
grant update (undone_at, undone_by) on work_handover to app_editor;
`,
};
