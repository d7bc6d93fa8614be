/** An invented small schema with everything that is awkward to carry, and databases to carry it between. */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import type { Outcome } from "../../../kernel/outcome.ts";
import type { Migration } from "../../database/migrate.ts";
import "../../database/type-parsers.ts";
import { platformRoles } from "../../migrations/0001-platform.ts";
import { checkArchive } from "../check-archive.ts";
import { listOwnSequences, listOwnTables } from "../own-tables.ts";
import type { RestoreProblem } from "../problems.ts";
import { type RestoreDone, restoreBackup } from "../restore-backup.ts";

const letters: Migration = {
  id: "office/0001-letters",
  sql: `
create sequence letter_no;
create table letter (
  id text primary key default 'L' || to_char(nextval('letter_no'), 'FM000000'),
  answers text references letter (id),
  title text not null,
  title_length integer generated always as (length(title)) stored,
  facts jsonb, marks text[] not null default '{}', seal bytea, written_at timestamptz not null default clock_timestamp()
);
create table letter_event (
  number bigint primary key generated always as identity,
  letter_id text not null references letter (id),
  said text not null
);
create function refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'append-only'; end $$;
create trigger append_only before update or delete on letter_event for each row execute function refuse_change();
create trigger never_emptied before truncate on letter_event for each statement execute function refuse_change();
create table counter (only_row boolean primary key default true, value bigint not null default 0);
insert into counter default values;
create function count_letters() returns trigger language plpgsql as
$$ begin update counter set value = value + 1; return null; end $$;
create trigger count_letters after insert on letter for each row execute function count_letters();
alter table letter enable row level security;
create index on letter using gin (marks) with (fastupdate = off);
create index "odd Name" on letter (title collate "C" desc) where answers is not null;
create schema archive;
create table archive.shelf (letter_id text primary key references public.letter (id), place text);
`,
};

const loudness: Migration = {
  id: "office/0002-loud-titles",
  sql: "alter table letter add column loud text; update letter set loud = upper(title)",
};

export const firstVersion = [platformRoles, letters];
export const secondVersion = [...firstVersion, loudness];

/** Letters with every character that the text format escapes, answers to later letters, and a seal. */
export async function writeLetters(pool: pg.Pool, count: number): Promise<void> {
  await pool.query(
    `insert into letter (title, facts, marks, seal)
     select E'題\\t' || n || E'\\n\\\\.\\r\\\\N 架け橋', case when n % 3 = 0 then null else jsonb_build_object('番号', n, 'x', E'"\\\\') end,
            array['{', E'a,"b\\\\', null, '']::text[], decode(repeat('00ff0a', n % 50), 'hex')
       from generate_series(1, $1::int) n`,
    [count],
  );
  await pool.query("update letter set answers = (select max(id) from letter) where id < (select max(id) from letter)");
  await pool.query("insert into letter_event (letter_id, said) select id, '届いた' from letter");
  await pool.query("insert into archive.shelf select id, null from letter limit 3");
}

export type BlankDatabase = Readonly<{ connection: pg.ClientConfig; pool: pg.Pool; drop: () => Promise<void> }>;

export async function blankDatabase(): Promise<BlankDatabase> {
  const server = { host: inject("databaseSocket"), user: "postgres" };
  const name = `blank_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ ...server, database: "postgres" });
  await admin.connect();
  await admin.query(`create database ${name} template template0`);
  const connection = { ...server, database: name };
  const pool = new pg.Pool({ ...connection, max: 4 });
  pool.on("error", () => undefined); // dropped while idle
  return {
    connection,
    pool,
    drop: async () => {
      await pool.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

/** Checks and restores, as the command does. */
export async function restore(
  connection: pg.ClientConfig,
  path: string,
  migrations: readonly Migration[],
): Promise<Outcome<RestoreDone, RestoreProblem>> {
  const checked = await checkArchive(path);
  if (!checked.ok) return checked;
  return restoreBackup(connection, checked.value, { path, migrations, filledByItself: ["counter"] });
}

/** A hash over all rows of each table, where each sequence stands, and the indexes. */
export async function readContents(pool: pg.Pool): Promise<Readonly<Record<string, string>>> {
  const client = await pool.connect();
  const contents: Record<string, string> = {};
  try {
    await client.query("set timezone = 'UTC'");
    for (const { name, quoted } of await listOwnTables(client)) {
      const { rows } = await client.query(
        `select count(*)::text || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '') as hash from ${quoted} t`,
      );
      contents[name] = rows[0].hash;
    }
    for (const { name, quoted } of await listOwnSequences(client)) {
      const { rows } = await client.query(`select last_value::text || is_called as place from ${quoted}`);
      contents[name] = rows[0].place;
    }
    const { rows } = await client.query(
      "select indexdef from pg_indexes where schemaname !~ '^pg_' and schemaname <> 'graphile_worker' order by indexdef",
    );
    if (rows.length > 0) contents["indexes"] = JSON.stringify(rows);
    return contents;
  } finally {
    client.release();
  }
}
