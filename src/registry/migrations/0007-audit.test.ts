import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { agreementFacts } from "../../../test/support/agreement-facts.ts";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { LOCAL_OPERATOR, SYSTEM, type Tx } from "../../platform/index.ts";
import { editAgreement } from "../edit-agreement.ts";
import { syncLocalGovernments } from "../local-government-store.ts";
import { recordAgreement } from "../record-agreement.ts";
import { withdrawAgreement } from "../withdraw-agreement.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
});
afterAll(() => db.drop());

const eventsOf = async (tx: Tx, id: string) =>
  (
    await sql<Record<string, unknown>>`select action, actor, request_id, marks, before, after, reason from audit_event
      where subject_kind = 'agreement' and subject_id = ${id} order by id`.execute(tx)
  ).rows;

test("every act on an agreement is in the audit, with only the facts that changed", async () => {
  const facts = agreementFacts({ title: "覚書", background: "経緯" });
  const id = await db.database.write(LOCAL_OPERATOR, async (tx) => {
    const recorded = await recordAgreement(tx, LOCAL_OPERATOR, { facts, reason: null });
    if (!recorded.ok) throw new Error(recorded.problem.code);
    return recorded.value.id;
  });
  await db.database.write(
    LOCAL_OPERATOR,
    async (tx) => {
      const japan = [...facts.japan, { name: "鹿児島県鹿児島市", governmentCode: "46201" }];
      await editAgreement(tx, LOCAL_OPERATOR, {
        id,
        expectedVersion: 1,
        facts: { ...facts, japan },
        reason: "加わった市",
      });
      await withdrawAgreement(tx, LOCAL_OPERATOR, { id, expectedVersion: 2, reason: "終わったため" });
    },
    { requestId: "r9" },
  );
  const events = await db.database.read(LOCAL_OPERATOR, (tx) => eventsOf(tx, id));
  expect(events).toEqual([
    {
      ...{ action: "agreement.recorded", actor: "local-operator", request_id: null, reason: null, before: null },
      marks: ["*", "02", "02201"],
      after: { title: "覚書", publication: "published", version: 1 },
    },
    {
      ...{ action: "agreement.edited", actor: "local-operator", request_id: "r9", reason: "加わった市" },
      marks: ["*", "02", "02201", "46", "46201"],
      before: { japan: facts.japan },
      after: { japan: [facts.japan[0], { name: "鹿児島県鹿児島市", governmentCode: "46201" }], version: 2 },
    },
    {
      ...{ action: "agreement.withdrawn", actor: "local-operator", request_id: "r9", reason: "終わったため" },
      marks: ["*", "02", "02201", "46", "46201"],
      before: { publication: "published" },
      after: { publication: "withdrawn", version: 3 },
    },
  ]);
});

test("an act that is rolled back leaves no event", async () => {
  const before = await db.owner.query("select count(*) from audit_event");
  const failing = db.database.write(LOCAL_OPERATOR, async (tx) => {
    await recordAgreement(tx, LOCAL_OPERATOR, { facts: agreementFacts(), reason: null });
    throw new Error("stop");
  });
  await expect(failing).rejects.toThrow("stop");
  expect((await db.owner.query("select count(*) from audit_event")).rows).toEqual(before.rows);
});
