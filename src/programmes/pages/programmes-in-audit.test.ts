import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { member } from "../../../test/support/members.ts";
import { SYSTEM } from "../../platform/index.ts";
import { syncLocalGovernments } from "../../registry/index.ts";
import { loadProgrammeSample } from "../index.ts";
import { programmesInAudit } from "./programmes-in-audit.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
  await loadProgrammeSample(db.database);
});
afterAll(() => db.drop());

test("programmes have their titles and addresses", async () => {
  const describe = (actor: Parameters<typeof db.database.read>[0]) =>
    db.database.read(actor, (tx) => programmesInAudit.describe(tx, ["P000001", "P999999"], "ja"));
  const found = await describe(SYSTEM);
  expect([...found]).toEqual([["P000001", { title: "鹿児島・香港交流会議", href: "/programmes/P000001" }]]);
  expect((await describe(member("01100", "municipal_editor"))).get("P000001")?.title).toBe("鹿児島・香港交流会議");
});

test("what changed is said in the words of the pages, a year by its column and status", () => {
  const entry = { fiscalYear: 2024, column: "result", status: "held" };
  expect(programmesInAudit.changes({ title: "旧" }, { title: "新", years: [entry], state: "approved" }, "ja")).toEqual([
    { fact: "事業名", before: "旧", after: "新" },
    { fact: "年度ごとの計画と実績", before: "", after: "令和6年度 実績 実施" },
  ]);
});
