import type { Migration } from "../../platform/index.ts";

/**
 * Imported documents, their masked lines, drafts for review, findings, saved column mappings, and what was done by
 * whom. Only editors see any of it. A draft's version makes a second decision on the same draft visible; the list of
 * events is append-only by grant and by trigger.
 */
export const importsMigration: Migration = {
  id: "intake/0001-imports",
  sql: `
create sequence import_document_no;
create table import_document (
  id text primary key default 'I' || to_char(nextval('import_document_no'), 'FM999999000000'),
  name text not null check (btrim(name) <> ''),
  other_names text[] not null default '{}',
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  format text not null check (format in ('txt', 'md', 'html', 'docx', 'pdf', 'xlsx', 'csv')),
  layout text not null check (layout ~ '^[a-z-]+$'),
  line_count integer not null check (line_count >= 0),
  original_kept boolean not null,
  toc jsonb not null default '[]',
  tables jsonb not null default '[]',
  grid jsonb,
  mapping jsonb,
  mapping_confirmed boolean not null default true,
  imported_at timestamptz not null default now(),
  imported_by text not null default current_setting('kakehashi.actor'),
  check ((grid is null) = (mapping is null))
);

create table import_line (
  document_id text not null references import_document (id),
  line integer not null check (line > 0),
  page integer,
  sheet text,
  text text not null,
  primary key (document_id, line)
);

create table import_draft (
  document_id text not null references import_document (id),
  position integer not null check (position > 0),
  record jsonb not null,
  state text not null default 'pending' check (state in ('pending', 'accepted', 'skipped', 'linked')),
  version integer not null default 1 check (version > 0),
  agreement_id text references agreement (id),
  facts jsonb,
  facts_before jsonb,
  reason text,
  decided_at timestamptz,
  decided_by text,
  primary key (document_id, position),
  check ((state in ('accepted', 'linked')) = (agreement_id is not null)),
  check ((agreement_id is null) = (facts is null)),
  check ((state = 'linked') = (facts_before is not null)),
  check ((state = 'pending') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check (state <> 'skipped' or btrim(reason) <> '')
);
create index on import_draft (document_id, state, position);
create index on import_draft (agreement_id) where agreement_id is not null;

create table import_finding (
  document_id text not null references import_document (id),
  number integer not null check (number > 0),
  code text not null,
  severity text not null check (severity in ('error', 'warning', 'info')),
  rule text,
  at jsonb not null,
  message text not null,
  "values" jsonb not null,
  draft_position integer,
  settled_at timestamptz,
  settled_by text,
  reason text,
  primary key (document_id, number),
  foreign key (document_id, draft_position) references import_draft (document_id, position),
  check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (reason is null)),
  check (reason is null or btrim(reason) <> '')
);
create index on import_finding (document_id, draft_position, severity);

create table import_event (
  id bigint primary key generated always as identity,
  document_id text not null references import_document (id),
  draft_position integer,
  finding_number integer,
  action text not null check (action in ('imported', 'same_bytes_again', 'mapping_confirmed', 'accepted',
    'accepted_edited', 'skipped', 'linked', 'reopened', 'settled', 'unsettled')),
  agreement_id text,
  reason text,
  acted_at timestamptz not null default clock_timestamp(),
  acted_by text not null default current_setting('kakehashi.actor'),
  request_id text default nullif(current_setting('kakehashi.request', true), '')
);
create index on import_event (document_id, draft_position, id);
create function refuse_change_of_import_event() returns trigger language plpgsql as $$
begin
  raise exception 'what was done with an import is append-only';
end
$$;
create trigger append_only before update or delete on import_event
  for each row execute function refuse_change_of_import_event();
create trigger never_emptied before truncate on import_event
  for each statement execute function refuse_change_of_import_event();

create table saved_mapping (
  name text primary key check (btrim(name) <> ''),
  columns jsonb not null,
  saved_at timestamptz not null default now(),
  saved_by text not null default current_setting('kakehashi.actor')
);

${["import_document", "import_line", "import_draft", "import_finding", "saved_mapping"]
  .map(
    (table) => `
alter table ${table} enable row level security;
create policy editors_all on ${table} for all to app_editor using (true) with check (true);
grant select, insert, update on ${table} to app_editor;`,
  )
  .join("\n")}
grant delete on import_draft, import_finding to app_editor;
grant usage on sequence import_document_no to app_editor;

alter table import_event enable row level security;
create policy editors_read on import_event for select to app_editor using (true);
create policy editors_append_in_their_name on import_event for insert to app_editor
  with check (acted_by = (select current_setting('kakehashi.actor', true)));
grant select, insert on import_event to app_editor;
`,
};
