import type { Migration } from "../database/migrate.ts";

/**
 * Bodies (団体), accounts and the roles held in bodies; open work; the audit; and what policies ask.
 *
 * Passwords, second factors and sessions are not here: they lie in the schema `auth`, which only the role `app_auth`
 * reads. `marks_covered(action)` answers which marks the actor of this transaction covers (see permissions/scopes.ts);
 * policies write it in a subselect, so that it is asked once for each statement.
 */
export const bodiesAndAudit: Migration = {
  id: "platform/0002-bodies-and-audit",
  sql: `
create function marks_covered(action text) returns text[] language sql stable parallel safe
set search_path = pg_catalog as $$
  select coalesce(array_agg(mark), '{}')
  from jsonb_array_elements_text(nullif(current_setting('kakehashi.permissions', true), '')::jsonb -> action) mark
$$;
create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is append-only';
end
$$;

create sequence body_no;
create table body (
  id text primary key default 'B' || to_char(nextval('body_no'), 'FM999999000000'),
  kind text not null check (kind in ('local_government', 'national', 'other')),
  government_code text unique check (government_code ~ '^[0-9]{5}$'),
  name text not null check (btrim(name) <> ''),
  unit text check (btrim(unit) <> ''),
  asks_approval boolean not null default false,
  disabled_at timestamptz,
  version integer not null default 1 check (version > 0),
  marks text[] not null generated always as (case when government_code is null then array['*', id]
    else array['*', government_code, left(government_code, 2)] end) stored,
  check ((kind = 'local_government') = (government_code is not null))
);
alter table body enable row level security;
create policy members_read on body for select to app_editor using (true);
create policy administrators_create on body for insert to app_editor
  with check (marks && (select marks_covered('body.create')));
create policy administrators_change on body for update to app_editor
  using (marks && (select marks_covered('body.manage'))) with check (marks && (select marks_covered('body.manage')));
grant select, insert, update on body to app_editor;
grant usage on sequence body_no to app_editor;

create sequence account_no;
create table account (
  id text primary key default 'U' || to_char(nextval('account_no'), 'FM999999000000'),
  auth_user_id text unique,
  email text not null unique check (email = lower(email) and email like '%_@_%'),
  display_name text not null check (btrim(display_name) <> ''),
  is_sample boolean not null default false,
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  version integer not null default 1 check (version > 0)
);

create table role_assignment (
  id integer primary key generated always as identity,
  account_id text not null references account (id),
  body_id text not null references body (id),
  role text not null check (role in ('national_officer', 'prefecture_coordinator', 'municipal_editor',
    'municipal_approver', 'judge', 'researcher', 'body_administrator', 'system_administrator')),
  valid_from date not null,
  valid_to date,
  reason text,
  granted_at timestamptz not null default now(),
  granted_by text not null default current_setting('kakehashi.actor'),
  check (valid_to is null or valid_from <= valid_to)
);
create index on role_assignment (account_id, body_id);
create index on role_assignment (body_id, role);

create function marks_of_body(wanted text) returns text[] language sql stable security definer
set search_path = pg_catalog, public as $$ select marks from public.body where id = wanted $$;
/* A person's marks are those of the bodies where a role was ever held: the administrators there may see and change it. */
create function marks_of_account(wanted text) returns text[] language sql stable security definer
set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct mark), '{*}')
  from public.role_assignment r join public.body b on b.id = r.body_id cross join unnest(b.marks) mark
  where r.account_id = wanted
$$;

/* Roles that reach beyond the own body are given and ended only by who administers all bodies. */
create function may_give_role(wanted_body text, wanted_role text) returns boolean language sql stable
set search_path = pg_catalog, public as $$
  select case when wanted_role in ('national_officer', 'system_administrator')
    then public.marks_covered('member.manage') @> '{*}'
    else public.marks_of_body(wanted_body) && public.marks_covered('member.manage') end
$$;

/* Does the person hold a role in the body on the day, with an account in use? */
create function works_for(wanted_account text, wanted_body text, on_day date) returns boolean language sql stable
security definer set search_path = pg_catalog, public as $$
  select exists (select from public.role_assignment r join public.account a on a.id = r.account_id
    where r.account_id = wanted_account and r.body_id = wanted_body and a.disabled_at is null
      and on_day between r.valid_from and coalesce(r.valid_to, 'infinity'))
$$;

/* An account is changed by who administers every body where the person works now or will, or by who covers all. */
create function may_change_account(wanted text) returns boolean language sql stable security definer
set search_path = pg_catalog, public as $$
  select public.marks_covered('member.manage') @> '{*}' or coalesce(
    (select bool_and(public.may_give_role(r.body_id, r.role)) from public.role_assignment r where r.account_id = wanted
      and coalesce(r.valid_to, 'infinity') >= (now() at time zone 'Asia/Tokyo')::date), false)
$$;
alter table account enable row level security;
create policy oneself on account for select to app_editor using (id = (select current_setting('kakehashi.actor', true)));
create policy colleagues_read on account for select to app_editor
  using (marks_of_account(id) && (select marks_covered('member.read')));
create policy administrators_add on account for insert to app_editor
  with check ((select marks_covered('member.manage')) <> '{}');
create policy administrators_change on account for update to app_editor
  using (may_change_account(id)) with check (may_change_account(id));
grant select, insert, update on account to app_editor;
grant usage on sequence account_no to app_editor;

alter table role_assignment enable row level security;
create policy own on role_assignment for select to app_editor
  using (account_id = (select current_setting('kakehashi.actor', true)));
create policy colleagues_read on role_assignment for select to app_editor
  using (marks_of_body(body_id) && (select marks_covered('member.read')));
create policy administrators_grant on role_assignment for insert to app_editor
  with check (may_give_role(body_id, role) and account_id <> (select current_setting('kakehashi.actor', true))
    and granted_by = (select current_setting('kakehashi.actor', true)));
create policy administrators_end on role_assignment for update to app_editor
  using (may_give_role(body_id, role)) with check (may_give_role(body_id, role));
create policy administrators_cancel on role_assignment for delete to app_editor
  using (may_give_role(body_id, role) and valid_from > (now() at time zone 'Asia/Tokyo')::date);
create policy administrators_see_dual_posts on role_assignment for select to app_editor
  using (marks_of_account(account_id) && (select marks_covered('member.manage')));
grant select, insert, delete on role_assignment to app_editor;
grant update (valid_to, reason) on role_assignment to app_editor;

/* Changes of roles take turns: what was asked behind this lock (who else administers, what overlaps) stays true. */
create function lock_roles() returns void language sql as $$ select pg_advisory_xact_lock(7214010) $$;
create function keep_roles_in_order() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
  perform public.lock_roles();
  if exists (select from public.role_assignment r
      where r.account_id = new.account_id and r.body_id = new.body_id and r.role = new.role and r.id <> new.id
        and daterange(r.valid_from, r.valid_to, '[]') && daterange(new.valid_from, new.valid_to, '[]')) then
    raise exception 'this person already holds this role in this body in that time' using errcode = 'exclusion_violation';
  end if;
  if tg_op = 'UPDATE' and new.account_id = current_setting('kakehashi.actor', true)
      and coalesce(new.valid_to, 'infinity') > coalesce(old.valid_to, 'infinity') then
    raise exception 'nobody prolongs a role of one''s own' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger in_order before insert or update on role_assignment
  for each row execute function keep_roles_in_order();

create table member_invitation (
  id integer primary key generated always as identity,
  token_sha256 text not null unique,
  email text not null check (email = lower(email)),
  body_id text not null references body (id),
  role text not null,
  valid_from date not null,
  valid_to date,
  invited_by text not null default current_setting('kakehashi.actor'),
  invited_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by text references account (id),
  revoked_at timestamptz,
  check ((accepted_at is null) = (accepted_by is null)),
  check (accepted_at is null or revoked_at is null)
);
alter table member_invitation enable row level security;
create policy administrators_all on member_invitation for all to app_editor
  using (marks_of_body(body_id) && (select marks_covered('member.manage')))
  with check (may_give_role(body_id, role));
grant select, insert, update on member_invitation to app_editor;

/* Open work (担当の仕事): what a person has begun and not ended, so that it can be found and handed over. */
create table work_item (
  kind text not null check (kind ~ '^[a-z_]+$'),
  subject_id text not null,
  body_id text references body (id),
  account_id text references account (id),
  title text not null check (btrim(title) <> ''),
  address text not null check (address like '/%'),
  due_on date,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  primary key (kind, subject_id)
);
create index on work_item (account_id) where closed_at is null;
create index on work_item (body_id) where closed_at is null;
alter table work_item enable row level security;
create policy colleagues_read on work_item for select to app_editor
  using (account_id = (select current_setting('kakehashi.actor', true))
    or body_id = (select nullif(current_setting('kakehashi.body', true), ''))
    or marks_of_body(body_id) && (select marks_covered('member.manage'))
    or (select marks_covered('member.manage')) @> '{*}');
create policy colleagues_assign on work_item for update to app_editor
  using (body_id = (select nullif(current_setting('kakehashi.body', true), ''))
    or marks_of_body(body_id) && (select marks_covered('member.manage')));
grant select, update (account_id) on work_item to app_editor;
/* Work may be opened for another body and is closed by whoever settles its subject, who may not see the item itself:
   a survey asks a city, a national officer approves what lay with it. The act on the subject asks for the permission. */
create function open_work(kind text, subject_id text, body_id text, account_id text, title text, address text, due_on date)
returns void language sql security definer set search_path = pg_catalog, public as $$
  insert into public.work_item as known (kind, subject_id, body_id, account_id, title, address, due_on)
  values (kind, subject_id, body_id, account_id, title, address, due_on)
  on conflict on constraint work_item_pkey do update set body_id = excluded.body_id, account_id = excluded.account_id,
    title = excluded.title, address = excluded.address, due_on = excluded.due_on, closed_at = null,
    opened_at = case when known.closed_at is null then known.opened_at else now() end
$$;
create function close_work(wanted_kind text, wanted_subject text) returns void language sql security definer
set search_path = pg_catalog, public as $$
  update public.work_item set closed_at = now()
  where kind = wanted_kind and subject_id = wanted_subject and closed_at is null
$$;
revoke execute on function open_work(text, text, text, text, text, text, date), close_work(text, text) from public;
grant execute on function open_work(text, text, text, text, text, text, date), close_work(text, text) to app_editor;

create table audit_event (
  id bigint primary key generated always as identity,
  at timestamptz not null default clock_timestamp(),
  actor text not null default current_setting('kakehashi.actor'),
  body_id text default nullif(current_setting('kakehashi.body', true), ''),
  request_id text default nullif(current_setting('kakehashi.request', true), ''),
  action text not null check (action ~ '^[a-z_]+[.][a-z_]+$'),
  subject_kind text,
  subject_id text,
  marks text[] not null,
  outcome text not null check (outcome in ('done', 'refused', 'failed')),
  before jsonb,
  after jsonb,
  reason text,
  check ((subject_kind is null) = (subject_id is null))
);
create index on audit_event (subject_kind, subject_id, id desc);
create index on audit_event (body_id, id desc);
create index on audit_event (actor, id desc);
create trigger append_only before update or delete on audit_event
  for each row execute function refuse_change_of_audit();
create trigger never_emptied before truncate on audit_event
  for each statement execute function refuse_change_of_audit();
alter table audit_event enable row level security;
create policy readers on audit_event for select to app_editor using (marks && (select marks_covered('audit.read')));
create policy append_in_own_name on audit_event for insert to app_editor
  with check (actor = (select current_setting('kakehashi.actor', true))
    and body_id is not distinct from nullif((select current_setting('kakehashi.body', true)), ''));
create policy public_appends on audit_event for insert to app_public
  with check (actor = 'public' and body_id is null
    and action in ('sign_in.failed', 'access.denied', 'data.exported', 'password.reset_asked'));
grant select, insert on audit_event to app_editor;
grant insert on audit_event to app_public;
`,
};
