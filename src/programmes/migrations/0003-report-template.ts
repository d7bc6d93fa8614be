import type { Migration } from "../../platform/index.ts";

/**
 * How a body wants its annual report printed (様式). Each setting is a version of its own; the last one counts, and none
 * means the usual form. Nothing is changed afterwards.
 *
 * Everybody reads it, since the public prints the report as well; whoever edits programmes of the owner adds to it.
 */
export const reportTemplateMigration: Migration = {
  id: "programmes/0003-report-template",
  sql: `
create table report_template (
  owner text not null check (owner ~ '^([0-9]{5}|B[0-9]{6,12})$'),
  version integer not null check (version > 0),
  template jsonb not null,
  set_at timestamptz not null default clock_timestamp(),
  set_by text not null default current_setting('kakehashi.actor'),
  primary key (owner, version)
);
alter table report_template enable row level security;
create policy everybody_reads on report_template for select to app_public, app_editor using (true);
create policy editors_add on report_template for insert to app_editor
  with check (set_by = (select current_setting('kakehashi.actor', true))
    and programme_marks(owner) && (select marks_covered('programme.edit')));
grant select (owner, version, template) on report_template to app_public;
grant select, insert on report_template to app_editor;
`,
};
