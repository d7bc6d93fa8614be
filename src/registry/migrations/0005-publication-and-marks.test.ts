import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { migrate, platformMigrations } from "../../platform/index.ts";
import { registryMigrations } from "./index.ts";

const migrations = [...platformMigrations, ...registryMigrations];

const name = `upgraded_${randomBytes(6).toString("hex")}`;
const admin = () => ({ host: inject("databaseSocket"), user: "postgres", database: "postgres" });
let owner: pg.Client;

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client(admin());
  await client.connect();
  await client.query(statement);
  await client.end();
}

beforeAll(async () => {
  await asAdmin(`create database ${name}`);
  const connection = { ...admin(), database: name };
  const before = migrations.slice(
    0,
    migrations.findIndex(({ id }) => id.startsWith("registry/0005")),
  );
  await migrate(connection, before);
  owner = new pg.Client(connection);
  await owner.connect();
  await owner.query(`insert into local_government (code, name, kana, kind) values ('46201', '鹿児島市', 'かごしまし', 'city');
    insert into agreement (title, publication, is_one_to_one, search_key, search_grams) values
      ('二つの市', 'published', true, '', '{}'), ('自治体でない団体', 'withdrawn', true, '', '{}');
    insert into agreement_party_japan (agreement_no, publication, position, name, government_code) values
      (1, 'published', 1, '鹿児島市', '46201'), (2, 'withdrawn', 1, '協会', null)`);
  await migrate(connection, migrations);
});
afterAll(async () => {
  await owner.end();
  await asAdmin(`drop database ${name} with (force)`);
});

test("records from before get their marks", async () => {
  const { rows } = await owner.query(
    "select marks, first_published_at is not null as public from agreement order by no",
  );
  expect(rows).toEqual([
    { marks: ["*", "46", "46201"], public: true },
    { marks: ["*"], public: true },
  ]);
});
