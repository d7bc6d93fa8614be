import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { CLI, createSampleAccounts, isPermitted, marksOfGovernments } from "../../platform/index.ts";
import { actorAsked } from "./acting-as.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await createSampleAccounts(db.database);
});
afterAll(() => db.drop());

const asked = (as?: string, body?: string) => actorAsked(db.database, { as, body }, "import.work", "ja");
const refusal = (as?: string, body?: string) =>
  asked(as, body).then(
    () => "allowed",
    (error: Error) => error.message,
  );

test("without a person the machine works, which may everything", async () => {
  expect(await asked()).toBe(CLI);
});

test("with a person, today's roles and no others count", async () => {
  const actor = await asked(" Municipal-Editor@sample.example ");
  expect(actor).toMatchObject({ kind: "member", roles: ["municipal_editor"], body: { governmentCode: "46201" } });
  expect(isPermitted(actor, "import.work", marksOfGovernments(["46201"]))).toBe(true);
  expect(isPermitted(actor, "import.work", marksOfGovernments(["01100"]))).toBe(false);
});

test("who works for two bodies says for which", async () => {
  expect(await asked("secondee@sample.example", "46000")).toMatchObject({ roles: ["prefecture_coordinator"] });
  expect(await refusal("secondee@sample.example", "01100")).toContain("その団体での今日の役割がありません");
});

test("who may not do it is refused in words, and so is who is not there", async () => {
  expect(await refusal("judge@sample.example")).toContain("これはできません");
  expect(await refusal("nobody@sample.example")).toContain("アカウントはありません");
  expect(await refusal("judge@sample.example", "99999")).toContain("団体「99999」は見つかりません");
  expect(await refusal(undefined, "46000")).toContain("--as");
  await db.owner.query("update account set disabled_at = now() where email = 'researcher@sample.example'");
  expect(await refusal("researcher@sample.example")).toContain("止められています");
  await db.owner.query(
    "update role_assignment set valid_to = current_date - 2 where account_id = (select id from account where email = 'other-city-editor@sample.example')",
  );
  expect(await refusal("other-city-editor@sample.example")).toContain("今日の役割がありません");
});
