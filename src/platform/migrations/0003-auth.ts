import type { Migration } from "../database/migrate.ts";

/**
 * Passwords, second factors, passkeys and sessions (better-auth), and what guards them: in the schema `auth`, which
 * only the role `app_auth` reads.
 *
 * Tables of better-auth keep the names the library gives them; a test asks the library that nothing is missing. Ours:
 * `signing_key` signs cookies and seals TOTP secrets when the environment gives none; `attempt` counts tries;
 * `spent_step` remembers the last time step whose TOTP code was used, so that no code works twice.
 */
export const auth: Migration = {
  id: "platform/0003-auth",
  sql: `
do $$
begin
  if not exists (select from pg_roles where rolname = 'app_auth') then create role app_auth nologin; end if;
exception when duplicate_object or unique_violation then null; -- another database of this server made it just now
end
$$;
do $$
begin
  if not pg_has_role(current_user, 'app_auth', 'set') then execute format('grant app_auth to %I', current_user); end if;
end
$$;
create schema auth;
revoke all on schema auth from public;
grant usage on schema auth to app_auth;

create table auth."user" ("id" text not null primary key, "name" text not null, "email" text not null unique,
  "emailVerified" boolean not null, "image" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamptz default CURRENT_TIMESTAMP not null, "twoFactorEnabled" boolean, "lastBodyId" text);
create table auth."session" ("id" text not null primary key, "expiresAt" timestamptz not null,
  "token" text not null unique, "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text,
  "userId" text not null references auth."user" ("id") on delete cascade, "bodyId" text, "method" text,
  "rolesSeen" text);
create index "session_userId_idx" on auth."session" ("userId");
create table auth."account" ("id" text not null primary key, "accountId" text not null, "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade, "accessToken" text, "refreshToken" text,
  "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text,
  "password" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null);
create index "account_userId_idx" on auth."account" ("userId");
create table auth."verification" ("id" text not null primary key, "identifier" text not null, "value" text not null,
  "expiresAt" timestamptz not null, "createdAt" timestamptz default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamptz default CURRENT_TIMESTAMP not null);
create index "verification_identifier_idx" on auth."verification" ("identifier");
create table auth."twoFactor" ("id" text not null primary key, "secret" text not null, "backupCodes" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade, "verified" boolean,
  "failedVerificationCount" integer, "lockedUntil" timestamptz);
create index "twoFactor_secret_idx" on auth."twoFactor" ("secret");
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");
create table auth."passkey" ("id" text not null primary key, "name" text, "publicKey" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade, "credentialID" text not null,
  "counter" integer not null, "deviceType" text not null, "backedUp" boolean not null, "transports" text,
  "createdAt" timestamptz, "aaguid" text);
create index "passkey_userId_idx" on auth."passkey" ("userId");
create index "passkey_credentialID_idx" on auth."passkey" ("credentialID");

create table auth.signing_key (only_one boolean primary key default true check (only_one), key text not null);
create table auth.attempt (key text not null, at timestamptz not null default now());
create index attempt_key_at on auth.attempt (key, at);
create table auth.spent_step (
  user_id text primary key references auth."user" ("id") on delete cascade,
  step bigint not null
);
grant select, insert, update, delete on all tables in schema auth to app_auth;

/* A disabled account has no session any more, also not when it is enabled again. */
create function end_sessions_of_disabled() returns trigger language plpgsql security definer
set search_path = pg_catalog, public as $$
begin
  delete from auth."session" where "userId" = new.auth_user_id;
  return null;
end
$$;
create trigger ends_sessions after update of disabled_at on account
  for each row when (new.disabled_at is not null) execute function end_sessions_of_disabled();

/* Who has not proven to be anybody can only fail, or be refused; the audit says so. */
drop policy public_appends on audit_event;
create policy public_appends on audit_event for insert to app_public
  with check (actor = 'public' and body_id is null
    and action in ('sign_in.failed', 'second_factor.failed', 'attempt.limited', 'invitation.refused',
      'password.reset_asked', 'access.denied', 'data.exported'));
`,
};
