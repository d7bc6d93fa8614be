import type { Migration } from "../database/migrate.ts";

/**
 * Roles of the second wall, the store of uploaded originals, and invitations and sessions of who may edit.
 *
 * Roles belong to the whole server, so they may already exist; everything else belongs to this database.
 */
export const platformRoles: Migration = {
  id: "platform/0001-roles-and-files",
  sql: `
do $$
begin
  if not exists (select from pg_roles where rolname = 'app_public') then create role app_public nologin; end if;
  if not exists (select from pg_roles where rolname = 'app_editor') then create role app_editor nologin; end if;
exception when duplicate_object or unique_violation then null; -- another database of this server made them just now
end
$$;
do $$
begin
  if not pg_has_role(current_user, 'app_public', 'set') then execute format('grant app_public to %I', current_user); end if;
  if not pg_has_role(current_user, 'app_editor', 'set') then execute format('grant app_editor to %I', current_user); end if;
end
$$;
grant usage on schema public to app_public, app_editor;

create table platform_file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null check (octet_length(bytes) <= 20 * 1024 * 1024),
  stored_at timestamptz not null default now()
);
alter table platform_file enable row level security;
create policy editors_read on platform_file for select to app_editor using (true);
create policy editors_store on platform_file for insert to app_editor with check (true);
grant select, insert on platform_file to app_editor;

create table platform_invitation (
  token_sha256 text primary key,
  operator text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
alter table platform_invitation enable row level security;
create policy editors_all on platform_invitation for all to app_editor using (true) with check (true);
grant select, insert, update on platform_invitation to app_editor;

create table platform_session (
  token_sha256 text primary key,
  operator text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
alter table platform_session enable row level security;
create policy editors_all on platform_session for all to app_editor using (true) with check (true);
grant select, insert, update, delete on platform_session to app_editor;
`,
};
